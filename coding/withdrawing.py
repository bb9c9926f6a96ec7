# SPDX-License-Identifier: GPL-3.0-or-later
"""Withdrawal of consent: one act erases a participant, and no trace of them stays in the project's files.

Interviews in which they alone answer go whole. In those they share with others their turns stay in place, emptied
(``coding.consent.silenced``). What the researcher wrote is never erased by itself, except on what goes: where it
gives their words or names them, it is listed beforehand. Nothing of this can be undone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import corpus, exports_log, interviews, saved_queries
from coding.changes import Change, Label, Writer
from coding.consent import forgotten, silenced, traces, whose
from coding.consent.forgotten import Leaving
from coding.consent.said import Names, Said, names_of
from coding.consent.silenced import Fate
from coding.consent.traces import Going, Trace
from coding.consent.whose import Whose
from coding.exports_log import Export
from coding.file_name import readable
from coding.fold import fold
from coding.language import N_
from models.errors import KnownError
from models.interview import Interview, Speaker, Turn
from models.memo import CellSummary, Memo
from models.participant import AttributeValue, Participant, Participation
from models.passage import Coding, Passage
from models.store import Store

LABEL = Label(N_("withdraw a participant"))  # without a name: the log keeps it
GONE = N_("This participant is no longer in the project. They may have been removed meanwhile.")


@dataclass(frozen=True)
class Alone:
    """An interview that goes whole, and what goes with it."""

    id: int
    title: str
    turns: int
    passages: int
    summaries: int


@dataclass(frozen=True)
class Together:
    """An interview that stays, for those who answer in it besides: how many turns are emptied, the passages that go
    and those that keep only the words of the others."""

    id: int
    title: str
    others: tuple[str, ...]
    turns: int
    gone: tuple[str, ...]
    cut: tuple[str, ...]


@dataclass(frozen=True)
class Loss:
    """What a withdrawal takes away. ``links`` counts texts whose links change, ``examples`` names the codes whose
    example gives their words, ``memos`` those on what goes. ``to_look_at`` is what the researcher wrote that may
    still tell of the participant, and stays."""

    name: str
    alone: tuple[Alone, ...]
    together: tuple[Together, ...]
    codings: int
    memos: int
    links: int
    examples: tuple[str, ...]
    to_look_at: tuple[Trace, ...]

    @property
    def interview_ids(self) -> tuple[int, ...]:
        """Where they spoke."""
        return (*(one.id for one in self.alone), *(one.id for one in self.together))

    @property
    def passages(self) -> int:
        """Passages that go."""
        return sum(one.passages for one in self.alone) + sum(len(one.gone) for one in self.together)


@dataclass(frozen=True)
class Withdrawn:
    """What was done: the loss, the exports made before that may hold their words, the backups deleted. ``pending``
    says why the files could not be cleaned at once; the next opening does it."""

    loss: Loss
    change: Change
    exports: tuple[Export, ...]
    backups: tuple[Path, ...]
    pending: KnownError | None = None


@dataclass(frozen=True)
class _Plan:
    """All that is known of somebody before they are erased."""

    row: Participant
    guid: str
    whose: Whose
    said: Said
    names: Names
    titles: Names  # of the interviews that go, and of their files
    leaving: Leaving
    passages: frozenset[int]
    fates: dict[int, tuple[Fate, ...]]


def people(session: Session) -> list[tuple[int, str]]:
    """Every participant, by id and name, in the order of names."""
    rows = [(row.id, row.name) for row in session.scalars(select(Participant))]
    return sorted(rows, key=lambda row: fold(row[1]))


def preview(session: Session, participant_id: int) -> Loss:
    """What withdrawing a participant takes away. Raises KnownError where it is not known which words are theirs."""
    plan = _plan(session, participant_id)
    on_them = select(func.count()).select_from(Coding).where(Coding.passage_id.in_(plan.passages))
    changed = forgotten.linking(session, plan.leaving, plan.said)
    examples = forgotten.exemplified(session, plan.leaving, plan.said)
    texts = {(row.__tablename__, row.id, column): after for row, column, after in changed}
    texts |= {("code", code.id, "example"): after for code, after in examples}
    texts |= {("citation", row.id, "text"): after for shared in plan.whose.shared
              for row, after in silenced.cited(session, shared, plan.names)}
    going = _going(plan, texts)
    return Loss(
        name=plan.row.name,
        alone=tuple(_alone(session, key) for key in plan.whose.alone),
        together=tuple(_together(session, plan, one) for one in plan.whose.shared),
        codings=session.scalar(on_them) or 0,
        memos=sum(1 for memo in session.scalars(select(Memo)) if going.has(memo)),
        links=sum(1 for row, _column, _after in changed if not going.has(row)),
        examples=tuple(code.name for code, _after in examples),
        to_look_at=tuple(traces.find(session, plan.said, plan.names, going)),
    )


def exports_before(store: Store, interview_ids: tuple[int, ...]) -> tuple[Export, ...]:
    """The exports that may hold words of these interviews, the latest first."""
    with store.reading() as session:
        first = session.scalar(select(func.min(Interview.imported_at)).where(Interview.id.in_(interview_ids)))
    return tuple(one for one in exports_log.read(store)
                 if one.may_hold(interview_ids) and (first is None or one.at >= first))


def withdraw(writer: Writer, participant_id: int) -> Withdrawn:
    """Erase a participant, forget the history of undo, and leave nothing of them in the project's files. Should the
    program die in between, the next writer finishes. Raises KnownError, and changes nothing, as ``preview``."""
    store = writer.store
    exports_log.take_in(writer)
    with store.reading() as session:
        loss = preview(session, participant_id)
    exports = exports_before(store, loss.interview_ids)
    marked = store.unscrubbed
    store.mark_unscrubbed()
    try:
        change = writer.do(LABEL, lambda session: _erase(session, participant_id), codebook_logged=False)
    except BaseException:
        if not marked:
            store.unmark_unscrubbed()
        raise
    writer.forget()
    try:
        return Withdrawn(loss, change, exports, tuple(writer.scrub()))
    except KnownError as error:  # the act is done; what is left is done by the next opening
        return Withdrawn(loss, change, exports, (), error)


def _plan(session: Session, participant_id: int) -> _Plan:
    row = session.get(Participant, participant_id)
    if row is None:
        raise KnownError(GONE)
    found = whose.read(session, participant_id)
    fates = {one.id: tuple(silenced.fates(session, one)) for one in found.shared}
    gone = {fate.passage_id for each in fates.values() for fate in each if fate.kept is None}
    cut = {fate.passage_id for each in fates.values() for fate in each if fate.kept is not None}
    gone |= set(session.scalars(select(Passage.id).where(Passage.interview_id.in_(found.alone))))
    rows = {key: (guid, quote) for key, guid, quote in session.execute(
        select(Passage.id, Passage.guid, Passage.quote).where(Passage.id.in_(gone | cut)))}
    interviews_gone = session.execute(
        select(Interview.guid, Interview.title, Interview.file_name).where(Interview.id.in_(found.alone))).all()
    leaving = Leaving(
        frozenset(rows[key][0] for key in gone), frozenset(rows[key][1] for key in gone),
        frozenset(rows[key][0] for key in cut), frozenset(guid for guid, _title, _file in interviews_gone))
    files = [name for row in interviews_gone for name in (row[2], Path(row[2]).stem, readable(row[2])) if name]
    return _Plan(
        row, row.guid, found, Said(_stretches(session, found)), Names(_names(session, row)),
        Names([*(title for _guid, title, _file in interviews_gone), *files]), leaving, frozenset(gone), fates)


def _names(session: Session, row: Participant) -> tuple[str, ...]:
    labels = session.scalars(select(Speaker.label).where(Speaker.participant_id == row.id)).all()
    others = [*session.scalars(select(Participant.name).where(Participant.id != row.id)),
              *session.scalars(select(Speaker.label).where(
                  Speaker.participant_id.is_(None) | (Speaker.participant_id != row.id)))]
    return names_of(row.name, labels, others)


def _stretches(session: Session, found: Whose) -> Iterator[str]:
    """What they say, turn by turn; where there are no turns, the whole text."""
    for key in found.alone:
        text = interviews.text(session, key)
        spans = session.execute(
            select(Turn.start, Turn.end).outerjoin(Speaker, Speaker.id == Turn.speaker_id)
            .where(Turn.interview_id == key, func.coalesce(Speaker.is_interviewer, False).is_(False))).all()
        yield from (text[start:end] for start, end in spans)
        if not spans:
            yield text
    for shared in found.shared:
        text = interviews.text(session, shared.id)
        yield from (text[turn.start : turn.end] for turn in shared.turns if turn.theirs)


def _going(plan: _Plan, texts: dict[tuple[str, int, str], str]) -> Going:
    rows = {"interview": plan.whose.alone, "passage": plan.passages, "participant": (plan.row.id,)}
    return Going(rows, [one.id for one in plan.whose.shared], texts)


def _alone(session: Session, interview_id: int) -> Alone:
    def count(model: type[Turn] | type[Passage] | type[CellSummary]) -> int:
        return session.scalar(
            select(func.count()).select_from(model).where(model.interview_id == interview_id)) or 0

    title = interviews.get(session, interview_id).title
    return Alone(interview_id, title, count(Turn), count(Passage), count(CellSummary))


def _together(session: Session, plan: _Plan, shared: whose.Shared) -> Together:
    text, fates = interviews.text(session, shared.id), plan.fates[shared.id]
    others = session.scalars(
        select(Participant.name).join(Speaker, Speaker.participant_id == Participant.id)
        .where(Speaker.interview_id == shared.id, Participant.id != plan.row.id).distinct().order_by(Participant.name))
    return Together(
        shared.id, interviews.get(session, shared.id).title, tuple(others),
        sum(1 for turn in shared.turns if turn.theirs and text[turn.start : turn.end].strip()),
        tuple(fate.quote for fate in fates if fate.kept is None),
        tuple(text[slice(*fate.kept)] for fate in fates if fate.kept is not None))


def _erase(session: Session, participant_id: int) -> None:
    plan = _plan(session, participant_id)
    for code, after in forgotten.exemplified(session, plan.leaving, plan.said):
        code.example = after
    for shared in plan.whose.shared:
        silenced.silence(session, shared, plan.names)
    _drop_person(session, plan)
    for key in plan.whose.alone:
        corpus.remove_interview(session, key)
    forgotten.relink(session, plan.leaving, plan.said)
    saved_queries.forget(session, {plan.guid, *plan.leaving.passages, *plan.leaving.interviews})
    forgotten.forget_in_logs(session, plan.said, plan.names, plan.titles, plan.whose.alone)


def _drop_person(session: Session, plan: _Plan) -> None:
    """Delete the participant and all that hangs on them alone; voices of interviews that go still bear them."""
    for voice in session.scalars(select(Speaker).where(Speaker.participant_id == plan.row.id)).all():
        voice.participant_id = None
    for model in (Participation, AttributeValue, Memo):
        for row in session.scalars(select(model).where(model.participant_id == plan.row.id)).all():
            session.delete(row)
    session.flush()
    session.delete(plan.row)
    session.flush()
