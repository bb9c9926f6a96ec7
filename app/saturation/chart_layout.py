# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the parts of a chart stand."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PyQt6.QtCore import QPointF, QRectF
from PyQt6.QtGui import QFontMetrics

from app import theme
from app.saturation.drawn import Drawn
from app.widgets.folding import fitted
from coding.language import _

LEFT, RIGHT = 44, 20
SLOT_WIDEST = 140
NARROW = 24  # pixels for an interview, in which no name can be folded
UPRIGHT_MOST = 100
NAME_LINES, NAME_HEIGHT = 3, 14
LEGEND_HEIGHT, ZONES_HEIGHT = 18, 20  # a line of the legend; the names of the zones
ESTIMATE = 24  # pixels above the highest figure, where the estimated minimum is written
TAIL_HEIGHT, SIGNS_HEIGHT = 8, 14
TEXT = 11
TALL = 320  # pixels of a chart that has room for upright names and a whole legend; a lower one has numbers, one line


@dataclass(frozen=True)
class Entry:
    """One line of the legend and where its sample stands."""

    kind: str
    text: str
    at: QPointF


@dataclass(frozen=True)
class Frame:
    """The plot, the part of it that is beyond the interviews held, the width of an interview, the figure at its top,
    the step of its lines, the names of the interviews in lines (their places, where names have no room), whether they
    are upright, one in how many is written, and the legend."""

    plot: QRectF
    beyond: QRectF
    slot: float
    top: float
    step: int
    names: list[list[str]]
    upright: bool
    every: int
    signs_y: float
    names_y: float
    legend: list[Entry]

    def x(self, place: float) -> float:
        """The middle of an interview, 0-based."""
        return self.plot.left() + (place + 0.5) * self.slot

    def y(self, value: float) -> float:
        """The height of a number of codes."""
        return self.plot.bottom() - value / self.top * self.plot.height()

    def place(self, x: float, count: int) -> int | None:
        """The interview at ``x``, among ``count``."""
        found = int((x - self.plot.left()) // self.slot)
        return found if 0 <= found < count else None


def frame(drawn: Drawn, area: QRectF) -> Frame:
    """Lay a chart out in ``area``."""
    block = drawn.block
    wide = QFontMetrics(theme.ui_font(TEXT)).horizontalAdvance
    count = max(len(block.names), 1)
    slot = min((area.width() - LEFT - RIGHT) / (count + len(drawn.beyond)), SLOT_WIDEST)
    names = [fitted(name, slot - 6, NAME_LINES if slot > NARROW else 1, wide) for name in block.names]
    crowded, tall = any(wide(line) > slot - 6 for name in names for line in name), area.height() >= TALL
    upright = crowded and tall
    if crowded and not tall:
        names = [[str(place)] for place in range(1, count + 1)]
    every = ceil((15 if upright else wide(str(count)) + 6) / slot) if crowded else 1
    signs = SIGNS_HEIGHT if drawn.signs else 0
    below = TAIL_HEIGHT + signs + (min(max(map(wide, block.names)), UPRIGHT_MOST) + 8 if upright else
                                   NAME_HEIGHT * max(map(len, names), default=1) + 6)
    legend, lines = _legend(drawn, area, 9 if tall else 1)
    above = lines * LEGEND_HEIGHT + ZONES_HEIGHT
    height = max(area.height() - above - below, 40)
    plot = QRectF(area.left() + LEFT, area.top() + above, slot * (count + len(drawn.beyond)), height)
    beyond = QRectF(plot.left() + slot * count, plot.top(), slot * len(drawn.beyond), height)
    top = _highest(drawn) * height / max(height - ESTIMATE, 20)
    return Frame(plot, beyond, slot, top, _step(top, height), names, upright, every, plot.bottom() + TAIL_HEIGHT,
                 plot.bottom() + TAIL_HEIGHT + signs, legend)


def _highest(drawn: Drawn) -> float:
    """The highest figure drawn: an estimate far above all else is told, not drawn."""
    block = drawn.block
    most = max([block.codes, *(point.high for point in block.curve), *(codes for _n, codes in drawn.beyond), 1])
    estimate = block.chao2.estimate or 0
    return max(most, estimate if estimate <= most * 1.6 else 0)


def _step(top: float, height: float) -> int:
    """A round step that leaves at least 26 pixels between lines."""
    least = top / max(height / 26, 1)
    scale = 1
    while True:
        for step in (1, 2, 5):
            if step * scale >= least:
                return step * scale
        scale *= 10


def _legend(drawn: Drawn, area: QRectF, most: int) -> tuple[list[Entry], int]:
    """What is what, in at most that many lines; and how many it takes."""
    wide = QFontMetrics(theme.ui_font(TEXT)).horizontalAdvance
    found: list[Entry] = []
    x, line = area.left() + LEFT, 1
    for kind, text in _kinds(drawn):
        room = wide(text) + 24
        if x + room > area.right() - RIGHT and found:
            x, line = area.left() + LEFT, line + 1
        if line > most:
            return found, most
        found.append(Entry(kind, text, QPointF(x, area.top() + (line - 0.5) * LEGEND_HEIGHT)))
        x += room + 20
    return found, line


def _kinds(drawn: Drawn) -> list[tuple[str, str]]:
    """What the chart holds, the plainest first."""
    whole = drawn.block.theme is None or all(drawn.informative)
    found = [("line", _("codes seen, in the order of analysis") if whole else
              _("codes seen (hollow: theme not raised)")),
             ("dash", _("mean of all orders")), ("band", _("95% of the orders")), ("bar", _("new codes"))]
    found.append(("tail", _("last {n} informative").format(n=drawn.tail)))
    if drawn.beyond:
        found.append(("dots", _("extrapolation")))
    titles = {"merged": _("codes merged"), "split": _("code split"), "created": _("new code in the codebook")}
    kinds = {mark.kind for signs in drawn.signs.values() for mark in signs}
    return found + [(kind, title) for kind, title in titles.items() if kind in kinds]
