# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a text, where they stand, and what their capitals say."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from coding.fold import fold

LETTERS = r"[^\W\d_]+"
# «Jean-Yves», «David-d'Angers», «O’Brien», «Le Floc’h»; «l’école» and «est-ce» are two words, or so many.
_WORD = re.compile(
    rf"(?:\b[NMOD]['’](?=[A-ZÀ-Þ]))?{LETTERS}(?:(?<=[^\W\d_][cC])['’]h[^\W\d_]*)?(?:-(?!(?:ce|t-(?:il|elle|on)|il|elle|on|je|tu|nous|vous|ils|elles|moi|"
    rf"toi|là|ci)\b)"
    rf"(?:[dlDL]['’])?{LETTERS})*(?:['’](?=[^\W\d_]))?|\d+"
)
# What may stand between a sentence and the next one's first word: quotes, brackets, dashes, arrows, «(rires)».
_BEGINS = re.compile(r"(?:^|[.!?…:\n«“\"(\[*•|>→)\]]|[.!?…][\s  ]*[»”]|[\s ][-–—])[\s «“\"'‘’(\[–—*-]*$")
_TITLE_STOP = re.compile(r"\b(?:M|MM|Mr|Mme|Mmes|Mlle|Dr|Pr|Me|St|Ste|Bd|Av)\.\s*$|(?<=.)\b[A-ZÀ-Þ]\.\s?-?$")


@dataclass(frozen=True)
class Word:
    """One word. ``begins``: first of its sentence, so that its capital says nothing; ``number``: its place."""

    number: int
    start: int
    end: int
    text: str
    begins: bool
    plain: bool

    @cached_property
    def key(self) -> str:
        """Folded, without an elided word's apostrophe."""
        return fold(self.text).rstrip("'")

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def shouted(self) -> bool:
        """In capitals throughout: an acronym, or a name as forms want it."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def elided(self) -> bool:
        return self.text[-1] in "'’"


class Tokens:
    """The words of ``text`` in order. ``plain`` words stand in a line dictated without capitals."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = _words(text)

    def gap(self, number: int) -> str:
        """What stands between a word and the next one."""
        if number + 1 >= len(self.words) or number < 0:
            return "\n"
        return self.text[self.words[number].end : self.words[number + 1].start]

    def near(self, number: int) -> bool:
        """Whether only a space, or an apostrophe already counted, parts a word from the next."""
        return self.gap(number) in ("", " ", "\u00a0", "\u202f", "-")

    def get(self, number: int) -> Word | None:
        return self.words[number] if 0 <= number < len(self.words) else None

    def key(self, number: int) -> str:
        """The folded word at a place, empty beyond either end."""
        word = self.get(number)
        return word.key if word else ""


def _words(text: str) -> list[Word]:
    found = list(_WORD.finditer(text))
    begins = [_begins_sentence(text, one.start()) for one in found]
    lines = [text.count("\n", 0, found[0].start())] if found else []
    for before, after in pairwise(found):
        lines.append(lines[-1] + text.count("\n", before.end(), after.start()))
    plain = _plain_lines(found, begins, lines)
    return [
        Word(n, one.start(), one.end(), one[0], first, lines[n] in plain)
        for n, (one, first) in enumerate(zip(found, begins, strict=True))
    ]


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 12) : at]
    if at - len(before) > 0:
        before = "x" + before
    return bool(_BEGINS.search(before)) and not _TITLE_STOP.search(before)


def _plain_lines(found: list[re.Match[str]], begins: list[bool], lines: list[int]) -> set[int]:
    """The lines that give no word a capital of its own, in a text that hardly gives any, or that begin without one."""
    words, capitals, lower = Counter[int](), Counter[int](), set()
    for one, first, line in zip(found, begins, lines, strict=True):
        words[line] += 1
        letter = one[0][0]
        capitals[line] += letter.isupper() and not first and len(one[0]) > 1
        if first and letter.islower() and words[line] == 1:
            lower.add(line)
    scarce = sum(capitals.values()) * 150 < sum(words.values())
    return {line for line in words if capitals[line] == 0 and (scarce or line in lower)}
