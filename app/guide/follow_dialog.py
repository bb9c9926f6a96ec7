# SPDX-License-Identifier: GPL-3.0-or-later
"""Which interviews followed a guide."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PyQt6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app import parts
from app.guide.interview_ticks import InterviewTicks
from coding.interviews import InterviewRow
from coding.language import _, ngettext


class FollowDialog(QDialog):
    """``ticks.ticked`` are the interviews that followed the guide; ``compared`` those in which its questions were
    found, which unticking forgets."""

    def __init__(self, title: str, interviews: Sequence[InterviewRow], followed: Collection[int],
                 compared: Collection[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compared, self._followed = set(compared), bool(followed)
        self.setWindowTitle(_("Interviews that followed the guide"))
        self.ticks = InterviewTicks(interviews, followed)
        self.count = parts.label("", "muted", wrap=True)
        self.take = parts.button(_("Record"), self.accept, name="primary")
        self.take.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(parts.label(_("Who was interviewed with “{title}”?").format(title=title), "title", wrap=True))
        column.addWidget(self.ticks, 1)
        column.addLayout(parts.dialog_foot(self, self.count, self.take))
        self.resize(520, 560)
        self.ticks.list.itemChanged.connect(lambda _item: self._say())
        self.ticks.list.setFocus()
        self._say()

    def _say(self) -> None:
        ticked = self.ticks.ticked
        words = ngettext("{n} interview ticked", "{n} interviews ticked", len(ticked)).format(n=len(ticked))
        lost = len(self._compared - set(ticked))
        if lost:
            words += " · " + ngettext("where the questions were put in {n} unticked interview is forgotten",
                                      "where the questions were put in {n} unticked interviews is forgotten",
                                      lost).format(n=lost)
        self.count.setText(words)
        self.take.setEnabled(bool(ticked) or self._followed)  # none of none would change nothing
