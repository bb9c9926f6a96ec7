# SPDX-License-Identifier: GPL-3.0-or-later
"""A corrected transcript in the place of an interview's: passages stay on their words; those whose words are gone are
told, and kept in a memo, or nothing is done.

Acts take a session and are run by the writer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, dismissals, interviews, memos, passage_memos, passages, speakers
from coding.anchors import Anchors, Span, differences
from coding.corpus import add_turns, text_hash
from coding.guides import asked
from coding.intake.transcript import Transcript
from coding.language import N_, _, current_language, quoted_list
from coding.mending import label_at, merge, move
from coding.passage_bounds import cleared
from coding.typography import one_line, quoted
from models.errors import KnownError
from models.interview import Interview, Speaker, Turn
from models.passage import Coding, Passage

ALIKE = 0.5  # of a passage's letters: when fewer are left, it is no longer the same passage
FOUND_AGAIN = 20  # characters from which words found once elsewhere in the text are the passage's own
COMPARED = 400  # characters of a quote up to which its letters are compared one by one
NAMED = 5  # lost passages that a refusal gives
SHOWN = 60  # characters of each


@dataclass(frozen=True)
class Fate:
    """What becomes of a passage: it said ``before`` and will say ``after``; empty when its words are gone. ``codes``
    are paths."""

    passage_id: int
    before: str
    after: str
    codes: tuple[str, ...]
    memo: str


@dataclass(frozen=True)
class Replacement:
    """What becomes of an interview's passages, in the order of its text: ``kept`` say the same words, ``moved`` stay
    on words that were corrected, ``lost`` have none any more."""

    kept: tuple[Fate, ...]
    moved: tuple[Fate, ...]
    lost: tuple[Fate, ...]


def foreseen(session: Session, interview_id: int, transcript: Transcript) -> Replacement:
    """What replacing would do. Takes a while on a long interview."""
    rows = _passages(session, interview_id)
    after = _Follower(session, interview_id, transcript)
    return _sorted(session, rows, {row: after.span(row) for row in rows}, transcript.text)


def replace_transcript(session: Session, interview_id: int, transcript: Transcript, *,
                       keep_lost: bool = False) -> Replacement:
    """Put a transcript in the place of an interview's own; its title and all that is known of it stay.

    Speakers are those of the same label, and who asks stays as it is; turns are made anew, and what was read or is to
    be revisited follows its words. Passages whose words are gone become a memo on the interview with ``keep_lost``;
    without it, raises KnownError that names them, and nothing changes.
    """
    row = interviews.get(session, interview_id)
    rows = _passages(session, interview_id)
    after = _Follower(session, interview_id, transcript)
    spans = {passage: after.span(passage) for passage in rows}
    told = _sorted(session, rows, spans, transcript.text)
    if told.lost and not keep_lost:
        quotes = quoted_list(_short(fate.before) for fate in told.lost[:NAMED])
        raise KnownError(
            N_("These words are coded and no longer in {file}: {quotes}. Agree to keep them in a memo on “{title}”, or "
               "leave its transcript as it is."),
            file=transcript.file_name, quotes=quotes + (", …" if len(told.lost) > NAMED else ""), title=row.title)
    _note(session, interview_id, told.lost)
    for fate in told.lost:
        passages.remove(session, passage_id=fate.passage_id)
    with dismissals.following(session, interview_id):
        _place(session, {passage: span for passage, span in spans.items() if span is not None}, row, transcript.text)
        _renew_turns(session, interview_id, transcript, after.anchors)
        _rewrite(row, transcript, after.anchors)
        session.flush()
    return told


class _Follower:
    """Where passages of an interview's text are in another text."""

    def __init__(self, session: Session, interview_id: int, transcript: Transcript) -> None:
        old = interviews.text(session, interview_id)
        self.anchors = Anchors(old, differences(old, transcript.text))
        self._gone = sorted((edit.start, edit.end) for edit in self.anchors.edits if edit.start < edit.end)
        turns = session.execute(
            select(Turn.label_start, Turn.start).where(Turn.interview_id == interview_id).order_by(Turn.label_start))
        self._was = [(low, start) for low, start in turns]
        self._now = [(turn.label_start, turn.start) for turn in transcript.turns]

    def span(self, row: Passage) -> Span | None:
        """Where a passage stands then; None when its words are gone."""
        span = self._cleared(row, *self.anchors.span(row.start, row.end))
        if span is not None and self._alike(row, self.anchors.text[slice(*span)]):
            return span
        text = self.anchors.text
        at = text.find(row.quote) if len(row.quote) >= FOUND_AGAIN else -1
        if at < 0 or text.find(row.quote, at + 1) >= 0:
            return None
        return self._cleared(row, at, at + len(row.quote))

    def _cleared(self, row: Passage, start: int, end: int) -> Span | None:
        """A bound comes to lie within a label only where it did."""
        if start >= end:
            return None
        if label_at(self._was, row.start) is not None or label_at(self._was, row.end - 1) is not None:
            return start, end
        return cleared(self.anchors.text, start, end, lambda at: label_at(self._now, at))

    def _alike(self, row: Passage, now: str) -> bool:
        """Whether enough of a passage's letters are still there."""
        letters = sum(map(str.isalnum, row.quote))
        gone = sum(
            sum(map(str.isalnum, self.anchors.old[max(start, row.start) : min(end, row.end)]))
            for start, end in self._gone[max(0, bisect_right(self._gone, (row.start, row.start)) - 1) :]
            if start < row.end and end > row.start)
        if letters - gone >= ALIKE * letters:
            return True
        if max(len(row.quote), len(now)) > COMPARED:
            return False
        return SequenceMatcher(None, row.quote, now, autojunk=False).ratio() > ALIKE


