# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes by value of an attribute, or by group, as a picture: a bar for each n/N, hollow where N is small.

Matplotlib takes half a second to import: it is loaded when a picture is drawn.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coding.language import N_, _
from coding.relations.by_attribute import FEW, Comparison, Row
from coding.reports.leaving import replacing
from models.errors import KnownError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

NAMES, COLUMN, LINE = 6.6, 4.4, 0.52  # centimetres: the names, a column, the height of a row
MOST_ROWS, MOST_COLUMNS = 150, 12  # more would be neither read nor printed
_NAME, _TITLE = 40, 20  # characters
_INK, _MUTED, _GROUND, _BAR = "#1F2328", "#595750", "#E3E0D9", "#2A5878"


def write(path: Path, found: Comparison, rows: Sequence[Row], title: str) -> None:
    """Draw the rows that are held somewhere, to .png or .svg by the path's ending.

    Raises KnownError when there is none, when there are too many, or when the file cannot be written.
    """
    held = [row for row in rows if row.spread != "nowhere"]
    if not held:
        raise KnownError(N_("No interview holds these codes: there is nothing to draw."))
    if len(held) > MOST_ROWS or len(found.columns) > MOST_COLUMNS:
        raise KnownError(
            N_("{rows} codes × {columns} columns: a picture holds {most_rows} × {most_columns} at most. Choose a theme "
               "or another attribute, or export a table."),
            rows=len(held), columns=len(found.columns), most_rows=MOST_ROWS, most_columns=MOST_COLUMNS)
    import matplotlib

    with matplotlib.rc_context({"font.family": "sans-serif", "svg.fonttype": "none"}), warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of a character that the font has not, drawn as a box
        made = BytesIO()
        _drawn(found, held, title).savefig(
            made, format=path.suffix.lower().removeprefix("."), bbox_inches="tight", pad_inches=0.15)
    with replacing(path) as partial:
        partial.write_bytes(made.getvalue())


def _drawn(found: Comparison, rows: Sequence[Row], title: str) -> Figure:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    wide, high = NAMES + COLUMN * len(found.columns), LINE * (len(rows) + 2.4)
    figure = Figure(figsize=(wide / 2.54, high / 2.54), dpi=200)
    FigureCanvasAgg(figure)
    axes: Any = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, wide)
    axes.set_ylim(len(rows) + 1.4, -1)
    axes.axis("off")
    for place, column in enumerate(found.columns):
        axes.text(NAMES + COLUMN * place, -0.4, f"{_short(column.title, _TITLE)} ({len(column.interview_ids)})",
                  va="center", fontsize=8, fontweight="bold", color=_MUTED if column.few else _INK)
    for place, row in enumerate(rows):
        _line(axes, found, row, place + 0.5)
    axes.text(0, len(rows) + 0.9, _caption(title), va="center", fontsize=7.5, color=_MUTED)
    return figure


def _line(axes: Any, found: Comparison, row: Row, middle: float) -> None:
    indent = 0.35 * row.depth
    axes.plot(indent + 0.1, middle, marker="s", markersize=4, color=row.colour or "#888888")
    axes.text(indent + 0.4, middle, _short(row.name, _NAME - 2 * row.depth), va="center", fontsize=8, color=_INK,
              fontweight="normal" if row.depth else "bold")
    for place, (column, count) in enumerate(zip(found.columns, row.counts, strict=True)):
        left, of, wide = NAMES + COLUMN * place, len(column.interview_ids), COLUMN - 1.7
        axes.text(left, middle, f"{count}/{of}", va="center", fontsize=8, color=_INK)
        axes.barh(middle, wide, left=left + 1.2, height=0.3, color=_GROUND)
        if count:
            axes.barh(middle, wide * count / of, left=left + 1.2, height=0.3, edgecolor=_BAR, linewidth=0.7,
                      color="white" if column.few else _BAR)


def _caption(title: str) -> str:
    said = _("n of N interviews hold the code, or one below it; hollow bars: fewer than {n} interviews").format(n=FEW)
    return f"{title} · {said}".replace("$", r"\$")


def _short(text: str, most: int) -> str:
    return (text if len(text) <= most else text[:most - 1] + "…").replace("$", r"\$")
