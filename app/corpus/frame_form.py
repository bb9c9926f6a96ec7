# SPDX-License-Identifier: GPL-3.0-or-later
"""How one group was recruited, as a form, with a sentence that says as one writes what it allows to be declared."""

from __future__ import annotations

from typing import Any

from PyQt6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app import parts
from app.acts import groups as acts
from app.corpus import words
from app.desk import Desk
from coding.groups import FrameRow, GroupRow
from coding.language import N_, _

COUNTS = (
    ("invited", N_("Invited")), ("reached", N_("Reached")), ("refused", N_("Refused")), ("silent", N_("No answer")),
)
UNKNOWN = -1


class FrameForm(QWidget):
    """``show_group`` fills it; what is written becomes one act when a field is left or chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._group: GroupRow | None = None
        self._filling = False
        self.known = QComboBox()
        for value, text in words.translated(words.FRAMES).items():
            self.known.addItem(text, value)
        self.unit = QLineEdit()
        self.unit.setPlaceholderText(_("structure, person, service…"))
        self.counts = {key: self._count(_(title)) for key, title in COUNTS}
        self.justification = QPlainTextEdit()
        self.justification.setTabChangesFocus(True)
        self.justification.setFixedHeight(96)
        self.justification.setPlaceholderText(
            _("Who is missing, why, and in what they may differ from those you met."))
        self.outlook = parts.label(wrap=True)
        self._notice = parts.Panel("notice-ok")
        inside = QVBoxLayout(self._notice)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(self.outlook)
        self._lay_out()
        self.known.activated.connect(lambda _index: self.keep())
        self.unit.editingFinished.connect(self.keep)
        for box in self.counts.values():
            box.editingFinished.connect(self.keep)
            box.valueChanged.connect(lambda _value: self._say_outlook())
        self.justification.textChanged.connect(self._say_outlook)
        self.known.currentIndexChanged.connect(lambda _index: self._say_outlook())

    def _count(self, name: str) -> QSpinBox:
        box = QSpinBox()
        box.setRange(UNKNOWN, 99_999)
        box.setSpecialValueText("–")
        box.setFixedWidth(92)
        box.setAccessibleName(name)
        return box

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(_("Is it known who was invited?"), self.known)
        form.addRow(_("What was invited"), self.unit)
        row = QHBoxLayout()
        row.setSpacing(14)
        for key, title in COUNTS:
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(parts.label(_(title), "faint"))
            column.addWidget(self.counts[key])
            row.addLayout(column)
        row.addStretch(1)
        form.addRow(_("How many"), row)
        form.addRow(_("Justification"), self.justification)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addLayout(form)
        whole.addWidget(self._notice)

    def show_group(self, group: GroupRow) -> None:
        """Show a group's sampling frame; what was being written about another is kept first."""
        if self._group is not None and self._group.id != group.id:
            self.keep()
        self._group = group
        frame = group.frame or FrameRow("", "no", None, None, None, None, "")
        self._filling = True
        self.known.setCurrentIndex(self.known.findData(frame.frame_known))
        if self.unit.text() != frame.unit:
            self.unit.setText(frame.unit)
        for key, box in self.counts.items():
            value = getattr(frame, key)
            box.setValue(UNKNOWN if value is None else value)
        if parts.written(self.justification) != frame.justification:
            self.justification.setPlainText(frame.justification)
        self.setEnabled(not self._desk.read_only)
        self._filling = False
        self._say_outlook()

    def forget(self) -> None:
        """The group shown is gone: nothing more is recorded for it."""
        self._group = None

    def written(self) -> dict[str, Any]:
        """The fields as they stand."""
        counts = {key: None if box.value() == UNKNOWN else box.value() for key, box in self.counts.items()}
        return {"frame_known": self.known.currentData(), "unit": self.unit.text().strip(), **counts,
                "justification": parts.written(self.justification).strip()}

    def keep(self) -> None:
        """Record what was written, if it differs from what is recorded."""
        if self._group is None or self._filling or self._desk.read_only:
            return
        frame = self._group.frame or FrameRow("", "no", None, None, None, None, "")
        changed = {key: value for key, value in self.written().items() if value != getattr(frame, key)}
        if changed:
            acts.set_frame(self._desk, group_id=self._group.id, name=self._group.name, **changed)

    def _say_outlook(self) -> None:
        if self._group is None or self._filling:
            return
        from coding.frames import outlook  # numpy costs 100 ms: not before a group is shown

        may, said = outlook(FrameRow(**self.written()), interviews=self._group.interviews)
        parts.role(self._notice, "notice-ok" if may else "notice-bad")
        self.outlook.setText(said)
