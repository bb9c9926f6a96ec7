# SPDX-License-Identifier: GPL-3.0-or-later
"""A REFI-QDA file into the project, in one act. What the project has already stays as it is: an import only adds, and
the same file twice changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy.orm import Session

from coding import groups
from coding.changes import Label, Writer
from coding.collecting import put_off
from coding.exchange import (
    coders,
    returned,
    taking_codes,
    taking_notes,
    taking_passages,
    taking_people,
    taking_sources,
    unfolding,
)
from coding.exchange.bearers import Bearers
from coding.exchange.coders import Coming
from coding.exchange.foreseeing import Foreseen
from coding.exchange.model import Exchange, Loss
from coding.exchange.reading import OURS
from coding.exchange.taking_work import Choices, What, Work
from coding.exchange.there import There
from coding.language import N_

USUAL = Choices()


@dataclass(frozen=True)
class Plan:
    """What an import would do: how many of each kind are new, or there already; who codes; what is not carried.
    ``separator`` stands between the levels of codes whose tree is in their names; empty when none is to be unfolded."""

    name: str
    origin: str
    new: Mapping[What, int]
    same: Mapping[What, int]
    coders: tuple[Coming, ...]
    losses: tuple[Loss, ...]
    separator: str

    def __bool__(self) -> bool:
        return any(self.new.values())


@dataclass(frozen=True)
class Report:
    """What an import did. ``interviews`` are the ids of the new ones."""

    new: Mapping[What, int]
    same: Mapping[What, int]
    losses: tuple[Loss, ...]
    interviews: tuple[int, ...] = field(default=())


def foresee(session: Session, exchange: Exchange, choices: Choices = USUAL) -> Plan:
    """What ``take`` would do. Losses that only come to light when an interview's text differs from the file's are told
    by ``take``."""
    separator = unfolding.separator(exchange.codes, exchange.origin)
    exchange = _chosen(session, exchange, choices)
    there, ours = There(session), exchange.origin.startswith(OURS)
    coming = coders.coming(exchange, there, choices, ours=ours)
    counts = Foreseen(exchange, there, coming, ours=ours)
    return Plan(exchange.name, exchange.origin, counts.new, counts.same, tuple(coming),
                (*exchange.losses, *counts.losses), separator)


def take(writer: Writer, exchange: Exchange, choices: Choices = USUAL, *, group: str | None = None,
         told: Callable[[int, int, str], None] = lambda _done, _total, _what: None) -> Report:
    """Take a file in; one act, which undo takes back whole. The new interviews join ``group`` (made if needed)."""

    def run(session: Session) -> Report:
        done = act(session, exchange, choices, told)
        for interview_id in done.interviews if group else ():
            groups.set_member(session, groups.obtain(session, group or ""), interview_id, True)
        return done

    with put_off():
        report: Report = writer.do(label_of(exchange), run).result
    return report


def label_of(exchange: Exchange) -> Label:
    """What taking a file in is called."""
    return Label(N_("import “{file}”"), {"file": exchange.name})


def act(session: Session, exchange: Exchange, choices: Choices = USUAL,
        told: Callable[[int, int, str], None] = lambda _done, _total, _what: None) -> Report:
    """``take`` within an act."""
    exchange = _chosen(session, exchange, choices)
    work = Work(session=session, exchange=exchange, choices=choices, there=There(session), bearers=Bearers(exchange),
                ours=exchange.origin.startswith(OURS), told=told)
    with session.no_autoflush:
        coders.take(work)
        taking_codes.take(work)
        taking_people.take_participants(work)
        moved = taking_sources.take(work)
        taking_people.take_parts(work)
        taking_sources.link_voices(work)
        taking_people.take_groups(work)
        taking_people.take_attributes(work)
        taking_passages.take(work, moved)
        taking_passages.take_examples(work)
        taking_passages.take_citations(work)
        taking_notes.take(work)
    return Report(work.new, work.same, (*exchange.losses, *work.losses), tuple(work.added))


def _chosen(session: Session, exchange: Exchange, choices: Choices) -> Exchange:
    """The file without what is ours in one of another make, its codes unfolded when that was chosen."""
    if not exchange.origin.startswith(OURS):
        exchange = returned.without_ours(session, exchange)
    if not choices.separator:
        return exchange
    return replace(exchange, codes=unfolding.unfolded(exchange.codes, choices.separator))
