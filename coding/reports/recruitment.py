# SPDX-License-Identifier: GPL-3.0-or-later
"""Recruitment in words and figures: who was invited, reached, refused, silent, and by what unit they were counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coding.language import _, ngettext, percent
from coding.reports.word_table import Cell
from coding.saturation import Frame
from coding.saturation.report_words import frame_answer


@dataclass(frozen=True)
class Recruited:
    """A group as it was recruited, and how many of its interviews are held; no frame when none is recorded."""

    group: str
    interviews: int
    frame: Frame | None


def paragraph(one: Recruited, *, justified: bool = True) -> str:
    """The recruitment of a group, as an article says it, with the justification that is recorded."""
    name, frame = one.group, one.frame
    if frame is None:
        return _("For the group “{group}”, nothing is recorded of the people invited.").format(group=name)
    parts = [_("Group “{group}”: {frame}.").format(group=name, frame=frame_answer(frame))]
    counts = _counts(frame)
    if counts:
        unit = frame.unit.strip() or _("unit not recorded")
        parts.append(_("Counted by unit ({unit}): {counts}.").format(unit=unit, counts=", ".join(counts)))
    if frame.solicited and frame.non_responses:
        parts.append(ngettext(
            "{n} invitation in {invited} ({share}) went without an interview.",
            "{n} invitations in {invited} ({share}) went without an interview.", frame.non_responses,
        ).format(n=frame.non_responses, invited=frame.solicited, share=percent(frame.missing_share)))
    if frame.justified and justified:
        parts.append(_("Justification recorded: {text}").format(text=ended(frame.justification)))
    return " ".join(parts)


def rows(found: Sequence[Recruited]) -> list[list[Cell]]:
    """A title row, then a row a group."""
    titles = (_("Group"), _("Invited unit"), _("Frame"), _("Invited"), _("Reached"), _("Refused"), _("Silent"),
              _("Non-responses"), _("Interviews"))
    return [[Cell(text, bold=True, align="left" if place < 3 else "center") for place, text in enumerate(titles)],
            *(_row(one) for one in found)]


def _row(one: Recruited) -> list[Cell]:
    frame = one.frame
    if frame is None:
        words = [one.group, "–", _("not recorded"), "–", "–", "–", "–", "–", str(one.interviews)]
    else:
        counts = (frame.invited, frame.reached, frame.refused, frame.silent)
        missing = f"{frame.non_responses} ({percent(frame.missing_share)})" if frame.answers_known else "–"
        words = [one.group, frame.unit or "–", frame_answer(frame),
                 *("–" if count is None else str(count) for count in counts), missing, str(one.interviews)]
    return [Cell(text, align="left" if place < 3 else "center") for place, text in enumerate(words)]


def _counts(frame: Frame) -> list[str]:
    """Those of the four counts that are recorded."""
    words = []
    if frame.invited is not None:
        words.append(ngettext("{n} invited", "{n} invited", frame.invited).format(n=frame.invited))
    if frame.reached is not None:
        words.append(ngettext("{n} reached", "{n} reached", frame.reached).format(n=frame.reached))
    if frame.refused is not None:
        words.append(ngettext("{n} refused", "{n} refused", frame.refused).format(n=frame.refused))
    if frame.silent is not None:
        words.append(ngettext("{n} without an answer", "{n} without an answer", frame.silent).format(n=frame.silent))
    return words


def ended(text: str) -> str:
    """A sentence that the researcher wrote, on one line, with a full stop."""
    words = " ".join(text.split())
    return words if words.endswith((".", "!", "?", "…", "»")) else words + "."
