# SPDX-License-Identifier: GPL-3.0-or-later
"""The accumulation of codes over interviews as a picture that prints in black and white.

Matplotlib takes half a second to import: it is loaded when a picture is drawn.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from coding.language import _
from coding.saturation import figure as figure_words

if TYPE_CHECKING:
    from coding.codebook_marks import Mark
    from coding.saturation import Block

_DARK, _MIDDLE, _LIGHT, _PALE = "#22272B", "#6E767D", "#C3C8CC", "#E9EBED"
_LONGEST = 24  # characters of an interview's title below the axis
_MANY = 25  # interviews beyond which one label in two or more is left out


def draw(block: Block, *, width: float = 16.0, height: float = 6.0, dpi: int = 200, small: bool = False,
         signs: Mapping[int, Sequence[Mark]] | None = None) -> bytes:
    """A PNG of ``width`` × ``height`` centimetres; empty when no interview was counted. A ``small`` one, among others
    below a whole one, has no legend, and places in place of titles.

    Bars: new codes; line: codes observed in the recorded order; dashes: mean over all orders; band: 95 % of the
    orders; dots: its extrapolation, and the minimum that Chao2 estimates. ``signs`` are the changes of the codebook by
    0-based place (``coding.codebook_marks.beside``).
    """
    if not block.curve:
        return b""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    made = Figure(figsize=(width / 2.54, height / 2.54), dpi=dpi, layout="constrained")
    FigureCanvasAgg(made)
    axes: Any = made.add_subplot()
    _curves(axes, block)
    _beyond(axes, block, small)
    _minimum(axes, block)
    _signs(axes, signs or {})
    _axes(axes, block, small)
    written = BytesIO()
    with warnings.catch_warnings():  # of a character that the font has not, drawn as a box
        warnings.simplefilter("ignore", UserWarning)
        made.savefig(written, format="png")
    return written.getvalue()


def _curves(axes: Any, block: Block) -> None:
    places = [point.n for point in block.curve]
    axes.fill_between(places, [point.low for point in block.curve], [point.high for point in block.curve],
                      color=_PALE, linewidth=0, label=_("95% of orders"), zorder=1)
    held = [point for point in block.curve if point.new]  # a bar costs a millisecond
    axes.bar([point.n for point in held], [point.new for point in held], width=0.45, color=_LIGHT,
             label=_("new codes"), zorder=2)
    axes.plot(places, [point.expected for point in block.curve], color=_MIDDLE, linewidth=1.1, dashes=(4, 3),
              label=_("mean over all orders"), zorder=3)
    axes.plot(places, [point.observed for point in block.curve], color=_DARK, linewidth=1.4,
              marker="o" if len(places) <= 2 * _MANY else "", markersize=3.5, label=_("codes observed"), zorder=4)


def _beyond(axes: Any, block: Block, small: bool) -> None:
    """What is extrapolated, beyond a line that ends the interviews held."""
    if block.extrapolation is None:
        return
    last = block.curve[-1]
    axes.plot([last.n, *(n for n, _codes in block.extrapolation)],
              [last.expected, *(codes for _n, codes in block.extrapolation)], color=_MIDDLE, linewidth=1.3,
              linestyle=(0, (1, 1.6)), label=_("extrapolation"), zorder=3)
    axes.axvline(last.n + 0.5, color=_LIGHT, linewidth=0.8, linestyle=(0, (2, 2)), zorder=1)
    if not small:
        axes.annotate(_("beyond the interviews held"), (last.n + 0.5, 0), xytext=(3, 3),
                      textcoords="offset points", fontsize=6, color=_MIDDLE)


def _signs(axes: Any, signs: Mapping[int, Sequence[Mark]]) -> None:
    """The changes of the codebook, just under the axis."""
    for kind, (marker, title) in {"merged": ("1", _("codes merged")), "split": ("2", _("code split")),
                                  "created": ("+", _("new code in the codebook"))}.items():
        places = [place + 1 for place, marks in signs.items() if any(mark.kind == kind for mark in marks)]
        if places:
            axes.plot(places, [-0.04] * len(places), marker, color=_DARK, markersize=5, markeredgewidth=0.9,
                      transform=axes.get_xaxis_transform(), clip_on=False, label=title, zorder=5)


def _minimum(axes: Any, block: Block) -> None:
    estimate = block.chao2.estimate
    if estimate is None or estimate > 2 * max(block.codes, 1):
        return
    label = _("estimated minimum (Chao2): {n}").format(n=figure_words(estimate))
    axes.axhline(estimate, color=_MIDDLE, linewidth=0.9, linestyle=(0, (1, 4)), label=label, zorder=2)


def _axes(axes: Any, block: Block, small: bool) -> None:
    count = len(block.names)
    step = -(-count // (_MANY // 2 if small else _MANY))
    axes.set_xticks(range(1, count + 1, step))
    if small:
        axes.set_xticklabels([str(place) for place in range(1, count + 1, step)], fontsize=6)
    else:
        turned = count > 8 or any(len(name) > 12 for name in block.names)
        axes.set_xticklabels([_tick(name) for name in block.names[::step]], rotation=40 if turned else 0,
                             ha="right" if turned else "center", rotation_mode="anchor", fontsize=7)
    axes.set_xlim(0.4, (block.extrapolation[-1][0] if block.extrapolation else count) + 0.6)
    axes.set_ylim(bottom=0)
    axes.yaxis.get_major_locator().set_params(integer=True, nbins=4 if small else 6)
    axes.tick_params(length=0, labelsize=6 if small else 7, colors=_DARK)
    axes.grid(axis="y", color=_PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(_LIGHT)
    if not small:
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=4, frameon=False, fontsize=6.5,
                    handlelength=1.8, columnspacing=1.2)


def _tick(name: str) -> str:
    """A title below the axis: short, its dollars being no mathematics."""
    return (name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…").replace("$", r"\$")
