# SPDX-License-Identifier: GPL-3.0-or-later
"""Line icons, drawn in the current palette's ink at the moment they are painted, so that they follow the theme."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PyQt6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PyQt6.QtSvg import QSvgRenderer

from app import theme

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"


def icon(name: str, role: str = "muted") -> QIcon:
    """The icon of resources/icons/NAME.svg, in the palette's colour of that ``role`` (a field of Palette)."""
    return QIcon(_Engine(name, role))


def application_icon() -> QIcon:
    """The red thread."""
    return QIcon(str(FOLDER / "filrouge.svg"))


@cache
def _source(name: str) -> bytes:
    return (FOLDER / f"{name}.svg").read_bytes()


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))


class _Engine(QIconEngine):
    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        colours = theme.palette()
        if mode == QIcon.Mode.Disabled:
            return QColor(colours.border)
        if self._role == "rail_ink" and (state == QIcon.State.On or mode == QIcon.Mode.Active):
            return QColor("#FFFFFF")
        colour: QColor = getattr(colours, self._role)
        return colour

    def paint(self, painter: QPainter | None, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        if painter is not None:
            _renderer(self._name, self._colour(mode, state).name()).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)
