# SPDX-License-Identifier: GPL-3.0-or-later
"""Coded interviews to Word: which interviews, which themes, with or without memos."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app import messages, parts
from app.desk import Desk
from app.settings import Settings
from app.widgets.exporting import Exporter, Format, file_name
from coding import exports_elsewhere
from coding.comments.notes import Marking
from coding.language import _, ngettext, number, quoted_list

KEY = Qt.ItemDataRole.UserRole
NAMED = 3  # titles given in full


class SendingDialog(QDialog):
    """Stays open until it is closed: several exports may follow one another."""

    def __init__(self, desk: Desk, settings: Settings, interviews: Sequence[tuple[int, str]],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Coded interview to Word"))
        self._interviews = tuple(interviews)
        self.exporter = Exporter(desk, settings, self)
        self.themes = QListWidget()
        self.themes.setAccessibleName(_("Themes in the comments"))
        for theme in desk.codebook.themes:
            item = QListWidgetItem(parts.swatch(theme.colour), theme.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(KEY, theme.id)
            self.themes.addItem(item)
        self.memos = QCheckBox(_("Memos too"))
        self.memos.setChecked(True)
        self.legend = QCheckBox(_("A list of the codes at the end"))
        self.legend.setChecked(True)
        self.every = parts.button(_("All"), lambda: self._check(Qt.CheckState.Checked), name="flat")
        self.none = parts.button(_("None"), lambda: self._check(Qt.CheckState.Unchecked), name="flat")
        self.export = parts.button(_("Export…"), self.send, name="primary", icon="export")
        self.export.setDefault(True)
        self.themes.itemChanged.connect(lambda _item: self._follow())
        self.memos.toggled.connect(lambda _on: self._follow())
        self._lay_out()
        self._follow()
        self.resize(560, 520)
        self.export.setFocus()

    @property
    def marking(self) -> Marking:
        """What is put in the comments."""
        chosen = self._chosen()
        every = len(chosen) == self.themes.count()
        return Marking(() if every else tuple(chosen), self.memos.isChecked(), self.legend.isChecked())

    def send(self) -> None:
        """Ask where, and write."""
        ids = tuple(key for key, _title in self._interviews)
        if len(ids) == 1:
            self.exporter.run(Format(
                _("Coded interview to Word…"), _(messages.WORD), f"{file_name(self._interviews[0][1])}.docx",
                exports_elsewhere.transcript, (ids[0], self.marking), what="transcript", whose=lambda _session: ids))
        else:
            self.exporter.run(Format(
                _("Coded interviews to Word…"), "", _("coded interviews"), exports_elsewhere.transcripts,
                (ids, self.marking), long=True, folder=True, what="transcript", whose=lambda _session: ids))

    def _chosen(self) -> list[int]:
        items = [self.themes.item(row) for row in range(self.themes.count())]
        return [item.data(KEY) for item in items if item is not None and item.checkState() is Qt.CheckState.Checked]

    def _check(self, state: Qt.CheckState) -> None:
        for row in range(self.themes.count()):
            item = self.themes.item(row)
            if item is not None:
                item.setCheckState(state)

    def _follow(self) -> None:
        chosen = bool(self._chosen()) or not self.themes.count()
        self.export.setEnabled(chosen)
        self.export.setToolTip("" if chosen else _("Choose at least a theme."))

    def _lay_out(self) -> None:
        titles, count = [title for _key, title in self._interviews], len(self._interviews)
        said = titles[0] if count == 1 else quoted_list(titles) if count <= NAMED else ngettext(
            "{n} interview", "{n} interviews", count).format(n=number(count))
        head = QHBoxLayout()
        head.addWidget(parts.label(_("Themes in the comments"), "heading"))
        head.addStretch(1)
        head.addWidget(self.every)
        head.addWidget(self.none)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addStretch(1)
        foot.addWidget(parts.button(_("Close"), self.reject))
        foot.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(10)
        column.addWidget(parts.label(said, "title", wrap=True))
        column.addWidget(parts.label(
            _("The text exactly as it stands; each code is a comment on its words, in its coder’s name. "
              "Comments added to the file come back through “Comments from Word…”."), "muted", wrap=True))
        column.addLayout(head)
        column.addWidget(self.themes, 1)
        column.addWidget(self.memos)
        column.addWidget(self.legend)
        column.addWidget(self.exporter.outcome)
        column.addLayout(foot)
