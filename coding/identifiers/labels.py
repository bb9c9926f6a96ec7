# SPDX-License-Identifier: GPL-3.0-or-later
"""The labels of a transcript: cut off from what is searched, and searched themselves for the names of people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from coding.fold import fold
from coding.identifiers import lists, vocabulary
from coding.identifiers.span import Find, Label
from coding.intake.lines import Content, Line
from coding.intake.shapes import LONGEST_LABEL
from coding.intake.turns import assemble
from coding.intake.words import ANSWERING, ASKING, EVERYONE, HEADING, PARTICLES

_NAME = re.compile(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*")
_ROLES = ASKING | ANSWERING | EVERYONE | HEADING | PARTICLES | vocabulary.TITLES | vocabulary.KIN - {"ex"}
# «Mme B.» is somebody; «B» and «P2» are codes.
_INITIALS = re.compile(
    r"\b(?:M|Mr|Mme|Mlle|Dr|Pr|Monsieur|Madame|Docteur|"
    r"Professeur)\b\.?[ \u00a0]+(?P<initials>[A-ZÀ-Þ](?:[.-]{0,2}[A-ZÀ-Þ])?\.?)(?!\w)")
_PARTICLE = re.compile(
    r"\b(?:Le|La|Les|De|Du|El|Ben|Van|Von|Da|Dos|Di|Saint|Mac)(?:\s(?:la|le|der))?\s$", re.IGNORECASE)
_HANDLE = re.compile(r"(?:_|\d)\w*")  # «Inaya_93»
_BARE = re.compile(
    rf"^[ \t]*(?P<label>[^\s:.,;!?«»][^:\n.,;!?«»]{{0,{LONGEST_LABEL}}}?)[ \t\u00a0]*:(?=[ \t\u00a0])", re.MULTILINE)
_CUE = re.compile(r"^.*-->.*$|^WEBVTT.*$|</?[vci](?:[.\s][^>]*)?>|^\d+$", re.MULTILINE)


def labels(text: str) -> list[tuple[int, int]]:
    """Where the labels of speakers stand, times and separators included."""
    turns = assemble(Content(tuple(map(Line, text.split("\n"))))).turns
    if turns:
        return [(turn.label_start, turn.start) for turn in turns]
    return [found.span() for found in _BARE.finditer(text) if _short(found["label"])]


def _short(label: str) -> bool:
    """In a text too brief to show its layout: a role, an initial, or a name before a colon."""
    def fits(word: str) -> bool:
        return fold(word) in _ROLES or (word[0].isupper() and lists.first_name(word)) or not lists.ordinary(word)

    words = _NAME.findall(label)
    return len(words) < 4 and all(map(fits, words))


def without(text: str, cut: Sequence[tuple[int, int]]) -> str:
    """The text with its labels and cue times turned into spaces and line ends: every offset stays true."""
    pieces, at = [], 0
    for start, end in cut:
        pieces += [text[at:start], " " * max(0, end - start - 1), "\n" if end > start else ""]
        at = end
    rest = "".join([*pieces, text[at:]])
    return _CUE.sub(lambda found: " " * len(found[0]), rest)


def finds(text: str, cut: Sequence[tuple[int, int]]) -> Iterator[Find]:
    """The names of people among the labels; «ENQUÊTEUR», «Réponse», «P2» are none."""
    for start, end in cut:
        words = [word for word in _NAME.finditer(text, start, end) if named(word[0])]
        initials = _INITIALS.search(text, start, end)
        if initials and not words:
            yield Find(*initials.span("initials"), Label.PERSON)
        if words:
            handle = _HANDLE.match(text, words[-1].end(), end)
            last = handle.end() if handle else words[-1].end()
            yield Find(_with_particle(text, start, words[0].start()), last, Label.PERSON)


def _with_particle(text: str, start: int, at: int) -> int:
    """«Le Goff» begins at «Le»."""
    particle = _PARTICLE.search(text, start, at)
    return particle.start() if particle else at


def known(text: str, cut: Sequence[tuple[int, int]], *names: Mapping[str, Label]) -> Iterator[Find]:
    """The words of labels that are people named in what is said."""
    for start, end in cut:
        for word in _NAME.finditer(text, start, end):
            key = fold(word[0])
            if key not in _ROLES and any(of.get(key) is Label.PERSON or _cut_from(key, of) for of in names):
                yield Find(*word.span(), Label.PERSON)


def _cut_from(key: str, names: Mapping[str, Label]) -> bool:
    """«Mélo» for Mélodie."""
    return len(key) > 2 and any(
        name.startswith(key) and len(name) > len(key) + 1 and label is Label.PERSON for name, label in names.items())


def named(word: str) -> bool:
    """Whether a word of a label is somebody's name rather than a role or a code."""
    key = fold(word)
    if key in _ROLES or (word.isupper() and len(word) < 3):
        return False
    if lists.bearers(word) > 500 or key in vocabulary.NICKNAMES or lists.unmistakable(word):
        return key not in vocabulary.NEVER_A_LONE_NAME
    return not lists.ordinary(word) and not (word.isupper() and len(word) < 5 and not lists.first_name(word))
