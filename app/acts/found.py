# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on what a search found, between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.desk import Desk
from coding import code_path
from coding.changes import Change, Label
from coding.language import N_
from coding.searching import giving
from coding.searching.giving import Given, Spans

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def code(desk: Desk, spans: Spans, code_ids: Sequence[int], new: Sequence[tuple[Sequence[str], int | None]],
         then: Callable[[Change], None]) -> None:
    """Give codes to every span, as one act; ``change.result`` is a Given. ``new`` are codes at a path of names below a
    code (themes when None). The log keeps no word that was sought: it may be somebody's."""
    names = [desk.codebook.by_id[key].name for key in code_ids] + [path[-1] for path, _parent in new]

    def give(session: Session) -> Given:
        made = [code_path.obtain(session, path, parent_id=parent_id) for path, parent_id in new]
        return giving.give(session, spans, [*code_ids, *made], desk.coder_id)

    desk.do(Label(N_("code “{code}” in what the search found"), {"code": ", ".join(names)}), give, then)
