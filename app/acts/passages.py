# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on passages, between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.desk import Desk
from coding import code_path, passage_cuts, passages
from coding.changes import Change, Label
from coding.language import N_
from coding.searching import giving
from coding.searching.giving import Given, Spans

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Then = Callable[[Change], None] | None


def code_span(desk: Desk, *, interview_id: int, start: int, end: int, code_ids: Sequence[int],
              new: Sequence[tuple[Sequence[str], int | None]] = (), then: Then = None) -> None:
    """Give codes to a span, as one act; ``change.result`` is the passage's id. ``new`` are codes at a path of names
    below a code (themes when None), made with all that is missing above them."""
    names = [desk.codebook.by_id[key].name for key in code_ids] + [path[-1] for path, _parent in new]

    def give(session: Session) -> int:
        made = [code_path.obtain(session, path, parent_id=parent_id) for path, parent_id in new]
        return passages.code(session, interview_id=interview_id, start=start, end=end, code_ids=[*code_ids, *made],
                             coder_id=desk.coder_id)

    label = N_("create and code “{code}”") if new else N_("code “{code}”")
    desk.do(Label(label, {"code": ", ".join(names), "interview": interview_id}), give, then)


def code_spans(desk: Desk, *, spans: Spans, code_ids: Sequence[int],
               new: Sequence[tuple[Sequence[str], int | None]] = ()) -> None:
    """Give codes, those to be made as in ``code_span``, to spans of many interviews, as one act; ``change.result`` is a
    Given."""
    names = [desk.codebook.by_id[key].name for key in code_ids] + [path[-1] for path, _parent in new]

    def give(session: Session) -> Given:
        made = [code_path.obtain(session, path, parent_id=parent_id) for path, parent_id in new]
        return giving.give(session, spans, [*code_ids, *made], desk.coder_id)

    desk.do(Label(N_("create and code “{code}”") if new else N_("code “{code}”"), {"code": ", ".join(names)}), give)


def uncode(desk: Desk, *, passage_id: int, code_id: int, then: Then = None) -> None:
    """Take a code off a passage."""
    desk.do(
        Label(N_("remove “{code}”"), {"code": desk.codebook.by_id[code_id].name}),
        lambda s: passages.uncode(s, passage_id=passage_id, code_id=code_id), then,
    )


def resize(desk: Desk, *, passage_id: int, start: int, end: int, then: Then = None) -> None:
    """Move a passage's bounds; ``change.result`` is the id of the passage at the new bounds."""
    desk.do(
        Label(N_("change the bounds of a passage")),
        lambda s: passages.resize(s, passage_id=passage_id, start=start, end=end, coder_id=desk.coder_id), then,
    )


def split(desk: Desk, *, passage_id: int, at: int, then: Then = None) -> None:
    """Cut a passage in two at a code point; ``change.result`` is the ids of both halves."""
    desk.do(Label(N_("split a passage")), lambda s: passage_cuts.split(
        s, passage_id=passage_id, at=at, coder_id=desk.coder_id), then)


def join(desk: Desk, *, passage_id: int, other_id: int, then: Then = None) -> None:
    """Make one passage of two; ``change.result`` is its id."""
    desk.do(Label(N_("join two passages")), lambda s: passage_cuts.join(
        s, passage_id=passage_id, other_id=other_id, coder_id=desk.coder_id), then)


def replace_code(desk: Desk, *, passage_id: int, old: int, new: int, then: Then = None) -> None:
    """Put a code of a passage in the place of another."""
    book = desk.codebook.by_id
    desk.do(
        Label(N_("replace “{old}” by “{new}”"), {"old": book[old].name, "new": book[new].name}),
        lambda s: passages.replace_code(s, passage_id=passage_id, old=old, new=new), then,
    )


def remove(desk: Desk, *, passage_id: int, then: Then = None) -> None:
    """Delete a passage with its codes and memo."""
    desk.do(Label(N_("delete a passage")), lambda s: passages.remove(s, passage_id=passage_id), then)


def mark_strong(desk: Desk, *, passage_id: int, strong: bool, then: Then = None) -> None:
    """Mark a passage as a strong quote, or no longer."""
    label = Label(N_("mark a strong quote") if strong else N_("unmark a strong quote"))
    desk.do(label, lambda s: passages.mark_strong(s, passage_id=passage_id, strong=strong), then)


def write_memo(desk: Desk, *, passage_id: int, text: str, then: Then = None) -> None:
    """Set the memo of a passage."""
    desk.do(Label(N_("memo on a passage")), lambda s: passages.write_memo(s, passage_id=passage_id, text=text), then)
