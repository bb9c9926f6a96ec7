# SPDX-License-Identifier: GPL-3.0-or-later
"""What passages say, as lemmas: read once a sitting by the language model, in a process of its own.

Only words that carry meaning are kept (nouns, verbs, adjectives, adverbs; ``coding.guides.lemmas``). With every lemma,
small words decide: over the thesis that the program was tried on, the figure made of them falls with the length of the
passage (r = −0.5); with these it does not (r = 0).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b

from coding import elsewhere
from coding.elsewhere import Told
from coding.language import _
from coding.saturation.novelty import plain_tokens

Words = tuple[str, ...]
READ = "fr"  # the language that the model reads
_AT_ONCE = 200


class Lemmas:
    """The lemmas of texts, by what the texts say, in memory for as long as this lives: nothing of them is written
    anywhere. A text in another language than the model's is its plain words, in lower case."""

    def __init__(self) -> None:
        self._kept: dict[bytes, Words] = {}

    def known(self, texts: Iterable[str], language: str) -> list[Words | None]:
        """The words of each text, at once; None for one that is still to be learnt."""
        if language != READ:
            return [tuple(plain_tokens(text)) for text in texts]
        return [self._kept.get(_key(text)) for text in texts]

    def learn(self, texts: Iterable[str], told: Told, cancelled: Callable[[], bool]) -> None:
        """Read those that are not known yet, which takes seconds. Raises KnownError when the model is not installed,
        Cancelled when stopped."""
        missing = {_key(text): text for text in texts}
        for key in self._kept.keys() & missing.keys():
            del missing[key]
        if missing:
            read = elsewhere.run(lemmatise, list(missing.values()), told=told, cancelled=cancelled)
            self._kept.update(zip(missing, read, strict=True))


def lemmatise(texts: Sequence[str], told: Told) -> list[Words]:
    """The lemmas of each text that carry meaning; every lemma of a text that has none. Loads the model."""
    from coding.guides import lemmas

    told(0, 0, _("Loading the French language model"))
    lemmas.model()
    read: list[Words] = []
    for words in lemmas.meaningful(texts):
        read.append(tuple(sys.intern(word.lemma) for word in words))  # one string a word on the way back
        if len(read) % _AT_ONCE == 0:
            told(len(read), len(texts), _("Reading the passages"))
    return read


def _key(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=16).digest()
