# SPDX-License-Identifier: GPL-3.0-or-later
"""The selections of an import as passages, with their codings, on the exact words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import select

from coding import examples, passages
from coding.exchange import conventions
from coding.exchange.bearers import Bearers, walk
from coding.exchange.derived import derived, fixed
from coding.exchange.model import Exchange, Selection, Source
from coding.exchange.taking_sources import Mapped
from coding.exchange.taking_work import Work
from coding.ids import ahead
from coding.language import N_
from coding.passage_bounds import trimmed
from models import passage as rows
from models.base import now
from models.citation import Citation
from models.code import Code
from models.passage import Passage

BARE = N_("Selections without a code or a memo: {n}")
GONE = N_("Selections whose words are no longer in the interview of the project: {n}")
WHOLE = N_("Codings of a whole source, which stand on no words, noted in a memo on the interview: {n}")


def kept(exchange: Exchange, bearers: Bearers) -> Iterator[tuple[Source, Selection]]:
    """The selections that become passages: those that bear a code or something written."""
    noted = {bearer.guid for _note, all_bearers in bearers.memos() for bearer in all_bearers
             if bearer.kind == "selection"}
    for source in exchange.sources:
        for selection in source.selections:
            if selection.codings or selection.description or selection.guid in noted:
                yield source, selection


def bounds(selection: Selection, text: str, moved: Mapped | None) -> tuple[int, int]:
    """Where a selection stands in the interview's text, without white space at its ends; empty when its words are
    gone. ``text`` is the interview's."""
    start, end = moved(selection.start, selection.end) if moved else (selection.start, selection.end)
    return trimmed(text, start, end)


def take(work: Work, moved: Mapping[str, Mapped]) -> None:
    """Make the passages and the codings that the project lacks."""
    by_source: dict[str, list[Selection]] = defaultdict(list)
    for source, selection in kept(work.exchange, work.bearers):
        by_source[source.guid].append(selection)
    strong, total = fixed(conventions.STRONG), len(work.exchange.sources)
    for done, source in enumerate(work.exchange.sources):
        work.told(done, total, source.name)
        bare = len(source.selections) - len(by_source[source.guid])
        if bare:
            work.lose(BARE, *[source.name] * bare)
        _place(work, source, by_source[source.guid], moved.get(source.guid), strong)
        _code(work, by_source[source.guid])
        if source.codings:
            work.lose(WHOLE, *[source.name] * len(source.codings))


def _place(work: Work, source: Source, selections: Iterable[Selection], moved: Mapped | None, strong: str) -> None:
    interview_id = work.interviews[source.guid]
    text = source.text if moved is None else passages.text_of(work.session, interview_id)
    index, ids = work.there.passages, ahead(work.session, Passage)
    fresh: set[int] = set()
    for selection in selections:
        start, end = bounds(selection, text, moved)
        key = (interview_id, start, end)
        row_id = index.find(selection.guid, key)
        if row_id is None and start >= end:
            work.lose(GONE, source.name)
            continue
        if row_id is None:
            row_id, guid = next(ids), index.free(selection.guid)
            work.session.add(Passage(
                id=row_id, guid=guid, interview_id=interview_id, start=start, end=end, quote=text[start:end],
                is_strong=strong in selection.notes, created_at=selection.at or now()))
            index.note(row_id, guid, key)
            fresh.add(row_id)
            work.count("passages", new=True)
        elif row_id not in fresh:
            work.count("passages", new=False)
        work.passages[selection.guid] = row_id
    work.session.flush()


def _code(work: Work, selections: Iterable[Selection]) -> None:
    index, nobody, ids = work.there.codings, work.coders.get("", 0), ahead(work.session, rows.Coding)
    for selection in selections:
        passage_id = work.passages.get(selection.guid)
        for coding in selection.codings if passage_id is not None else ():
            code_id, coder_id = work.codes.get(coding.code), work.coders.get(coding.user, nobody)
            if code_id is None:
                continue  # told when the file was read
            key = (passage_id, code_id, coder_id)
            found = index.by_key.get(key)
            work.count("codings", new=found is None)
            if found is None:
                guid = index.free(coding.guid)
                row = rows.Coding(id=next(ids), guid=guid, passage_id=passage_id, code_id=code_id, coder_id=coder_id,
                                  created_at=coding.at or selection.at or now())
                work.session.add(row)
                index.note(row.id, guid, key)
    work.session.flush()


def take_examples(work: Work) -> None:
    """Make passages the examples of codes that they bear the «example» note of."""
    of_note = {derived(code.guid, conventions.EXAMPLE): code.guid for code in walk(work.exchange.codes)}
    found: dict[str, list[int]] = defaultdict(list)
    for source in work.exchange.sources:
        for selection in source.selections:
            for note in selection.notes:
                if note in of_note and selection.guid in work.passages:
                    found[of_note[note]].append(work.passages[selection.guid])
    for code, passage_ids in found.items():
        row = work.session.get_one(Code, work.codes[code])
        guids = dict(work.session.execute(select(Passage.id, Passage.guid).where(Passage.id.in_(passage_ids))).all())
        had = examples.guids(row.example)
        wanted = list(dict.fromkeys([*had, *(guids[key] for key in passage_ids)]))
        if wanted != had:
            row.example = examples.composed(examples.written(row.example), wanted)
    work.session.flush()


def take_citations(work: Work) -> None:
    """How quotes are cited, where the project does not say."""
    bearers = work.bearers
    there = set(work.session.scalars(select(Citation.passage_id)))
    guids = set(work.session.scalars(select(Citation.guid)))
    for source in work.exchange.sources:
        for selection in source.selections:
            passage_id = work.passages.get(selection.guid)
            if passage_id is None or passage_id in there:
                continue
            text = next((bearers.notes[note] for note in selection.notes
                         if note in bearers.cited and note in bearers.notes), None)
            chapters = [bearers.notes[note].name for note in selection.notes
                        if note in bearers.chapters and note in bearers.notes]
            withheld = fixed(conventions.WITHHELD) in selection.notes
            if text is None and not chapters and not withheld:
                continue
            row = Citation(passage_id=passage_id, text=text.text if text else "", is_withheld=withheld,
                           cited_in="; ".join(chapters))
            if text is not None and text.guid not in guids:
                row.guid = text.guid
            if text is not None and text.changed is not None:
                row.updated_at = text.changed
            there.add(passage_id)
            work.session.add(row)
    work.session.flush()
