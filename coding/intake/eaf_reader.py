# SPDX-License-Identifier: GPL-3.0-or-later
"""ELAN's .eaf: the annotations of every independent tier, in the order of time; a tier is a speaker."""

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
    """The turns of an .eaf. KnownError when it is none, or cannot be read."""
    root = xml.parse(refusals.content(path, name), name)
    if xml.local(root) != "ANNOTATION_DOCUMENT":
        raise refusals.not_of_kind(name, "ELAN")
    times = {e.get("TIME_SLOT_ID"): int(value) for e in root.iter("TIME_SLOT")
             if (value := e.get("TIME_VALUE") or "").isdigit()}
    tiers = list(root.iter("TIER"))
    spoken = [tier for tier in tiers if not tier.get("PARENT_REF")]
    cues = sorted((cue for tier in spoken for cue in _cues(tier, times)), key=lambda cue: cue.start_ms)
    left = len(tiers) - len(spoken)
    notices = [Notice(N_("Tiers that comment on others are left out: {n}."), {"n": left})] if left else []
    return Content(lines_of(cues), tuple(notices))


def _cues(tier: etree._Element, times: dict[str | None, int]) -> Iterator[Cue]:
    who, last = tier.get("PARTICIPANT") or tier.get("TIER_ID"), 0
    for e in tier.iter("ALIGNABLE_ANNOTATION"):
        start = times.get(e.get("TIME_SLOT_REF1"), last)
        last = times.get(e.get("TIME_SLOT_REF2"), start)
        yield Cue(start, last, who, e.findtext("ANNOTATION_VALUE") or "")
