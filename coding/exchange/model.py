# SPDX-License-Identifier: GPL-3.0-or-later
"""What a REFI-QDA file holds, as plain data: the standard's elements that a tool for interviews can use.

Names are the standard's. Texts are NFC with LF and no BOM, and offsets count their code points, end exclusive: the
writer and the reader convert. Identifiers are lower-case GUIDs with hyphens.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

ValueType = Literal["Text", "Boolean", "Integer", "Float", "Date", "DateTime"]
Value = str | bool | int | float | date | datetime


@dataclass
class User:
    """Who codes."""

    guid: str
    name: str


@dataclass
class CodeNode:
    """A code and those below it. ``colour`` is «#rrggbb» or empty."""

    guid: str
    name: str
    is_codable: bool = True
    colour: str = ""
    description: str = ""
    notes: list[str] = field(default_factory=list)  # GUIDs of Notes
    codes: list[CodeNode] = field(default_factory=list)


@dataclass
class Variable:
    """An attribute."""

    guid: str
    name: str
    type: ValueType = "Text"
    description: str = ""


@dataclass
class Case:
    """A participant, or another unit of analysis; ``values`` by variable GUID, ``sources`` GUIDs of sources."""

    guid: str
    name: str
    description: str = ""
    codes: list[str] = field(default_factory=list)
    values: dict[str, Value] = field(default_factory=dict)
    sources: list[str] = field(default_factory=list)
    selections: list[str] = field(default_factory=list)


@dataclass
class Coding:
    """One user gave one code (a GUID)."""

    guid: str
    code: str
    user: str = ""
    at: datetime | None = None  # UTC, without a zone
    notes: list[str] = field(default_factory=list)


@dataclass
class Selection:
    """A span [start, end) of a source; ``name`` is the words as the file gives them, which need not be whole."""

    guid: str
    start: int
    end: int
    name: str = ""
    description: str = ""
    user: str = ""
    at: datetime | None = None
    codings: list[Coding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass
class Source:
    """A text; ``codings`` and ``notes`` are those of the whole of it."""

    guid: str
    name: str
    text: str
    description: str = ""
    user: str = ""
    at: datetime | None = None
    selections: list[Selection] = field(default_factory=list)
    codings: list[Coding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    values: dict[str, Value] = field(default_factory=dict)


@dataclass
class Note:
    """A memo; the elements that bear it name its GUID. ``at`` is when it was begun, ``changed`` when last changed."""

    guid: str
    name: str
    text: str
    user: str = ""
    at: datetime | None = None
    changed: datetime | None = None


@dataclass
class Link:
    """A relation between two elements; ``direction`` is «Associative», «OneWay», «Bidirectional» or empty."""

    guid: str
    origin: str
    target: str
    name: str = ""
    direction: str = ""
    notes: list[str] = field(default_factory=list)


@dataclass
class Set:
    """A group of codes, sources or notes."""

    guid: str
    name: str
    description: str = ""
    codes: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Loss:
    """Something that was not carried: ``what`` is a msgid with ``{n}`` (how many), said by ``losses``; ``where`` names
    the places, a few of them."""

    what: str
    n: int = 1
    where: tuple[str, ...] = ()


@dataclass
class Exchange:
    """A whole file. ``origin`` is the program that wrote it, as it calls itself; ``at`` and ``changed`` when the
    project was begun and last changed; ``losses`` what was not carried."""

    name: str
    origin: str = ""
    at: datetime | None = None
    changed: datetime | None = None
    description: str = ""
    users: list[User] = field(default_factory=list)
    codes: list[CodeNode] = field(default_factory=list)
    variables: list[Variable] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    sets: list[Set] = field(default_factory=list)
    project_notes: list[str] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
