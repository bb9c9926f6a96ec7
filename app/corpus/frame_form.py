# SPDX-License-Identifier: GPL-3.0-or-later
"""How one group was recruited, as a form, with a sentence that says as one writes what it allows to be declared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app import parts
from app.acts import groups as acts
from app.corpus import words
from app.desk import Desk
from app.widgets.steady_boxes import SteadyCombo, WholeBox
from coding.groups import FrameRow, GroupRow
from coding.language import N_, _

if TYPE_CHECKING:
    from coding.saturation import Parameters

COUNTS = (
    ("invited", N_("Invited")), ("reached", N_("Reached")), ("refused", N_("Refused")), ("silent", N_("No answer")),
)
UNKNOWN = -1


class FrameForm(QWidget):
    """``show_group`` fills it; what is written becomes one act when a field is left or chosen, or, unless ``at_once``,
    when ``keep`` is called; ``touched`` then says whether there is anything to keep. ``narrow``: for a side panel,
    titles above the fields."""

    touched = pyqtSignal(bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, narrow: bool = False, at_once: bool = True
                 ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._at_once = at_once
        self._group: GroupRow | None = None
        self._filling = False
        self._parameters: Parameters | None = None
        self.known = SteadyCombo()
        for value, text in words.translated(words.FRAMES).items():
            self.known.addItem(text, value)
        self.unit = QLineEdit()
        self.unit.textChanged.connect(lambda _text: self._say_outlook())
        self.unit.setPlaceholderText(_("structure, person, service…"))
        self.counts = {key: self._count(_(title)) for key, title in COUNTS}
        self.justification = QPlainTextEdit()
        self.justification.setTabChangesFocus(True)
        self.justification.setFixedHeight(76 if narrow else 96)
        self.justification.setPlaceholderText(
            _("Who is missing, why, and in what they may differ from those you met."))
        self.outlook = parts.label(wrap=True)
        self._notice = parts.Panel("notice-ok")
        inside = QVBoxLayout(self._notice)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(self.outlook)
        self._lay_out(narrow)
        if at_once:
            self.known.activated.connect(lambda _index: self.keep())
            self.unit.editingFinished.connect(self.keep)
        for box in self.counts.values():
            if at_once:
                box.editingFinished.connect(self.keep)
            box.valueChanged.connect(lambda _value: self._say_outlook())
        self.justification.textChanged.connect(self._say_outlook)
        self.known.currentIndexChanged.connect(lambda _index: self._say_outlook())

    def _count(self, name: str) -> WholeBox:
        box = WholeBox(UNKNOWN, 99_999)
        box.setSpecialValueText("–")
        box.setFixedWidth(92)
        box.setAccessibleName(name)
        return box

    def _lay_out(self, narrow: bool) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(6 if narrow else 12)
        if narrow:
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
            self.known.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.known.setMinimumContentsLength(12)
            self.known.currentTextChanged.connect(self.known.setToolTip)  # it may be cut
            self.known.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(_("Is it known who was invited?"), self.known)
        form.addRow(_("What was invited"), self.unit)
        form.addRow(_("How many"), self._counts(2 if narrow else len(COUNTS)))
        form.addRow(_("Justification"), self.justification)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10 if narrow else 16)
        whole.addLayout(form)
        whole.addWidget(self._notice)

    def _counts(self, across: int) -> QGridLayout:
        """The four counts, ``across`` of them on a line, each under its title."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        for place, (key, title) in enumerate(COUNTS):
            caption = parts.label(_(title), "faint")
            caption.setBuddy(self.counts[key])
            grid.addWidget(caption, 2 * (place // across), place % across)
            grid.addWidget(self.counts[key], 2 * (place // across) + 1, place % across)
        grid.setColumnStretch(across, 1)
        return grid

    def show_group(self, group: GroupRow, parameters: Parameters | None = None) -> None:
        """Show a group's sampling frame; what was being written about another is kept first, or dropped unless
        ``at_once``. What is being written about the same one stays. ``parameters``: what the frame is judged by."""
        same = self._group is not None and self._group.id == group.id
        if self._at_once and not same:
            self.keep()
        pending = same and not self._at_once and self._changed()
        self._group, self._parameters = group, parameters
        if pending:
            return
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
        changed = self._changed()
        if changed:
            acts.set_frame(self._desk, group_id=self._group.id, name=self._group.name, **changed)

    def _changed(self) -> dict[str, Any]:
        """What was written and is not recorded."""
        frame = (self._group.frame if self._group is not None else None) or FrameRow(
            "", "no", None, None, None, None, "")
        return {key: value for key, value in self.written().items() if value != getattr(frame, key)}

    def _say_outlook(self) -> None:
        if self._group is None or self._filling:
            return
        from coding.frames import outlook  # numpy costs 100 ms: not before a group is shown

        may, said = outlook(FrameRow(**self.written()), self._parameters, interviews=self._group.interviews)
        parts.role(self._notice, "notice-ok" if may else "notice-bad")
        self.outlook.setText(said)
        self.touched.emit(bool(self._changed()))
