# SPDX-License-Identifier: GPL-3.0-or-later
"""What intake hands over: the text of one transcript, its turns and who speaks in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from coding.language import _


@dataclass(frozen=True)
class Notice:
    """Something the researcher should look at, which stopped nothing: a msgid and what fills it."""

    key: str
    values: dict[str, Any] = field(default_factory=dict)

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

    Turns are ordered and disjoint; speakers stand in order of appearance.
    """

    title: str
    file_name: str
    text: str
    turns: tuple[TurnSpan, ...]
    speakers: tuple[SpeakerSeen, ...]
    warnings: tuple[Notice, ...]

    @property
    def title_block(self) -> str:
        """What stands before the first turn."""
        return self.text[: self.turns[0].label_start].strip() if self.turns else self.text.strip()
