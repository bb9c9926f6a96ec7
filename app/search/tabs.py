# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of the search, and the row of tabs that each of them wears."""

from __future__ import annotations

from app.widgets.page_tabs import PageTabs
from app.workspaces.base import Entry
from coding.language import N_, _

PAGES = (
    Entry("found", N_("Search"), "search", "app.search.page:SearchPage"),
    Entry("vocabulary", N_("Vocabulary"), "letters", "app.search.vocabulary_page:VocabularyPage"),
    Entry("close", N_("Close passages"), "quotes", "app.close.page:ClosePage"),
)
KEYS = tuple(entry.key for entry in PAGES)


def page_tabs(key: str) -> PageTabs:
    """The tabs of the page ``key``, for the left of its header."""
    return PageTabs([_(entry.title) for entry in PAGES], KEYS.index(key))
