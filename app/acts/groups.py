# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on groups and their sampling frames, between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.desk import Desk
from coding import decisions, groups
from coding.changes import Change, Label
from coding.language import N_

Then = Callable[[Change], None] | None


def add(desk: Desk, *, name: str, then: Then = None) -> None:
    """A new group; ``change.result`` is its id."""
    desk.do(Label(N_("create the group “{name}”"), {"name": name}), lambda s: groups.obtain(s, name), then)


def gather(desk: Desk, *, name: str, interview_ids: Sequence[int], then: Then = None) -> None:
    """A new group that holds these interviews; ``change.result`` is its id."""
    ids = tuple(interview_ids)
    desk.do(Label(N_("create the group “{name}”"), {"name": name}), lambda s: groups.gather(s, name, ids), then)


def rename(desk: Desk, *, group_id: int, name: str, new: str) -> None:
    """Give a group another name."""
    desk.do(Label(N_("rename the group “{name}”"), {"name": name}), lambda s: groups.rename(s, group_id, name=new))


def remove(desk: Desk, *, group_id: int, name: str) -> None:
    """Delete a group; its interviews stay."""
    desk.do(Label(N_("delete the group “{name}”"), {"name": name}), lambda s: groups.remove(s, group_id))


def set_member(desk: Desk, *, group_id: int, name: str, interview_id: int, title: str, member: bool) -> None:
    """Put an interview into a group, or take it out."""
    label = N_("put “{title}” in “{name}”") if member else N_("take “{title}” out of “{name}”")
    desk.do(Label(label, {"title": title, "name": name}),
            lambda s: groups.set_member(s, group_id, interview_id, member))


def set_frame(desk: Desk, *, group_id: int, name: str, **fields: Any) -> None:
    """Set fields of a group's sampling frame."""
    before = desk.read_now(lambda s: groups.frame(s, group_id))
    label = Label(N_("sampling of “{name}”"), {"name": name, **decisions.changed(before, fields)})
    desk.do(label, lambda s: groups.set_frame(s, group_id, **fields))
