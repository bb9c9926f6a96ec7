# SPDX-License-Identifier: GPL-3.0-or-later
"""What was read in the chosen files, to be looked at and corrected before anything goes into the project."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QSize, Qt
from PyQt6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import icons, parts
from app.corpus.import_file import FilePage
from coding.arrivals import Correction, Incoming
from coding.comparing import Compared
from coding.intake.batch import Refusal
from coding.language import _, ngettext


class ImportDialog(QDialog):
    """``chosen`` are the transcripts to take, as corrected; ``group`` the group the new ones join, None for none."""

    def __init__(self, found: Sequence[Compared], groups: Sequence[str],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import transcripts"))
        self.files = QListWidget()
        self.files.setProperty("role", "panel")
        self.pages = QStackedWidget()
        for one in found:
            self._add(one)
        self.files.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.files.itemChanged.connect(lambda _item: self._count())
        self.group_box = QComboBox()
        self.group_box.setEditable(True)
        self.group_box.addItems(["", *groups])
        self.group_box.setMinimumWidth(340)
        line = self.group_box.lineEdit()
        if line is not None:
            line.setPlaceholderText(_("None, or the name of a new group"))
        self.take = parts.button("", self.accept, name="primary")
        self.take.setDefault(True)
        self._lay_out(sum(isinstance(one.outcome, Refusal) for one in found))
        self.files.setCurrentRow(0)
        self.resize(980, 620)
        self._count()

    def _add(self, one: Compared) -> None:
        outcome = one.outcome
        name = outcome.path.name if isinstance(outcome, Refusal) else outcome.file_name
        item = QListWidgetItem(name)
        item.setToolTip(name)
        item.setSizeHint(QSize(0, 36))  # the style forgets the box to tick when it measures a row
        if isinstance(outcome, Refusal):
            item.setIcon(icons.icon("warning", "bad"))
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        else:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if one.there else Qt.CheckState.Checked)
            if outcome.warnings or one.there or one.likeness is not None:
                item.setIcon(icons.icon("warning", "warn"))
        self.files.addItem(item)
        page = FilePage(one)
        page.changed.connect(self._count)
        self.pages.addWidget(page)

    def _lay_out(self, refused: int) -> None:
        self.files.setFixedWidth(280)
        body = QHBoxLayout()
        body.setSpacing(0)
        left = parts.Panel("panel")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.files)
        body.addWidget(left)
        page = parts.Panel("page")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.pages)
        body.addWidget(page, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 12)
        foot.setSpacing(10)
        foot.addWidget(parts.label(_("Group")))
        foot.addWidget(self.group_box)
        foot.addStretch(1)
        if refused:
            foot.addWidget(parts.label(
                ngettext("{n} file left out", "{n} files left out", refused).format(n=refused), "bad"))
        foot.addWidget(parts.button(_("Cancel"), self.reject))
        foot.addWidget(self.take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addLayout(foot)

    @property
    def chosen(self) -> list[Incoming]:
        """The ticked transcripts, as corrected."""
        found = []
        for row in range(self.files.count()):
            page, item = self.pages.widget(row), self.files.item(row)
            if isinstance(page, FilePage) and item is not None and item.checkState() == Qt.CheckState.Checked:
                incoming = page.incoming
                if incoming is not None:
                    found.append(incoming)
        return found

    @property
    def group(self) -> str | None:
        """The group they join."""
        return self.group_box.currentText().strip() or None

    def _count(self) -> None:
        count = len(self.chosen)
        replacing = sum(isinstance(one, Correction) for one in self.chosen)
        if count and replacing == count:
            words = ngettext("Replace {n} transcript", "Replace {n} transcripts", count)
        elif replacing:
            words = _("Import or replace {n} transcripts")
        else:
            words = ngettext("Import {n} interview", "Import {n} interviews", count)
        self.take.setText(words.format(n=count))
        self.take.setEnabled(count > 0)
