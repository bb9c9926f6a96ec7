# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on pseudonyms, between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.desk import Desk
from coding.identifiers.span import Label
from coding.pseudonyms import adding, going_back, replacing
from coding.pseudonyms.going_back import WentBack
from coding.pseudonyms.replacing import Replaced

if TYPE_CHECKING:
    from coding.pseudonyms.correspondence import Correspondence, Entry
    from coding.pseudonyms.decisions import Decision
    from coding.pseudonyms.identity import Identity


def find_words(desk: Desk, *, words: str, label: Label, then: Callable[[Identity | None], None]) -> None:
    """Look for words everywhere; None when they stand nowhere."""
    desk.read(lambda session: adding.everywhere(session, words, label), then)


def replace(desk: Desk, *, decisions: Sequence[Decision], table: Correspondence | None,
            then: Callable[[Replaced], None]) -> None:
    """Do what was decided, as one act that leaves no trace on disk."""
    desk.run(lambda writer: replacing.replace(writer, decisions, table), then)


def known_by(desk: Desk, table: Correspondence) -> tuple[Entry, ...]:
    """What a table knows of this project."""
    return desk.read_now(lambda session: going_back.known(session, table))


def go_back(desk: Desk, *, table: Correspondence, entries: Sequence[Entry], then: Callable[[WentBack], None]) -> None:
    """Put these names back, as one act."""
    desk.run(lambda writer: going_back.go_back(writer, table, entries), then)
