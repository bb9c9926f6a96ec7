# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sampling frame allows to be said, while it is being written.

Imports numpy: import this module where it is used.
"""

from __future__ import annotations

from coding.fold import fold
from coding.groups import FrameRow
from coding.language import _, ngettext
from coding.saturation.parameters import Frame, Parameters
from coding.saturation.reason_words import sentence
from coding.saturation.verdict import frame_refusals

INTERVIEWS = frozenset(("entretien", "entretiens", "interview", "interviews"))  # units that the group counts itself


def outlook(row: FrameRow | None, parameters: Parameters | None = None, *,
            interviews: int | None = None) -> tuple[bool, str]:
    """Whether saturation may be declared for a group recruited so, and why, in the user's language. ``interviews``:
    how many the group has, to be compared with those said to be reached."""
    frame = None
    if row is not None:
        frame = Frame(row.frame_known, row.unit, row.invited, row.reached, row.refused, row.silent, row.justification)
    refusals = frame_refusals(frame, parameters or Parameters())
    if refusals:
        said = [_("Saturation may not be declared for this group."), *map(sentence, refusals)]
    else:
        said = [_("The sampling does not stand in the way: saturation may be declared for this group if the codes show "
                  "it.")]
        if frame is not None and not frame.adds_up:
            said.append(_("Reached, refused and silent do not add up to invited: check these figures."))
    if row is not None and row.reached is not None and fold(row.unit).strip() in INTERVIEWS and (
            interviews not in (None, row.reached)):
        said.append(ngettext("The group holds {n} interview, not {reached}: check these figures.",
                             "The group holds {n} interviews, not {reached}: check these figures.", interviews or 0)
                    .format(n=interviews, reached=row.reached))
    return not refusals, " ".join(said)
