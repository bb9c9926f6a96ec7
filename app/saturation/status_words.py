# SPDX-License-Identifier: GPL-3.0-or-later
"""Statuses inside a text: a coloured mark and the word, for labels of rich text. Imports numpy."""

from __future__ import annotations

from html import escape

from app.saturation.delegate import tone_colours
from app.saturation.reading import TONES
from coding.saturation import Status, status_label


def marked(status: Status, *, bold: bool = False) -> str:
    """«● Redondance partielle», as HTML in the colours of the present theme."""
    tone = TONES[status]
    mark = "⊘" if tone == "refused" else "●"
    word = escape(status_label(status))
    return f'<span style="color:{tone_colours(tone)[0].name()}">{mark}</span>&nbsp;' + (
        f"<b>{word}</b>" if bold else word)
