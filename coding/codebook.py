# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook: reading the tree, and every act on it.

Acts take a session and are run by the writer (``writer.do(label, lambda s: add(s, …))``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding.language import N_
from coding.palettes import HOUSE
from models.code import ORIGINS, Code
from models.errors import KnownError
from models.guide import GuideQuestion, ThemeAsked
from models.memo import CellSummary, Memo
from models.passage import Coding, Passage

PATH_SEPARATOR = " > "
PALETTE = HOUSE.values
EDITABLE = ("name", "definition", "include", "exclude", "example", "colour", "origin", "reservation", "pin")


@dataclass(frozen=True)
class CodeNode:
    """One code as views need it; ``colour`` is its own or, when it has none, its theme's."""

    id: int
    guid: str
    parent_id: int | None
    name: str
    colour: str
    own_colour: str
    position: int
    origin: str
    pin: int | None
    depth: int


class Codebook:
    """The tree in memory, in display order: themes by position, each followed by its codes."""

    def __init__(self, nodes: Sequence[CodeNode]) -> None:
        self.nodes = list(nodes)
        self.by_id = {node.id: node for node in nodes}
        self._children: dict[int | None, list[CodeNode]] = {}
        for node in nodes:
            self._children.setdefault(node.parent_id, []).append(node)

    def __iter__(self) -> Iterator[CodeNode]:
        return iter(self.nodes)

    def __len__(self) -> int:
        return len(self.nodes)

    @property
    def themes(self) -> list[CodeNode]:
        """The root codes."""
        return self.children(None)

    def children(self, code_id: int | None) -> list[CodeNode]:
        """The codes right below a code; the themes below None."""
        return self._children.get(code_id, [])

    def below(self, code_id: int) -> list[int]:
        """The ids of a code and of every code below it."""
        found = [code_id]
        for child in self.children(code_id):
            found.extend(self.below(child.id))
        return found

    def theme_of(self, code_id: int) -> CodeNode:
        """The root above a code, itself when it is a theme."""
        node = self.by_id[code_id]
        return node if node.parent_id is None else self.theme_of(node.parent_id)

    def path(self, code_id: int) -> tuple[str, ...]:
        """The names from the theme down to the code."""
        node = self.by_id[code_id]
        return (node.name,) if node.parent_id is None else (*self.path(node.parent_id), node.name)

    def path_text(self, code_id: int) -> str:
        """«Theme > Code»."""
        return PATH_SEPARATOR.join(self.path(code_id))

    def path_below_theme(self, code_id: int) -> str | None:
        """The path without its theme; None for a theme."""
        return PATH_SEPARATOR.join(self.path(code_id)[1:]) or None

    def find(self, path: Sequence[str]) -> CodeNode | None:
        """The code at a path of names, theme first, compared after NFC and trimming; None when there is none."""
        node: CodeNode | None = None
        for name in path:
            wanted = clean_name(name)
            below = self.children(node.id if node else None)
            node = next((child for child in below if child.name == wanted), None)
            if node is None:
                return None
        return node


def clean_name(name: str) -> str:
    """A name as it is stored: NFC, without spaces around or line breaks inside."""
    return " ".join(unicodedata.normalize("NFC", name).split("\n")).strip()


def read(session: Session) -> Codebook:
    """The whole codebook in display order. Raises KnownError when it is no tree."""
    rows = session.execute(
        select(Code.id, Code.guid, Code.parent_id, Code.name, Code.colour, Code.position, Code.origin, Code.pin)
        .order_by(Code.position, Code.id)
    ).all()
    children: dict[int | None, list[Any]] = {}
    for row in rows:
        children.setdefault(row.parent_id, []).append(row)
    nodes: list[CodeNode] = []

    def walk(parent: int | None, inherited: str, depth: int) -> None:
        for index, row in enumerate(children.get(parent, [])):
            colour = row.colour or inherited or PALETTE[index % len(PALETTE)]
            nodes.append(CodeNode(row.id, row.guid, row.parent_id, row.name, colour, row.colour, row.position,
                                  row.origin, row.pin, depth))
            walk(row.id, colour, depth + 1)

    walk(None, "", 0)
    if len(nodes) < len(rows):
        raise KnownError(
            N_("The codebook is damaged: some codes stand below themselves. Open one of the project’s backups."))
    return Codebook(nodes)


def get(session: Session, code_id: int) -> Code:
    """The row of a code. Raises KnownError when it no longer exists."""
    code = session.get(Code, code_id)
    if code is None:
        raise KnownError(N_("This code no longer exists. It may have been deleted or merged meanwhile."))
    return code


def add(session: Session, *, name: str, parent_id: int | None = None, **fields: Any) -> int:
    """A new code at the end of its siblings; returns its id. A theme without a colour takes the next of the
    palette. Raises KnownError when the name is empty or a sibling has it."""
    name = _checked_name(session, name, parent_id, except_id=None)
    siblings = session.scalars(select(Code).where(Code.parent_id.is_(parent_id) if parent_id is None
                                                  else Code.parent_id == parent_id)).all()
    position = max((code.position for code in siblings), default=-1) + 1
    if parent_id is None and not fields.get("colour"):
        used = [code.colour for code in siblings]
        fields["colour"] = next((c for c in PALETTE if c not in used), PALETTE[len(siblings) % len(PALETTE)])
    fields.setdefault("origin", "emergent")
    code = Code(name=name, parent_id=parent_id, position=position, **fields)
    session.add(code)
    session.flush()
    return code.id


def edit(session: Session, code_id: int, **fields: Any) -> None:
    """Change a code's name, definition, include, exclude, example, colour, origin, reservation or pin.

    A pin taken from another code leaves that code. Raises KnownError for a name already taken.
    """
    code = get(session, code_id)
    unknown = set(fields) - set(EDITABLE)
    if unknown or fields.get("origin", "unknown") not in ORIGINS:
        raise ValueError(f"{unknown or fields['origin']}")
    if "name" in fields:
        fields["name"] = _checked_name(session, fields["name"], code.parent_id, except_id=code_id)
    if fields.get("pin") is not None:
        for other in session.scalars(select(Code).where(Code.pin == fields["pin"], Code.id != code_id)):
            other.pin = None
        session.flush()
    for key, value in fields.items():
        setattr(code, key, value)


def recolour(session: Session, colours: Mapping[int, str], *, follow: bool) -> None:
    """Give each code of ``colours`` its colour; with ``follow``, the codes below take it too, whatever they had."""
    book = read(session)
    for code_id, colour in colours.items():
        get(session, code_id).colour = colour
        for key in book.below(code_id)[1:] if follow else ():
            row = get(session, key)
            if row.colour:
                row.colour = ""


def made_since(session: Session, moment: datetime) -> set[int]:
    """The ids of the codes made at that moment or later (UTC, without a zone)."""
    return set(session.scalars(select(Code.id).where(Code.created_at >= moment)))


def move(session: Session, code_id: int, *, parent_id: int | None, position: int) -> None:
    """Put a code under another (or among the themes) at a place among its new siblings.

    Raises KnownError when the code would come under itself or a new sibling has its name.
    """
    from coding.guides import asked

    code = get(session, code_id)
    book = read(session)
    if parent_id is not None and parent_id in book.below(code_id):
        raise KnownError(N_("“{name}” cannot be placed under itself."), name=code.name)
    _checked_name(session, code.name, parent_id, except_id=code_id)
    if parent_id is None and not code.colour:
        code.colour = book.by_id[code_id].colour  # a new theme keeps the colour it was seen in
    siblings = [node.id for node in book.children(parent_id) if node.id != code_id]
    siblings.insert(max(0, min(position, len(siblings))), code_id)
    code.parent_id = parent_id
    for index, sibling in enumerate(siblings):
        row = get(session, sibling)
        if row.position != index:
            row.position = index
    session.flush()
    asked.derive(session)


@dataclass(frozen=True)
class Consequence:
    """What an act on a code would touch, counted before it is done."""

    codes: int
    codings: int
    passages: int
    interviews: int


def consequence(session: Session, code_id: int) -> Consequence:
    """Count the codes, codings, passages and interviews under a code and every code below it."""
    ids = read(session).below(code_id)
    row = session.execute(
        select(func.count(Coding.id), func.count(Coding.passage_id.distinct()),
               func.count(Passage.interview_id.distinct()))
        .select_from(Coding).join(Passage, Passage.id == Coding.passage_id).where(Coding.code_id.in_(ids))
    ).one()
    return Consequence(len(ids), row[0], row[1], row[2])


def remove(session: Session, code_id: int) -> None:
    """Delete a code, every code below it and their codings; passages left without any code or memo go too."""
    from coding import followers, passages
    from coding.guides import asked

    for key in reversed(read(session).below(code_id)):
        codings = session.scalars(select(Coding).where(Coding.code_id == key)).all()
        passage_ids = {coding.passage_id for coding in codings}
        for row in codings:
            session.delete(row)
        for model in (Memo, CellSummary):
            for note in session.scalars(select(model).where(model.code_id == key)):
                session.delete(note)
        for said in session.scalars(select(ThemeAsked).where(ThemeAsked.theme_id == key)):
            session.delete(said)
        for question in session.scalars(select(GuideQuestion).where(GuideQuestion.theme_id == key)):
            question.theme_id = None
        followers.follow_code(session, key)
        session.delete(get(session, key))
        session.flush()
        passages.drop_empty(session, passage_ids)
    asked.derive(session)


def _checked_name(session: Session, name: str, parent_id: int | None, *, except_id: int | None) -> str:
    name = clean_name(name)
    if not name:
        raise KnownError(N_("A code needs a name."))
    if PATH_SEPARATOR in name:
        raise KnownError(
            N_("“{name}” holds “ > ”, which separates the levels of a path. Write it otherwise."), name=name)
    same_parent = Code.parent_id.is_(None) if parent_id is None else Code.parent_id == parent_id
    taken = session.scalar(select(Code.id).where(Code.name == name, same_parent))
    if taken is not None and taken != except_id:
        raise KnownError(
            N_("There is already a “{name}” here. Choose another name, or merge the two codes."), name=name
        )
    return name
