# SPDX-License-Identifier: GPL-3.0-or-later
"""Which turns put which questions of a guide, proposed to the researcher, who decides.

Everything heavy is done in a process of its own, which reads the project's file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import codebook, elsewhere, interviews
from coding.elsewhere import Told
from coding.guides import guides, lemmas
from coding.guides.guides import GuideRow
from coding.guides.match import Match, Proposal
from coding.guides.wording import Comparison, Near, Spoken, Wording, exclusive
from coding.language import N_, _
from coding.project import open_reader
from models.errors import KnownError
from models.guide import QuestionAsked
from models.interview import Speaker, Turn

# Weights and thresholds were chosen on six interviews led by a questionnaire, in which 262 questions had been marked
# by hand: .90 of them are proposed, .79 of the proposals stand where they were marked; of the sure ones, .88 and .86.
# Where a guide is only in mind (the sixteen invented interviews of the sample, 129 questions), a third is proposed,
# three quarters of that rightly; nearly a half once the turns of five interviews are known.
PROPOSED, SURE = 0.45, 0.60
IN_ORDER = 0.15  # what a turn gains by standing where the order of the guide expects it
FIRM = 0.6  # score from which a turn may tell where in the guide the interview has come
NEIGHBOURS = 4  # questions between one and the nearest whose place is known, for its order to count
BEST, AGAIN = 0.9, 0.8  # what a question put again must reach: this share of its best score there, or this score
HEARD, FULL = 0.8, 2  # what a wording heard in another interview is worth, and the words that it must have
LONGEST, HEARD_MOST = 240, 20  # characters of such a wording, and how many of one question are listened to
_SHOWN = 80  # characters on either side, up to the end of a sentence


@dataclass(frozen=True)
class _Asking:
    """A turn that may put a question."""

    interview_id: int
    turn_id: int
    number: int
    text: str


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
    texts = [(place, text) for place, one in enumerate(questions) for text in (one.text, *one.reworded)]
    own = list(lemmas.meaningful(text for _place, text in texts))
    about = list(lemmas.meaningful(one.about for one in questions))
    spoken: list[Spoken] = []
    for text, words in zip(turns, lemmas.meaningful(turns), strict=True):
        spoken.append(Spoken(text, words))
        if len(spoken) % 100 == 0:
            told(len(spoken), len(turns), _("Comparing turns with questions"))
    spelt: dict[str, str] = {}
    for text, kept in [*((text, words) for (_place, text), words in zip(texts, own, strict=True)),
                       *((one.about, words) for one, words in zip(questions, about, strict=True)),
                       *((turn.text, turn.words) for turn in spoken)]:
        for word in kept:
            spelt.setdefault(word.lemma, text[word.start : word.end].lower())
    given = {(place, one.text) for place, one in enumerate(questions)}
    wordings = [
        Wording(place, words, about[place], 1.0 if (place, text) in given else HEARD)
        for (place, text), words in zip(texts, own, strict=True) if (place, text) in given or len(words) >= FULL]
    comparison = Comparison(wordings, spoken, list(spelt), lemmas.vectors(spelt, spelt))
    found: dict[int, list[Near]] = defaultdict(list)
    for place, interview_id in enumerate(whose):
        found[interview_id] += exclusive(list(comparison.nearest(place)))
    return [(one, _words(spoken[one.turn], one)) for some in found.values() for one in _kept(some)]


def _kept(found: Sequence[Near]) -> list[Near]:
    """Of what one interview may hold, what is likely; a question put several times keeps its nearest turns."""
    hinted = _in_order(found)
    best: dict[int, float] = defaultdict(float)
    for one in hinted:
        best[one.question] = max(best[one.question], one.score)
    likely = [replace(one, score=min(1.0, one.score)) for one in hinted
              if one.score >= max(PROPOSED, min(AGAIN, BEST * best[one.question]))]
    return sorted(likely, key=lambda one: (one.turn, one.first))


def _in_order(found: Sequence[Near]) -> list[Near]:
    """A hint, no more: who stands between the neighbours that the guide gives it gains a little."""
    chain = _chain([one for one in found if one.score >= FIRM])

    def expected(one: Near) -> bool:
        below = max((other for other in chain if other.question < one.question), default=None, key=_place)
        above = min((other for other in chain if other.question > one.question), default=None, key=_place)
        after = below is None or below.turn <= one.turn
        before = above is None or one.turn <= above.turn
        close = [abs(other.question - one.question) for other in (below, above) if other is not None]
        return after and before and bool(close) and min(close) <= NEIGHBOURS

    return [replace(one, score=one.score + IN_ORDER) if expected(one) else one for one in found]


def _chain(found: Sequence[Near]) -> list[Near]:
    """The heaviest run of questions put in the order of the guide."""
    ordered = sorted(found, key=lambda one: (one.turn, one.question))
    weight: list[float] = []
    came: list[int | None] = []
    for place, one in enumerate(ordered):
        before = max((at for at in range(place) if ordered[at].question < one.question), default=None,
                     key=lambda at: weight[at])
        weight.append(one.score**2 + (0 if before is None else weight[before]))
        came.append(before)
    at = max(range(len(ordered)), key=lambda place: weight[place], default=None)
    chain: list[Near] = []
    while at is not None:
        chain.append(ordered[at])
        at = came[at]
    return chain[::-1]


def _place(one: Near) -> int:
    return one.question


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
    return Match(turn.interview_id, turn.turn_id, turn.number, question_id, one.score, words, one.score >= SURE)


def _asking(session: Session, interview_id: int) -> list[_Asking]:
    """The turns of those who ask; where nobody is said to, the turns that hold a question mark."""
    text = interviews.text(session, interview_id)
    rows = session.execute(
        select(Turn.id, Turn.number, Turn.start, Turn.end, Speaker.is_interviewer)
        .outerjoin(Speaker, Speaker.id == Turn.speaker_id)
        .where(Turn.interview_id == interview_id).order_by(Turn.number)).all()
    known = any(row.is_interviewer for row in rows)
    return [_Asking(interview_id, row.id, row.number, text[row.start : row.end]) for row in rows
            if (row.is_interviewer if known else "?" in text[row.start : row.end])]
