# SPDX-License-Identifier: GPL-3.0-or-later
"""Says that what is shown is a trial, whichever page of the panel is open, with one click back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app import parts
from coding.language import _, clauses, quoted_list

if TYPE_CHECKING:
    from app.saturation.reading import Reading


class TrialBar(parts.Panel):
    """``ended``: go back to what is recorded. Hidden unless another order, or other interviews, are being tried."""

    ended = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("notice-warn", parent)
        self.text = parts.label(wrap=True)
        back = parts.button(_("Back to what is recorded"), self.ended.emit, name="flat", icon="undo")
        back.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 8, 8, 5)
        column.setSpacing(2)
        column.addWidget(self.text)
        column.addWidget(back)
        self.hide()

    def show_reading(self, reading: Reading) -> None:
        """Say what is being tried, if anything is."""
        words = trial_words(reading)
        self.text.setText(_("On trial, not what is recorded: {what}.").format(what=clauses(words)))
        self.setVisible(bool(words))


def trial_words(reading: Reading) -> list[str]:
    """What differs from what is recorded: the order, the interviews left out. Thresholds are kept as they move."""
    asked, words = reading.asked, []
    if asked.order == "random":
        words.append(_("random order, seed {seed}").format(seed=asked.seed))
    elif asked.order != "recorded":
        words.append({"date": _("order by date"), "manual": _("order by hand"), "import": _("order of import")}[
            asked.order])
    if asked.out is not None:
        recorded = {row.interview_id for row in reading.left_out}
        names = [row.title for row in reading.material.counted.left_out if row.interview_id not in recorded]
        words.append(_("without {names}").format(names=quoted_list(names)))
    return words
