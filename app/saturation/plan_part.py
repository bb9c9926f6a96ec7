# SPDX-License-Identifier: GPL-3.0-or-later
"""How many more interviews: what they may bring, as a small table and in words, with what that supposes.

Imports numpy: import this module where it is used.
"""

from __future__ import annotations

from html import escape

from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QVBoxLayout, QWidget

from app import parts, theme
from app.saturation.side_page import paragraph
from coding.language import _, number
from coding.saturation import Block, Parameters, share_words
from coding.saturation.planning import Plan, plan
from coding.saturation.planning_words import assumptions, refusal, until
from coding.saturation.planning_words import paragraph as written


class PlanPart(QWidget):
    """The estimate for a theme, or for the whole group, or why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._plan: Plan | None = None
        self._name = ""
        super().__init__(parent)
        self.said = paragraph()
        self.table = paragraph(Qt.TextFormat.RichText)
        self.table.setAccessibleName(_("What further interviews may bring"))
        self.supposed = paragraph(Qt.TextFormat.RichText, "faint")
        self.copy = parts.button("", self._copy)
        self.copy.setToolTip(_("Puts the estimate on the clipboard with what it supposes, ready for an article"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.said, self.table, self.supposed):
            column.addWidget(part)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)

    def show_block(self, block: Block, name: str, parameters: Parameters) -> None:
        """Estimate for a block; ``name`` is that of its theme or group."""
        self._plan, self._name = plan(block, parameters), name
        self._fill(self._plan)

    def changeEvent(self, event: QEvent | None) -> None:
        """The theme turned: the table holds colours."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.PaletteChange and self._plan is not None:
            self._fill(self._plan)

    def _fill(self, found: Plan) -> None:
        refused = bool(found.refusals)
        self.copy.setText(_("Copy as a paragraph"))
        self.said.setText("\n".join(refusal(why) for why in found.refusals) if refused else "\n".join(until(found)))
        self.table.setText("" if refused else _table(found))
        self.supposed.setText(_listed(assumptions()))
        self.table.setVisible(not refused and not found.complete)
        for widget in (self.supposed, self.copy):
            widget.setVisible(not refused)

    def _copy(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard is not None and self._plan is not None:
            clipboard.setText(written(self._plan, self._name))
            self.copy.setText(_("Copied"))


def _table(found: Plan) -> str:
    """Further interviews, codes gained in all, coverage: the last lines may be past what can be estimated."""
    colours = theme.palette()
    heads = (_("More interviews"), _("New codes"), _("Coverage"))
    head = "".join(f'<td align="right" style="color:{colours.muted.name()}">{escape(one)}</td>' for one in heads)
    rows = [(f"+ {one.more}", number(one.gained, 1), share_words(one.coverage)) for one in found.steps]
    rows += [(f"+ {more}", "–", "–") for more in found.beyond]
    body = "".join("<tr>" + "".join(f'<td align="right">{escape(cell)}</td>' for cell in row) + "</tr>" for row in rows)
    return f'<table width="100%" cellspacing="0" cellpadding="3"><tr>{head}</tr>{body}</table>'


def _listed(sentences: tuple[str, ...]) -> str:
    return "".join(f'<p style="margin: 0 0 5px 0; line-height: 118%">{escape(one)}</p>' for one in sentences)
