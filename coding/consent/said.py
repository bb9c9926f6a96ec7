# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of somebody, and the names they go by: how both are recognised in other texts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from coding.fold import fold, words
from coding.speakers import reads_as_name

RUN = 6  # words in a row that are a quote, not a coincidence
IN_VIVO = 2  # words from which a code's name is taken from somebody's
ELIDED = frozenset(("c", "d", "j", "l", "m", "n", "qu", "s", "t"))
SHORT = 3  # letters from which a name is one within a text
_WORD = re.compile(r"\w+")
Span = tuple[int, int]


class Said:
    """What somebody said, stretch by stretch. Accents, case and punctuation do not count."""

    def __init__(self, stretches: Iterable[str]) -> None:
        self._stretches = [_counted(stretch) for stretch in stretches]

    @cached_property
    def _all(self) -> str:
        return "\n".join(f" {' '.join(stretch)} " for stretch in self._stretches)

    @cached_property
    def _runs(self) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(stretch[at : at + RUN])
                         for stretch in self._stretches for at in range(len(stretch) - RUN + 1))

    def holds(self, text: str, *, least: int = 1) -> bool:
        """Whether all the words of ``text``, ``least`` of them at least, were said in a row."""
        sought = _counted(text)
        return len(sought) >= least and f" {' '.join(sought)} " in self._all

    def quoted_in(self, text: str) -> list[Span]:
        """Where ``text`` gives RUN of their words or more, in a row."""
        pieces = [(piece, match.span()) for match in _WORD.finditer(text) for piece in _counted(match[0])]
        found: list[Span] = []
        for at in range(len(pieces) - RUN + 1):
            if tuple(piece for piece, _span in pieces[at : at + RUN]) in self._runs:
                start, end = pieces[at][1][0], pieces[at + RUN - 1][1][1]
                if found and start <= found[-1][1]:
                    found[-1] = found[-1][0], end
                else:
                    found.append((start, end))
        return found


def _counted(text: str) -> list[str]:
    """The folded words of a text, without those that an apostrophe leaves of others."""
    return [word for word in words(text) if word not in ELIDED]


class Names:
    """The names somebody goes by, sought as whole words; those of a letter or two («E», «AB») would be found in words
    that name nobody, and are only known where they stand alone."""

    def __init__(self, forms: Collection[str]) -> None:
        self.forms = tuple(sorted({form for form in forms if form.strip()}, key=lambda form: (-len(form), form)))
        told = dict.fromkeys(written for form in self.forms for written in (form, form.upper()) if _tells(form))
        self._any = re.compile("|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in told) or r"(?!)")

    def places(self, text: str) -> list[Span]:
        """Where they stand in ``text``."""
        if text.strip() in self.forms:
            return [(0, len(text))]
        return [match.span() for match in self._any.finditer(text)]

    def replaced(self, text: str, mark: str) -> str:
        """``text`` with ``mark`` in their place."""
        return without(text, self.places(text), mark)


def _tells(form: str) -> bool:
    """Whether a form names somebody within a text."""
    return len(form) >= SHORT or any(map(str.isdigit, form))


def names_of(name: str, labels: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """What somebody of that name is called: the name, the labels that read as one, the first name where nobody among
    ``others`` has it."""
    first = name.split(maxsplit=1)[0]
    taken = {fold(word) for other in others for word in (other, *other.split()[:1])}
    derived = [label for label in labels if reads_as_name(label)]
    if len(first) >= SHORT and reads_as_name(first):
        derived.append(first)
    return tuple(dict.fromkeys([name, *(form for form in derived if fold(form) not in taken)]))


def without(text: str, spans: Sequence[Span], mark: str) -> str:
    """``text`` with ``mark`` in the place of each span; they are in order and apart."""
    bounds = [0, *(bound for span in spans for bound in span), len(text)]
    kept = [text[low:high] for low, high in list(pairwise(bounds))[::2]]
    return mark.join(kept)
