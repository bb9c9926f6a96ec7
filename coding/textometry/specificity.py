# SPDX-License-Identifier: GPL-3.0-or-later
"""Specificities: how far the count of a word in a part of the corpus is from what its even spread would give.

The hypergeometric model of P. Lafon, «Sur la variabilité de la fréquence des formes dans un corpus», Mots, 1, 1980,
p. 127-165: of the T words of the corpus, F are this form; of the t words of the part, what is the chance that f or
more, or that f or fewer, are? It describes how this corpus is made; words are not drawn at random, and interviews are
not a sample of anything: nothing is tested.
"""

from __future__ import annotations

from math import lgamma, log

from coding.language import _

BANAL = 2  # an exponent nearer to zero than this says nothing worth noting
_TINY = 1e-17  # a term this much smaller than the sum no longer changes it


def describes() -> str:
    """What these figures are, and are not."""
    return _("Specificities (Lafon, 1980) describe how the words of this corpus are spread over its parts. They test "
             "nothing.")


def exponent(said: int, part: int, whole: int, corpus: int) -> float:
    """log10 of the chance, with its sign turned: positive when a form said ``whole`` times among ``corpus`` words is
    said ``said`` times in a part of ``part`` words, and that is more than its mode; negative when it is fewer. 3.0
    stands for one chance in a thousand to be so frequent, −3.0 to be so rare.

    Raises ValueError when the counts cannot be.
    """
    low, high = max(0, whole + part - corpus), min(whole, part)
    if not low <= said <= high or corpus <= 0:
        raise ValueError((said, part, whole, corpus))
    mode = (whole + 1) * (part + 1) // (corpus + 2)
    if said > mode:
        return -_tail(said, part, whole, corpus, up=True) / log(10)
    return _tail(said, part, whole, corpus, up=False) / log(10) if said < mode else 0.0


def rounded(value: float) -> int:
    """The usual whole exponent, towards zero; 0 for what is banal."""
    return int(value) if abs(value) >= BANAL else 0


def _log_chance(said: int, part: int, whole: int, corpus: int) -> float:
    """log of P(X = said), X hypergeometric (Lafon, 1980, p. 137): C(F, f) C(T−F, t−f) / C(T, t)."""
    return (_log_ways(whole, said) + _log_ways(corpus - whole, part - said) - _log_ways(corpus, part))


def _log_ways(of: int, taken: int) -> float:
    return lgamma(of + 1) - lgamma(taken + 1) - lgamma(of - taken + 1)


def _tail(said: int, part: int, whole: int, corpus: int, *, up: bool) -> float:
    """log of P(X ≥ said) or P(X ≤ said): each term is its neighbour times a ratio of whole numbers, and away from the
    mode they shrink."""
    total = term = 1.0  # in units of P(X = said)
    low, high = max(0, whole + part - corpus), min(whole, part)
    at = said
    while (at < high if up else at > low) and term > _TINY * total:
        if up:
            term *= (whole - at) * (part - at) / ((at + 1) * (corpus - whole - part + at + 1))
            at += 1
        else:
            term *= at * (corpus - whole - part + at) / ((whole - at + 1) * (part - at + 1))
            at -= 1
        total += term
    return min(0.0, _log_chance(said, part, whole, corpus) + log(total))
