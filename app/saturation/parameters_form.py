# SPDX-License-Identifier: GPL-3.0-or-later
"""The thresholds as a form: the verdicts follow while values move, and the project keeps those that are left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PyQt6.QtCore import QEvent, QObject, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QKeyEvent, QKeySequence
from PyQt6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app import parts
from app.widgets.steady_boxes import TenthBox, WholeBox
from coding.language import N_, _

if TYPE_CHECKING:
    from coding.saturation import Parameters

TRIED_MS, KEPT_MS = 40, 2_000
PERCENT = "\u00a0%"
NAMES = {
    "base": N_("Base: first interviews"), "run": N_("Run: interviews after it"),
    "threshold": N_("Threshold, new codes of the run"), "tail": N_("Interviews without a new code"),
    "coverage_min": N_("Coverage, at least"), "expected_max": N_("New codes expected, fewer than"),
    "few_codes": N_("Codes in a theme, at least"), "non_response_max": N_("Non-responses, at most"),
}
SHARES = ("threshold", "coverage_min", "non_response_max")  # shown in whole percents


class ParametersForm(QWidget):
    """``tried`` carries Parameters as values move; ``chosen`` those to keep, once a field is left or after a pause."""

    tried = pyqtSignal(object)
    chosen = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None, *, read_only: bool = False) -> None:
        super().__init__(parent)
        self._kept: Parameters | None = None
        self._sent: Parameters | None = None  # given to be kept, not recorded yet
        self.boxes: dict[str, WholeBox | TenthBox] = {
            "base": WholeBox(3, 12), "run": WholeBox(1, 6), "threshold": WholeBox(0, 50, PERCENT),
            "tail": WholeBox(1, 12), "coverage_min": WholeBox(50, 100, PERCENT), "expected_max": TenthBox(0.1, 5.0),
            "few_codes": WholeBox(1, 20), "non_response_max": WholeBox(0, 100, PERCENT),
        }
        self._usual = parts.button(_("Usual values"), self._fill_usual, name="flat")
        self._usual.setToolTip(_("Base 4, run 2, threshold 5 % (Guest, Namey & Chen, 2020), and those of Fil rouge"))
        self._soon, self._pause = self._timer(TRIED_MS, self._try), self._timer(KEPT_MS, self.keep)
        self._lay_out()
        self.setEnabled(not read_only)

    def _timer(self, wait: int, act: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(wait)
        made.timeout.connect(act)
        return made

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for row, (key, box) in enumerate(self.boxes.items()):
            title = parts.label(_(NAMES[key]), wrap=True)
            title.setBuddy(box)
            box.setAccessibleName(_(NAMES[key]))
            box.setFixedWidth(76)
            box.setProperty("role", "compact")
            box.valueChanged.connect(lambda _value: self._moved())
            box.editingFinished.connect(self.keep)
            box.installEventFilter(self)
            grid.addWidget(title, row, 0)
            grid.addWidget(box, row, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        hint = parts.label(_("Conventions, kept with the project and printed with the result."), "faint", wrap=True)
        self._usual.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(self._usual, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(hint)

    def show_parameters(self, kept: Parameters) -> None:
        """Show the project's; values being tried, or given to be kept and not read back yet, stay."""
        if self._sent is not None and kept == self._kept:
            return
        pending = self._pending()
        self._kept, self._sent = kept, None
        if not pending:
            self._fill(kept)

    def written(self) -> Parameters:
        """The parameters as the form has them: a share that was not moved keeps its decimals."""
        assert self._kept is not None
        found: dict[str, Any] = {}
        for key, box in self.boxes.items():
            before = getattr(self._kept, key)
            shown = round(before * 100) if key in SHARES else before
            if round(box.value(), 2) != shown:
                found[key] = box.value() / 100 if key in SHARES else round(box.value(), 1)
        return replace(self._kept, **found)

    def put(self, values: Mapping[str, float]) -> None:
        """Write values in, as if they were typed: tried at once, kept after the pause."""
        for key, value in values.items():
            self.boxes[key].setValue(round(value * 100) if key in SHARES else value)  # type: ignore[arg-type]

    def keep(self) -> None:
        """Give what is written to be kept, if it is not the project's already."""
        self._pause.stop()
        if not self._pending():
            return
        self._try()
        self._sent = self.written()
        self.chosen.emit(self._sent)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Undo and redo in a box are the project's; but while values are tried, undo puts those it keeps back."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return super().eventFilter(watched, event)
        undo = event.matches(QKeySequence.StandardKey.Undo)
        if not undo and not event.matches(QKeySequence.StandardKey.Redo):
            return super().eventFilter(watched, event)
        event.setAccepted(undo and self._pending())
        if event.isAccepted():
            self._put_back()
        return True

    def _pending(self) -> bool:
        return self._kept is not None and self.written() not in (self._kept, self._sent)

    def _put_back(self) -> None:
        self._pause.stop()
        used = self._sent or self._kept
        assert used is not None
        self._fill(used)
        self._try()

    def _fill(self, used: Parameters) -> None:
        for key, box in self.boxes.items():
            value = getattr(used, key)
            box.blockSignals(True)
            box.setValue(round(value * 100) if key in SHARES else value)
            box.blockSignals(False)

    def _moved(self) -> None:
        self._soon.start()
        self._pause.start()

    def _try(self) -> None:
        self._soon.stop()
        self.tried.emit(self.written())

    def _fill_usual(self) -> None:
        from coding.saturation import Parameters

        self._fill(Parameters())
        self.keep()
