# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts in which nothing says who speaks (a diary, a document, an open answer): each of their paragraphs is a turn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from coding.intake.transcript import Transcript, TurnSpan, speakers_seen

KINDS = ("journal", "document", "open_answer", "interview")  # as in ``models.interview``
LONGEST = 3000  # characters of a paragraph that a text editor cut into lines
_LINE = re.compile(r"[^\n]+")
_BLANKS = re.compile(r"\n[^\S\n]*\n\s*")
_ENDS = tuple(".?!…:;»”\"")


@dataclass(frozen=True)
class AsText:
    """What a text without turns goes in as: one of KINDS, all of it said by one speaker, or by nobody named."""

    kind: str = "journal"
    speaker: str = ""


def paragraphs(read: Transcript) -> Transcript:
    """The text of a file in which nobody speaks, a turn a paragraph: a line, unless its lines were cut at a width.
    Files of one kind are all of one make."""
    text = read.text
    blocks = list(_between(text))
    wrapped = len(blocks) > 1 and max(end - start for start, end in blocks) <= LONGEST and _cut(text, blocks)
    spans = blocks if wrapped else [found.span() for found in _LINE.finditer(text)]
    make = f"{read.make.partition(' ')[0]} ¶"
    return replace(read, turns=tuple(_turns(text, spans)), speakers=(), make=make, kind=AsText().kind)


def taken_as(read: Transcript, how: AsText) -> Transcript:
    """The same with what was chosen of it."""
    name = " ".join(how.speaker.split()) or None
    turns = tuple(replace(turn, speaker=name) for turn in read.turns) if name else read.turns
    return replace(read, kind=how.kind, turns=turns, speakers=speakers_seen(read.text, turns, frozenset()))


def _between(text: str) -> Iterator[tuple[int, int]]:
    """What stands between blank lines."""
    bounds = [0, *(at for found in _BLANKS.finditer(text) for at in found.span()), len(text)]
    return ((start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=True) if start < end)


def _cut(text: str, blocks: list[tuple[int, int]]) -> bool:
    """Whether most lines that another follows stop in the middle of a sentence."""
    inner = [line.rstrip() for start, end in blocks
             for line, _next in pairwise(text[start:end].strip().split("\n"))]
    return sum(not line.endswith(_ENDS) for line in inner) > len(inner) / 2


def _turns(text: str, spans: list[tuple[int, int]]) -> Iterator[TurnSpan]:
    for start, end in spans:
        said = text[start:end]
        if said.strip():
            first = start + len(said) - len(said.lstrip())
            yield TurnSpan(first, first, first + len(said.strip()), None, None)
