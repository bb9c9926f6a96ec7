# SPDX-License-Identifier: GPL-3.0-or-later
"""What the chart says of each of its parts, to the mouse, to the keys, to a screen reader."""

from __future__ import annotations

from app.saturation.drawn import Drawn
from coding.language import _, ngettext, number, percent, quoted_list, short_date

NAMED = 8  # new codes of one interview that are named; beyond, they are counted


def interview(drawn: Drawn, place: int) -> list[str]:
    """An interview: what it brought, what was expected, what became of the codebook while it was being coded."""
    block = drawn.block
    point = block.curve[place]
    new = ngettext("{n} new code", "{n} new codes", point.new).format(n=point.new)
    told = _("{interview} ({place}): {new}, {seen} in all").format(
        interview=block.names[place], place=point.n, new=new, seen=point.observed)
    said = [told if drawn.informative[place] else _("{told}; the theme is not raised there").format(told=told)]
    if drawn.codes[place]:
        said.append(_new_codes(drawn.codes[place]))
    said.append(_("expected {expected}, {low} to {high} in 95% of the orders").format(
        expected=number(point.expected, 1), low=point.low, high=point.high))
    said += [_("codebook: {change} ({day})").format(change=mark.text, day=short_date(mark.at.date()))
             for mark in drawn.signs.get(place, ())]
    return said


def beyond(drawn: Drawn, after: int) -> list[str]:
    """What is extrapolated ``after`` interviews beyond the last one."""
    _n, codes = drawn.beyond[after - 1]
    more = ngettext("After {n} more interview", "After {n} more interviews", after).format(n=after)
    return [_("{more}: {codes} codes expected").format(more=more, codes=number(codes, 1)),
            _("extrapolated from the interviews held, as if the next ones were like them (Chao et al., 2014)")]


def minimum(drawn: Drawn) -> list[str]:
    """The minimum that Chao2 estimates, with its interval."""
    found = drawn.block.chao2
    if found.estimate is None:
        return []
    said = [_("Estimated minimum number of codes (Chao2): {n}").format(n=number(found.estimate, 1))]
    if found.low is not None and found.high is not None:
        said.append(_("{share} interval: {low} to {high}").format(
            share=percent(0.95), low=number(found.low, 1), high=number(found.high, 1)))
    return [*said, _("a minimum, never a ceiling: it describes, it does not infer")]


def whole(drawn: Drawn) -> str:
    """The chart for who cannot see it."""
    said = [", ".join(interview(drawn, place)) for place in range(len(drawn.block.curve))]
    return ". ".join([*said, ", ".join(minimum(drawn))])


def _new_codes(names: tuple[str, ...]) -> str:
    listed = quoted_list(names[:NAMED])
    more = len(names) - NAMED
    return listed if more <= 0 else ngettext("{listed} and {n} more", "{listed} and {n} more", more).format(
        listed=listed, n=more)
