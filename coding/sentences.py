# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the sentences of speech end, in French first.

A sentence ends at a line feed, and at «. ! ? …» with the quotes, parentheses and notes («(rires)») that close it, when
what follows begins like another one. Titles, initials and other abbreviations do not end it, nor does «…» before a
small letter. A transcript whose turns begin with small letters, as recognisers and linguists write, has only its
«. ! ?» to go by; without any, its sentences are its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Span = tuple[int, int]

# No sentence ends here, whatever follows; «etc.» is not among them.
_SHORT = (
    "M", "MM", "Mr", "Mrs", "Ms", "Mme", "Mmes", "Mlle", "Mlles", "Me", "Mgr", "Dr", "Drs", "Dre", "Pr", "Pre",
    "Prof", "St", "Ste", "cf", "Cf", "p", "pp", "p. ex", "par ex", "P. ex", "Par ex", "c.-à-d", "c.à.d", "càd",
    "i.e", "e.g", "vs", "env", "chap", "fig", "éd", "av", "apr", "bd", "n°",
)
# What follows an initial when a sentence ended with it: «J’ai vu Mme D. Elle allait bien.»
_STARTERS = (
    "Ah", "Alors", "Après", "Au", "Avec", "Bah", "Ben", "Bon", "C", "Ce", "Ces", "Cette", "Comme", "D", "Dans", "Donc",
    "Elle", "Elles", "En", "Enfin", "Et", "Euh", "Eux", "Il", "Ils", "J", "Je", "L", "La", "Là", "Le", "Les", "Lui",
    "Ma", "Mais", "Moi", "Mon", "N", "Non", "Nous", "On", "Or", "Ou", "Où", "Oui", "Par", "Parce", "Pas", "Pour",
    "Pourquoi", "Puis", "Qu", "Quand", "Que", "Qui", "Quoi", "S", "Si", "Son", "Sur", "T", "Tu", "Un", "Une", "Voilà",
    "Vous", "Ça", "But", "He", "I", "It", "She", "So", "The", "They", "We", "You",
)
_END = re.compile(
    r"(?P<mark>[.!?…]+(?:[^\S\n]*[!?…]+)*)"
    r"(?P<close>(?:[^\S\n]*[»”)\]]|[\"'’])*)"
    r"(?P<note>(?:[^\S\n]*(?:\([a-zà-ÿ][^()\n]{0,60}\)|\[[^\[\]\n]{1,60}\]))*)"
    r"(?=\s|\Z)")
_LETTER = re.compile(r"[^\S\n]*(?:[«“\"(\[–—-]+[^\S\n]*)*(\w)?")
_ABBREVIATED = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _SHORT))})\Z")
_INITIAL = re.compile(r"(?<!\w)[A-ZÀ-Þ]\Z")
_ET_CETERA = re.compile(r"(?<!\w)etc\Z")
_NUMBERED = re.compile(r"\s*(?:\d{1,2}|[a-zA-Z])\Z")
_STARTER = re.compile(rf"\s+(?:{'|'.join(_STARTERS)})(?!\w)")
BEHIND = 12  # longer than any abbreviation


def ends(text: str, low: int, high: int, *, cased: bool = True) -> Iterator[int]:
    """Where the sentences of [low, high) end, the white space after each included; the last is ``high``. ``cased``:
    whether sentences begin with capitals."""
    start = _blank(text, low, high)
    while start < high:
        feed = text.find("\n", start, high)
        line = high if feed < 0 else feed
        for end in _within(text, start, line, cased):
            yield _blank(text, end, high)
        start = _blank(text, line, high)
        yield start


def sentences(text: str, low: int, high: int, *, cased: bool = True) -> list[Span]:
    """The sentences of [low, high): they follow one another without a gap, and none is blank unless all is."""
    cuts = list(dict.fromkeys(ends(text, low, high, cased=cased))) or [high]
    return list(zip([low, *cuts], cuts, strict=False)) if low < high else []


def sentence_at(text: str, low: int, high: int, offset: int, *, cased: bool = True) -> Span:
    """That of the sentences of [low, high) which holds ``offset``; only its line is looked through."""
    offset = min(max(low, offset), max(low, high - 1))
    inked = offset
    while inked > low and text[inked].isspace():
        inked -= 1
    line = text.rfind("\n", low, inked) + 1
    start = low if not text[low:line].strip() else _blank(text, line, high)
    for end in ends(text, start, high, cased=cased):
        if end > offset:
            return start, end
        start = end
    return start, high


def is_cased(text: str, starts: Sequence[int]) -> bool:
    """Whether most of what is said from these places on begins with a capital."""
    capitals = small = 0
    for start in starts:
        letter = next((one for one in text[start : start + 20] if one.isalpha()), "")
        capitals, small = capitals + letter.isupper(), small + letter.islower()
    return capitals >= small


def _within(text: str, low: int, high: int, cased: bool) -> Iterator[int]:
    """The ends within a line, but for its own."""
    for found in _END.finditer(text, low, high):
        if found.end() < high and _is_end(text, low, found, high, cased):
            yield found.end()


def _is_end(text: str, low: int, found: re.Match[str], high: int, cased: bool) -> bool:
    after = _LETTER.match(text, found.end(), high)
    letter = after[1] if after is not None and after[1] else ""
    mark, close = found["mark"], found["close"]
    if letter.islower() and (cased or close or set(mark) <= {"…"} or mark.startswith("..")):
        return False
    if mark != "." or close:
        return True
    before = text[max(low, found.start() - BEHIND) : found.start()]
    if _INITIAL.search(before):
        return _STARTER.match(text, found.end(), high) is not None
    if _ABBREVIATED.search(before) or _NUMBERED.fullmatch(text, low, found.start()):
        return False
    return cased or _ET_CETERA.search(before) is None


def _blank(text: str, at: int, high: int) -> int:
    """Where the white space at ``at`` ends."""
    while at < high and text[at].isspace():
        at += 1
    return at
