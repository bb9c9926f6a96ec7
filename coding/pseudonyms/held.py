# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a project a file takes with it, by its kind in ``coding.exports_log``."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from coding.pseudonyms.identity import Place

Holds = Callable[[Place], bool]
ABOUT = frozenset(("interview", "participant", "participation", "unit", "attribute", "attribute_value",
                   "interview_group", "sampling_frame"))
# What the files that quote nobody hold of the project, by kind of export; the others may hold anything.
TABLES = {
    "citations": ABOUT | {"citation"},
    "codebook": frozenset(("code",)), "codebook_history": frozenset(("code",)),
    "groups": frozenset(("interview_group", "sampling_frame")), "guide": frozenset(("guide", "guide_question")),
    "interviews": ABOUT, "participants": ABOUT, "annex": ABOUT,
    "relations": ABOUT | {"code"}, "saturation": ABOUT | {"code"}, "transversal": ABOUT | {"code", "cell_summary"},
}


def takes(what: str, table: str, column: str) -> bool:
    """Whether a file of this kind may hold words of this column."""
    tables = TABLES.get(what)
    return tables is None or (table in tables and (table, column) != ("interview", "text"))


def held_by(what: str, interviews: Iterable[int] = ()) -> Holds:
    """The places that a file takes with it, by its kind and the interviews whose words it may hold, all of them when
    there are none."""
    rows = set(interviews)

    def holds(place: Place) -> bool:
        if not takes(what, place.table, place.column):
            return False
        return not rows or place.table != "interview" or place.row_id in rows

    return holds
