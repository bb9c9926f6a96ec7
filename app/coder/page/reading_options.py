# SPDX-License-Identifier: GPL-3.0-or-later
"""The window «Aa»: how the page looks. Each choice shows at once on the page, and is remembered."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PyQt6.QtCore import QPoint, QSignalBlocker, Qt
from PyQt6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app import fonts, parts
from app.coder.page.look import NAMES, SIZES, WIDTHS, Look, families
from app.settings import Settings
from coding.language import N_, _, pgettext

CHOICES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "spacing": (("compact", N_("Compact")), ("comfortable", N_("Comfortable")), ("wide", N_("Wide"))),
    "gap": (("close", N_("Tight")), ("usual", N_("Usual")), ("wide", N_("Wide"))),
    "speakers": (("always", N_("Always")), ("changes", N_("When they change")), ("never", N_("Never"))),
    "interviewer": (("plain", N_("Like the others")), ("muted", N_("Paler")), ("smaller", N_("Smaller"))),
}


class ReadingOptions(QFrame):
    """Writes the settings ``reading_…``; whoever shows the page follows those."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._settings = settings
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("How the page looks"))
        self.font_choice = QComboBox()
        self.size_field = self._number("size", SIZES, _("{n} pixels"))
        self.width_field = self._number("width", WIDTHS, _("{n} letters"))
        self.numbers = self._tick("numbers", _("Turn numbers"))
        self.times = self._tick("times", _("Times"))
        self.segments = {name: Segments(choices) for name, choices in CHOICES.items()}
        for name, segments in self.segments.items():
            segments.group.idClicked.connect(partial(self._choose, name))
        self._list_fonts()
        self._build()
        self._show()
        settings.changed.connect(self._follow)

    def open_below(self, widget: QWidget) -> None:
        """Open under what was clicked, its right edge kept on the screen."""
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height() + 4))
        screen = widget.screen()
        least = screen.availableGeometry().left() + 8 if screen is not None else 0
        self.move(max(least, corner.x()), corner.y())
        self.show()
        self.font_choice.setFocus()

    def usual(self) -> None:
        """Put everything back as it was at first."""
        usual = Look()
        with QSignalBlocker(self._settings):
            for name in NAMES:
                setattr(self._settings, f"reading_{name}", getattr(usual, name))
        self._settings.changed.emit("reading_size")

    def _follow(self, name: str) -> None:
        if name.startswith("reading_"):
            self._show()

    def _show(self) -> None:
        """Show what is remembered; nothing is written."""
        look = Look.of(self._settings)
        fields: tuple[QWidget, ...] = (self.font_choice, self.size_field, self.width_field, self.numbers, self.times)
        blockers = [QSignalBlocker(field) for field in fields]
        self.font_choice.setCurrentIndex(max(0, self.font_choice.findData(look.font)))
        self.size_field.setValue(look.size)
        self.width_field.setValue(look.width)
        self.numbers.setChecked(look.numbers)
        self.times.setChecked(look.times)
        for name, segments in self.segments.items():
            segments.pick([value for value, _title in CHOICES[name]].index(getattr(look, name)))
        del blockers

    def _keep(self, name: str, value: Any) -> None:
        setattr(self._settings, f"reading_{name}", value)

    def _choose(self, name: str, place: int) -> None:
        self._keep(name, CHOICES[name][place][0])

    def _list_fonts(self) -> None:
        for family in families():
            self.font_choice.addItem(family, "" if family == fonts.READING_FAMILY else family)
        self.font_choice.currentIndexChanged.connect(
            lambda place: self._keep("font", self.font_choice.itemData(place)))

    def _number(self, name: str, bounds: tuple[int, int], frame: str) -> QSpinBox:
        made = QSpinBox()
        made.setRange(*bounds)
        before, after = frame.split("{n}")
        made.setPrefix(before)
        made.setSuffix(after)
        made.setKeyboardTracking(False)
        made.valueChanged.connect(partial(self._keep, name))
        return made

    def _tick(self, name: str, title: str) -> QCheckBox:
        made = QCheckBox(title)
        made.toggled.connect(partial(self._keep, name))
        return made

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(9)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("Letters"), self.font_choice), (_("Size"), self.size_field), (_("Length of lines"), self.width_field),
            (pgettext("space", "Between lines"), self.segments["spacing"]),
            (pgettext("space", "Between turns"), self.segments["gap"]),
            (_("Who speaks"), self.segments["speakers"]), (_("Interviewer"), self.segments["interviewer"]),
        )
        for title, widget in rows:
            caption = parts.label(title, "muted")
            caption.setBuddy(widget)
            widget.setAccessibleName(title)
            form.addRow(caption, widget)
        ticks = QHBoxLayout()
        ticks.setSpacing(18)
        ticks.addWidget(self.numbers)
        ticks.addWidget(self.times)
        ticks.addStretch(1)
        form.addRow(parts.label(_("Shown"), "muted"), ticks)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.reset = parts.button(_("Usual values"), self.usual, name="flat")
        foot.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 10)
        column.setSpacing(10)
        column.addLayout(form)
        column.addLayout(foot)


class Segments(QWidget):
    """A few choices side by side, of which one holds; arrows go from one to the next."""

    def __init__(self, choices: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (_value, title) in enumerate(choices):
            button = QPushButton(_(title))
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("role", "segment")
            button.setProperty("last", place == len(choices) - 1)
            self.group.addButton(button, place)
            row.addWidget(button, 1)

    def pick(self, place: int) -> None:
        """Show that this one holds, without saying so."""
        button = self.group.button(place)
        if button is not None:
            button.setChecked(True)
            self.setFocusProxy(button)
