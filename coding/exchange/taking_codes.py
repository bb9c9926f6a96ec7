# SPDX-License-Identifier: GPL-3.0-or-later
"""The code tree of an import: codes that are there stay as they are, and get what they lack."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select

from coding.codebook import PALETTE, PATH_SEPARATOR
from coding.exchange import conventions, headings
from coding.exchange.bearers import OF_ORIGIN
from coding.exchange.derived import fixed
from coding.exchange.model import CodeNode
from coding.exchange.taking_work import Work
from coding.exchange.there import There, named
from coding.language import N_, _
from models.code import Code

SEPARATED = N_("Codes whose name holds “ > ”, which is written “ / ” instead: {n}")
TEXTS = ("definition", "include", "exclude", "example", "reservation")


def matched(codes: list[CodeNode], there: There, parent: int | None = None, known: bool = True
            ) -> Iterator[tuple[CodeNode, int | None]]:
    """Each code of a tree, parents first, with the code of the project that it is; ``known``: so is its parent."""
    taken: set[int] = set()
    for node in codes:
        found = _match(there, node, parent, taken) if known else there.codes.find(node.guid, None)
        yield node, found
        yield from matched(node.codes, there, found, found is not None)


def _match(there: There, node: CodeNode, parent: int | None, taken: set[int]) -> int | None:
    """The code of the project that a code is, none of those that its siblings are; it joins them. Of siblings of one
    name, the later ones were given numbers."""
    name, number = name_of(node), 2
    found = there.codes.find(node.guid, (parent, name))
    while found in taken:
        found, number = there.codes.by_key.get((parent, f"{name} ({number})")), number + 1
    if found is not None:
        taken.add(found)
    return found


def name_of(node: CodeNode) -> str:
    """The name of a code as the project can store it."""
    return named(node.name, _("Unnamed code")).replace(PATH_SEPARATOR, " / ")


def take(work: Work) -> None:
    """Make the codes that the project lacks, below their parents."""
    origins = {guid: OF_ORIGIN[one.guid] for one in work.exchange.sets if one.guid in OF_ORIGIN for guid in one.codes}
    positions = {parent: last + 1 for parent, last in work.session.execute(
        select(Code.parent_id, func.max(Code.position)).group_by(Code.parent_id)).all()}
    _take(work, work.exchange.codes, None, "", origins, positions)
    _pin(work)


def _take(work: Work, codes: list[CodeNode], parent: int | None, colour: str, origins: dict[str, str],
          positions: dict[int | None, int]) -> None:
    taken: set[int] = set()
    for node in codes:
        if PATH_SEPARATOR in node.name:
            work.lose(SEPARATED, node.name)
        row_id = _match(work.there, node, parent, taken)
        work.count("codes", new=row_id is None)
        if row_id is None:
            row_id = _add(work, node, parent, colour, origins.get(node.guid, "unknown"), positions)
        else:
            _complete(work, row_id, node)
        taken.add(row_id)
        work.codes[node.guid] = row_id
        _take(work, node.codes, row_id, node.colour or colour, origins, positions)


def _add(work: Work, node: CodeNode, parent: int | None, colour: str, origin: str,
         positions: dict[int | None, int]) -> int:
    index, name, number = work.there.codes, name_of(node), 2
    while (parent, name) in index.by_key:
        name, number = f"{name_of(node)} ({number})", number + 1
    position = positions.get(parent, 0)
    positions[parent] = position + 1
    own = "" if node.colour == colour else node.colour.upper()
    if parent is None and not own:
        own = PALETTE[position % len(PALETTE)]
    row = Code(guid=index.free(node.guid), name=name, parent_id=parent, position=position, colour=own, origin=origin,
               **_texts(work, node))
    work.session.add(row)
    work.session.flush()
    index.note(row.id, row.guid, (parent, name))
    return row.id


def _complete(work: Work, row_id: int, node: CodeNode) -> None:
    """Fill the texts that a code of the project lacks."""
    row = work.session.get_one(Code, row_id)
    for field, text in _texts(work, node).items():
        if text and not getattr(row, field):
            setattr(row, field, text)


def _texts(work: Work, node: CodeNode) -> dict[str, str]:
    definition, parts = headings.parted(node.description)
    said = {field: work.bearers.text(node.guid, field) for field in conventions.CODE_TEXTS}
    return {field: {"definition": definition, **parts}.get(field, "") or said.get(field, "") for field in TEXTS}


def _pin(work: Work) -> None:
    """Give codes their digits, those that no other code has."""
    one = next((each for each in work.exchange.sets if each.guid == fixed(conventions.PINS)), None)
    if one is None:
        return
    used = set(work.session.scalars(select(Code.pin).where(Code.pin.is_not(None))))
    for guid, digit in zip(one.codes, one.description.split(), strict=False):
        row = work.session.get(Code, work.codes.get(guid, 0))
        if row is not None and row.pin is None and digit in tuple("123456789") and int(digit) not in used:
            row.pin = int(digit)
            used.add(row.pin)
    work.session.flush()
