# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pages of the transversal reading have in common: their tabs, and the group that they read."""

from __future__ import annotations

from app.widgets.freshness import Freshness
from app.widgets.groups import BEGINNING, ChosenGroup
from app.widgets.page_tabs import PageTabs
from app.workspaces.base import Workspace


class TransversalPage(Workspace):
    """A page that keeps the group in ``_group``, or else says itself where it does, and reads through ``_fresh``."""

    tabs: PageTabs
    _fresh: Freshness
    _group: ChosenGroup

    @property
    def group(self) -> ChosenGroup:
        """The group chosen here, for the other pages; BEGINNING while none was, or where it is not for them."""
        return self._group

    def show_group(self, group: ChosenGroup) -> None:
        """Read a group that was chosen on another page, once this one is seen."""
        if group not in (BEGINNING, self._group):
            self._group = group
            self._fresh.mark()
