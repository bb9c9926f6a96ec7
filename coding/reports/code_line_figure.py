# SPDX-License-Identifier: GPL-3.0-or-later
"""The code line of an interview as a picture that prints in black and white.

Matplotlib takes half a second to import: it is loaded when a picture is drawn.
"""

from __future__ import annotations

import textwrap
import warnings
from collections.abc import Sequence
from io import BytesIO
from typing import Any, Literal

from coding.language import _, clauses
from coding.profiles import words
from coding.profiles.profile import Profile, ThemePart, Tick

Kind = Literal["png", "svg"]
_Box = tuple[int, float, float]  # a row, and where a bar begins and ends in it
_DARK, _MIDDLE, _LIGHT, _PALE = "#22272B", "#7D858B", "#C3C8CC", "#EEF0F1"
_NAME = 32  # characters of a line of a theme's name
_LINE, _AXIS = 0.62, 1.0  # centimetres of a lane, and of what stands above and below them
_NAMES, _FIGURES = 5.2, 2.7  # centimetres at the left and right of the lanes
_APART = 0.1  # between two landmarks that are told
_LEAST = 0.004  # the width of the shortest bar, as a share of the lane


def draw(profile: Profile, *, width: float = 17.5, dpi: int = 200, kind: Kind = "png") -> bytes:
    """The lanes of the themes raised, ``width`` centimetres wide; empty when nothing is coded. Strong quotes are
    darker, under a stroke."""
    themes = profile.raised
    if not themes:
        return b""
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    height = _AXIS + _LINE * len(themes)
    made = Figure(figsize=(width / 2.54, height / 2.54), dpi=dpi)
    FigureCanvasAgg(made)
    axes: Any = made.add_axes((_NAMES / width, 0.62 / height, (width - _NAMES - _FIGURES) / width,
                               _LINE * len(themes) / height))
    axes.set_xlim(0, 1)
    axes.set_ylim(len(themes) - 0.5, -0.5)
    _bars(axes, themes)
    for row, theme in enumerate(themes):
        _beside(axes, row, theme)
    _dress(axes, profile)
    written = BytesIO()
    with warnings.catch_warnings(), rc_context({"svg.fonttype": "none"}):
        warnings.simplefilter("ignore", UserWarning)  # of a character that the font has not, drawn as a box
        made.savefig(written, format=kind, metadata={"Date": None} if kind == "svg" else None)
    return written.getvalue()


def told(profile: Profile) -> str:
    """The picture in a sentence, for whoever does not see it."""
    lanes = clauses(f"{theme.name} ({words.figures(theme)})" for theme in profile.raised)
    return _("Where each theme stands along the interview “{title}”: {lanes}").format(
        title=profile.title, lanes=lanes)


def _bars(axes: Any, themes: Sequence[ThemePart]) -> None:
    """Every bar of a kind as one collection: a call for each would take as long as all the rest."""
    from matplotlib.collections import PolyCollection

    spans: dict[bool, list[_Box]] = {False: [], True: []}
    for row, theme in enumerate(themes):
        for mark in theme.marks:
            spans[mark.quote.strong].append((row, *_span(mark.low, mark.high)))
    grounds: list[_Box] = [(row, 0.0, 1.0) for row in range(len(themes))]
    for boxes, colour, top, bottom, edge in (
        (grounds, _PALE, -0.28, 0.28, 0.0), (spans[False], _MIDDLE, -0.28, 0.28, 0.4),
        (spans[True], _DARK, -0.28, 0.28, 0.4), (spans[True], _DARK, -0.42, -0.33, 0.0),
    ):
        corners = [((low, row + top), (high, row + top), (high, row + bottom), (low, row + bottom))
                   for row, low, high in boxes]
        axes.add_collection(PolyCollection(corners, facecolors=colour, edgecolors="white", linewidths=edge,
                                           zorder=1 if boxes is grounds else 3), autolim=False)


def _beside(axes: Any, row: int, theme: ThemePart) -> None:
    """The name at the left of a lane, the figures at its right."""
    name = "\n".join(textwrap.wrap(theme.name, _NAME)[:2]).replace("$", r"\$")
    axes.annotate(name, (0, row), xytext=(-6, 0), textcoords="offset points", ha="right", va="center", fontsize=8,
                  color=_DARK, linespacing=1.0)
    axes.annotate(words.figures(theme), (1, row), xytext=(6, 0), textcoords="offset points", ha="left", va="center",
                  fontsize=7, color=_DARK)


def _dress(axes: Any, profile: Profile) -> None:
    axes.set_yticks([])
    axes.set_xticks([tick.at for tick in profile.ticks])
    axes.set_xticklabels(_landmarks(profile.ticks), fontsize=6.5, color=_DARK)
    axes.tick_params(length=0, pad=3)
    axes.grid(axis="x", color=_LIGHT, linewidth=0.5, zorder=2)
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)


def _landmarks(ticks: Sequence[Tick]) -> list[str]:
    """Their words; none for those that come too close after one that is told."""
    said, free = [], 0.0
    for tick in ticks:
        said.append(words.landmark(tick) if tick.at >= free else "")
        free = tick.at + _APART if said[-1] else free
    return said


def _span(low: float, high: float) -> tuple[float, float]:
    """Where a bar begins and ends."""
    low = min(low, 1 - _LEAST)
    return low, max(high, low + _LEAST)
