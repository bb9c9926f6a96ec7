# SPDX-License-Identifier: GPL-3.0-or-later
"""Memos and field journal in Word and in Markdown: by kind, then by what they are about, the journal by day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Literal

from sqlalchemy.orm import Session

from coding import citations, memo_links, memo_shelf
from coding.calendar_words import local_day
from coding.language import _, short_date
from coding.memo_links import Targets
from coding.memo_shelf import KINDS, Entry, Kind
from coding.reports.cover import Cover
from coding.reports.leaving import replacing
from coding.reports.markdown import escaped
from coding.reports.sheet import write_csv
from coding.reports.word import Page
from coding.typography import attribution, quoted, spaced

Role = Literal["heading", "quote", "text", "note"]


# The names of the csv’s columns; ``text`` has its links written out.
COLUMNS = ("kind", "about", "title", "day", "text", "quote", "created", "changed")


@dataclass(frozen=True)
class Line:
    """One paragraph. ``level`` is that of a heading; ``source`` says who speaks in a quote."""

    role: Role
    text: str
    level: int = 0
    source: str = ""


def read(session: Session, kinds: Collection[Kind]) -> tuple[list[Entry], Targets]:
    """The memos of ``kinds``, those without a word left out, and what their links lead to. Of a passage that is never
    to be cited, the place is said and no word."""
    withheld = frozenset(session.scalars(citations.withheld_passages()))
    found = [replace(entry, quote=citations.KEPT_BACK) if entry.quote and entry.memo.target_id in withheld else entry
             for entry in memo_shelf.entries(session)
             if entry.kind in kinds and (entry.memo.text.strip() or entry.memo.title)]
    return found, memo_links.resolve(session, (link for entry in found for link in memo_links.links(entry.memo.text)))


def lines(found: Sequence[Entry], targets: Targets, language: str) -> list[Line]:
    """The paragraphs that memos make; ``language`` is the project’s."""
    return [line for kind, those in groupby(found, key=lambda entry: entry.kind)
            for line in _of_kind(kind, list(those), targets, language)]


def write(path: Path, written: Sequence[Line], cover: Cover) -> None:
    """Write the lines to a .docx. Raises KnownError when it cannot."""
    page = Page(cover)
    for line in written:
        match line.role:
            case "heading":
                page.heading(line.text, line.level)
            case "quote":
                page.quote(line.text, line.source)
            case "text":
                page.line(line.text)
            case "note":
                page.note(line.text)
    page.save(path)


def write_markdown(path: Path, written: Sequence[Line], cover: Cover) -> None:
    """Write the lines to a .md. Raises KnownError when it cannot."""
    said = [f"# {escaped(cover.title)}", *(escaped(line) for line in cover.lines)]
    for line in written:
        match line.role:
            case "heading":
                said.append(f"{'#' * (line.level + 1)} {escaped(line.text)}")
            case "quote":
                said.append(f"> {escaped(f'{line.text} ({line.source})')}")
            case _:
                said.append(escaped(line.text))
    with replacing(path) as partial:
        partial.write_text("\n\n".join(said) + "\n", encoding="utf-8", newline="\n")


def write_table(path: Path, found: Sequence[Entry], targets: Targets, language: str) -> None:
    """Write the memos to a .csv whose columns are COLUMNS. Raises KnownError when it cannot."""
    write_csv(path, [COLUMNS, *(
        (entry.kind, entry.about, entry.memo.title, entry.memo.day.isoformat() if entry.memo.day else None,
         memo_links.rendered(entry.memo.text, targets, language), entry.quote,
         local_day(entry.memo.created_at).isoformat(), local_day(entry.memo.updated_at).isoformat())
        for entry in found)])


def _of_kind(kind: Kind, found: list[Entry], targets: Targets, language: str) -> Iterator[Line]:
    yield Line("heading", _(KINDS[kind]), 1)
    if kind == "journal":
        for month, those in memo_shelf.by_month(found):
            yield Line("heading", month, 2)
            for entry in those:
                titled = " – ".join(part for part in (entry.about, spaced(entry.memo.title, language)) if part)
                yield Line("heading", titled, 3)
                yield from _text(entry, targets, language)
        return
    about = None
    for entry in found:
        if entry.about and entry.memo.target_id != about:  # several memos on one thing stand under one heading
            yield Line("heading", entry.about, 2)
            if entry.quote:
                words = entry.quote if entry.quote == citations.KEPT_BACK else quoted(entry.quote, language)
                yield Line("quote", words, source=attribution(entry.voices, language))
        about = entry.memo.target_id
        if entry.memo.title:
            yield Line("heading", spaced(entry.memo.title, language), 3 if entry.about else 2)
        elif not entry.about:  # nothing else would part it from the one before
            day = short_date(local_day(entry.memo.created_at))
            yield Line("heading", _("Memo of {day}").format(day=day), 2)
        yield from _text(entry, targets, language)
        yield Line("note", memo_shelf.dates(entry.memo))


def _text(entry: Entry, targets: Targets, language: str) -> Iterator[Line]:
    for paragraph in memo_links.rendered(entry.memo.text, targets, language).splitlines():
        if paragraph.strip():
            yield Line("text", spaced(paragraph.strip(), language))
