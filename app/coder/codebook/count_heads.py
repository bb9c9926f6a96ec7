# SPDX-License-Identifier: GPL-3.0-or-later
"""What the figures of the tree count, as two small pictures above their columns."""

from __future__ import annotations

from PyQt6.QtCore import QRectF
from PyQt6.QtGui import QPainter, QPaintEvent
from PyQt6.QtWidgets import QSizePolicy, QWidget

from app import icons
from app.coder.codebook.code_delegate import Columns
from app.coder.codebook.codebook_tree import CodebookTree
from coding.language import _

SIZE = 14


class CountHeads(QWidget):
    """Drawn where the figures of ``tree`` stand; the tree's own tooltips say the same in words."""

    def __init__(self, tree: CodebookTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = tree
        self.setFixedHeight(SIZE + 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(_("Passages, then interviews"))
        self.setAccessibleName(self.toolTip())

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Draw the pictures."""
        view, model = self._tree.viewport(), self._tree.codebook_model
        if view is None or model.widest[0] == 0:
            return
        left = self.mapFromGlobal(view.mapToGlobal(view.rect().topLeft())).x()
        columns = Columns.of(model, left, view.width())
        painter = QPainter(self)
        for right, name in ((columns.passages, "quotes"), (columns.interviews, "person")):
            if right is not None and right - SIZE > 0:
                icons.icon(name, "faint").paint(painter, QRectF(right - SIZE + 2, 2, SIZE, SIZE).toRect())
        painter.end()
