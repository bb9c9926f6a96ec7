# SPDX-License-Identifier: GPL-3.0-or-later
"""The portrait of an interview, written where it stands on the profile."""

from __future__ import annotations

from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QFrame, QWidget

from app import theme
from app.acts import interviews
from app.desk import Desk
from app.memos.linked_text import LinkedText
from coding.language import _
from coding.profiles.profile import Profile

LEAST = 3  # lines


class Portrait(LinkedText):
    """As tall as its text; links stand in it as in memos."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        hint = _("Who this person is, and what this interview tells: a few sentences")
        super().__init__(desk, _("Portrait"), "" if desk.read_only else hint, parent)
        self._of: Profile | None = None
        self.setFont(theme.reading_font(16))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.kept.connect(self._write)
        document = self.document()
        layout = document.documentLayout() if document is not None else None
        if layout is not None:
            layout.documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def show_profile(self, profile: Profile) -> None:
        """Show the portrait of an interview, once what is being written of another is kept."""
        if self._of is not None and self._of.interview_id != profile.interview_id:
            self.keep()
        self._of = profile
        self.show_text(profile.portrait)
        self._fit()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Lines wrap anew at another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = max(LEAST, round(self._document().size().height()))  # a plain text's size counts lines
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * round(self._document().documentMargin()) + 4
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around)

    def _write(self, text: str) -> None:
        if self._of is not None:
            interviews.set_portrait(self._desk, interview_id=self._of.interview_id, title=self._of.title, text=text)
