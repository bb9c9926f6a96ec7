# SPDX-License-Identifier: GPL-3.0-or-later
"""The path that led to a verdict: earlier ones, decisions and changes of the codebook, day by day.

Imports numpy: import this module where it is used.
"""

from __future__ import annotations

from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app import parts
from app.desk import Desk
from app.saturation import path_words
from app.saturation.lines import Line
from app.saturation.reading import Reading
from app.saturation.side_page import SidePage, paragraph, titled
from app.widgets.freshness import Latest
from coding import verdict_path
from coding.calendar_words import local_day
from coding.language import _, ngettext, short_date
from coding.verdict_path import Path

SHOWN = 60  # days made at once; more are asked for


class PathPage(SidePage):
    """The codebook as it stands, then the days, the latest first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.path: Path | None = None
        self.days: list[QLabel] = []
        self._most = SHOWN
        super().__init__(parent)
        self._latest = Latest(desk)
        self.state = paragraph()
        self.copy = parts.button("", self._copy)
        self.copy.setToolTip(_("Puts the whole fingerprint of the codebook and its date on the clipboard"))
        self.empty = paragraph(role="muted")
        self.empty.setText(_("No earlier finding yet: each day that the finding differs from the day before, it is "
                             "kept here with its figures, its thresholds and the codebook it rests on."))
        self.more = parts.button(_("Show earlier days"), self._show_more, name="flat")
        column = QVBoxLayout()
        column.setSpacing(14)
        self._column = column
        holder = QWidget()
        holder.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(titled(_("The codebook now"), self.state))
        self.column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(titled(_("Path"), self.empty, holder))
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows read on
        self.setAccessibleName(_("Path"))

    def show_line(self, line: Line, reading: Reading) -> None:
        """Show the path of a theme, or of the whole group."""
        group_id, self._most = None if reading.group is None else reading.group.id, SHOWN
        self._latest.read(lambda session: verdict_path.read(session, group_id, line.theme_id), self.show_path)

    def settle(self) -> None:
        """Nothing is written here."""

    def show_path(self, path: Path) -> None:
        """Show a path that was read."""
        self.path = path
        state = path.state
        codes = ngettext("{n} theme or code", "{n} themes and codes", state.codes).format(n=state.codes)
        self.state.setText(
            _("{codes} · fingerprint {hash}").format(codes=codes, hash=state.short) if state.at is None else
            _("As of {day} · {codes} · fingerprint {hash}").format(
                day=short_date(local_day(state.at)), codes=codes, hash=state.short))
        self.copy.setText(_("Copy the fingerprint"))
        self._fill(path)

    def changeEvent(self, event: QEvent | None) -> None:
        """The theme turned: the days hold colours."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.PaletteChange and self.path is not None:
            self._fill(self.path)

    def _fill(self, path: Path) -> None:
        for label in self.days:
            self._column.removeWidget(label)
            label.hide()
            label.deleteLater()
        self.days = []
        for one in path.days[: self._most]:
            label = paragraph(Qt.TextFormat.RichText)
            label.setText(path_words.day(one))
            self._column.addWidget(label)
            self.days.append(label)
        self.empty.setVisible(not path.days)
        self.more.setVisible(len(path.days) > self._most)

    def _show_more(self) -> None:
        if self.path is not None:
            self._most += SHOWN
            self._fill(self.path)

    def _copy(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard is not None and self.path is not None:
            state = self.path.state
            day = "" if state.at is None else f" ({local_day(state.at).isoformat()})"
            clipboard.setText(f"{state.hash}{day}")
            self.copy.setText(_("Copied"))
