# SPDX-License-Identifier: GPL-3.0-or-later
"""Where one was in each interview, kept with the user's settings: reading is no act on the project."""

from __future__ import annotations

from pathlib import Path

from app.settings import Settings


class Places:
    """The interview one was in, and in each the offset at the top of the page."""

    def __init__(self, settings: Settings, project: Path) -> None:
        self._settings = settings
        self._project = project

    def interview(self) -> int | None:
        """The interview one was in."""
        found = self._settings.place(self._project).get("interview")
        return found if isinstance(found, int) else None

    def left(self, interview_id: int) -> int:
        """Where an interview was left; its beginning when it never was."""
        offsets = self._settings.place(self._project).get("offsets", {})
        found = offsets.get(str(interview_id), 0) if isinstance(offsets, dict) else 0
        return found if isinstance(found, int) else 0

    def enter(self, interview_id: int) -> None:
        """One reads this interview now."""
        self._settings.remember_place(self._project, interview=interview_id)

    def leave(self, interview_id: int, offset: int) -> None:
        """One leaves it there."""
        offsets = self._settings.place(self._project).get("offsets", {})
        kept = offsets if isinstance(offsets, dict) else {}
        self._settings.remember_place(self._project, offsets={**kept, str(interview_id): offset})
