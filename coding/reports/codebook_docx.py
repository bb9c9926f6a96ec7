# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook in Word, as an annex of the thesis: each theme and code with its definition and its counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, examples
from coding.language import _, ngettext
from coding.order import ordered_interviews
from coding.reports.cover import Cover
from coding.reports.word import Page
from coding.transversal import passages
from coding.typography import quoted
from models.code import Code


@dataclass(frozen=True)
class Entry:
    """A code as the annex prints it; the counts take the codes below it along, each passage once."""

    name: str
    depth: int
    origin: str
    definition: str
    include: str
    exclude: str
    examples: tuple[str, ...]
    passages: int
    interviews: int


def entries(session: Session) -> list[Entry]:
    """Every code, in codebook order."""
    book = codebook.read(session)
    counts = passages(session, book, ordered_interviews(session).ids)
    rows = {row.id: row for row in session.execute(
        select(Code.id, Code.definition, Code.include, Code.exclude, Code.example))}
    return [
        Entry(node.name, node.depth, node.origin, rows[node.id].definition, rows[node.id].include,
              rows[node.id].exclude, tuple(examples.resolved(session, rows[node.id].example)),
              sum(counts.get(node.id, {}).values()), len(counts.get(node.id, {})))
        for node in book
    ]


def write(path: Path, codes: Sequence[Entry], cover: Cover) -> None:
    """Write the codebook to a .docx. Raises KnownError when it cannot."""
    page = Page(cover)
    for entry in codes:
        page.heading(entry.name, min(entry.depth + 1, 3))
        page.note(" · ".join(part for part in (_origin(entry.origin), _counts(entry)) if part))
        if entry.definition.strip():
            page.line(entry.definition.strip())
        for label, text in ((_("Include:"), entry.include), (_("Exclude:"), entry.exclude)):
            if text.strip():
                page.labelled(label, text.strip())
        for example in entry.examples:
            page.labelled(_("Example:"), _example(example, cover.language))
    page.save(path)


def _counts(entry: Entry) -> str:
    found = ngettext("{n} passage", "{n} passages", entry.passages).format(n=entry.passages)
    interviews = ngettext("{n} interview", "{n} interviews", entry.interviews).format(n=entry.interviews)
    return _("{passages} in {interviews}").format(passages=found, interviews=interviews)


def _origin(origin: str) -> str:
    return {
        "guide": _("from the guide"), "a_priori": _("a priori"), "emergent": _("emergent"), "unknown": "",
    }[origin]


def _example(text: str, language: str) -> str:
    """The example between quotation marks, unless it brings its own."""
    return text if text[0] in "«“\"" else quoted(text, language)