def _passages(session: Session, interview_id: int) -> Sequence[Passage]:
    return session.scalars(select(Passage).where(Passage.interview_id == interview_id)
                           .order_by(Passage.start, Passage.end)).all()


def _sorted(session: Session, rows: Sequence[Passage], spans: dict[Passage, Span | None], text: str) -> Replacement:
    """The fates, by kind."""
    book = codebook.read(session)
    codes: dict[int, list[str]] = defaultdict(list)
    for passage_id, code_id in session.execute(
        select(Coding.passage_id, Coding.code_id).where(Coding.passage_id.in_([row.id for row in rows])).distinct()
    ):
        codes[passage_id].append(book.path_text(code_id))
    noted = passage_memos.texts(session, rows[0].interview_id) if rows else {}
    kept: list[Fate] = []
    moved: list[Fate] = []
    lost: list[Fate] = []
    for row in rows:
        span = spans[row]
        fate = Fate(row.id, row.quote, text[slice(*span)] if span else "", tuple(sorted(codes[row.id])),
                    noted.get(row.id, ""))
        same = " ".join(fate.before.split()) == " ".join(fate.after.split())
        (lost if span is None else kept if same else moved).append(fate)
    return Replacement(tuple(kept), tuple(moved), tuple(lost))


def _note(session: Session, interview_id: int, lost: Sequence[Fate]) -> None:
    """Add the passages that are lost to the memo of the interview."""
    if lost:
        written = memos.read(session, target="interview_id", target_id=interview_id)
        lines = [_("Passages lost when the transcript was replaced:"), *map(_line, lost)]
        memos.write(session, text="\n\n".join(filter(None, (written, "\n".join(lines)))), target="interview_id",
                    target_id=interview_id)


def _line(fate: Fate) -> str:
    codes = f" ({', '.join(fate.codes)})" if fate.codes else ""
    return f"– {quoted(fate.before, current_language())}{codes}" + (
        f"\n{fate.memo.strip()}" if fate.memo.strip() else "")


def _place(session: Session, spans: dict[Passage, Span], row: Interview, text: str) -> None:
    with session.no_autoflush:
        kept = merge(session, spans)
        move(session, {passage: {"start": at[0], "end": at[1], "quote": text[slice(*at)]}
                       for passage, at in kept.items()}, ("start", "end"), row.length + len(text) + 1)


def _renew_turns(session: Session, interview_id: int, transcript: Transcript, anchors: Anchors) -> None:
    """Make the turns anew. A voice that speaks no more goes; its participant stays in the interview. A turn puts the
    questions of the guide that its words put before."""
    before = session.scalars(select(Turn).where(Turn.interview_id == interview_id)).all()
    asking = asked.put_in(session, interview_id)
    put = [(anchors.span(turn.start, turn.end), question_id) for turn, question_id in asking]
    for turn, _question in asking:
        asked.pass_on(session, turn.id, to=None)
    revisit = [anchors.start(turn.start) for turn in before if turn.to_revisit]
    for turn in before:
        session.delete(turn)
    session.flush()
    labels = {seen.label for seen in transcript.speakers}
    for voice in session.scalars(select(Speaker).where(Speaker.interview_id == interview_id)).all():
        if voice.label not in labels:
            session.delete(voice)
    session.flush()
    add_turns(session, interview_id, transcript)
    if any(seen.participant_id is None for seen in speakers.speakers(session, interview_id)):
        speakers.link_by_name(session, interview_id)
    now = session.scalars(select(Turn).where(Turn.interview_id == interview_id).order_by(Turn.label_start)).all()

    def at(offset: int) -> Turn:
        return now[max(0, bisect_right(now, offset, key=lambda turn: turn.label_start) - 1)]

    for offset in revisit if now else ():
        if not at(offset).to_revisit:
            at(offset).to_revisit = True
    for turn_id, question_id in sorted({(at(start).id, question) for (start, end), question in put if start < end}):
        asked.put(session, turn_id, question_id, True)
    asked.derive(session)


def _rewrite(row: Interview, transcript: Transcript, anchors: Anchors) -> None:
    """The interview's own columns."""
    length = len(transcript.text)
    read_to = length if row.read_to >= row.length else anchors.end(row.read_to)
    values = {"read_to": read_to, "text": transcript.text, "length": length, "file_name": transcript.file_name,
              "text_hash": text_hash(transcript.text)}
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def _short(quote: str) -> str:
    words = one_line(quote)
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"
