# SPDX-License-Identifier: GPL-3.0-or-later
"""A file in which nobody speaks in turn: taken as a text without turns, of one kind and by one speaker, or not."""

from __future__ import annotations

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app import parts
from app.corpus.words import KINDS
from app.widgets.lead import lead
from coding.intake import unturned
from coding.intake.batch import Refusal
from coding.intake.unturned import AsText
from coding.language import _
from coding.reviewing import FileReview


class TextPart(QWidget):
    """``changed`` says that the review was corrected here."""

    changed = pyqtSignal()

    def __init__(self, review: FileReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        how = review.as_text or AsText()
        self.kind = QComboBox()
        self.kind.setAccessibleName(_("Kind"))
        for key in unturned.KINDS:
            self.kind.addItem(_(KINDS[key]), key)
        self.kind.setCurrentIndex(self.kind.findData(how.kind))
        self.speaker = QLineEdit(how.speaker)
        self.speaker.setAccessibleName(_("Speaker"))
        self.speaker.setPlaceholderText(_("Nobody named"))
        self.speaker.setMaximumWidth(240)
        self.take = parts.button(_("Take it as a text without turns"), self._take)
        refused = isinstance(review.compared.outcome, Refusal)
        self.leave = parts.button(_("Leave it out") if refused else _("It is a transcript"), self._leave)
        self._lay_out()
        lead(self, lambda: self.kind if review.as_text else self.take)
        self.kind.activated.connect(self._correct)
        self.speaker.textEdited.connect(self._correct)

    def refresh(self) -> None:
        """Show the review as it stands."""
        how = self._review.as_text
        if how is not None:
            self.kind.setCurrentIndex(self.kind.findData(how.kind))
            if self.speaker.text() != how.speaker:
                self.speaker.setText(how.speaker)

    def _lay_out(self) -> None:
        taken = self._review.as_text is not None
        self.take.setVisible(not taken)
        self.leave.setVisible(taken)
        row = QHBoxLayout()
        row.setSpacing(8)
        for title, field in ((_("Kind"), self.kind), (_("Speaker"), self.speaker)):
            row.addWidget(parts.label(title))
            row.addWidget(field)
            row.addSpacing(8)
        row.addWidget(self.take)
        row.addWidget(self.leave)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(parts.label(
            _("Each paragraph becomes a turn that can be coded. Diaries, documents and open answers are not counted in "
              "saturation."), "hint", wrap=True))
        column.addStretch(1)

    @property
    def _chosen(self) -> AsText:
        return AsText(self.kind.currentData(), " ".join(self.speaker.text().split()))

    def _take(self) -> None:
        self._review.take_as_text(self._chosen)
        self.changed.emit()

    def _leave(self) -> None:
        self._review.take_as_text(None)
        self.changed.emit()

    def _correct(self) -> None:
        if self._review.as_text is not None and self._review.as_text != self._chosen:
            self._review.take_as_text(self._chosen)
            self.changed.emit()
