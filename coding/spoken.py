# SPDX-License-Identifier: GPL-3.0-or-later
"""What speech leaves in a transcript and print may do without: hesitations, words said twice, words begun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coding.cited_words import Word, same, words

LONGEST = 4  # words of what is said twice in a row

_HESITATION = {
    "fr": re.compile(r"e+u+h+|h+e+u+h*|h+u*m+|m+h+m*"),
    "en": re.compile(r"u+[hm]+|e+r+m*|h+u*m+|m+h+m*"),
}
_INTERJECTION = frozenset(("bah", "beh", "bê", "bé"))
_BEN = frozenset(("ben", "bin", "bein"))
_AFTER_BEN = frozenset(("oui", "ouais", "non", "si", "voilà", "là"))
_STAMMERED = {
    "fr": frozenset(
        "je j tu t il elle on ils elles c ce ça le la les l un une des de du d à au aux et ou mais donc que qu qui "
        "dans pour par sur avec en y ne n me m se s mon ma mes son sa ses notre nos parce comme quand où alors "
        "puis".split()),
    "en": frozenset("i the a an and it you we they he she to of in but so my on for if with".split()),
}
_TOGETHER = frozenset("nous vous est es a ai as ont était leur leurs si".split())  # «vous êtes vous êtes»
_SETS_OFF = ",;:.!?…–—()«»\"“”"
_ENDS = re.compile(r"[.!?](?!\.)")
_TWICE = (
    (re.compile(r",(?:\s*,)+"), ","),
    (re.compile(r"([!?;:])(?:\s*\1)+"), r"\1"),
    (re.compile(r"\.{4,}"), "..."),
    (re.compile(r"…(?:\s*(?:…|\.(?!\d)))+"), "…"),
)


def droppable(text: str, said: Sequence[Word]) -> dict[int, tuple[int, ...]]:
    """Where words may go unsaid: the rank of a word → the ranks of those that may follow the one before it in its
    place. Any language, any word said twice."""
    hesitations = {at for at in range(len(said)) if any(_hesitates(text, said, at, each) for each in _HESITATION)}
    found: dict[int, list[int]] = {at: [at + 1] for at in hesitations}
    for first, second in (*_twice(text, said, hesitations), *_begun(text, said, hesitations)):
        found.setdefault(first, []).append(second)
    return {at: tuple(after) for at, after in found.items()}


def tidied(source: str, language: str = "fr") -> str:
    """``source`` without its hesitations, the small words said twice in a row («je je», «c’est c’est»), the words begun
    («pa- parce que») and doubled punctuation: a proposal. ``language``: fr or en. Tidying twice changes nothing; what
    says nothing else stays."""
    text = source
    while (after := _once(text, language)) != text:
        text = after
    return text if words(text) or not words(source) else source


def _once(text: str, language: str) -> str:
    for start, end in reversed(list(_cuts(text, language))):
        text = _joined(text[:start], text[start:end], text[end:])
    for twice, once in _TWICE:
        text = twice.sub(once, text)
    return text


def _cuts(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The places to take out, apart from one another."""
    spoken = language if language in _HESITATION else "en"
    said = words(text)
    hesitations = {at for at in range(len(said)) if _hesitates(text, said, at, spoken)}
    places = [(said[at].start, said[at].end) for at in hesitations if not _alone(text, said, at, hesitations)]
    places += [(said[first].start, said[second].start) for first, second in _twice(text, said, hesitations)
               if _stammers(text, said, first, second, spoken)]
    places += [(said[first].start, said[second].start) for first, second in _begun(text, said, hesitations)]
    reached = -1
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= reached:
            yield start, end
            reached = end


def _alone(text: str, said: Sequence[Word], at: int, hesitations: set[int]) -> bool:
    """Whether a voice, or a bracket, would be left with nothing to say."""
    before, after = at, at
    while before >= 0 and before in hesitations:
        before -= 1
    while after < len(said) and after in hesitations:
        after += 1
    voice_before = before >= 0 and said[before].kind == "voice"
    voice_after = after < len(said) and said[after].kind == "voice"
    held = text[: said[at].start].rstrip()[-1:] == "(" and text[said[at].end :].lstrip()[:1] == ")"
    return held or (voice_before and (voice_after or after == len(said))) or (before < 0 and voice_after)


