# SPDX-License-Identifier: GPL-3.0-or-later
"""What is looked for: the line that was written, understood, and whose words are looked through.

    équipe soignante     both words in one turn, the last one perhaps unfinished (from two letters on)
    « équipe soignante » this phrase; any quotation marks do; what an apostrophe or a hyphen joins is a phrase too
    équipe | collectif   either
    équipe -soignante    the turns that hold the first and not the second
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from coding.fold import words

Mode = Literal["words", "phrase", "lemma"]
Phrase = tuple[str, ...]  # folded words that follow one another
_PIECE = re.compile(
    r"(?P<or>\|)|(?P<not>(?<!\S)-(?=[\w“\"«]))?"
    r"(?:«\s*(?P<a>[^»]*)»?|“(?P<b>[^”]*)”?|\"(?P<c>[^\"]*)\"?|(?P<word>[^\s|«“\"]+))")


@dataclass(frozen=True)
class Term:
    """One thing sought: any of these phrases. ``begun``: its last word may go on."""

    phrases: tuple[Phrase, ...]
    begun: bool = False


@dataclass(frozen=True)
class Sought:
    """``either``: alternatives, each of which is all of its terms in one turn; ``without``: what the turn may not
    hold. ``asks``: the interviewer's words only (True) or those of who answers (False); the ids narrow further, and
    empty ones do not."""

    either: tuple[tuple[Term, ...], ...] = ()
    without: tuple[Term, ...] = ()
    asks: bool | None = None
    participant_ids: tuple[int, ...] = ()
    group_ids: tuple[int, ...] = ()
    interview_ids: tuple[int, ...] = ()
    line: str = field(default="", compare=False)  # as it was written

    def __bool__(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.either)


def terms(line: str, mode: Mode = "words", forms: Callable[[str], Sequence[str]] | None = None
          ) -> tuple[tuple[tuple[Term, ...], ...], tuple[Term, ...]]:
    """``line`` as (either, without). With the mode «lemma», ``forms`` gives the folded forms of a folded lemma."""
    if mode == "phrase":
        said = tuple(words(line))
        return (((Term((said,), begun=len(said[-1]) > 1),),), ()) if said else ((), ())
    either: list[list[Term]] = [[]]
    without: list[Term] = []
    pieces = list(_pieces(line))
    for place, (kind, said, bare) in enumerate(pieces, start=1):
        if kind == "or":
            either.append([])
        elif said:
            begun = (mode == "words" and bare and not kind and place == len(pieces) and line[-1:].isalnum()
                     and len(said[-1]) > 1)
            lemma = mode == "lemma" and forms is not None and bare and len(said) == 1
            term = _lemma(said[0], forms) if lemma and forms is not None else Term((said,), begun)
            (without if kind == "not" else either[-1]).append(term)
    return tuple(tuple(alternative) for alternative in either if alternative), tuple(without)


def _lemma(word: str, forms: Callable[[str], Sequence[str]]) -> Term:
    known = dict.fromkeys((word, *forms(word)))
    return Term(tuple((form,) for form in known))


def _pieces(line: str) -> Iterator[tuple[str, Phrase, bool]]:
    """(«or», «not» or nothing; the words; whether they stood outside quotation marks)."""
    for found in _PIECE.finditer(line):
        if found["or"]:
            yield "or", (), False
        else:
            said = next((found[name] for name in ("a", "b", "c", "word") if found[name] is not None), "")
            yield "not" if found["not"] else "", tuple(words(said)), found["word"] is not None
