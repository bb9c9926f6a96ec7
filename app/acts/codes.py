# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on the codebook, between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.desk import Desk
from coding import code_path, codebook, merging
from coding.changes import Change, Label
from coding.language import N_

Then = Callable[[Change], None] | None


def add(desk: Desk, *, name: str, parent_id: int | None, then: Then = None) -> None:
    """A new code; ``change.result`` is its id."""
    desk.do(Label(N_("create “{code}”"), {"code": name}), lambda s: codebook.add(s, name=name, parent_id=parent_id),
            then)


def add_path(desk: Desk, *, names: Sequence[str], parent_id: int | None, then: Then = None) -> None:
    """The code at a path of names below a code, made with all that is missing above it; ``change.result`` is its
    id."""
    desk.do(Label(N_("create “{code}”"), {"code": names[-1]}),
            lambda s: code_path.obtain(s, names, parent_id=parent_id), then)


def edit(desk: Desk, code_id: int, then: Then = None, **fields: Any) -> None:
    """Change any of a code's editable fields (``coding.codebook.EDITABLE``)."""
    key = N_("rename “{code}”") if set(fields) == {"name"} else N_("edit “{code}”")
    desk.do(Label(key, _named(desk, code_id)), lambda s: codebook.edit(s, code_id, **fields), then)


def move(desk: Desk, code_id: int, *, parent_id: int | None, position: int, then: Then = None) -> None:
    """Put a code elsewhere in the tree."""
    desk.do(Label(N_("move “{code}”"), _named(desk, code_id)),
            lambda s: codebook.move(s, code_id, parent_id=parent_id, position=position), then)


def merge(desk: Desk, code_id: int, *, into: int, then: Then = None) -> None:
    """Merge a code into another."""
    values = {**_named(desk, code_id), "target": desk.codebook.by_id[into].name}
    desk.do(Label(N_("merge “{code}” into “{target}”"), values), lambda s: merging.merge(s, code_id, into=into), then)


def remove(desk: Desk, code_id: int, then: Then = None) -> None:
    """Delete a code with all below it."""
    desk.do(Label(N_("delete “{code}”"), _named(desk, code_id)), lambda s: codebook.remove(s, code_id), then)


def _named(desk: Desk, code_id: int) -> dict[str, str]:
    return {"code": desk.codebook.by_id[code_id].name}
