# SPDX-License-Identifier: GPL-3.0-or-later
"""The codes given lately, kept with the user's settings from one sitting to the next."""

from __future__ import annotations

from collections.abc import Sequence

from app.desk import Desk
from app.settings import Settings

KEPT = 30


class RecentCodes:
    """Ids of codes, the latest first. Kept by guid: another project may come to stand at the same path."""

    def __init__(self, desk: Desk, settings: Settings) -> None:
        self._desk = desk
        self._settings = settings
        place = settings.place(desk.store.path)
        self._ids = self._known(place.get("recent_codes"))
        self._last = self._known(place.get("last_codes"))

    def ids(self) -> list[int]:
        """Every code given lately that is still there."""
        return [key for key in self._ids if key in self._desk.codebook.by_id]

    def last(self) -> list[int]:
        """The codes of the last act of giving; the latest code when none of them is left."""
        return [key for key in self._last if key in self._desk.codebook.by_id] or self.ids()[:1]

    def note(self, code_ids: Sequence[int]) -> None:
        """These were just given."""
        self._last = list(code_ids)
        self._ids = [*code_ids, *(key for key in self._ids if key not in code_ids)][:KEPT]

    def keep(self) -> None:
        """Write them down."""
        by_id = self._desk.codebook.by_id
        self._settings.remember_place(
            self._desk.store.path, recent_codes=[by_id[key].guid for key in self.ids()],
            last_codes=[by_id[key].guid for key in self.last()])

    def _known(self, guids: object) -> list[int]:
        by_guid = {node.guid: node.id for node in self._desk.codebook}
        return [by_guid[guid] for guid in guids if guid in by_guid] if isinstance(guids, list) else []
