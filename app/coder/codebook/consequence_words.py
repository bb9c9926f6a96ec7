# SPDX-License-Identifier: GPL-3.0-or-later
"""What merging, splitting or deleting a code would change, in a few sentences."""

from __future__ import annotations

from coding.codebook import Consequence
from coding.language import _, ngettext, quoted_list
from coding.merging import Foreseen


def said(counted: Consequence) -> str:
    """«12 passages in 4 interviews bear it. 3 codes below it are concerned too.»"""
    interviews = interviews_said(counted.interviews)
    words = ngettext("{n} passage in {interviews} bears it.", "{n} passages in {interviews} bear it.",
                     counted.passages).format(n=counted.passages, interviews=interviews)
    below = counted.codes - 1
    if below:
        words += " " + ngettext("{n} code below it is concerned too.", "{n} codes below it are concerned too.",
                                below).format(n=below)
    return words


def deleted(counted: Consequence) -> str:
    """What deleting takes along."""
    return " ".join((said(counted), _("Passages left without any code or memo go with it."),
                     _("This can be undone.")))


def merged(seen: Foreseen, target: str) -> str:
    """What merging into ``target`` changes."""
    words = [said(seen.counted)]
    if seen.both:
        words.append(ngettext("{n} of them bears “{target}” already, and will bear it once.",
                              "{n} of them bear “{target}” already, and will bear it once.",
                              seen.both).format(n=seen.both, target=target))
    if seen.twins:
        words.append(_("Merged too, since both have them below: {names}.").format(names=quoted_list(seen.twins)))
    return " ".join(words)


def interviews_said(n: int) -> str:
    """«4 interviews»."""
    return ngettext("{n} interview", "{n} interviews", n).format(n=n)


def passages_said(n: int) -> str:
    """«12 passages»."""
    return ngettext("{n} passage", "{n} passages", n).format(n=n)
