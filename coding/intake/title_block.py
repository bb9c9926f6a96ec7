# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the title block ends: «Participante : Inès» above the interview is not a turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from coding.intake.census import Census
from coding.intake.cleaning import fold
from coding.intake.labels import Candidate, Form
from coding.intake.shapes import Shape, asks, shape_of
from coding.intake.words import ASIDES, HEADING, SPEECH

# A title block may hold this many lines that look like turns («Enquêtrice : Julie») before its last certain one.
_DEEPEST = 8


def without_title_block(census: Census, chosen: Mapping[int, Candidate]) -> dict[int, Candidate]:
    """``chosen`` less the lines of the title block that only look like turns."""
    first = _first_turn(census, chosen)
    kept = {n: c for n, c in chosen.items() if n >= first}
    return kept or dict(chosen)


def header_interviewers(census: Census, first: int) -> list[str]:
    """What the title block says of the one who asks («Enquêtrice : Julie Martin»), folded."""
    said = []
    for number in range(first):
        for c in census.by_line[number][:1]:
            if c.form in (Form.COLON, Form.ROW) and asks(c.label):
                said.append(fold(census.lines[number].text[c.words :]))
    return said


def _first_turn(census: Census, chosen: Mapping[int, Candidate]) -> int:
    """The line of the first true turn."""
    starts = sorted(chosen)
    if len(starts) < 2:
        return 0
    counts = Counter(c.key for c in chosen.values())
    said = (n for n in starts if not _is_short(census, chosen[n]))
    limit = min(starts[min(_DEEPEST, len(starts) - 1)], next(said, len(census.lines)))
    certain = [n for n in range(limit) if _describes(census, n, chosen, counts)]
    if not certain:
        return 0
    last = certain[-1]
    following = [n for n in starts if n > last]
    block = _contiguous(census, last)
    if block < len(census.lines) and all(_is_short(census, chosen[n]) for n in following if n < block):
        return block
    return next((n for n in following if not _is_value(census, chosen[n])), last + 1)


def _contiguous(census: Census, last: int) -> int:
    """The first blank line after ``last`` (the number of lines when there is none)."""
    blank = (n for n in range(last, len(census.lines)) if not census.lines[n].text.strip())
    return next(blank, len(census.lines))


def _describes(census: Census, number: int, chosen: Mapping[int, Candidate], counts: Counter[str]) -> bool:
    """Whether a line certainly describes the interview: Date, Durée, or a role that never speaks."""
    for c in census.by_line[number][:1]:
        if c.form not in (Form.COLON, Form.ROW):
            return False
        shape, first_word = shape_of(c.label), fold(c.label).split()[0].rstrip("0123456789")
        if shape is Shape.HEADING:
            return number not in chosen or counts[c.key] == 1
        if first_word in HEADING or shape is Shape.ROLE:
            return counts[c.key] <= 1 and len(counts) > 1 and _is_value(census, c)
    return False


def _is_value(census: Census, candidate: Candidate) -> bool:
    """Whether what follows a label is a name, a date or a place rather than something said."""
    return _is_short(census, candidate) and not _after(census, candidate)[0].islower()


def _after(census: Census, candidate: Candidate) -> str:
    line = census.lines[candidate.line]
    return (line.text[slice(*line.row.words)] if line.row else line.text[candidate.words :]).strip()


def _is_short(census: Census, candidate: Candidate) -> bool:
    """Whether what follows a label is a few words that nobody says."""
    said = _after(census, candidate)
    words = [w.strip(".,") for w in fold(said).split()]
    if not words or len(words) > 10 or said[-1] in "?!…":
        return False
    return words[0] not in SPEECH and words[0] not in ASIDES and not (set(words[1:]) & _SAID)


_SAID = frozenset("je j'ai tu vous nous c'est il on est suis merci oui non euh".split())
