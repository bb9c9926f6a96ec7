# SPDX-License-Identifier: GPL-3.0-or-later
"""Which memos leave, and in which format."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PyQt6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app import messages, parts
from app.widgets.exporting import Format, file_name
from coding import exports_elsewhere
from coding.language import N_, _
from coding.memo_shelf import KINDS, Kind

FORMATS = (
    (N_("Word document (.docx)…"), messages.WORD, "docx"),
    (N_("Markdown (.md)…"), N_("Markdown (*.md)"), "md"),
    (N_("Table (.csv)…"), messages.TABLES, "csv"),
)


def formats(kinds: tuple[Kind, ...], project: str) -> list[Format]:
    """The ways out of these kinds, Word first."""
    stem = file_name(project, _("journal") if kinds == ("journal",) else _("memos"))
    return [Format(_(title), _(files), f"{stem}.{ending}", exports_elsewhere.memos, (kinds,), what="memos")
            for title, files, ending in FORMATS]


class ExportDialog(QDialog):
    """Asks which kinds, those of ``ticked`` being chosen beforehand; ``take`` gets the way out. ``counts`` says how
    many memos of each kind there are."""

    def __init__(self, counts: Mapping[Kind, int], ticked: Collection[Kind], project: str,
                 take: Callable[[Format], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._take = take
        self.setWindowTitle(_("Memos to Word"))
        self.kinds: dict[Kind, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(9)
        column.addWidget(parts.label(_("Which memos?"), "heading"))
        for kind, title in KINDS.items():
            box = QCheckBox(_("{kind} ({count})").format(kind=_(title), count=counts.get(kind, 0)))
            box.setEnabled(counts.get(kind, 0) > 0)
            box.setChecked(box.isEnabled() and kind in ticked)
            box.toggled.connect(lambda _on: self._enable())
            self.kinds[kind] = box
            column.addWidget(box)
        self.format = QComboBox()
        self.format.setAccessibleName(_("Format"))
        for title, _files, _ending in FORMATS:
            self.format.addItem(_(title).rstrip("…"))
        column.addSpacing(6)
        column.addWidget(self.format)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        if self._ok is not None:
            self._ok.setText(_("Export"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addSpacing(6)
        column.addWidget(buttons)
        self.setMinimumWidth(340)
        self._enable()

    @property
    def chosen(self) -> tuple[Kind, ...]:
        """The kinds ticked."""
        return tuple(kind for kind, box in self.kinds.items() if box.isChecked())

    def accept(self) -> None:
        """Hand over the way out."""
        if self.chosen:
            super().accept()
            self._take(formats(self.chosen, self._project)[self.format.currentIndex()])

    def _enable(self) -> None:
        if self._ok is not None:
            self._ok.setEnabled(bool(self.chosen))
