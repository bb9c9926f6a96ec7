# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups of interviews and their sampling frames: reading them, and every act on them."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding.language import N_, quoted_list
from models.errors import KnownError
from models.group import FRAME_KNOWN, Group, GroupMember, SamplingFrame
from models.left_out import LeftOut
from models.memo import Memo

FRAME_FIELDS = ("unit", "frame_known", "invited", "reached", "refused", "silent", "justification")


@dataclass(frozen=True)
class FrameRow:
    """How a group was recruited; counts are None where they are not known."""

    unit: str
    frame_known: str
    invited: int | None
    reached: int | None
    refused: int | None
    silent: int | None
    justification: str


@dataclass(frozen=True)
class GroupRow:
    """A group, how many interviews it holds, and its sampling frame when one is recorded."""

    id: int
    name: str
    interviews: int
    frame: FrameRow | None


def listed(session: Session) -> list[GroupRow]:
    """Every group, in order."""
    frames = {row.group_id: row for row in session.scalars(select(SamplingFrame))}
    sizes = {row[0]: row[1] for row in session.execute(
        select(GroupMember.group_id, func.count()).group_by(GroupMember.group_id))}
    return [
        GroupRow(group.id, group.name, sizes.get(group.id, 0), _frame_row(frames.get(group.id)))
        for group in session.scalars(select(Group).order_by(Group.position, Group.id))
    ]


def frame(session: Session, group_id: int) -> dict[str, Any]:
    """The sampling frame of a group, by field; empty when none is recorded."""
    row = session.scalar(select(SamplingFrame).where(SamplingFrame.group_id == group_id))
    return {} if row is None else {name: getattr(row, name) for name in FRAME_FIELDS}


def named(session: Session, name: str) -> Group:
    """The group of that name. Raises KnownError naming the groups there are."""
    wanted = unicodedata.normalize("NFC", name).strip()
    group = session.scalar(select(Group).where(Group.name == wanted))
    if group is None:
        raise KnownError(
            N_("There is no group “{name}”. The groups are: {groups}."), name=name,
            groups=quoted_list(row.name for row in listed(session)),
        )
    return group


def obtain(session: Session, name: str) -> int:
    """The id of the group of that name, made at the end of the list if there is none yet."""
    name = unicodedata.normalize("NFC", name).strip()
    if not name:
        raise KnownError(N_("A group needs a name."))
    found = session.scalar(select(Group.id).where(Group.name == name))
    if found is not None:
        return found
    last = session.scalar(select(func.max(Group.position)))
    group = Group(name=name, position=0 if last is None else last + 1)
    session.add(group)
    session.flush()
    return group.id


def gather(session: Session, name: str, interview_ids: Collection[int]) -> int:
    """The id of a new group that holds these interviews. Raises KnownError when the name is empty or taken."""
    taken = session.scalar(select(Group.id).where(Group.name == unicodedata.normalize("NFC", name).strip()))
    if taken is not None:
        raise KnownError(N_("There is already a group “{name}”. Choose another name."), name=name.strip())
    group_id = obtain(session, name)
    for interview_id in interview_ids:
        set_member(session, group_id, interview_id, True)
    return group_id


def rename(session: Session, group_id: int, *, name: str) -> None:
    """Give a group another name. Raises KnownError when it is empty or taken."""
    name = unicodedata.normalize("NFC", name).strip()
    taken = session.scalar(select(Group.id).where(Group.name == name))
    if not name:
        raise KnownError(N_("A group needs a name."))
    if taken not in (None, group_id):
        raise KnownError(N_("There is already a group “{name}”. Choose another name."), name=name)
    session.get_one(Group, group_id).name = name


def remove(session: Session, group_id: int) -> None:
    """Delete a group, its frame and its memos; its interviews stay."""
    for model in (GroupMember, SamplingFrame, LeftOut, Memo):
        for row in session.scalars(select(model).where(model.group_id == group_id)):
            session.delete(row)
    session.delete(session.get_one(Group, group_id))
    session.flush()


def set_groups(session: Session, interview_id: int, group_ids: Collection[int]) -> None:
    """Make an interview a member of these groups and no other."""
    members = {row.group_id: row for row in
               session.scalars(select(GroupMember).where(GroupMember.interview_id == interview_id))}
    for group_id, row in members.items():
        if group_id not in group_ids:
            session.delete(row)
    for group_id in dict.fromkeys(group_ids):
        if group_id not in members:
            session.add(GroupMember(group_id=group_id, interview_id=interview_id))
    session.flush()


def set_member(session: Session, group_id: int, interview_id: int, member: bool) -> None:
    """Put an interview into a group, or take it out; its other groups stay."""
    now = set(session.scalars(select(GroupMember.group_id).where(GroupMember.interview_id == interview_id)))
    set_groups(session, interview_id, now | {group_id} if member else now - {group_id})


def set_frame(session: Session, group_id: int, **fields: Any) -> None:
    """Set fields of a group's sampling frame (FRAME_FIELDS), made if there is none yet.

    Raises KnownError when counts are negative or more refusals and silences than invitations are given.
    """
    unknown = set(fields) - set(FRAME_FIELDS)
    if unknown or fields.get("frame_known", "no") not in FRAME_KNOWN:
        raise ValueError(f"{unknown or fields['frame_known']}")
    frame = session.scalar(select(SamplingFrame).where(SamplingFrame.group_id == group_id))
    current = _frame_row(frame) or FrameRow("", "no", None, None, None, None, "")
    planned = {name: fields.get(name, getattr(current, name)) for name in FRAME_FIELDS}
    counts = [planned[name] for name in ("invited", "reached", "refused", "silent")]
    if any(count is not None and count < 0 for count in counts):
        raise KnownError(N_("Invited, reached, refused and silent are counts: they cannot be negative."))
    missing = (planned["refused"] or 0) + (planned["silent"] or 0)
    if planned["invited"] is not None and missing > planned["invited"]:
        raise KnownError(
            N_("{missing} refusals and silences cannot come from {invited} invitations. Correct one of them."),
            missing=missing, invited=planned["invited"],
        )
    if frame is None:
        session.add(SamplingFrame(group_id=group_id, **planned))
    else:
        for name, value in fields.items():
            setattr(frame, name, value)
    session.flush()


def _frame_row(frame: SamplingFrame | None) -> FrameRow | None:
    return None if frame is None else FrameRow(*(getattr(frame, name) for name in FRAME_FIELDS))
