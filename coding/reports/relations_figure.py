# SPDX-License-Identifier: GPL-3.0-or-later
"""The matrix of the codes that meet, as a picture: the deeper a cell, the more interviews.

Matplotlib takes half a second to import: it is loaded when a picture is drawn.
"""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coding.codebook import Codebook
from coding.language import N_, _
from coding.relations.cooccurrence import Meetings
from coding.reports.leaving import replacing
from coding.reports.relations_sheet import HEAT, ink_on
from coding.reports.tint import fullness, tint
from models.errors import KnownError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

CELL = 0.62  # centimetres
LONGEST = 34  # characters of a code's name
MOST = 120  # codes that a picture can hold: more would be neither read nor printed
_INK, _MUTED, _RULE = "#1F2328", "#595750", "#D0CCC3"


def write(path: Path, counted: Meetings, book: Codebook, title: str) -> None:
    """Draw those codes that meet another, to .png or .svg by the path's ending.

    Raises KnownError when there is none or more than MOST, or when the file cannot be written.
    """
    places = counted.met()
    if not places:
        raise KnownError(N_("No two codes meet: there is nothing to draw."))
    if len(places) > MOST:
        raise KnownError(N_("{n} codes meet: a picture holds {most} at most. Choose a theme, or count by themes."),
                         n=len(places), most=MOST)
    import matplotlib

    with matplotlib.rc_context({"font.family": "sans-serif", "svg.fonttype": "none"}), warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of a character that the font has not, drawn as a box
        made = BytesIO()
        _drawn(counted, book, title, places).savefig(
            made, format=path.suffix.lower().removeprefix("."), bbox_inches="tight", pad_inches=0.15)
    with replacing(path) as partial:
        partial.write_bytes(made.getvalue())


def _drawn(counted: Meetings, book: Codebook, title: str, places: list[int]) -> Figure:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    size = (len(places) - 1) * CELL / 2.54
    figure = Figure(figsize=(size, size), dpi=200)
    FigureCanvasAgg(figure)
    axes: Any = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, len(places) - 1)
    axes.set_ylim(len(places) - 1, 0)
    axes.axis("off")
    _cells(axes, counted, places)
    _names(axes, book, [counted.code_ids[place] for place in places])
    axes.text(0, len(places) - 0.4, _caption(title, counted.read), ha="left", va="top", fontsize=7.5, color=_MUTED,
              clip_on=False)
    return figure


def _caption(title: str, read: int) -> str:
    said = _("number of interviews, of {n}, in which two codes meet").format(n=read)
    return f"{title} · {said}".replace("$", r"\$")


def _cells(axes: Any, counted: Meetings, places: list[int]) -> None:
    from matplotlib.patches import FancyBboxPatch

    most = int(counted.interviews.max(initial=0))
    for row, place in enumerate(places[1:]):
        for column, other in enumerate(places[:row + 1]):
            count = int(counted.interviews[place, other])
            if not count:
                axes.plot(column + 0.5, row + 0.5, marker=".", markersize=1.6, color=_RULE)
                continue
            strength = fullness(count, most)
            axes.add_patch(FancyBboxPatch(
                (column + 0.1, row + 0.1), 0.8, 0.8, boxstyle="round,pad=0,rounding_size=0.1", linewidth=0,
                facecolor=f"#{tint(HEAT, strength)}"))
            axes.text(column + 0.5, row + 0.52, str(count), ha="center", va="center", fontsize=7,
                      color=f"#{ink_on(strength)}")


def _names(axes: Any, book: Codebook, code_ids: list[int]) -> None:
    """Codes at the left of their rows, and at the head of their columns, above the diagonal."""
    for place, code_id in enumerate(code_ids):
        node = book.by_id[code_id]
        name = node.name if len(node.name) <= LONGEST else node.name[:LONGEST - 1] + "…"
        style = {"fontsize": 7.5, "color": _INK, "fontweight": "bold" if not node.depth else "normal",
                 "clip_on": False}
        text = name.replace("$", r"\$")
        if place:
            axes.text(-0.55, place - 0.5, text, ha="right", va="center", **style)
            axes.plot(-0.25, place - 0.5, marker="s", markersize=3.5, color=node.colour or "#888888", clip_on=False)
        if place < len(code_ids) - 1:
            axes.text(place + 0.5, place - 0.15, text, ha="left", va="bottom", rotation=50, rotation_mode="anchor",
                      **style)