def _hesitates(text: str, said: Sequence[Word], at: int, language: str) -> bool:
    word = said[at]
    if word.kind != "word" or word.group:
        return False
    shouted = word.end - word.start > 1 and text[word.start : word.end].isupper()  # «the ER»
    if _HESITATION[language].fullmatch(word.key):
        return not shouted
    if language != "fr" or word.key not in _INTERJECTION | _BEN:
        return False
    before = text[: word.start].rstrip()[-1:]
    after = text[word.end :].lstrip()[:1]
    led = not before or before in _SETS_OFF or (at > 0 and _hesitates(text, said, at - 1, language))
    followed = not after or after in _SETS_OFF or (
        at + 1 < len(said) and _HESITATION[language].fullmatch(said[at + 1].key) is not None)
    if word.key in _INTERJECTION:
        return led or followed
    return led and (followed or (at + 1 < len(said) and said[at + 1].key in _AFTER_BEN))


def _twice(text: str, said: Sequence[Word], hesitations: set[int]) -> Iterator[tuple[int, int]]:
    """(rank of the first saying, rank of the second) of words said twice in a row, hesitations aside."""
    ranks = [at for at in range(len(said)) if at not in hesitations]
    for place, first in enumerate(ranks):
        for length in range(LONGEST, 0, -1):
            if place + 2 * length > len(ranks):
                continue
            one, two = ranks[place : place + length], ranks[place + length : place + 2 * length]
            if all(_repeats(said[a], said[b]) for a, b in zip(one, two, strict=True)) and not _ENDS.search(
                    text, said[one[-1]].end, said[two[0]].start):
                yield first, two[0]


def _repeats(one: Word, other: Word) -> bool:
    return one.kind == other.kind == "word" and not one.group and same(one, other)


def _stammers(text: str, said: Sequence[Word], first: int, second: int, language: str) -> bool:
    """Whether what is said twice from there is a stammer, not emphasis («très très») nor grammar («nous nous»)."""
    word = said[first]
    small = word.key in _STAMMERED[language] or (
        word.key in _TOGETHER and not all(_HESITATION[language].fullmatch(other.key)
                                          for other in said[first + 1 : second]))
    return small and text[max(word.start - 1, 0) : word.start] != "-"


def _begun(text: str, said: Sequence[Word], hesitations: set[int]) -> Iterator[tuple[int, int]]:
    """(rank, rank of the word meant) of words begun, such as «pa- parce»."""
    for at, word in enumerate(said):
        after = at + 1
        while after in hesitations:
            after += 1
        if word.kind != "word" or word.group or after >= len(said) or said[after].kind != "word":
            continue
        cut = text[word.end : word.end + 1] == "-" and text[word.end + 1 : word.end + 2].isspace()
        if cut and not said[after].group and said[after].key.startswith(word.key):
            yield at, after


def _joined(before: str, cut: str, after: str) -> str:
    """The text once ``cut`` is out of it, its punctuation and capitals mended there."""
    left, right = before.rstrip(), after.lstrip()
    opens = not left or left[-1] in ".!?…,;:–—(«“\""
    if opens:
        right = re.sub(r"^(?:\s*(?:,|;|…|\.\.\.))+\s*", "", right)
    if not right or right[0] in ".!?":
        left = left.rstrip(",; ")
    if cut[:1].isupper() and right[:1].islower():
        right = right[:1].upper() + right[1:]
    if not left or not right or right[0] in ",.…)]" or left[-1] in "(['’":
        return left + right
    return left + _space(before, after, right) + right


def _space(before: str, after: str, right: str) -> str:
    """What parted the words there, a no-break space where one stood beside a sign that wants it."""
    trailing = before[len(before.rstrip()) :]
    leading = after[: len(after) - len(after.lstrip())]
    if right[0] in ";:!?»":
        return leading
    return trailing or leading or " "
