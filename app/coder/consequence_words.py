# SPDX-License-Identifier: GPL-3.0-or-later
"""What merging or deleting a code would change, in a sentence."""

from __future__ import annotations

from coding.codebook import Consequence
from coding.language import ngettext


def said(counted: Consequence) -> str:
    """«12 passages in 4 interviews bear it. 3 codes below it are concerned.»"""
    interviews = ngettext("{n} interview", "{n} interviews", counted.interviews).format(n=counted.interviews)
    words = ngettext("{n} passage in {interviews} bears it.", "{n} passages in {interviews} bear it.",
                     counted.passages).format(n=counted.passages, interviews=interviews)
    below = counted.codes - 1
    if below:
        words += " " + ngettext("{n} code below it is concerned too.", "{n} codes below it are concerned too.",
                                below).format(n=below)
    return words
