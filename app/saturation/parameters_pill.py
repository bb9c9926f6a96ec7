# SPDX-License-Identifier: GPL-3.0-or-later
"""The thresholds in force, and the small form that changes them while the verdicts follow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PyQt6.QtCore import QTimer, pyqtSignal
from PyQt6.QtWidgets import QDoubleSpinBox, QFormLayout, QMenu, QSpinBox, QVBoxLayout, QWidget, QWidgetAction

from app import parts
from app.widgets.pill import TextPill
from coding.language import _

if TYPE_CHECKING:
    from coding.saturation import Parameters


class ParametersPill(TextPill):
    """«Base 4 · séquence 2 · seuil 5 %». ``tried`` is emitted as values move, ``chosen`` once the form closes; both
    carry Parameters."""

    tried = pyqtSignal(object)
    chosen = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None, *, read_only: bool = False) -> None:
        super().__init__(parent)
        self._kept: Parameters | None = None
        self.base, self.run, self.tail, self.few_codes = _whole(3, 12), _whole(1, 6), _whole(1, 12), _whole(1, 20)
        self.threshold, self.coverage_min = _share(0, 50), _share(50, 100)
        self.expected_max = QDoubleSpinBox()
        self.expected_max.setRange(0.1, 5.0)
        self.expected_max.setDecimals(1)
        self.expected_max.setSingleStep(0.1)
        self._boxes: list[QSpinBox | QDoubleSpinBox] = [
            self.base, self.run, self.threshold, self.tail, self.coverage_min, self.expected_max, self.few_codes]
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(60)
        self._pause.timeout.connect(self._try)
        for box in self._boxes:
            box.setEnabled(not read_only)
            box.valueChanged.connect(lambda _value: self._pause.start())
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self._form())
        menu.addAction(action)
        menu.aboutToHide.connect(self._close)
        self.setMenu(menu)

    def _form(self) -> QWidget:
        whole = parts.Panel("panel")
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(8)
        for title, box in zip(_titles(), self._boxes, strict=True):
            box.setFixedWidth(88)
            form.addRow(title, box)
        column = QVBoxLayout(whole)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(form)
        hint = parts.label(_("These are conventions: they are kept with the project and printed with the result."),
                           "faint", wrap=True)
        column.addWidget(hint)
        column.addWidget(parts.button(_("Usual values"), self._usual, name="flat"))
        whole.setFixedWidth(360)
        return whole

    def show_parameters(self, used: Parameters, kept: Parameters) -> None:
        """Show those in force; ``kept`` are the project's."""
        from coding.saturation import share_words

        self._kept = kept
        self.say(_("Base {base} · run {run} · threshold {threshold}").format(
            base=used.base, run=used.run, threshold=share_words(used.threshold)))
        menu = self.menu()
        if menu is None or not menu.isVisible():
            self._fill(kept)

    def written(self) -> Parameters:
        """The parameters as the form has them."""
        assert self._kept is not None
        return replace(
            self._kept, base=self.base.value(), run=self.run.value(), threshold=self.threshold.value() / 100,
            tail=self.tail.value(), coverage_min=self.coverage_min.value() / 100,
            expected_max=round(self.expected_max.value(), 2), few_codes=self.few_codes.value(),
        )

    def _fill(self, used: Parameters) -> None:
        values = (used.base, used.run, round(used.threshold * 100), used.tail, round(used.coverage_min * 100),
                  used.expected_max, used.few_codes)
        for box, value in zip(self._boxes, values, strict=True):
            box.blockSignals(True)
            box.setValue(value)  # type: ignore[arg-type]
            box.blockSignals(False)

    def _try(self) -> None:
        self.tried.emit(self.written())

    def _usual(self) -> None:
        from coding.saturation import Parameters

        self._fill(Parameters())
        self._pause.start()

    def _close(self) -> None:
        self._pause.stop()
        if self._kept is not None and self.written() != self._kept:
            self.chosen.emit(self.written())


def _titles() -> list[str]:
    return [
        _("Base: first interviews"), _("Run: interviews after it"), _("Threshold, new codes of the run"),
        _("Interviews without a new code"), _("Coverage, at least"), _("New codes expected, fewer than"),
        _("Codes in a theme, at least"),
    ]


def _whole(least: int, most: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(least, most)
    return made


def _share(least: int, most: int) -> QSpinBox:
    made = _whole(least, most)
    made.setSuffix("\u00a0%")
    return made
