# SPDX-License-Identifier: GPL-3.0-or-later
"""Links that memos hold, as plain text: ``[[p:GUID|« quote… »]]``, p for a passage, c for a code, i for an interview.

The label is what was to be read when the link was made; it stays when what it leads to has gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import citations, codebook
from coding.language import _, current_language
from coding.typography import NBSP, one_line, quoted
from coding.voices import Voices
from models.interview import Interview
from models.passage import Passage

Kind = Literal["passage", "code", "interview"]

LETTERS: dict[str, Kind] = {"p": "passage", "c": "code", "i": "interview"}
_LETTER_OF = {kind: letter for letter, kind in LETTERS.items()}
_GUID = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_LINK = re.compile(rf"\[\[([pci]):({_GUID})\|((?:(?!\[\[)[^\n])*?)\]\](?!\])")
_BRACKETS = re.compile(r"\[{2,}|\]{2,}")
LABEL = 60  # characters of a quote that its label keeps


@dataclass(frozen=True)
class Link:
    """One link of a memo."""

    kind: Kind
    guid: str
    label: str

    @property
    def source(self) -> str:
        """How it stands in the memo’s text."""
        return f"[[{_LETTER_OF[self.kind]}:{self.guid}|{self.label}]]"


@dataclass(frozen=True)
class Target:
    """What a link leads to now. ``words`` is the quote, the path of the code or the interview’s title, ``where``
    «Inès, turn 42» for a passage. ``start`` and ``end`` are code points of the interview’s text. ``withheld``: a
    passage that is never to be cited."""

    kind: Kind
    id: int
    words: str
    where: str = ""
    interview_id: int | None = None
    start: int = 0
    end: int = 0
    withheld: bool = False


Piece = str | Link
Targets = Mapping[str, Target]  # by GUID


def make(kind: Kind, guid: str, label: str) -> Link:
    """A link whose label is fit to stand in one."""
    return Link(kind, guid, _BRACKETS.sub(lambda found: found[0][0], one_line(label)))


def pieces(text: str) -> list[Piece]:
    """A memo’s text as the words and the links that make it; joined by ``written`` they are the text again."""
    found: list[Piece] = []
    at = 0
    for match in _LINK.finditer(text):
        if match.start() > at:
            found.append(text[at : match.start()])
        found.append(Link(LETTERS[match[1]], match[2], match[3]))
        at = match.end()
    if at < len(text):
        found.append(text[at:])
    return found


def written(parts: Iterable[Piece]) -> str:
    """The text that words and links make."""
    return "".join(part if isinstance(part, str) else part.source for part in parts)


def links(text: str) -> list[Link]:
    """The links of a text, in order."""
    return [part for part in pieces(text) if isinstance(part, Link)]


def resolve(session: Session, wanted: Iterable[Link]) -> dict[str, Target]:
    """What each link leads to, by GUID; those that lead nowhere any more are left out."""
    guids: dict[Kind, set[str]] = {kind: set() for kind in _LETTER_OF}
    for link in wanted:
        guids[link.kind].add(link.guid)
    found = _passages(session, guids["passage"])
    if guids["code"]:
        book = codebook.read(session)
        found |= {node.guid: Target("code", node.id, book.path_text(node.id)) for node in book
                  if node.guid in guids["code"]}
    if guids["interview"]:
        rows = session.execute(
            select(Interview.guid, Interview.id, Interview.title).where(Interview.guid.in_(guids["interview"])))
        found |= {row.guid: Target("interview", row.id, row.title, interview_id=row.id) for row in rows}
    return found


def to_passages(session: Session, passage_ids: Sequence[int]) -> list[Link]:
    """A link to each of these passages, in their order; those that have gone are left out."""
    rows = {row.id: row for row in session.execute(
        select(Passage.id, Passage.guid, Passage.quote).where(Passage.id.in_(passage_ids)))}
    return [make("passage", rows[key].guid, quoted(_short(rows[key].quote), current_language()))
            for key in passage_ids if key in rows]


def to_code(session: Session, code_id: int) -> Link:
    """A link to a code."""
    code = codebook.get(session, code_id)
    return make("code", code.guid, code.name)


def to_interview(session: Session, interview_id: int) -> Link:
    """A link to an interview."""
    row = session.execute(select(Interview.guid, Interview.title).where(Interview.id == interview_id)).one()
    return make("interview", row.guid, row.title)


def shown(link: Link, targets: Targets) -> str:
    """A link as it is read on the screen: « quote… » (Inès, turn 42); its label alone, and that it has gone."""
    target = targets.get(link.guid)
    if target is None:
        return _("{label} (no longer there)").format(label=link.label)
    if target.kind == "passage":
        return _("{label} ({where})").format(label=link.label, where=target.where)
    return target.words


def rendered(text: str, targets: Targets, language: str) -> str:
    """A memo’s text as it leaves the program: each link is the whole quote and where it stands, or only that
    where the quote is not to be cited."""
    said = []
    for part in pieces(text):
        target = targets.get(part.guid) if isinstance(part, Link) else None
        if isinstance(part, str):
            said.append(part)
        elif target is not None and target.kind == "passage":
            words = citations.KEPT_BACK if target.withheld else quoted(target.words, language)
            said.append(f"{words} ({target.where})")
        else:
            said.append(shown(part, targets))
    return "".join(said)


def _passages(session: Session, guids: set[str]) -> dict[str, Target]:
    if not guids:
        return {}
    rows = session.execute(
        select(Passage.guid, Passage.id, Passage.interview_id, Passage.start, Passage.end, Passage.quote,
               Interview.title)
        .join(Interview, Interview.id == Passage.interview_id).where(Passage.guid.in_(guids))
    ).all()
    voices = Voices(session, {row.interview_id for row in rows})
    withheld = frozenset(session.scalars(citations.withheld_passages()))
    found = {}
    for row in rows:
        heard = voices.over(row.interview_id, row.start, row.end, row.quote)
        found[row.guid] = Target("passage", row.id, heard.printed, place_words(row.title, heard.turn),
                                 row.interview_id, row.start, row.end, row.id in withheld)
    return found


def place_words(title: str, turn: int | None) -> str:
    """«Inès, turn 42»; the title alone outside any turn."""
    if turn is None:
        return title
    return f"{title}, {_('turn {n}').format(n=turn).replace(' ', NBSP)}"


def _short(quote: str) -> str:
    words = one_line(quote)
    return words if len(words) <= LABEL else words[:LABEL].rsplit(" ", 1)[0].rstrip(" ,;:.!?…\u00a0") + "…"
