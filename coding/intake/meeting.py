# SPDX-License-Identifier: GPL-3.0-or-later
"""What meeting tools write between the turns, and nobody says: «Julie Martin a démarré la transcription»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from coding.intake.stamps import SPACE, STAMP
from coding.intake.transcript import Notice, TurnSpan
from coding.language import N_

_DOES = (
    r"(?:a (?:démarré|commencé|lancé|arrêté|interrompu) (?:la transcription|l[’']enregistrement)"
    r"|a (?:rejoint|quitté) (?:la (?:réunion|conversation|conférence)|l[’']appel)"
    r"|(?:started|stopped) (?:the )?(?:transcription|transcribing|recording)"
    r"|(?:joined|left) the (?:meeting|call|conversation))"
)
_NAME = r"[^\W\d_a-zà-ÿ][^\n.,:;!?«»“”\"]{0,60}?"
_LINE = re.compile(
    rf"^{SPACE}*(?:{STAMP}{SPACE}+)?{_NAME}{SPACE}+{_DOES}(?:{SPACE}+{STAMP})?{SPACE}*$", re.MULTILINE)
_TURN = re.compile(_DOES)


def without_meeting(text: str, turns: Sequence[TurnSpan]) -> tuple[tuple[TurnSpan, ...], tuple[Notice, ...]]:
    """The turns less these lines, which stay in the text between them; a turn that goes on after one is cut in two."""
    kept: list[TurnSpan] = []
    lines: list[str] = []
    for turn in turns:
        said = text[turn.start : turn.end]
        if _TURN.fullmatch(said):
            lines.append(" ".join(text[turn.label_start : turn.end].split()))
            continue
        found = list(_LINE.finditer(said))
        lines += [line[0].strip() for line in found]
        kept += _around(said, turn, [line.span() for line in found]) if found else [turn]
    if not lines:
        return tuple(turns), ()
    key = N_("Lines that the meeting wrote (“{line}”) are nobody’s, and left out of the turns: {n}.")
    return tuple(kept), (Notice(key, {"line": lines[0], "n": len(lines)}),)


def _around(said: str, turn: TurnSpan, lines: Sequence[tuple[int, int]]) -> Iterator[TurnSpan]:
    """The parts of a turn before, between and after these lines; the first has its label, whatever it says."""
    bounds = [0, *(at for span in lines for at in span), len(said)]
    for low, high in zip(bounds[::2], bounds[1::2], strict=True):
        part = said[low:high]
        if part.strip():
            start = turn.start + low + len(part) - len(part.lstrip())
            end = turn.start + low + len(part.rstrip())
            yield replace(turn, start=start, end=end) if not low else TurnSpan(start, start, end, turn.speaker, None)
        elif not low:
            yield replace(turn, end=turn.start)
