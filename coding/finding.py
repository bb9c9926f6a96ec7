# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding words in one interview: without accents or case, whole words, or by a regular expression.

Only what is said is searched, turn by turn: no hit begins in a label or goes from one turn to the next. Searching
for words costs a few milliseconds. A regular expression may take for ever, and Python cannot stop one: it is searched
for in a process of its own, which is ended when its time is up.
"""

from __future__ import annotations

import re
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from time import monotonic

from coding import elsewhere
from coding.fold import fold, unaccented
from coding.language import N_
from coding.transcripts import Span, TranscriptText
from models.errors import KnownError

MOST = 5000  # hits
PATIENCE = 10.0  # seconds for a regular expression, the start of its process included
_APART = "\x00"  # stands in the searched text for what is not to be found


@dataclass(frozen=True)
class Wish:
    """What is looked for. ``whole``: words cut by nothing; ``voices``: labels of those who may say it, None for
    everything that is shown."""

    words: str
    whole: bool = False
    regex: bool = False
    voices: frozenset[str] | None = None


class Finder:
    """Looks through one transcript; what it prepares it keeps for the next search."""

    def __init__(self, transcript: TranscriptText) -> None:
        self._transcript = transcript
        self._folded: _Folded | None = None
        self._searched: tuple[frozenset[str] | None, str] | None = None

    def find(self, wish: Wish) -> list[Span]:
        """Where the words stand, in order, MOST of them at most."""
        pattern = _pattern(wish)
        if pattern is None:
            return []
        if self._folded is None:
            self._folded = _Folded(self._transcript.text, fold)
        folded = self._folded
        if self._searched is None or self._searched[0] != wish.voices:
            self._searched = (wish.voices, folded.masked(self._spans(wish.voices)))
        return list(folded.back(hit.span() for hit in islice(pattern.finditer(self._searched[1]), MOST)))

    def find_by_regex(self, wish: Wish, *, patience: float = PATIENCE,
                      cancelled: Callable[[], bool] = lambda: False) -> list[Span]:
        """As ``find``, for a regular expression; accents and case count for nothing. Not for the GUI thread.

        Raises KnownError when it is not one, or took longer than ``patience`` seconds; Cancelled when
        ``cancelled()`` turned true.
        """
        words = unaccented(wish.words)
        regex(words, whole=wish.whole)
        spans = self._spans(wish.voices)
        folded = _Folded(self._transcript.text, unaccented)
        pieces = [(folded.forth(start), folded.text[folded.forth(start) : folded.forth(end)]) for start, end in spans]
        late = monotonic() + patience
        try:
            hits = elsewhere.run(_search, words, wish.whole, pieces,
                                 cancelled=lambda: cancelled() or monotonic() > late)
        except elsewhere.Cancelled:
            if cancelled():
                raise
            raise KnownError(N_("This search takes too long: make the regular expression simpler.")) from None
        return list(folded.back(hits))

    def _spans(self, voices: Collection[str] | None) -> list[Span]:
        """What may be searched: the turns of these voices; for all of them, what stands between turns as well."""
        if voices is not None:
            return [(turn.start, turn.end) for turn in self._transcript.turns if turn.speaker in voices]
        spans, at, text = [], 0, self._transcript.text
        for turn in self._transcript.turns:
            spans += [(at, turn.label_start)] if text[at : turn.label_start].strip() else []
            spans.append((turn.start, turn.end))
            at = turn.end
        return [*spans, (at, len(text))] if text[at:].strip() else spans


def regex(words: str, *, whole: bool = False) -> re.Pattern[str]:
    """A regular expression that minds no case. Raises KnownError when it is none."""
    with warnings.catch_warnings():  # of what a later Python may understand otherwise
        warnings.simplefilter("ignore")
        try:
            plain = re.compile(words, re.IGNORECASE | re.MULTILINE)
            return re.compile(rf"(?<!\w)(?:{words})(?!\w)", plain.flags) if whole else plain
        except (re.error, RecursionError, OverflowError) as error:
            place = getattr(error, "pos", None)
            if place is None or whole:
                raise KnownError(N_("This is no regular expression.")) from None
            raise KnownError(N_("This is no regular expression: something is wrong at character {n}."),
                             n=place + 1) from None


def _pattern(wish: Wish) -> re.Pattern[str] | None:
    """The words, folded; white space stands for any white space."""
    words = [re.escape(word) for word in fold(wish.words).split()]
    if not words:
        return None
    between = r"\s+".join(words)
    return re.compile(rf"(?<!\w){between}(?!\w)" if wish.whole else between)


def _search(words: str, whole: bool, pieces: list[tuple[int, str]]) -> list[Span]:
    """The hits of a regular expression in pieces of a text, with where each begins; done in another process."""
    pattern = regex(words, whole=whole)
    found = ((at + hit.start(), at + hit.end()) for at, piece in pieces for hit in pattern.finditer(piece))
    return list(islice((span for span in found if span[0] < span[1]), MOST))


class _Folded:
    """A text changed character by character, and the way back; most characters keep their length."""

    def __init__(self, text: str, change: Callable[[str], str]) -> None:
        table = {ord(character): change(character) for character in set(text)}
        self.text = text.translate(table)
        self._odd: list[int] = []  # characters whose length changes: their places in the text,
        self._starts: list[int] = []  # where what stands for them begins,
        self._ends: list[int] = []  # and ends
        odd = "".join(chr(code) for code, made in table.items() if len(made) != 1)
        shift = 0
        for found in re.finditer(f"[{re.escape(odd)}]", text) if odd else ():
            length = len(table[ord(found[0])])
            self._odd.append(found.start())
            self._starts.append(found.start() + shift)
            self._ends.append(found.start() + shift + length)
            shift += length - 1

    def forth(self, place: int) -> int:
        """Where a character of the text went."""
        at = bisect_left(self._odd, place) - 1
        return place if at < 0 else self._ends[at] + place - self._odd[at] - 1

    def back(self, spans: Iterable[Span]) -> Iterator[Span]:
        """The spans of the text that these came from, in order; few meet a character whose length changed."""
        after, shift = 0, 0
        for start, end in spans:
            while after < len(self._odd) and self._ends[after] <= start:
                shift = self._odd[after] + 1 - self._ends[after]
                after += 1
            if after == len(self._odd) or self._starts[after] > end:
                yield start + shift, end + shift
            else:
                yield self._origin(start), max(self._origin(end - 1) + 1, self._origin(end))

    def _origin(self, place: int) -> int:
        after = bisect_right(self._ends, place)
        origin = place if not after else self._odd[after - 1] + 1 + place - self._ends[after - 1]
        return min(origin, self._odd[after]) if after < len(self._odd) else origin

    def masked(self, spans: list[Span]) -> str:
        """The changed text, all but these spans of the original blotted out."""
        pieces, at = [], 0
        for start, end in ((self.forth(low), self.forth(high)) for low, high in spans):
            pieces += [_APART * (start - at), self.text[start:end]]
            at = end
        return "".join((*pieces, _APART * (len(self.text) - at)))
