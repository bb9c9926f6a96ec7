# SPDX-License-Identifier: GPL-3.0-or-later
"""The code tree of an export, the sets that tell origins and digits, and contradictory codes."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import examples
from coding.exchange import headings
from coding.exchange.conventions import EXAMPLE, EXCLUDE, INCLUDE, NOTE, ORIGINS, PINS, RESERVATION
from coding.exchange.derived import derived, fixed, named
from coding.exchange.gathered import Gathered
from coding.exchange.model import CodeNode, Link, Set
from coding.language import N_, _
from models.code import Code
from models.contradiction import Contradiction

_NAMES = {
    INCLUDE: N_("Include: {code}"), EXCLUDE: N_("Exclude: {code}"), EXAMPLE: N_("Example: {code}"),
    RESERVATION: N_("Reservation: {code}"),
}
_ORIGIN_NAMES = {
    "guide": N_("Codes from the interview guide"), "a_priori": N_("A priori codes"),
    "emergent": N_("Emergent codes"),
}


def add(session: Session, found: Gathered, *, described: bool = False) -> None:
    """Add the tree and its sets; ``described``: as a codebook alone holds them, without notes."""
    rows = {row.id: row for row in session.scalars(select(Code))}
    for shown in found.book:
        row = rows[shown.id]
        made = CodeNode(row.guid, row.name, colour=shown.colour.lower(), description=row.definition)
        found.codes[row.id] = made
        above = found.exchange.codes if row.parent_id is None else found.codes[row.parent_id].codes
        above.append(made)
        if described:
            made.description = headings.joined(row.definition, _described(row))
        else:
            _note(found, row, made)
    _add_sets(found, described)
    if not described:
        _contradictions(session, found)


def _described(row: Code) -> dict[str, str | None]:
    return {INCLUDE: row.include or None, EXCLUDE: row.exclude or None,
            EXAMPLE: examples.written(row.example) or None}


def _note(found: Gathered, row: Code, made: CodeNode) -> None:
    texts = {INCLUDE: row.include, EXCLUDE: row.exclude, EXAMPLE: examples.written(row.example),
             RESERVATION: row.reservation}
    for part, text in texts.items():
        if text or (part == EXAMPLE and row.example):
            found.note(derived(row.guid, part), _(_NAMES[part]).format(code=row.name), text, [made.notes])


def _add_sets(found: Gathered, described: bool) -> None:
    for origin, name in _ORIGIN_NAMES.items():
        members = [node.guid for node in found.book if node.origin == origin]
        if members:
            found.exchange.sets.append(Set(named(ORIGINS, origin), _(name), codes=members))
    pinned = sorted((node.pin, node.guid) for node in found.book if node.pin is not None)
    if pinned and not described:
        found.exchange.sets.append(Set(
            fixed(PINS), _("Codes under a digit"), " ".join(str(pin) for pin, _guid in pinned),
            codes=[guid for _pin, guid in pinned]))


def _contradictions(session: Session, found: Gathered) -> None:
    for row in session.scalars(select(Contradiction).order_by(Contradiction.id)):
        made = Link(row.guid, found.codes[row.one_id].guid, found.codes[row.other_id].guid, _("contradicts"),
                    "Associative")
        found.exchange.links.append(made)
        if row.note:
            name = _("Contradictory: {one} / {other}").format(
                one=found.codes[row.one_id].name, other=found.codes[row.other_id].name)
            found.note(derived(row.guid, NOTE), name, row.note, [made.notes])
