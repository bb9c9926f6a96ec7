# SPDX-License-Identifier: GPL-3.0-or-later
"""Checking a project: the file, the offsets, the quotes, and what no constraint can say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from coding.corpus import text_hash
from coding.language import _, ngettext
from models import dialect_sqlite, tables
from models.code import Code
from models.guide import Guide, GuideQuestion, InterviewGuide, QuestionAsked
from models.interview import Interview, Speaker, Turn
from models.memo import Memo
from models.passage import Coding, Passage
from models.store import Store


@dataclass(frozen=True)
class Fault:
    """Something wrong: ``kind`` is database, link, text, turns, search, offset, quote, orphan or cycle; ``where``
    names the place, ``detail`` says what is wrong in the user's language."""

    kind: str
    where: str
    detail: str

    def say(self) -> str:
        """The place, then what is wrong there."""
        return _("{where}: {detail}").format(where=self.where, detail=self.detail)


@dataclass(frozen=True)
class Report:
    """What was checked: the faults found, and the rows of each table."""

    problems: tuple[Fault, ...]
    counts: dict[str, int]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def check(store: Store) -> Report:
    """Check a project from its file up. A file that SQLite finds damaged is not read further, unless all that it
    finds is rows that break a rule of their table."""
    damage = store.damage(thorough=True)
    broken = tuple(Fault("database", store.path.name, line) for line in damage)
    if not dialect_sqlite.readable(damage):
        return Report(broken, {})
    with store.reading() as session:
        problems = (
            *broken, *_links(session), *_interviews(session), *_search(session), *_orphans(session), *_cycles(session))
        counts = {
            name: session.scalar(select(func.count()).select_from(model)) or 0
            for name, model in tables.BY_NAME.items()
        }
    return Report(problems, counts)


def _links(session: Session) -> Iterator[Fault]:
    for table, row, target in dialect_sqlite.broken_links(session.connection()):
        yield Fault("link", f"{table} {row}", _("It points to a row of {table} that is gone.").format(table=target))
    strangers = select(Turn.id).join(Speaker, Speaker.id == Turn.speaker_id).where(
        Speaker.interview_id != Turn.interview_id)
    for turn_id in session.scalars(strangers):
        yield Fault("link", f"turn {turn_id}", _("Its speaker belongs to another interview."))


def _interviews(session: Session) -> Iterator[Fault]:
    for interview_id, title in session.execute(select(Interview.id, Interview.title)).all():
        text, length, digest = session.execute(
            select(Interview.text, Interview.length, Interview.text_hash).where(Interview.id == interview_id)).one()
        if length != len(text) or digest != text_hash(text):
            yield Fault("text", title, _("The text is not the one that was read in: its length or its hash differs."))
        yield from _turns(session, interview_id, title, len(text))
        yield from _passages(session, interview_id, title, text)


def _turns(session: Session, interview_id: int, title: str, length: int) -> Iterator[Fault]:
    end = 0
    rows = session.execute(
        select(Turn.number, Turn.label_start, Turn.start, Turn.end)
        .where(Turn.interview_id == interview_id).order_by(Turn.label_start))
    for place, turn in enumerate(rows, start=1):
        where = _("{interview}, turn {turn}").format(interview=title, turn=turn.number)
        if turn.number != place:
            yield Fault("turns", where, _("It is number {place} in the text.").format(place=place))
        if turn.label_start < end:
            yield Fault("turns", where, _("It begins before the end of the turn above."))
        if turn.end > length:
            yield Fault("turns", where, _("It ends after the end of the text."))
        end = turn.end


def _passages(session: Session, interview_id: int, title: str, text: str) -> Iterator[Fault]:
    for row in session.execute(
        select(Passage.id, Passage.start, Passage.end, Passage.quote).where(Passage.interview_id == interview_id)
    ):
        where = _("{interview}, passage {passage} at {start}").format(
            interview=title, passage=row.id, start=row.start)
        if not 0 <= row.start < row.end <= len(text):
            yield Fault("offset", where, _("It reaches beyond the text, which has {n} characters.").format(n=len(text)))
        elif text[row.start : row.end] != row.quote:
            yield Fault("quote", where, _("Its words are not those of the text there."))


def _search(session: Session) -> Iterator[Fault]:
    indexed = dialect_sqlite.indexed_turns(session.connection())
    turns = set(session.scalars(select(Turn.id)))
    missing, extra = len(turns - indexed), len(indexed - turns)
    if missing:
        yield Fault("search", "turn_search", ngettext(
            "{n} turn is not in the search index.", "{n} turns are not in the search index.", missing,
        ).format(n=missing))
    if extra:
        yield Fault("search", "turn_search", ngettext(
            "The search index holds {n} turn that is gone.", "The search index holds {n} turns that are gone.",
            extra,
        ).format(n=extra))


def _orphans(session: Session) -> Iterator[Fault]:
    bare = select(Passage.id).where(
        Passage.id.not_in(select(Coding.passage_id)),
        Passage.id.not_in(select(Memo.passage_id).where(Memo.passage_id.is_not(None))))
    for passage_id in session.scalars(bare):
        yield Fault("orphan", f"passage {passage_id}", _("It bears no code and no memo."))
    strangers = (
        select(Interview.title, Turn.number, Guide.title)
        .select_from(QuestionAsked).join(Turn, Turn.id == QuestionAsked.turn_id)
        .join(Interview, Interview.id == Turn.interview_id)
        .join(GuideQuestion, GuideQuestion.id == QuestionAsked.question_id)
        .join(Guide, Guide.id == GuideQuestion.guide_id)
        .outerjoin(InterviewGuide, and_(InterviewGuide.interview_id == Turn.interview_id,
                                        InterviewGuide.guide_id == GuideQuestion.guide_id))
        .where(InterviewGuide.id.is_(None)))
    for interview, turn, guide in session.execute(strangers):
        yield Fault("orphan", _("{interview}, turn {turn}").format(interview=interview, turn=turn),
                    _("It puts a question of “{guide}”, which this interview did not follow.").format(guide=guide))


def _cycles(session: Session) -> Iterator[Fault]:
    above = dict(session.execute(select(Code.id, Code.parent_id)).all())
    names = dict(session.execute(select(Code.id, Code.name)).all())
    below: dict[int | None, list[int]] = defaultdict(list)
    for key, parent in above.items():
        below[parent].append(key)
    reached: set[int] = set()
    waiting = list(below[None])
    while waiting:
        key = waiting.pop()
        reached.add(key)
        waiting.extend(below[key])
    for key in sorted(set(above) - reached):
        yield Fault("cycle", names[key], _("This code stands below itself: it is under no theme."))
