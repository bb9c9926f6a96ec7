# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a quote as it is cited is still made of the source's words, and where it is not.

A cited text is the source's words in their order. «[…]» (or «[...]») stands where words are left out; «[l’équipe]» is
the researcher's, added or in place of a pronoun that it makes plain. Hesitations, words said twice in a row, words
begun (``coding.spoken``), punctuation and capitals may go or change without a mark. A source is on one line, without
labels (``Quote.plain``); it may hold brackets of its own («[ville 1]»), which hold as its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from coding.cited_path import UNMARKED, State, path, steps
from coding.cited_words import GAP, Span, Word, same, words
from coding.spoken import tidied

__all__ = ["GAP", "Alignment", "Fault", "Span", "align", "elided", "faults", "holds", "inserted", "tidied"]

What = Literal["not_in_source", "left_out", "voice"]
_LANGUAGES = ("fr", "en")


@dataclass(frozen=True)
class Fault:
    """Where a cited text is not the source's: at [start, end) of the cited text, and the words concerned.

    ``what``: «not_in_source» (a word that is not in the source there, nor in brackets), «left_out» (words of the source
    left out without a mark, between start and end), «voice» (a change of voice that no dash tells any more).
    """

    start: int
    end: int
    what: What
    words: str


@dataclass(frozen=True)
class Alignment:
    """``pairs``: each word of the source that is cited, and its place in the cited text; ``left_out``: the places in
    the source of those that are not."""

    pairs: tuple[tuple[Span, Span], ...]
    left_out: tuple[Span, ...]
    faults: tuple[Fault, ...]


def holds(source: str, cited: str) -> bool:
    """Whether ``cited`` may be printed for ``source``. An empty text stands for the source itself."""
    if not cited.strip() or cited == source:
        return True
    return any(path(text, cited, faultless=True) is not None for text in _readings(source))


def faults(source: str, cited: str) -> tuple[Fault, ...]:
    """What keeps ``cited`` from being printed for ``source``, in the order of the cited text; none when it holds."""
    return () if holds(source, cited) else align(source, cited).faults


def align(source: str, cited: str) -> Alignment:
    """How the words of ``cited`` answer those of ``source``, with as few faults as may be."""
    said, printed = words(source), words(cited)
    if not cited.strip():
        return Alignment((), tuple((word.start, word.end) for word in said), ())
    way = path(source, cited, faultless=False)
    if way is None:
        whole = Fault(0, len(cited), "not_in_source", cited.strip())
        return Alignment((), tuple((word.start, word.end) for word in said), (whole,))
    pairs = tuple(((said[i].start, said[i].end), (printed[j].start, printed[j].end))
                  for (i, j, _one), (i2, j2, _two) in steps(way)
                  if i2 == i + 1 and j2 == j + 1 and same(said[i], printed[j]) and said[i].kind == "word")
    kept = {span for span, _place in pairs}
    left_out = tuple((word.start, word.end) for word in said
                     if word.kind == "word" and (word.start, word.end) not in kept)
    found = () if holds(source, cited) else tuple(_faults(source, cited, way))
    return Alignment(pairs, left_out, found)


def elided(text: str, spans: Sequence[Span]) -> str:
    """``text`` with «[…]» in place of the words that ``spans`` touch, elisions that meet made one. Brackets go as a
    whole; the dash of the voice that goes on after an elision stays."""
    said = words(text)
    for start, end in sorted(spans, reverse=True):
        touched = [word for word in said if word.start < end and word.end > start]
        if touched:
            text = _cut(text, said, touched)
            said = words(text)
    return text


def inserted(text: str, at: int, precision: str) -> str:
    """``text`` with «[precision]» after the word that ends at or holds ``at``."""
    for word in words(text):
        start, end = word.group or (word.start, word.end)
        if start < at < end:
            at = end
    before, after = text[:at].rstrip(), text[at:].lstrip()
    mark = f"[{' '.join(precision.replace('[', '').replace(']', '').split())}]"
    return f"{before} {mark}" * bool(before) + mark * (not before) + (
        "" if not after or after[0] in ",.…)" else " ") + after


def _cut(text: str, said: Sequence[Word], touched: Sequence[Word]) -> str:
    first, last = said.index(touched[0]), said.index(touched[-1])
    while first and said[first - 1].kind == "gap":
        first -= 1
    while last + 1 < len(said) and said[last + 1].kind == "gap":
        last += 1
    while last > first and said[last].kind == "voice":
        last -= 1
    start, end = _whole(said[first], said[last])
    before, rest = text[:start].rstrip(), text[end:]
    if not before or before[-1] in ",;:.?!…":
        rest = rest.lstrip(",;:.…")
    after = rest.lstrip()
    voices = any(word.kind == "voice" for word in said[first : last + 1])
    dash = "–\u00a0" if voices and after and not after.startswith("–") else ""
    lead = text[len(before) : start] or (" " if before and before[-1] not in "('’" else "")
    return f"{before}{lead}{GAP}{_apart(rest, after)}{dash}{after}"


def _whole(first: Word, last: Word) -> Span:
    return (first.group or (first.start, first.end))[0], (last.group or (last.start, last.end))[1]


def _apart(rest: str, after: str) -> str:
    if not after or after[0] in ",.…)":
        return ""
    space = rest[: len(rest) - len(after)]
    return space if space or after[0] in ";:!?»’'-" else " "


def _readings(source: str) -> Iterator[str]:
    """The source, then the source as clean-up proposes it, which always holds."""
    yield source
    for language in _LANGUAGES:
        clean = tidied(source, language)
        if clean != source:
            yield clean


def _faults(source: str, cited: str, way: Sequence[State]) -> Iterator[Fault]:
    """The runs of words that the way takes or leaves at a cost."""
    said, printed = words(source), words(cited)
    taken: list[int] = []  # ranks in the citation
    left: list[int] = []  # ranks in the source, left out where ``place`` words of the citation are behind
    place = 0
    for (i, j, _mode), (i2, j2, mode2) in (*steps(way), ((-1, -1, 0), (-1, -1, 0))):
        takes = i2 == i and j2 == j + 1 and printed[j].kind == "word" and not printed[j].opens
        leaves = i2 == i + 1 and j2 == j and mode2 == UNMARKED and said[i].kind != "dash"
        if taken and not takes:
            start, end = printed[taken[0]].start, printed[taken[-1]].end
            yield Fault(start, end, "not_in_source", cited[start:end])
            taken = []
        if left and not leaves:
            yield _left_out(source, cited, [said[at] for at in left], printed, place)
            left = []
        if takes:
            taken.append(j)
        if leaves:
            left, place = [*left, i], j


def _left_out(source: str, cited: str, left: Sequence[Word], printed: Sequence[Word], place: int) -> Fault:
    start = printed[place - 1].end if place else 0
    end = printed[place].start if place < len(printed) else len(cited)
    what: What = "voice" if all(word.kind == "voice" for word in left) else "left_out"
    return Fault(start, end, what, source[left[0].start : left[-1].end])
