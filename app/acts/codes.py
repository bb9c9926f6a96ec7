# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on the codebook, between a gesture and the domain.

Each is logged with the interview being coded, so that the history of the codebook can tell where a code comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.desk import Desk
from coding import code_path, codebook, examples, merging, splitting
from coding.changes import Change, Label
from coding.language import N_

Then = Callable[[Change], None] | None


def add(desk: Desk, *, name: str, parent_id: int | None, then: Then = None) -> None:
    """A new code; ``change.result`` is its id."""
    desk.do(_label(desk, N_("create “{code}”"), code=name),
            lambda s: codebook.add(s, name=name, parent_id=parent_id), then)


def add_path(desk: Desk, *, names: Sequence[str], parent_id: int | None, then: Then = None) -> None:
    """The code at a path of names below a code, made with all that is missing above it; ``change.result`` is its
    id."""
    desk.do(_label(desk, N_("create “{code}”"), code=names[-1]),
            lambda s: code_path.obtain(s, names, parent_id=parent_id), then)


def edit(desk: Desk, code_id: int, then: Then = None, **fields: Any) -> None:
    """Change any of a code's editable fields (``coding.codebook.EDITABLE``)."""
    key = N_("rename “{code}”") if set(fields) == {"name"} else N_("edit “{code}”")
    desk.do(_of(desk, key, code_id), lambda s: codebook.edit(s, code_id, **fields), then)


def pin(desk: Desk, code_id: int, digit: int | None, then: Then = None) -> None:
    """Give a code the digit that codes with it, or none; the code that had it loses it."""
    key = N_("take the key of “{code}”") if digit is None else N_("key {digit} for “{code}”")
    desk.do(_of(desk, key, code_id, digit=digit), lambda s: codebook.edit(s, code_id, pin=digit), then)


def recolour(desk: Desk, colours: Mapping[int, str], *, follow: bool) -> None:
    """Give themes their colours, from a palette; with ``follow``, codes below take the theme's."""
    desk.do(_label(desk, N_("recolour the themes")), lambda s: codebook.recolour(s, colours, follow=follow))


def move(desk: Desk, code_id: int, *, parent_id: int | None, position: int, then: Then = None) -> None:
    """Put a code elsewhere in the tree."""
    desk.do(_of(desk, N_("move “{code}”"), code_id),
            lambda s: codebook.move(s, code_id, parent_id=parent_id, position=position), then)


def merge(desk: Desk, code_id: int, *, into: int, then: Then = None) -> None:
    """Merge a code into another."""
    desk.do(_of(desk, merging.LABEL, code_id, target=desk.codebook.by_id[into].name),
            lambda s: merging.merge(s, code_id, into=into), then)


def split(desk: Desk, code_id: int, parts: Mapping[str, Sequence[int]], *, below: bool, then: Then = None) -> None:
    """Give passages of a code to others, named by ``parts``; ``change.result`` is the ids of these."""
    desk.do(_of(desk, splitting.LABEL, code_id), lambda s: splitting.split(s, code_id, parts, below=below), then)


def remove(desk: Desk, code_id: int, then: Then = None) -> None:
    """Delete a code with all below it."""
    desk.do(_of(desk, N_("delete “{code}”"), code_id), lambda s: codebook.remove(s, code_id), then)


def use_example(desk: Desk, *, code_id: int, passage_id: int) -> None:
    """Show a passage as an example in a code's definition."""
    desk.do(_of(desk, N_("example of “{code}”"), code_id),
            lambda s: examples.use(s, code_id=code_id, passage_id=passage_id))


def drop_example(desk: Desk, *, code_id: int, passage_id: int) -> None:
    """Take a passage out of the examples of a code."""
    desk.do(_of(desk, N_("remove an example of “{code}”"), code_id),
            lambda s: examples.drop(s, code_id=code_id, passage_id=passage_id))


def _of(desk: Desk, key: str, code_id: int, **values: Any) -> Label:
    return _label(desk, key, code=desk.codebook.by_id[code_id].name, **values)


def _label(desk: Desk, key: str, **values: Any) -> Label:
    return Label(key, values if desk.interview_id is None else {**values, "interview": desk.interview_id})
