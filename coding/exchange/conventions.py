# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of ours that REFI-QDA has no element for, by the word that their identifiers derive from.

How each is carried is said at the head of ``gathering``. Names that other programs show are in the user's language;
nothing is known again by its name.
"""

from __future__ import annotations

# derived(code's guid, …): Notes on the code.
INCLUDE = "include"
EXCLUDE = "exclude"
EXAMPLE = "example"
RESERVATION = "reservation"
CODE_TEXTS = (INCLUDE, EXCLUDE, EXAMPLE, RESERVATION)

# derived(interview's guid, …): a Note on the source.
TURNS = "turns"

# fixed(…): Variables of sources.
FILE_NAME = "file_name"
DATE = "date"
MODE = "mode"
DURATION = "duration_min"
STATUS = "status"
KIND = "kind"
UNITS = "units"

# fixed(…): Notes that passages (and sources) are tied to.
STRONG = "strong"
WITHHELD = "withheld"

# fixed(…): Sets of Notes, of Codes, which tell what their members are.
JOURNAL = "journal"
SUMMARIES = "summaries"
CITED = "cited"
CHAPTERS = "chapters"
PINS = "pins"
ORIGINS = "origin"  # named(ORIGINS, «guide», …)

# named(…)
AUTHOR = "author"
CHAPTER = "chapter"

# derived(a row's guid, …)
LINK = "link"
NOTE = "note"
