# SPDX-License-Identifier: GPL-3.0-or-later
"""One comment whole, with the words it is on, and the choice of what becomes of it."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from app import parts
from app.coder.page.beneath import NO_CODE
from app.coder.passage.quote_block import QuoteBlock
from app.comments.decisions import who
from app.guide.code_field import CodeField
from coding.codebook import Codebook
from coding.comments.arriving import Act, Arrival
from coding.language import N_, _

ACTS: tuple[tuple[Act, str], ...] = (
    ("memo", N_("&Memo")), ("code", N_("&Code")), ("both", N_("&Both")), ("ignore", N_("&Leave out")))


class DecisionPanel(parts.Panel):
    """``act_chosen`` and ``code_chosen`` say that another act or code was, for the comments selected."""

    act_chosen = pyqtSignal()
    code_chosen = pyqtSignal()

    def __init__(self, book: Codebook, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self.head = parts.label("", "muted", wrap=True)
        self.said = parts.label("", wrap=True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.quote = QuoteBlock()
        self.told = parts.label("", "warn", wrap=True)
        self.buttons: dict[Act, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self.code = CodeField(book, makes=False)
        choice = QHBoxLayout()
        self.code.box.ensurePolished()  # its true height
        choice.setSpacing(16)
        for act, title in ACTS:
            button = self.buttons[act] = QRadioButton(_(title))
            self._group.addButton(button)
            button.clicked.connect(lambda _checked: self._chosen())
            button.setMinimumHeight(self.code.box.sizeHint().height())  # in line with the field of the code
            choice.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        choice.addWidget(self.code, 1)
        inside = QWidget()
        words = QVBoxLayout(inside)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(8)
        for part in (self.head, self.said, self.quote, self.told):
            words.addWidget(part)
        words.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)  # type: ignore[union-attr]
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 10)
        column.setSpacing(10)
        column.addWidget(area, 1)
        column.addLayout(choice)
        self.code.changed.connect(self.code_chosen)

    @property
    def act(self) -> Act:
        """What is chosen."""
        return next((act for act, button in self.buttons.items() if button.isChecked()), "memo")

    @property
    def code_id(self) -> int | None:
        """The code named."""
        choice = self.code.choice
        return choice.code_id if choice is not None else None

    def show_arrival(self, arrival: Arrival | None, act: Act, code_id: int | None) -> None:
        """Show one comment and what becomes of it."""
        self.setEnabled(arrival is not None)
        if arrival is None:
            return
        details = [who(arrival)]
        if arrival.answers:
            details.append(_("answers “{text}”").format(text=arrival.answers))
        if arrival.comment.done:
            details.append(_("resolved"))
        self.head.setText(" · ".join(details))
        self.said.setText(arrival.comment.text or _("(no words)"))
        self.quote.setVisible(arrival.place is not None)
        self.quote.show_quote(arrival.words, NO_CODE)
        self.told.setText(_warning(arrival))
        self.told.setVisible(bool(self.told.text()))
        self.buttons[act].setChecked(True)
        self.buttons["code"].setEnabled(arrival.place is not None)
        self.buttons["both"].setEnabled(arrival.place is not None)
        blocked = self.code.blockSignals(True)
        self.code.show_code(code_id)
        self.code.blockSignals(blocked)
        self.code.setEnabled(act in ("code", "both"))

    def _chosen(self) -> None:
        self.code.setEnabled(self.act in ("code", "both"))
        if self.code.isEnabled() and self.code_id is None:
            self.code.setFocus()
        self.act_chosen.emit()


def _warning(arrival: Arrival) -> str:
    if arrival.sent:
        return _("This comment left with the file; its words were changed since, or what it said is no longer here.")
    if arrival.place is None:
        return _("Its place was not found in the interview: it can become a memo on the whole interview.")
    if arrival.place.changed:
        return _("These words were changed in the file. The comment stands on the words of the interview.")
    return ""
