# SPDX-License-Identifier: GPL-3.0-or-later
"""What has been gathered so far, and where each row of the project stands in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from coding.codebook import Codebook
from coding.exchange.derived import fixed
from coding.exchange.model import Case, CodeNode, Exchange, Note, Selection, Set, Source


@dataclass
class Gathered:
    """An exchange in the making; elements by the ids of their rows."""

    exchange: Exchange
    book: Codebook
    codes: dict[int, CodeNode] = field(default_factory=dict)
    cases: dict[int, Case] = field(default_factory=dict)
    users: dict[int, str] = field(default_factory=dict)  # GUIDs
    sources: dict[int, Source] = field(default_factory=dict)
    selections: dict[int, Selection] = field(default_factory=dict)
    groups: dict[int, Set] = field(default_factory=dict)

    def note(self, guid: str, name: str, text: str, bearers: Iterable[list[str]]) -> Note:
        """A new note, named in the ``notes`` of those that bear it."""
        made = Note(guid, name, text)
        self.exchange.notes.append(made)
        for notes in bearers:
            notes.append(guid)
        return made

    def set_of_notes(self, part: str, name: str, notes: Iterable[str]) -> None:
        """The set ``fixed(part)``, unless it would be empty."""
        members = list(dict.fromkeys(notes))
        if members:
            self.exchange.sets.append(Set(fixed(part), name, notes=members))
