# SPDX-License-Identifier: GPL-3.0-or-later
"""What the verdict on a theme would be under other choices, and in one glance whether any of them drives it.

Imports numpy: import this module where it is used.
"""

from __future__ import annotations

from html import escape

from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtWidgets import QVBoxLayout, QWidget

from app import parts
from app.saturation.alternatives_table import AlternativesTable
from app.saturation.lines import Line
from app.saturation.others import Others
from app.saturation.side_page import paragraph
from app.saturation.status_words import marked
from coding.language import _, ngettext
from coding.saturation import part_words


class Glance(parts.Panel):
    """The status of the line shown, and how many other choices would give another one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("footer", parent)
        self._shown: tuple[Line, Others] | None = None
        self.text = paragraph(Qt.TextFormat.RichText)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 11)
        column.addWidget(self.text)

    def show_line(self, line: Line, others: Others) -> None:
        """Say it of a line."""
        self._shown = line, others
        self.text.setText(f'<p style="line-height: 130%; margin: 0">{escape(line.name)} – '
                          f"{marked(line.block.verdict.status, bold=True)}<br>{escape(glance(line, others))}</p>")

    def changeEvent(self, event: QEvent | None) -> None:
        """The theme turned: the text holds colours."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.PaletteChange and self._shown is not None:
            self.show_line(*self._shown)


class OtherChoices(QWidget):
    """The table, what its colours mean, the other orders, and the interviews left out put back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._others: Others | None = None
        self.table = AlternativesTable()
        self.words = paragraph(Qt.TextFormat.RichText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table)
        column.addWidget(self.words)

    def show_others(self, others: Others) -> None:
        """Fill it."""
        self._others = others
        self.table.show_alternatives(others.alternatives)
        lines = [" &nbsp; ".join(map(marked, dict.fromkeys(one.status for one in others.alternatives)))]
        lines.append("<br>".join(_order_words(others)))
        if others.restored is not None:
            lines.append(_("With the interviews you left out put back: {status}.").format(
                status=marked(others.restored)))
        style = "line-height: 130%; margin: 0 0 5px 0"
        self.words.setText("".join(f'<p style="{style}">{line}</p>' for line in lines if line))

    def changeEvent(self, event: QEvent | None) -> None:
        """The theme turned: the text holds colours."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.PaletteChange and self._others is not None:
            self.show_others(self._others)


def differing(others: Others) -> tuple[int, int]:
    """How many other usual values give another status, and how many there are."""
    now = {one.choice: one.status for one in others.alternatives if one.chosen}
    rest = [one for one in others.alternatives if not one.chosen]
    return sum(one.status != now[one.choice] for one in rest), len(rest)


def glance(line: Line, others: Others) -> str:
    """Whether a choice drives the verdict, in a sentence or two."""
    now = line.block.verdict.status
    (count, total), moved = differing(others), sum(share for status, share in others.orders.items() if status != now)
    restored = others.restored not in (None, now)
    if not count and not moved and not restored and others.orders:
        return _("No other usual choice changes this finding.")
    said = [
        ngettext("{n} of {total} other usual thresholds gives another status.",
                 "{n} of {total} other usual thresholds give another status.", count).format(n=count, total=total)
        if count else _("No other usual threshold changes this finding.")
    ]
    if moved:
        said.append(_("{share} of the possible orders give another one.").format(share=part_words(moved)))
    if restored:
        said.append(_("So would the interviews you left out, put back."))
    return " ".join(said)


def _order_words(others: Others) -> list[str]:
    if not others.orders:
        return []
    head = _("Over all possible orders:")
    return [head] + [f"<b>{escape(part_words(share))}</b> {marked(status)}" for status, share in others.orders.items()]
