# SPDX-License-Identifier: GPL-3.0-or-later
"""What intake hands over: the text of one transcript, its turns and who speaks in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from coding.intake.spelling import doubtful
from coding.language import N_, _

FIRST_WORDS = 12


@dataclass(frozen=True)
class Notice:
    """Something to say of a file, which stopped nothing: a msgid and what fills it. ``doubtful``: how it was read may
    be wrong, and should be looked at."""

    key: str
    values: dict[str, Any] = field(default_factory=dict)
    doubtful: bool = False

    def say(self) -> str:
        """The sentence in the user's language."""
        return _(self.key).format(**self.values)


@dataclass(frozen=True)
class TurnSpan:
    """One turn, in code points of ``Transcript.text``, ends exclusive.

    ``text[label_start:start]`` is the label with its time, separator and spaces; ``text[start:end]`` the words,
    without the white space around them (``start == end`` where nobody spoke). ``time_ms`` counts from the
    beginning of the recording. ``speaker`` is None where the file gives a time and no name.
    """

    label_start: int
    start: int
    end: int
    speaker: str | None
    time_ms: int | None


@dataclass(frozen=True)
class SpeakerSeen:
    """One label of the file: how many turns carry it, how it first speaks, and whether it asks the questions."""

    label: str
    turns: int
    first_words: str
    interviewer: bool


@dataclass(frozen=True)
class Transcript:
    """One file read. ``text`` is everything in it (labels, times and title block included): NFC, LF, no BOM.

    Turns are ordered and disjoint; speakers stand in order of appearance. ``notices`` say what its reader left out,
    and why; ``make`` tells how its file sets off those who speak (``coding.intake.make``); ``kind`` what it is, as in
    ``models.interview``.
    """

    title: str
    file_name: str
    text: str
    turns: tuple[TurnSpan, ...]
    speakers: tuple[SpeakerSeen, ...]
    notices: tuple[Notice, ...]
    make: str = ""
    kind: str = "interview"

    @property
    def title_block(self) -> str:
        """What stands before the first turn."""
        return self.text[: self.turns[0].label_start].strip() if self.turns else self.text.strip()

    @property
    def doubts(self) -> dict[str, str]:
        """Labels that look mistyped, each with the one that was probably meant."""
        return doubtful({seen.label: seen.turns for seen in self.speakers})

    @property
    def warnings(self) -> tuple[Notice, ...]:
        """What should be looked at: the reader's notices, then odd labels, empty turns, turns that are nobody's."""
        counts = {seen.label: seen.turns for seen in self.speakers}
        found = [
            Notice(N_("“{label}” ({n}) looks like “{other}” mistyped. Join the two speakers if it is."),
                   {"label": rare, "n": counts[rare], "other": other})
            for rare, other in self.doubts.items()
        ]
        return (*self.notices, *found, *self.oddities)

    @property
    def oddities(self) -> tuple[Notice, ...]:
        """Turns without words, or without names."""
        found = []
        empty = sum(turn.start == turn.end for turn in self.turns)
        if empty:
            found.append(Notice(N_("Turns with a label and no words: {n}."), {"n": empty}))
        if not self.speakers and any(turn.time_ms is not None for turn in self.turns):
            found.append(Notice(N_("The file gives times and no names: its turns have no speaker.")))
        return tuple(found)


def speakers_seen(text: str, turns: tuple[TurnSpan, ...], asking: frozenset[str]) -> tuple[SpeakerSeen, ...]:
    """Those who speak in these turns, in order of appearance; ``asking`` are the labels of those who ask."""
    counts = Counter(turn.speaker for turn in turns if turn.speaker)
    first: dict[str, str] = {}
    for turn in turns:
        if turn.speaker and not first.get(turn.speaker):
            words = text[turn.start : turn.end].split(maxsplit=FIRST_WORDS)
            first[turn.speaker] = " ".join(words[:FIRST_WORDS])
    return tuple(SpeakerSeen(label, counts[label], words, label in asking) for label, words in first.items())
