# SPDX-License-Identifier: GPL-3.0-or-later
"""Comments of a Word file as they come home: what is new among them, on which words, and what each may become.

A comment that the program wrote, or took before, is known again and changes nothing. What is taken keeps an identifier
made of the comment's author, date and words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import code_path, codebook, likeness, passages
from coding.codebook import Codebook
from coding.comments.alignment import Alignment, Place
from coding.comments.notes import Note, notes, researcher
from coding.comments.word_file import Comment, Letter
from coding.exchange.derived import derived
from coding.fold import fold
from coding.intake.transcript import Transcript, TurnSpan
from coding.language import N_, _
from coding.passage_bounds import cleared, labels_in
from coding.project import coder_named
from coding.typography import one_line
from models.base import now
from models.errors import KnownError
from models.interview import Interview
from models.memo import Memo
from models.passage import Coding
from models.project import Coder

Act = Literal["memo", "code", "both", "ignore"]
FAR = 0.3  # the share of the interview's words below which a file is hardly of that interview
NAME_LENGTH = 500  # characters of a title or a name
_LABEL = 40  # characters that a speaker's label has at most


@dataclass(frozen=True)
class Arrival:
    """A comment that is new. ``guid`` is what it is known by; ``place`` where it stands, None where its words are not
    the interview's; ``words`` what stands there; ``answers`` what it replies to; ``code_id`` the code it names;
    ``sent``: it went out with the file, and says something else now."""

    guid: str
    comment: Comment
    place: Place | None
    words: str
    answers: str = ""
    code_id: int | None = None
    sent: bool = False

    @property
    def usual(self) -> Act:
        """What becomes of it unless someone says otherwise."""
        if self.sent:
            return "ignore"
        return "code" if self.code_id is not None and self.place is not None else "memo"


@dataclass(frozen=True)
class Arrivals:
    """The new comments of a file, in the order of its text, those without a place where the file has them. ``known``
    counts those that are here already; ``share``, from 0 to 1, says how much of the interview the file holds."""

    interview_id: int
    title: str
    share: float
    known: int
    new: tuple[Arrival, ...]

    @property
    def doubtful(self) -> bool:
        """Whether the file may be of another interview."""
        return self.share < FAR


@dataclass(frozen=True)
class Decision:
    """What becomes of a comment; a code must be named to give one, on words of the interview."""

    arrival: Arrival
    act: Act
    code_id: int | None = None


@dataclass(frozen=True)
class Taken:
    """What was added."""

    memos: int = 0
    codings: int = 0


def recognised(session: Session, letter: Letter) -> int | None:
    """The interview that a file was made from: by its mark, else by its words; None when neither tells. Reads every
    text in the latter case."""
    if letter.guid:
        found = session.scalar(select(Interview.id).where(Interview.guid == letter.guid))
        if found is not None:
            return found
    like = likeness.likenesses(session, [_as_transcript(letter)])[0]
    return like.interview_id if like is not None else None


def foresee(session: Session, letter: Letter, interview_id: int) -> Arrivals:
    """What a file brings to an interview. Takes half a second on a very long one."""
    row = session.execute(select(Interview.title, Interview.guid, Interview.text).where(
        Interview.id == interview_id)).one_or_none()
    if row is None:
        raise KnownError(N_("This interview is no longer in the project."))
    aligned = Alignment(letter.text, row.text, letter.body)
    ours, book, here = _Ours(session, interview_id, letter), codebook.read(session), _taken(session)
    seen: Counter[tuple[str, ...]] = Counter()
    new, known = [], 0
    for comment in letter.comments:
        place = None if comment.start is None or comment.end is None else aligned.place(comment.start, comment.end)
        guid = _guid(row.guid, comment, seen)
        if guid in here or ours.wrote(comment, place):
            known += 1
            continue
        place, code_id = _cleared(session, interview_id, row.text, place), named(book, comment.text)
        if ours.gave(_author(comment), place, code_id):
            known += 1
            continue
        parent = letter.comments[comment.parent].text if comment.parent is not None else ""
        new.append(Arrival(
            guid, comment, place, row.text[place.start : place.end] if place is not None else "", parent,
            code_id, ours.sent(comment)))
    return Arrivals(interview_id, row.title, aligned.share, known, tuple(new))


def take(session: Session, interview_id: int, decisions: Sequence[Decision]) -> Taken:
    """Do what was decided. A code is given in the name of the comment's author, who becomes a coder; a memo whose
    words are not the interview's goes on the interview. What is here already is left as it is."""
    here, taken = _taken(session), Taken()
    for decision in decisions:
        if decision.act == "ignore" or decision.arrival.guid in here:
            continue
        if decision.act in ("code", "both") and _give(session, interview_id, decision):
            taken = replace(taken, codings=taken.codings + 1)
        if decision.act in ("memo", "both"):
            _note(session, interview_id, decision.arrival)
            taken = replace(taken, memos=taken.memos + 1)
    return taken


