# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook in Word, as an annex of the thesis: its codes at a glance with their counts, then what each theme and
code means, what it takes in and leaves out, and its examples as they are cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, examples, quotes
from coding.language import _, ngettext, number
from coding.order import ordered_interviews
from coding.quotes import Query, Quote
from coding.reports.cover import Cover
from coding.reports.word import Page
from coding.reports.word_table import Cell
from coding.transversal import passages
from coding.typography import quoted, spaced
from models.code import Code
from models.passage import Passage

_INDENT = 0.5  # centimetres, for each level of the table
_COUNTED = 2.4  # centimetres, a column of counts


@dataclass(frozen=True)
class Entry:
    """A code as the annex prints it; the counts take the codes below it along, each passage once. ``example`` is the
    written one, ``quotes`` those that may be cited."""

    name: str
    depth: int
    origin: str
    definition: str
    include: str
    exclude: str
    example: str
    quotes: tuple[Quote, ...]
    passages: int
    interviews: int


def entries(session: Session) -> list[Entry]:
    """Every code, in codebook order."""
    book = codebook.read(session)
    counts = passages(session, book, ordered_interviews(session).ids)
    rows = {row.id: row for row in session.execute(
        select(Code.id, Code.definition, Code.include, Code.exclude, Code.example))}
    cited = _cited(session, [guid for row in rows.values() for guid in examples.guids(row.example)])
    return [
        Entry(node.name, node.depth, node.origin, row.definition, row.include, row.exclude,
              examples.written(row.example),
              tuple(cited[guid] for guid in examples.guids(row.example) if guid in cited),
              sum(counts.get(node.id, {}).values()), len(counts.get(node.id, {})))
        for node in book for row in (rows[node.id],)
    ]


def write(path: Path, codes: Sequence[Entry], cover: Cover) -> None:
    """Write the codebook to a .docx. Raises KnownError when it cannot."""
    page = Page(cover)
    if codes:
        _glance(page, codes)
    for entry in codes:
        page.heading(entry.name, min(entry.depth + 1, 3))
        page.note(" · ".join(part for part in (_origin(entry.origin), _counts(entry)) if part))
        _say(page, "", entry.definition, cover.language)
        _say(page, _("Include:"), entry.include, cover.language)
        _say(page, _("Exclude:"), entry.exclude, cover.language)
        if entry.example.strip():
            page.labelled(spaced(_("Example:"), cover.language), _example(entry.example.strip(), cover.language))
        for quote in entry.quotes:
            page.cited(*quote.manner.pieces(quote, cover.language))
    page.save(path)


def _cited(session: Session, guids: Sequence[str]) -> dict[str, Quote]:
    """The passages that examples refer to, as they are cited; those that may not be are left out."""
    ids = dict(session.execute(select(Passage.id, Passage.guid).where(Passage.guid.in_(guids))).all())
    if not ids:
        return {}
    found = quotes.find(session, Query(passage_ids=tuple(ids), withheld=False))
    return {ids[quote.passage_id]: quote for quote in found}


def _glance(page: Page, codes: Sequence[Entry]) -> None:
    """All codes with their counts, themes in bold."""
    head = (Cell(_("Code"), bold=True), Cell(_("Passages"), bold=True, align="right"),
            Cell(_("Interviews"), bold=True, align="right"))
    rows = [
        (Cell(entry.name, bold=entry.depth == 0, indent=entry.depth * _INDENT),
         Cell(number(entry.passages), align="right"), Cell(number(entry.interviews), align="right"))
        for entry in codes
    ]
    page.table([head, *rows], (page.width - 2 * _COUNTED, _COUNTED, _COUNTED))


def _say(page: Page, label: str, text: str, language: str) -> None:
    """A part of what a code means, each line a paragraph, the first after its label."""
    lines = [spaced(line.strip(), language) for line in text.splitlines() if line.strip()]
    if lines and label:
        page.labelled(spaced(label, language), lines.pop(0))
    for line in lines:
        page.line(line)


def _counts(entry: Entry) -> str:
    found = ngettext("{n} passage", "{n} passages", entry.passages).format(n=number(entry.passages))
    interviews = ngettext("{n} interview", "{n} interviews", entry.interviews).format(n=number(entry.interviews))
    return _("{passages} in {interviews}").format(passages=found, interviews=interviews)


def _origin(origin: str) -> str:
    return {
        "guide": _("from the guide"), "a_priori": _("a priori"), "emergent": _("emergent"), "unknown": "",
    }[origin]


def _example(text: str, language: str) -> str:
    """The example between quotation marks, unless it brings its own."""
    return text if text[0] in "«“\"" else quoted(text, language)
