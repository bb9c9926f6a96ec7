# SPDX-License-Identifier: GPL-3.0-or-later
"""A turn that puts a question, as the program found it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Match:
    """This turn puts that question: how surely (0 to 1), and the words that say so. ``sure`` tells whether the score
    is high enough to be proposed ticked."""

    interview_id: int
    turn_id: int
    turn_number: int
    question_id: int
    score: float
    words: str
    sure: bool = True


@dataclass(frozen=True)
class Proposal:
    """The matches found, in the order of the corpus and of each text."""

    matches: tuple[Match, ...]
