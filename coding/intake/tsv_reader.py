# SPDX-License-Identifier: GPL-3.0-or-later
"""Whisper's .tsv: when each piece begins and ends, in milliseconds, and what is said."""

from __future__ import annotations

from pathlib import Path

from coding.intake import refusals
from coding.intake.cues import Cue, lines_of
from coding.intake.lines import Content
from coding.intake.txt_reader import decoded

_LONGEST = 12  # figures of a time


def read(path: Path, name: str) -> Content:
    """The turns of a .tsv. KnownError when it is none of Whisper's, or cannot be read."""
    text, notices = decoded(path, name)
    rows = [line.split("\t") for line in text.split("\n") if line.strip()]
    if not rows or [cell.strip().lower() for cell in rows[0]] != ["start", "end", "text"]:
        raise refusals.not_of_kind(name, "Whisper")
    cues = [Cue(int(row[0]), int(row[1]), None, "\t".join(row[2:])) for row in rows[1:]
            if len(row) > 2 and all(cell.isascii() and cell.isdigit() and len(cell) <= _LONGEST for cell in row[:2])]
    if len(cues) < len(rows) - 1:
        raise refusals.damaged(name)
    return Content(lines_of(cues), tuple(notices))