def named(book: Codebook, text: str) -> int | None:
    """The code that a comment names: its path, or its name when no other code has it."""
    names = code_path.typed(one_line(text).rstrip(" ."))
    if not names:
        return None
    node = code_path.at(book, names)
    if node is not None or len(names) > 1:
        return node.id if node is not None else None
    alike = [node.id for node in book if fold(node.name) == fold(names[0])]
    return alike[0] if len(alike) == 1 else None


class _Ours:
    """The comments that the program would write of an interview, and wrote."""

    def __init__(self, session: Session, interview_id: int, letter: Letter) -> None:
        found: list[Note] = notes(session, interview_id)
        self._on = {(note.start, note.end, _plain(note.text)) for note in found}
        self._by = {(note.author, note.at, _plain(note.text)) for note in found}
        self._given = {(note.author, note.start, note.end, note.code_id) for note in found}
        self._sent = letter.sent
        self._people = {researcher(session), *session.scalars(select(Coder.name)),
                        *session.scalars(select(Memo.author).where(Memo.author != "").distinct())}

    def wrote(self, comment: Comment, place: Place | None) -> bool:
        """Whether a comment says what stands here: on its words, or else by its author and its moment."""
        if (comment.author, comment.at, _plain(comment.text)) in self._by:
            return True
        return place is not None and (place.start, place.end, _plain(comment.text)) in self._on

    def gave(self, author: str, place: Place | None, code_id: int | None) -> bool:
        """Whether these words have the code that a comment names, from its author: said twice, it is given once."""
        return place is not None and code_id is not None and (
            author, place.start, place.end, code_id) in self._given

    def sent(self, comment: Comment) -> bool:
        """Whether it went out with the file: it is older than the file, and by someone of the project."""
        return (self._sent is not None and comment.at is not None and comment.at <= self._sent
                and comment.author in self._people)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _taken(session: Session) -> set[str]:
    """What memos and codings are known by."""
    return {*session.scalars(select(Memo.guid)), *session.scalars(select(Coding.guid))}


def _guid(interview: str, comment: Comment, seen: Counter[tuple[str, ...]]) -> str:
    """What a comment is known by: two that say the same at the same moment are told apart by their order."""
    said = (comment.author, comment.at.isoformat() if comment.at else "", _plain(comment.text))
    seen[said] += 1
    return derived(interview, "\n".join(("comment", *said, str(seen[said]))))


def _cleared(session: Session, interview_id: int, text: str, place: Place | None) -> Place | None:
    """The place without the labels at its ends, unless it holds nothing else."""
    if place is None:
        return None
    span = cleared(text, place.start, place.end, labels_in(session, interview_id, place.start, place.end))
    return place if span is None else Place(*span, place.changed)


def _give(session: Session, interview_id: int, decision: Decision) -> bool:
    """Give the passage its code; whether it had not got it from the same person."""
    arrival, place = decision.arrival, decision.arrival.place
    if place is None or decision.code_id is None:
        raise ValueError("no words to code, or no code")
    codebook.get(session, decision.code_id)
    passage = passages.at(session, interview_id, place.start, place.end)
    coder = coder_named(session, _author(arrival.comment))
    if session.scalar(select(Coding.id).where(
            Coding.passage_id == passage.id, Coding.code_id == decision.code_id, Coding.coder_id == coder.id)):
        return False
    guid = arrival.guid if decision.act == "code" else derived(arrival.guid, "coding")
    session.add(Coding(guid=guid, passage_id=passage.id, code_id=decision.code_id, coder_id=coder.id,
                       created_at=_utc(arrival.comment.at)))
    session.flush()
    return True


def _note(session: Session, interview_id: int, arrival: Arrival) -> None:
    """Put the comment in a memo of its author's, on its words or on the interview."""
    comment, place, written = arrival.comment, arrival.place, _utc(arrival.comment.at)
    target: dict[str, int]
    if place is None:
        target = {"interview_id": interview_id}
    else:
        target = {"passage_id": passages.at(session, interview_id, place.start, place.end).id}
    title = _("Reply to “{text}”").format(text=one_line(arrival.answers)) if arrival.answers else ""
    session.add(Memo(guid=arrival.guid, title=_short(title), text=comment.text,
                     author=_author(comment), created_at=written, updated_at=written, **target))
    session.flush()


def _author(comment: Comment) -> str:
    """Who wrote it; a comment without a name is someone's all the same."""
    return comment.author[:NAME_LENGTH] or _("Unnamed commentator")


def _short(title: str, length: int = 120) -> str:
    return title if len(title) <= length else title[: length - 2].rstrip() + "…”"


def _utc(moment: datetime | None) -> datetime:
    """The time of this machine as the project keeps it; now when it is not known."""
    return now() if moment is None else moment.astimezone(UTC).replace(tzinfo=None)


def _as_transcript(letter: Letter) -> Transcript:
    """A file as what likeness compares: each paragraph a turn, without what may be its label."""
    low, high = letter.body or (0, len(letter.text))
    turns, at = [], low
    for line in letter.text[low:high].split("\n"):
        label = line.find(": ")
        start = at + (label + 2 if 0 <= label <= _LABEL else line.find("\t") + 1)
        turns.append(TurnSpan(at, start, at + len(line), None, None))
        at += len(line) + 1
    return Transcript(letter.name, letter.name, letter.text, tuple(turns), (), ())
