# SPDX-License-Identifier: GPL-3.0-or-later
"""Where one was in each interview, kept with the user's settings: reading is no act on the project."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.settings import Settings


@dataclass(frozen=True)
class Place:
    """Where one was in an interview: the offset at the top of the page, the caret's, and the passage chosen."""

    top: int = 0
    caret: int = 0
    chosen: int | None = None


class Places:
    """The interview one was in, and where one was in each."""

    def __init__(self, settings: Settings, project: Path) -> None:
        self._settings = settings
        self._project = project

    def interview(self) -> int | None:
        """The interview one was in."""
        found = self._settings.place(self._project).get("interview")
        return found if isinstance(found, int) else None

    def left(self, interview_id: int) -> Place:
        """Where an interview was left; its beginning when it never was."""
        match self._kept().get(str(interview_id)):
            case [int(top), int(caret), int() | None as chosen]:
                return Place(top, caret, chosen)
        return Place()

    def enter(self, interview_id: int) -> None:
        """One reads this interview now."""
        self._settings.remember_place(self._project, interview=interview_id)

    def leave(self, interview_id: int, place: Place) -> None:
        """One leaves it there."""
        offsets = {**self._kept(), str(interview_id): [place.top, place.caret, place.chosen]}
        self._settings.remember_place(self._project, offsets=offsets)

    def _kept(self) -> dict[str, object]:
        offsets = self._settings.place(self._project).get("offsets", {})
        return offsets if isinstance(offsets, dict) else {}
