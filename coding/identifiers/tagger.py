# SPDX-License-Identifier: GPL-3.0-or-later
"""What spaCy's French model takes for a name, for whoever looks for identifiers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from coding import french_model
from coding.identifiers import lists, vocabulary
from coding.identifiers.proper import INNER, learned, nobody
from coding.identifiers.span import Find, Label
from coding.identifiers.tokens import Tokens, Word

if TYPE_CHECKING:
    from spacy.language import Language

_UNUSED = ("tok2vec", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer")
_LABELS = {"PER": Label.PERSON, "LOC": Label.LOC, "ORG": Label.ORG}
_BATCH = 64


@cache
def model() -> Language:
    """The entity tagger alone, loaded once a process. KnownError when it is not installed."""
    return french_model.load(without=_UNUSED)


def finds(tokens: Tokens) -> Iterator[Find]:
    """What the tagger names, line by line, when the word lists do not know the words better; lines where
    nothing could be a name are spared it."""
    may_name = {word.start for word in tokens.words if word.capital and _names(word) and not nobody(tokens, word)
                and not (word.begins and (learned(tokens, word) or tokens.text[word.end : word.end + 1] == "-"))}
    lines = [(line, at) for line, at in _lines(tokens.text) if not may_name.isdisjoint(range(at, at + len(line)))]
    starts = {word.start: word for word in tokens.words} if lines else {}
    for document, at in model().pipe(lines, as_tuples=True, batch_size=_BATCH):
        for entity in document.ents:
            label = _LABELS.get(entity.label_)
            words = [starts[at + token.idx] for token in entity if at + token.idx in starts]
            named = [word for word in words if word.start in may_name]
            if label and named:
                yield from _whole(named, words, label)


def _whole(named: list[Word], words: list[Word], label: Label) -> Iterator[Find]:
    """The names of one entity, with the small words that join them; «Nolwenn dit de Laënnec» is two."""
    at = 0
    for place in range(1, len(named) + 1):
        between = words[words.index(named[place - 1]) + 1 : words.index(named[place])] if place < len(named) else []
        if place == len(named) or any(map(_parts, between)):
            yield Find(named[at].start, named[place - 1].end, label)
            at = place


def _parts(word: Word) -> bool:
    """Whether a word between two names says that they are two: a verb, a noun, but no joint."""
    return not word.capital and word.key not in INNER and lists.ordinary(word.text)


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
