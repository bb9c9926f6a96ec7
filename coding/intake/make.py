# SPDX-License-Identifier: GPL-3.0-or-later
"""The make of a transcript: how its file sets off those who speak, by which files of one hand or tool are known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from coding.intake.stamps import STAMP
from coding.intake.transcript import TurnSpan

_TIME = re.compile(STAMP)
_NAME = re.compile(r"[^\W_](?:.*[^\W_])?")
_BLANKS = re.compile(r"[^\S\n]+")
_LONGEST = 100  # as the project stores it


def make_of(suffix: str, text: str, turns: Sequence[TurnSpan]) -> str:
    """The kind of file and the form of most of its labels: «.docx A : », «.vtt 0 A : »."""
    forms = Counter(_form(text[turn.label_start : turn.start]) for turn in turns)
    form = forms.most_common(1)[0][0] if forms else ""
    return f"{suffix.lower()} {form}"[:_LONGEST]


def _form(label: str) -> str:
    """A label with its name and its time made alike in all turns."""
    timed = _TIME.split(label)
    return _BLANKS.sub(" ", "\0".join(_NAME.sub("A", part, count=1) for part in timed)).replace("\0", "0")
