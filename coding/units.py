# SPDX-License-Identifier: GPL-3.0-or-later
"""The structures or configurations that interviews speak for.

Acts take a session and are run by the writer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.codebook import clean_name
from models.interview import InterviewUnit, Unit


def set_units(session: Session, interview_id: int, names: Sequence[str]) -> None:
    """Make these the units an interview speaks for, in this order and no other; units left unused go."""
    wanted = list(dict.fromkeys(name for name in map(clean_name, names) if name))
    links = {
        unit.name: (link, unit.id) for link, unit in session.execute(
            select(InterviewUnit, Unit).join(Unit, Unit.id == InterviewUnit.unit_id)
            .where(InterviewUnit.interview_id == interview_id))
    }
    left = [links[name] for name in links if name not in wanted]
    for link, _unit_id in left:
        session.delete(link)
    for place, name in enumerate(wanted):
        if name not in links:
            session.add(InterviewUnit(interview_id=interview_id, unit_id=_obtain(session, name), position=place))
        elif links[name][0].position != place:
            links[name][0].position = place
    session.flush()
    drop_unused(session, (unit_id for _link, unit_id in left))


def drop_unused(session: Session, unit_ids: Iterable[int]) -> None:
    """Delete those of the units that no interview speaks for any more."""
    for key in unit_ids:
        if session.scalar(select(InterviewUnit.id).where(InterviewUnit.unit_id == key).limit(1)) is None:
            session.delete(session.get_one(Unit, key))
    session.flush()


def _obtain(session: Session, name: str) -> int:
    found = session.scalar(select(Unit).where(Unit.name == name))
    if found is None:
        found = Unit(name=name)
        session.add(found)
        session.flush()
    return found.id
