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
from app.saturation.others import ORDERS, Others
from app.saturation.side_page import paragraph
from app.saturation.status_words import marked
from coding.language import _, ngettext, percent
from coding.saturation import Status


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
                          f"{marked(line.block.verdict.status, bold=True)}<br>{escape(glance(others))}</p>")

    def changeEvent(self, event: QEvent | None) -> None:
        """The theme turned: the text holds colours."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.PaletteChange and self._shown is not None:
            self.show_line(*self._shown)


class OtherChoices(QWidget):
    """The table, what its colours mean, the random orders, and the interviews left out put back."""

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
        lines += [_order_words(status, share) for status, share in others.orders.items()]
        if others.restored is not None:
            lines.append(_("With the interviews you left out put back: {status}.").format(
                status=marked(others.restored)))
        self.words.setText("".join(f'<p style="line-height: 130%; margin: 0 0 5px 0">{line}</p>' for line in lines))

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


def glance(others: Others) -> str:
    """Whether a choice drives the verdict, in a sentence."""
    count, total = differing(others)
    if not count:
        return _("No other usual choice changes this finding.")
    return ngettext("{n} of {total} other usual choices gives another status.",
                    "{n} of {total} other usual choices give another status.", count).format(n=count, total=total)


def _order_words(status: Status, share: float) -> str:
    return _("In {share} of {n} orders drawn at random: {status}.").format(
        share=f"<b>{escape(percent(share))}</b>", n=ORDERS, status=marked(status))
