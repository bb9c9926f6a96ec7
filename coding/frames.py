# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sampling frame allows to be said, while it is being written.

Imports numpy: import this module where it is used.
"""

from __future__ import annotations

from coding.groups import FrameRow
from coding.language import _
from coding.saturation.parameters import Frame, Parameters
from coding.saturation.reason_words import sentence
from coding.saturation.verdict import frame_refusals


def outlook(row: FrameRow | None, parameters: Parameters | None = None) -> tuple[bool, str]:
    """Whether saturation may be declared for a group recruited so, and why, in the user's language."""
    frame = None
    if row is not None:
        frame = Frame(row.frame_known, row.unit, row.invited, row.reached, row.refused, row.silent, row.justification)
    refusals = frame_refusals(frame, parameters or Parameters())
    if refusals:
        return False, " ".join([_("Saturation may not be declared for this group."), *map(sentence, refusals)])
    said = _("The sampling does not stand in the way: saturation may be declared for this group if the codes show it.")
    if frame is not None and not frame.adds_up:
        said += " " + _("Reached, refused and silent do not add up to invited: check these figures.")
    return True, said
