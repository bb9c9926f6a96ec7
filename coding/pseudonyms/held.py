# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a project a file takes with it, by its kind in ``coding.exports_log``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import examples
from coding.intervals import Span
from coding.pseudonyms.identity import Place
from models.code import Code
from models.nuance import Nuance
from models.passage import Passage

Holds = Callable[[Place], bool]
Spans = Mapping[int, Sequence[Span]]  # by interview
ABOUT = frozenset(("interview", "participant", "participation", "unit", "attribute", "attribute_value",
                   "interview_group", "sampling_frame"))
# What the files that quote nobody, or only the passages that ``quoted`` tells, hold of the project, by kind of export;
# the others may hold anything.
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


def quoted(session: Session, what: str) -> Spans:
    """The passages that a file of this kind quotes, where it quotes but a few: examples of codes, answers on
    nuances."""
    if what == "codebook":
        guids = [guid for field in session.scalars(select(Code.example)) for guid in examples.guids(field)]
        wanted = Passage.guid.in_(guids)
    elif what == "saturation":
        wanted = Passage.id.in_(select(Nuance.passage_id))
    else:
        return {}
    found: dict[int, list[Span]] = {}
    for interview_id, start, end in session.execute(
            select(Passage.interview_id, Passage.start, Passage.end).where(wanted)):
        found.setdefault(interview_id, []).append((start, end))
    return found


def held_by(what: str, interviews: Iterable[int] = (), spans: Spans | None = None) -> Holds:
    """The places that a file takes with it, by its kind and the interviews whose words it may hold, all of them when
    there are none; and those within ``spans``."""
    rows = set(interviews)

    def holds(place: Place) -> bool:
        if spans and (place.table, place.column) == ("interview", "text") and any(
                start < place.end and place.start < end for start, end in spans.get(place.row_id, ())):
            return True
        if not takes(what, place.table, place.column):
            return False
        return not rows or place.table != "interview" or place.row_id in rows

    return holds
