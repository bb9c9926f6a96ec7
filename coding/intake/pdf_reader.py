# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF files that hold text: lines as set on the page, joined again into paragraphs; running heads left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from coding.intake import refusals
from coding.intake.cleaning import clean
from coding.intake.labels import Form, candidates
from coding.intake.lines import Content, Line
from coding.intake.transcript import Notice
from coding.language import N_
from models.errors import KnownError

_MOST_PAGES = 5_000
_FULL = 0.72  # of the longest lines: shorter ones end a paragraph
_OFTEN = 0.5  # of the pages: what stands first or last on so many is a running head
_SENTENCE_END = re.compile(r"[.!?…:»”\")\]]$")
_FIGURES = re.compile(r"\d+")
_OPENS = (Form.COLON, Form.TIMED, Form.BRACKET)


def read(path: Path, name: str) -> Content:
    """The lines of a .pdf. KnownError when it is damaged, protected, or only pictures of pages."""
    pages = [_lines(text) for text in _pages(path, name)]
    if not any(chain.from_iterable(pages)):
        raise KnownError(N_("{file} holds pictures of pages and no text. Have its text recognised (OCR), then import "
                            "that."), file=name)
    heads = _running(pages)
    kept = [[line for place, line in enumerate(page) if not _is_head(place, page, heads)] for page in pages]
    left = sum(map(len, pages)) - sum(map(len, kept))
    notices = [Notice(N_("Page numbers and running heads are left out: {n} lines."), {"n": left})] if left else []
    return Content(tuple(Line(text) for text in _paragraphs(list(chain.from_iterable(kept)))), tuple(notices))


def _pages(path: Path, name: str) -> Iterator[str]:
    import pypdfium2
    from pypdfium2 import PdfiumError, raw

    try:
        document = pypdfium2.PdfDocument(refusals.content(path, name))
    except PdfiumError as error:
        locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        raise (refusals.password(name) if locked else refusals.damaged(name)) from error
    try:
        if len(document) > _MOST_PAGES:
            raise refusals.too_large(name)
        for page in document:
            yield page.get_textpage().get_text_range()
    except PdfiumError as error:
        raise refusals.damaged(name) from error
    finally:
        document.close()


def _lines(text: str) -> list[str]:
    # U+FFFE is PDFium's sign for a hyphen that ended a line
    return [line.strip() for line in clean(text.replace("\ufffe", "-\n"))[0].split("\n") if line.strip()]


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """First and last lines that come back on most pages, whatever their figures."""
    if len(pages) < 3:
        return frozenset()
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_shape(line) for line in (*page[:1], *page[-1:])})
    return frozenset(shape for shape, times in seen.items() if times >= max(3, _OFTEN * len(pages)))


def _is_head(place: int, page: Sequence[str], heads: frozenset[str]) -> bool:
    at_edge = place in (0, len(page) - 1)
    return at_edge and (_shape(page[place]) in heads or page[place].strip("-–— ").isdigit())


def _shape(line: str) -> str:
    return _FIGURES.sub("0", line)


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """A line goes on the one before when that one is full, or plainly unfinished, and it begins no turn."""
    if not lines:
        return
    full = _FULL * sorted(map(len, lines))[int(len(lines) * 0.95)]
    known = frozenset(word.lower() for line in lines for word in _WORD.findall(line))
    paragraph = last = lines[0]
    for line in lines[1:]:
        if _goes_on(last, line, full):
            paragraph = _joined(paragraph, line, known)
        else:
            yield paragraph
            paragraph = line
        last = line
    yield paragraph


def _goes_on(last: str, line: str, full: float) -> bool:
    if any(candidate.form in _OPENS for candidate in candidates(0, Line(line))):
        return False
    return len(last) >= full or (not _SENTENCE_END.search(last) and line[:1].islower())


def _joined(paragraph: str, line: str, known: frozenset[str]) -> str:
    """Two lines in one. A hyphen between them cuts a word that stands whole elsewhere in the file, or belongs to it
    («peut-être»); else it is speech that breaks off («équi- équilibrée»)."""
    before, after = _CUT.search(paragraph), _WORD.match(line)
    if before is None or after is None:
        return f"{paragraph} {line}"
    head, tail = before[1].lower(), after.group().lower()
    named = before[1][0].isupper() and after.group()[0].isupper()  # «Sainte-Croix»
    if named or f"{head}-{tail}" in known or head in _BEFORE_HYPHEN or tail in _AFTER_HYPHEN:
        return paragraph + line
    if head + tail in known:
        return paragraph[:-1] + line
    return paragraph + line if _compound(_CHAIN.search(paragraph), tail) else f"{paragraph} {line}"


def _compound(before: re.Match[str] | None, tail: str) -> bool:
    """Whether more than one hyphen makes a word of what a line end cut: «vis-à-» «vis», «Pas-» «de-Calais»; not of
    «peut-ê-» «peut-être», nor of «j’en-» «est-ce»."""
    head = before[1].lower() if before else ""
    several = "-" in head or ("-" in tail and tail.rsplit("-", 1)[1] not in _AFTER_HYPHEN)
    return several and not tail.startswith(head)


_WORD = re.compile(r"\w+(?:-\w+)*")
_CHAIN = re.compile(r"(\w+(?:-\w+)*)-$")
_CUT = re.compile(r"(\w+)-$")
_AFTER_HYPHEN = frozenset("ce ci là moi toi lui elle elles il ils nous vous on je tu même mêmes midi".split())
_BEFORE_HYPHEN = frozenset("peut demi semi ex non vice sous socio médico psycho auto".split())
