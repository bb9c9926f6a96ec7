# SPDX-License-Identifier: GPL-3.0-or-later
"""Which turns put which questions of a guide, proposed to the researcher, who decides.

Everything heavy is done in a process of its own, which reads the project's file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import codebook, elsewhere, interviews
from coding.elsewhere import Told
from coding.guides import guides, judging, lemmas, notions
from coding.guides.guides import GuideRow
from coding.guides.match import Match, Proposal
from coding.guides.wording import Comparison, Near, Spoken, Wording, asks, exclusive
from coding.language import N_, _
from coding.project import open_reader
from models.errors import KnownError
from models.guide import QuestionAsked
from models.interview import Speaker, Turn

# What is found at these, and how rightly, is told in tests/reference/guides/README.md.
PROPOSED, SURE = 0.45, 0.68
HEARD, FULL = 0.6, 2  # what a wording heard in another interview is worth, and the words that it must have
LONGEST, HEARD_MOST = 240, 20  # characters of such a wording, and how many of one question are listened to
LAST = 12  # words shown of a turn that puts a question in words of its own
_SHOWN = 80  # characters on either side, up to the end of a sentence


@dataclass(frozen=True)
class _Asking:
    """A turn that may put a question; ``known``: by someone who is said to ask."""

    interview_id: int
    turn_id: int
    number: int
    text: str
    known: bool


@dataclass(frozen=True)
class Asked:
    """A question as it may be put: what it is about besides its words, and turns known to put it."""

    text: str
    about: str = ""
    reworded: tuple[str, ...] = ()


def propose(project: Path, guide_id: int, told: Told, cancelled: Callable[[], bool]) -> Proposal:
    """The turns that seem to put the questions of a guide, in the interviews that followed it. Raises KnownError when
    there is none, when the guide has no question, or when the language model is missing; Cancelled when stopped."""
    return elsewhere.run(_proposal, project, guide_id, told=told, cancelled=cancelled)


def _proposal(project: Path, guide_id: int, told: Told) -> Proposal:
    with open_reader(project) as store, store.reading() as session:
        guide = guides.get(session, guide_id)
        questions = _asked(session, guide)
        turns = [turn for interview_id in guide.interviews for turn in _asking(session, interview_id)]
    if not guide.interviews:
        raise KnownError(N_("Say first which interviews followed “{guide}”."), guide=guide.title)
    if not guide.questions:
        raise KnownError(N_("“{guide}” has no question yet."), guide=guide.title)
    told(0, len(turns), _("Loading the French language model"))
    lemmas.model()
    found = near(questions, [turn.text for turn in turns], [turn.interview_id for turn in turns], told)
    return Proposal(tuple(
        _match(turns[one.turn], guide.questions[one.question].id, one, words) for one, words in found))


def _asked(session: Session, guide: GuideRow) -> list[Asked]:
    """The questions with their section, their theme, and the turns known to put them and no other."""
    book = codebook.read(session)
    heard: dict[int, list[str]] = defaultdict(list)
    texts: dict[int, str] = {}
    alone = select(QuestionAsked.turn_id).group_by(QuestionAsked.turn_id).having(func.count() == 1)
    for question_id, interview_id, start, end in session.execute(
        select(QuestionAsked.question_id, Turn.interview_id, Turn.start, Turn.end)
        .join(Turn, Turn.id == QuestionAsked.turn_id).where(Turn.id.in_(alone)).order_by(Turn.id)
    ):
        if end - start <= LONGEST and len(heard[question_id]) < HEARD_MOST:
            if interview_id not in texts:
                texts[interview_id] = interviews.text(session, interview_id)
            heard[question_id].append(texts[interview_id][start:end])
    return [
        Asked(row.text, " ".join((row.section, " ".join(book.path(row.theme_id)) if row.theme_id else "")),
              tuple(heard[row.id]))
        for row in guide.questions]


def near(
    questions: Sequence[Asked], turns: Sequence[str], whose: Sequence[int], told: Told = lambda *_what: None,
) -> list[tuple[Near, str]]:
    """Which question each turn puts, with the words that do, in the order of the turns. ``whose`` gives the
    interview of each turn; turns and questions come in order."""
    if not turns:
        return []
    spoken: list[Spoken] = []
    for text, words in zip(turns, lemmas.meaningful(turns), strict=True):
        spoken.append(Spoken(text, words))
        if len(spoken) % 100 == 0:
            told(len(spoken), len(turns), _("Comparing turns with questions"))
    wordings, spelt = _wordings(questions)
    for turn in spoken:
        for word in turn.words:
            spelt.setdefault(word.lemma, turn.text[word.start : word.end].lower())
    comparison = Comparison(wordings, spoken, list(spelt), lemmas.vectors(spelt, spelt))
    stretches = {(turn, one.question): one
                 for turn in range(len(turns)) for one in exclusive(list(comparison.nearest(turn)))}
    scores = judging.likely(
        _nearness(comparison, wordings, spoken, stretches), [asks(text) for text in turns],
        [len(text.split()) for text in turns], whose)
    found = []
    for turn, question in zip(*np.nonzero(scores >= PROPOSED), strict=True):
        if said := spoken[turn].words:
            one = stretches.get((turn, question), Near(turn, question, 0, max(0, len(said) - LAST), len(said) - 1))
            one = Near(int(turn), int(question), float(scores[turn, question]), one.first, one.last)
            found.append((one, _words(spoken[turn], one)))
    return found


def _wordings(questions: Sequence[Asked]) -> tuple[list[Wording], dict[str, str]]:
    """The ways in which questions are put, and each of their lemmas as it is written."""
    texts = [(place, text) for place, one in enumerate(questions) for text in (one.text, *one.reworded)]
    own = list(lemmas.meaningful(text for _place, text in texts))
    about = list(lemmas.meaningful(one.about for one in questions))
    spelt: dict[str, str] = {}
    for text, words in [*((text, words) for (_place, text), words in zip(texts, own, strict=True)),
                        *((one.about, words) for one, words in zip(questions, about, strict=True))]:
        for word in words:
            spelt.setdefault(word.lemma, text[word.start : word.end].lower())
    given = {(place, one.text) for place, one in enumerate(questions)}
    return [
        Wording(place, words, about[place], 1.0 if (place, text) in given else HEARD, text)
        for (place, text), words in zip(texts, own, strict=True) if (place, text) in given or len(words) >= FULL], spelt


def _nearness(comparison: Comparison, wordings: Sequence[Wording], turns: Sequence[Spoken],
              stretches: Mapping[tuple[int, int], Near]) -> NDArray[np.float64]:
    """How near each turn (rows) comes to each question, in its nearest wording: words, meaning and notions."""
    texts = [turn.text for turn in turns], [one.text for one in wordings]
    about = judging.MEANING * comparison.meaning() + judging.NOTIONS * notions.likeness(*texts)
    nearness = np.full((len(turns), 1 + max(one.question for one in wordings)), -np.inf)
    for column, one in enumerate(wordings):
        nearness[:, one.question] = np.maximum(nearness[:, one.question], one.trust * about[:, column])
    for (turn, question), near_ in stretches.items():
        nearness[turn, question] += judging.WORDS * near_.score
    return nearness


def _words(turn: Spoken, one: Near) -> str:
    """The sentence, or its part, that puts the question."""
    start, end = turn.words[one.first].start, turn.words[one.last].end
    before, after = turn.text[max(0, start - _SHOWN) : start], turn.text[end : end + _SHOWN]
    head = max(before.rfind(sign) for sign in ".?!…\n") + 1
    if head == 0 and start > _SHOWN:
        head = before.find(" ") + 1
    tail = min((place + 1 for sign in ".?!…\n" if (place := after.find(sign)) >= 0), default=0)
    if tail == 0:
        tail = len(after) if end + _SHOWN >= len(turn.text) else max(0, after.rfind(" "))
    return " ".join(turn.text[start - len(before) + head : end + tail].split())


def _match(turn: _Asking, question_id: int, one: Near, words: str) -> Match:
    return Match(turn.interview_id, turn.turn_id, turn.number, question_id, one.score, words,
                 turn.known and one.score >= SURE)


def _asking(session: Session, interview_id: int) -> list[_Asking]:
    """The turns of those who ask; where nobody is said to, the turns that hold a question mark."""
    text = interviews.text(session, interview_id)
    rows = session.execute(
        select(Turn.id, Turn.number, Turn.start, Turn.end, Speaker.is_interviewer)
        .outerjoin(Speaker, Speaker.id == Turn.speaker_id)
        .where(Turn.interview_id == interview_id).order_by(Turn.number)).all()
    known = any(row.is_interviewer for row in rows)
    return [_Asking(interview_id, row.id, row.number, text[row.start : row.end], known) for row in rows
            if (row.is_interviewer if known else "?" in text[row.start : row.end])]
