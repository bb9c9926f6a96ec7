# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of questions and turns that carry meaning, each under its lemma: what spaCy's French model is used for.

Loading it takes seconds and much memory: only for a process of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from coding import french_model
from coding.fold import fold
from coding.guides.notions import unit

if TYPE_CHECKING:
    from spacy.language import Language

_UNUSED = ("parser", "ner", "senter")
_MEANING = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "X"))
# Words that interviewers say whatever they ask.
_FILLERS = frozenset(
    "euh hum hm mhm hein ben bah bon ah oh eh oui ouais non alors donc voila enfin accord ok okay monsieur madame "
    "mademoiselle ne pas plus tres bien peu moins tout ici la y en est-ce ce que qui quoi etre avoir pouvoir "
    "devoir falloir exactement vraiment justement quel quelle quell lequel leur chez comment combien quand "
    "pourquoi ou parce question chose juste merci ca cela ceci si et mais car puis surtout t autre parfois "
    "quelquefois avis est".split())
_BATCH = 256


@dataclass(frozen=True)
class Word:
    """A word of a text: its lemma, folded, and where it stands, in code points."""

    lemma: str
    start: int
    end: int


@cache
def model() -> Language:
    """The tagger and the lemmas, loaded once a process. KnownError when the model is not installed."""
    return french_model.load(without=_UNUSED)


def meaningful(texts: Iterable[str]) -> Iterator[list[Word]]:
    """The words of each text that carry meaning; every word of a text that has none."""
    for document in model().pipe(map(_plain, texts), batch_size=_BATCH):
        every = [(token.pos_, Word(fold(token.lemma_ or token.text), token.idx, token.idx + len(token)))
                 for token in document if any(map(str.isalnum, token.text))]
        kept = [word for kind, word in every if kind in _MEANING and word.lemma not in _FILLERS]
        yield kept or [word for _kind, word in every]


def vectors(lemmas: Iterable[str], spelt: dict[str, str]) -> NDArray[np.float32]:
    """The direction of each lemma's meaning, one row each, of length 1; 0 for words that the model does not know.
    ``spelt`` gives a form of the lemma as it was written."""
    vocabulary = model().vocab
    found: NDArray[np.float32] = np.array([vocabulary.get_vector(spelt[lemma]) for lemma in lemmas], np.float32)
    return unit(found)


def _plain(text: str) -> str:
    """A text as recognisers write it: the model takes a capital for a name, and «comptez-vous» or «mots-croisés» for
    one word. Its length stays."""
    lower = (c.lower() if len(c.lower()) == 1 else c for c in text)
    return "".join(lower).replace("’", "'").replace("-", " ").replace("\u2011", " ")
