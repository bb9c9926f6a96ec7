# SPDX-License-Identifier: GPL-3.0-or-later
"""The structures or configurations that interviews speak for.

Acts take a session and are run by the writer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding.codebook import clean_name
from coding.language import N_, ngettext, number
from coding.order import ordered_interviews
from models.errors import KnownError
from models.interview import InterviewUnit, Unit


@dataclass(frozen=True)
class UnitRow:
    """A structure, and the (id, title) of the interviews that speak for it, in the recorded order."""

    id: int
    name: str
    interviews: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Tally:
    """``configurations``: how many times an interview speaks for a unit; ``structures``: distinct units;
    ``silent``: interviews that speak for none."""

    interviews: int
    configurations: int
    structures: int
    silent: int

    def say(self) -> str:
        """«23 interviews · 26 configurations · 14 structures», the interviews alone where no unit is recorded."""
        return " · ".join(filter(None, (self.say_interviews(), self.say_units())))

    def say_interviews(self) -> str:
        """«23 interviews»."""
        return ngettext("{n} interview", "{n} interviews", self.interviews).format(n=number(self.interviews))

    def say_units(self) -> str:
        """«26 configurations · 14 structures», and who speaks for none; empty where no unit is recorded."""
        if not self.configurations:
            return ""
        said = [
            ngettext("{n} configuration", "{n} configurations", self.configurations).format(
                n=number(self.configurations)),
            ngettext("{n} structure", "{n} structures", self.structures).format(n=number(self.structures))]
        if self.silent:
            said.append(ngettext("{n} without a structure", "{n} without a structure", self.silent).format(
                n=number(self.silent)))
        return " · ".join(said)


def tally(speaks_for: Iterable[Collection[str]]) -> Tally:
    """The counts of interviews, given the units that each speaks for."""
    each = [set(names) for names in speaks_for]
    return Tally(len(each), sum(map(len, each)), len(set().union(*each)), sum(not names for names in each))


def listed(session: Session) -> list[UnitRow]:
    """Every unit, in the order of the first interview that speaks for it."""
    found: dict[int, list[tuple[int, str]]] = {}
    names = dict(session.execute(select(Unit.id, Unit.name)).all())
    links: dict[int, list[int]] = {}
    for interview_id, unit_id in session.execute(
        select(InterviewUnit.interview_id, InterviewUnit.unit_id).order_by(InterviewUnit.position, InterviewUnit.id)
    ):
        links.setdefault(interview_id, []).append(unit_id)
    for row in ordered_interviews(session):
        for unit_id in links.get(row.id, ()):
            found.setdefault(unit_id, []).append((row.id, row.title))
    return [UnitRow(key, names[key], tuple(found[key])) for key in found]


def rename(session: Session, unit_id: int, name: str) -> None:
    """Give a unit another name; a name that another unit has makes them one. Raises KnownError for an empty name."""
    name = clean_name(name)
    if not name:
        raise KnownError(N_("A structure needs a name."))
    row = session.get(Unit, unit_id)
    if row is None:
        raise KnownError(N_("This structure is no longer in the project."))
    same = session.scalar(select(Unit).where(Unit.name == name))
    if same is None:
        row.name = name
    elif same is not row:
        there = set(session.scalars(select(InterviewUnit.interview_id).where(InterviewUnit.unit_id == same.id)))
        for link in session.scalars(select(InterviewUnit).where(InterviewUnit.unit_id == unit_id)).all():
            if link.interview_id in there:
                session.delete(link)
            else:
                link.unit_id = same.id
        session.flush()
        session.delete(row)
    session.flush()


def set_interviews(session: Session, unit_id: int, interview_ids: Collection[int]) -> None:
    """Say which interviews speak for a unit; one that none speaks for any more goes."""
    links = {link.interview_id: link for link in session.scalars(
        select(InterviewUnit).where(InterviewUnit.unit_id == unit_id))}
    for key, link in links.items():
        if key not in interview_ids:
            session.delete(link)
    for key in interview_ids:
        if key not in links:
            last = session.scalar(select(func.max(InterviewUnit.position)).where(InterviewUnit.interview_id == key))
            session.add(InterviewUnit(
                interview_id=key, unit_id=unit_id, position=0 if last is None else last + 1))
    session.flush()
    drop_unused(session, [unit_id])


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
