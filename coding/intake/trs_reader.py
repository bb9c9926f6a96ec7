# SPDX-License-Identifier: GPL-3.0-or-later
"""Transcriber's .trs: turns with times, speakers by reference, overlaps told by «Who»."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from coding.intake import refusals, xml
from coding.intake.cues import Cue, lines_of
from coding.intake.lines import Content
from coding.intake.transcript import Notice
from coding.language import N_


def read(path: Path, name: str) -> Content:
    """The turns of a .trs. KnownError when it is none, or cannot be read."""
    root = xml.parse(refusals.content(path, name), name)
    if xml.local(root) != "Trans":
        raise refusals.not_of_kind(name, "Transcriber")
    names = {e.get("id", ""): e.get("name", "") or e.get("id", "") for e in root.iter("Speaker")}
    cues = [cue for turn in root.iter("Turn") for cue in _cues(turn, names)]
    noises = sum(1 for _e in root.iter("Event"))
    notices = [Notice(N_("Noises and other events are left out: {n}."), {"n": noises})] if noises else []
    return Content(lines_of(cues), tuple(notices))


def _cues(turn: etree._Element, names: dict[str, str]) -> Iterator[Cue]:
    """What is said in a turn, by one voice after the other; «Who nb» chooses among those who speak together."""
    speakers = [names.get(key, key) for key in (turn.get("speaker") or "").split()]
    who = speakers[0] if speakers else None
    start, end = _milliseconds(turn.get("startTime")), _milliseconds(turn.get("endTime"))
    words = [turn.text or ""]
    for e in turn:
        if xml.local(e) == "Who":
            if "".join(words).strip():
                yield Cue(start, end, who, " ".join(words))
            place = int(e.get("nb") or "1") if (e.get("nb") or "1").isdigit() else 1
            who, words = speakers[min(place, len(speakers)) - 1] if speakers else None, []
        elif xml.local(e) == "Sync" and not "".join(words).strip():
            start = _milliseconds(e.get("time"), start)
        words.append(e.tail or "")
    if "".join(words).strip():
        yield Cue(start, end, who, " ".join(words))


def _milliseconds(seconds: str | None, otherwise: int = 0) -> int:
    try:
        return max(0, round(float(seconds or "") * 1000))
    except (ValueError, OverflowError):
        return otherwise
