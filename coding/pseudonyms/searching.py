# SPDX-License-Identifier: GPL-3.0-or-later
"""The search itself, as the spawned process does it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import project as projects
from coding.elsewhere import Told
from coding.identifiers import finder
from coding.identifiers.decoded import Normal, normal
from coding.identifiers.span import Find, Label, merged
from coding.pseudonyms import fields
from coding.pseudonyms.cleared import Cleared
from coding.pseudonyms.gathering import Mention, gather
from coding.pseudonyms.glued import apart, glued
from coding.pseudonyms.identity import Place
from coding.pseudonyms.search import Found
from models.change import ChangeEntry
from models.cleared_form import ClearedForm
from models.interview import Interview, Speaker, Turn
from models.memo import CellSummary, Memo
from models.participant import Participation

AROUND = 50
# Columns that hold sentences, which is what the tagger has learnt.
PROSE = frozenset({
    ("interview", "text"), ("interview", "portrait"), ("memo", "text"), ("cell_summary", "text"),
    ("code", "definition"), ("code", "include"), ("code", "exclude"), ("code", "example"), ("code", "reservation"),
    ("sampling_frame", "justification"), ("guide_question", "text"),
})
# Columns that are names, when they are anybody's.
NAMES = frozenset({("speaker", "label"), ("participant", "name")})
# What a file is called by, where names run into other words: «GuilbaudM2».
CALLED = frozenset({("interview", "title"), ("interview", "file_name")})
_SPOKEN_FOR = str.maketrans({"_": " ", fields.BETWEEN: "\n"})


NOTHING = finder.Reading((), (), (), (), {})


@dataclass(frozen=True)
class Text:
    """The words of one column of one row. ``interview``: the one that the row is about, 0 for none."""

    table: str
    row_id: int
    column: str
    words: str
    interview: int
    turns: Sequence[tuple[int, int, int]] = ()
    """(where the label begins, where the words begin, number) of each turn of a transcript."""

    @property
    def kind(self) -> tuple[str, str]:
        return self.table, self.column

    @property
    def plain(self) -> Normal:
        """As the rules read it."""
        return apart(self.written) if self.kind in CALLED else self.written

    @property
    def written(self) -> Normal:
        """The same, names that run into other words left so."""
        plain = normal(self.words)
        return replace(plain, text=plain.text.translate(_SPOKEN_FOR))

    def hash(self) -> str:
        """Changes with the words and with the labels among them."""
        seen = repr((self.kind in PROSE, self.kind in NAMES, self.turns, self.words))
        return hashlib.sha256(seen.encode()).hexdigest()

    def read(self) -> finder.Reading:
        """What the finder says of it by itself."""
        plain = self.plain.text
        if self.kind in NAMES:
            return finder.read(plain, [(0, len(plain))], tagged=False)
        cut = [turn[:2] for turn in self.turns] if self.turns else None if self.column == "text" else []
        return finder.read(plain, cut, tagged=self.kind in PROSE)


def searched(project: Path, known: Mapping[str, finder.Reading], *, told: Told) -> Found:
    """Every identity of the project; ``known`` are the readings of an earlier search."""
    with projects.open_reader(project) as store, store.reading() as session:
        texts = list(_texts(session))
        cleared = Cleared.of(session)
        state = _state(session, texts)
        revision = session.scalar(select(func.max(ChangeEntry.id))) or 0
    keys = [text.hash() for text in texts]
    readings: list[finder.Reading] = []
    done, total = 0, sum(len(text.words) for text in texts)
    for text, key in zip(texts, keys, strict=True):
        if text.column == "text":
            told(done, total, "")
        readings.append(known.get(key) or text.read())
        done += len(text.words)
    names = cleared.without(_names(readings))
    mentions = [mention for text, reading in zip(texts, readings, strict=True)
                for mention in _mentions(text, reading, names) if not cleared.has(mention.place.form, mention.label)]
    told(total, total, "")
    return Found(gather(mentions), revision, dict(zip(keys, readings, strict=True)), state)


def state_now(project: Path) -> str:
    """Changes when a search would find something else: a text changed, or what needs no decision."""
    with projects.open_reader(project) as store, store.reading() as session:
        return _state(session, list(_texts(session)))


def _state(session: Session, texts: Sequence[Text]) -> str:
    seen = hashlib.sha256()
    for text in texts:
        seen.update(repr((text.kind, text.row_id, text.interview, text.hash())).encode())
    cleared = session.execute(
        select(ClearedForm.form, ClearedForm.label, ClearedForm.reason).order_by(ClearedForm.form)).all()
    seen.update(repr([tuple(row) for row in cleared]).encode())
    return seen.hexdigest()


def _names(readings: Sequence[finder.Reading]) -> dict[str, Label]:
    """The names of all the texts, each under the label that most of them give it."""
    votes: dict[str, list[Label]] = {}
    for reading in readings:
        for name, label in reading.names.items():
            votes.setdefault(name, []).append(label)
    return {name: max(sorted(set(given), reverse=True), key=given.count) for name, given in votes.items()}


def _texts(session: Session) -> Iterator[Text]:
    """Everything searched, transcripts first."""
    about = _about(session)
    turns: dict[int, list[tuple[int, int, int]]] = {}
    for key, *turn in session.execute(
        select(Turn.interview_id, Turn.label_start, Turn.start, Turn.number).order_by(Turn.interview_id, Turn.start)
    ):
        turns.setdefault(key, []).append((turn[0], turn[1], turn[2]))
    for field in fields.FIELDS:
        if not field.searched:
            continue
        for key, words in fields.texts(session, field):
            interview = key if field.model is Interview else about.get((field.table, key), 0)
            said = turns.get(key, []) if field is fields.TRANSCRIPT else ()
            yield Text(field.table, key, field.column, words, interview, said)


def _about(session: Session) -> dict[tuple[str, int], int]:
    """The interview that a row belongs to, by table and id."""
    about: dict[tuple[str, int], int] = {}
    for model in (Speaker, Participation, Memo, CellSummary):
        for key, interview in session.execute(select(model.id, model.interview_id)):
            if interview is not None:
                about[model.__tablename__, key] = interview
    return about


def _mentions(text: Text, reading: finder.Reading, names: Mapping[str, Label]) -> Iterator[Mention]:
    turn = 0
    for one in _finds(text, reading, names):
        start, end = one.start, one.end
        while turn < len(text.turns) and text.turns[turn][0] <= start:
            turn += 1
        number = text.turns[turn - 1][2] if turn else None
        words = text.words
        yield Mention(one.label, text.interview, Place(
            text.table, text.row_id, text.column, start, end, words[start:end],
            words[max(0, start - AROUND) : start], words[end : end + AROUND], number))


def _finds(text: Text, reading: finder.Reading, names: Mapping[str, Label]) -> list[Find]:
    """What is found in a text, where it stands in its own words."""
    plain = text.plain
    finds = _back(plain, finder.found(plain.text, reading, names))
    if text.kind not in CALLED:
        return finds
    written = text.written  # where «McGregor» is one word
    whole = _back(written, finder.found(written.text, NOTHING, names))
    return merged([*finds, *whole, *_back(written, list(glued(written.text, names)))])


def _back(plain: Normal, finds: Iterable[Find]) -> list[Find]:
    return [Find(*plain.back(one.start, one.end), one.label) for one in finds]
