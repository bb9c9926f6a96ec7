# SPDX-License-Identifier: GPL-3.0-or-later
"""The sources of an import as interviews: their text, who speaks where, and what is known of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import PurePath
from typing import Any

from sqlalchemy import select

from coding import corpus, speakers, units
from coding.anchors import Anchors, differences
from coding.exchange import conventions, voices
from coding.exchange.derived import fixed
from coding.exchange.model import Source
from coding.exchange.taking_work import Work
from coding.exchange.there import named
from coding.intake.guess import interviewers
from coding.intake.kinds import READERS
from coding.intake.lines import Content, Line
from coding.intake.make import make_of
from coding.intake.transcript import SpeakerSeen, Transcript, TurnSpan, speakers_seen
from coding.intake.turns import assemble
from coding.intake.unturned import AsText, paragraphs, taken_as
from coding.language import N_, _
from coding.metadata import values
from models.errors import KnownError
from models.interview import Interview, InterviewUnit, Speaker

OTHER_TEXT = N_("Sources whose text differs from the interview of the project, which stays as it is: {n}")
UNTURNED = N_("Sources in which nothing says who speaks: {n}. They come as documents; change that in Corpus.")
SUFFIX = ".qdpx"
Mapped = Callable[[int, int], tuple[int, int]]


def take(work: Work) -> dict[str, Mapped]:
    """Make the interviews that the project lacks. Returns, for the sources whose text differs from the interview's,
    where their spans are there."""
    moved: dict[str, Mapped] = {}
    for done, source in enumerate(work.exchange.sources):
        work.told(done, len(work.exchange.sources), source.name)
        interview_id = work.there.interview(source)
        work.count("interviews", new=interview_id is None)
        if interview_id is None:
            interview_id = _add(work, source)
        else:
            row = work.session.get_one(Interview, interview_id)
            text = work.session.scalars(select(Interview.text).where(Interview.id == interview_id)).one()
            if text != source.text:
                work.lose(OTHER_TEXT, row.title)
                moved[source.guid] = Anchors(source.text, differences(source.text, text)).span
        work.interviews[source.guid] = interview_id
        _complete(work, source, interview_id)
    return moved


def _add(work: Work, source: Source) -> int:
    transcript = _transcript(work, source)
    told = voices.read(work.bearers.text(source.guid, conventions.TURNS))
    known = told is not None and told.text_hash == corpus.text_hash(source.text)
    tied = known or any(source.guid in case.sources for case in work.exchange.cases)
    guid = work.there.interviews.free(source.guid)
    interview_id = corpus.add_transcript(work.session, transcript, twice=True, guid=guid, linked=not tied)
    work.there.interviews.note(interview_id, guid, corpus.text_hash(source.text))
    work.added.append(interview_id)
    if told is not None and known:
        _link(work, interview_id, told)
    else:
        work.unvoiced.append(interview_id)
    if work.ours and source.at is not None:
        row = work.session.get_one(Interview, interview_id)
        if row.imported_at != source.at:
            row.imported_at = source.at
    return interview_id


def link_voices(work: Work) -> None:
    """Link the voices of new interviews to the participants that their cases say, where the file does not say more."""
    for interview_id in work.unvoiced:
        speakers.match(work.session, interview_id)


def _transcript(work: Work, source: Source) -> Transcript:
    """The text with its turns: as the file says when it is of ours, else as intake finds them."""
    name = named(source.name, _("Source"))
    title = PurePath(name).stem if PurePath(name).suffix.lower() in (*READERS, ".doc") else name
    file_name = source.values.get(fixed(conventions.FILE_NAME))
    made = Transcript(title if not work.ours else name, str(file_name or (name if not work.ours else "")), source.text,
                      (), (), ())
    told = voices.read(work.bearers.text(source.guid, conventions.TURNS))
    if told is not None and told.text_hash == corpus.text_hash(source.text) and _fits(told, source.text):
        return _replaced(made, _spans(told), [SpeakerSeen(one.label, 0, "", one.asks) for one in told.voices])
    found = assemble(Content(tuple(map(Line, source.text.split("\n")))), hint=title)
    if found.turns:
        asking = interviewers(found.text, found.turns, found.announced)
        return _replaced(made, found.turns, speakers_seen(found.text, found.turns, asking))
    if not work.ours:
        work.lose(UNTURNED, name)
    return taken_as(paragraphs(made), AsText("document"))


def _replaced(made: Transcript, turns: tuple[TurnSpan, ...], seen: Any) -> Transcript:
    return Transcript(made.title, made.file_name, made.text, turns, tuple(seen), (),
                      make_of(SUFFIX, made.text, turns))


def _fits(told: voices.Voices, text: str) -> bool:
    """Whether the turns lie in the text, one after the other."""
    ends = [0, *(turn.end for turn in told.turns)]
    starts = [*(turn.label_start for turn in told.turns), len(text)]
    labels = [voice.label for voice in told.voices]
    return all(end <= start for end, start in zip(ends, starts, strict=True)) and len(set(labels)) == len(labels) and (
        len({turn.label_start for turn in told.turns}) == len(told.turns))


def _spans(told: voices.Voices) -> tuple[TurnSpan, ...]:
    return tuple(TurnSpan(turn.label_start, turn.start, turn.end,
                          None if turn.voice is None else told.voices[turn.voice].label, turn.time_ms)
                 for turn in told.turns)


def _link(work: Work, interview_id: int, told: voices.Voices) -> None:
    """Say which participant each voice is."""
    cases = {voice.label: voice.case for voice in told.voices if voice.case}
    for row in work.session.scalars(select(Speaker).where(Speaker.interview_id == interview_id)):
        person = work.participants.get(cases.get(row.label, ""))
        if row.participant_id is None and person is not None:
            row.participant_id = person
    work.session.flush()


def _complete(work: Work, source: Source, interview_id: int) -> None:
    """Give an interview what the file knows of it and the project does not."""
    row = work.session.get_one(Interview, interview_id)
    new = interview_id in work.added
    fields = {name: value for name, value in _known(source).items()
              if new or (name not in ("kind", "status") and getattr(row, name) in (None, ""))}
    if work.ours and source.description and not row.portrait:
        fields["portrait"] = source.description
    corpus.set_details(work.session, interview_id, **fields)
    if fixed(conventions.WITHHELD) in source.notes and not row.is_withheld:
        row.is_withheld = True
    names = values.listed(str(source.values.get(fixed(conventions.UNITS), "")))
    speaks_for = select(InterviewUnit.id).where(InterviewUnit.interview_id == interview_id).limit(1)
    if names and work.session.scalar(speaks_for) is None:
        units.set_units(work.session, interview_id, names)


def _known(source: Source) -> dict[str, Any]:
    """What the variables of our own files say of an interview."""
    found: dict[str, Any] = {}
    day = source.values.get(fixed(conventions.DATE))
    if isinstance(day, date):
        found["date"] = day
    length = source.values.get(fixed(conventions.DURATION))
    if isinstance(length, int) and 0 < length < 100_000:
        found["duration_min"] = length
    if mode := str(source.values.get(fixed(conventions.MODE), "")):
        found["mode"] = mode[:200]
    for part, listed in ((conventions.STATUS, values.STATUS_WORDS), (conventions.KIND, values.KIND_WORDS)):
        said = source.values.get(fixed(part))
        try:
            if said is not None:
                found[part] = values.chosen(listed, str(said), part)
        except KnownError:
            continue  # another program changed it: it stays unknown
    return found

