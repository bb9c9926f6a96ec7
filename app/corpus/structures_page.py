# SPDX-License-Identifier: GPL-3.0-or-later
"""The structures: which interviews speak for each, and how many configurations that makes."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, Qt
from PyQt6.QtWidgets import QVBoxLayout, QWidget

from app import messages, parts
from app.corpus.columns import Column
from app.corpus.sheet_model import SheetModel
from app.corpus.sheet_page import SheetPart
from app.desk import Desk
from app.settings import Settings
from app.widgets.lead import lead
from coding import units
from coding.codebook import clean_name
from coding.fold import fold
from coding.interviews import InterviewRow
from coding.language import _, number
from coding.units import UnitRow

NAME = "corpus.structures"


class StructuresModel(SheetModel):
    """One row for each unit; a name that another one has makes them one, once confirmed."""

    target = "unit"
    rows: list[UnitRow]

    def load(self) -> None:
        """Read the units again."""
        self.take(self.desk.read_now(units.listed), _columns())

    def setData(self, index: QModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        name = clean_name(str(value))
        here = self.rows[index.row()]
        same = next((row for row in self.every if row.name == name and row.id != here.id), None)
        if index.column() == 0 and same is not None and not messages.confirm(
            None, _("Make “{one}” and “{other}” one structure?").format(one=here.name, other=same.name),
            _("The interviews that speak for either will speak for “{other}”.").format(other=same.name),
            yes=_("Make one"),
        ):
            return False
        return super().setData(index, value, role)


class StructuresPage(parts.Panel):
    """``count`` says the figures of the whole corpus above the table."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self.model = StructuresModel(desk, self)
        self.model.load()
        self.sheet = SheetPart(NAME, _("Structures"), self.model, desk, settings, own=False)
        self.table = self.sheet.table
        self.sheet.stretch()
        self.figures = parts.label("", "heading")
        self.figures.setContentsMargins(14, 12, 14, 0)
        hint = parts.label(_("A configuration is one interview speaking for one structure: an interview may speak for "
                             "several, and a structure be met in several. Write them in the column “Speaks for” of the "
                             "interviews."), "hint", wrap=True)
        hint.setContentsMargins(14, 4, 14, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.figures, hint):
            column.addWidget(widget)
        column.addWidget(self.sheet, 1)
        lead(self, lambda: self.table)

    def count(self, interviews: list[InterviewRow]) -> None:
        """Read the units again, and count those of these interviews."""
        self.model.load()
        self.figures.setText(units.tally(row.units for row in interviews).say())


def _columns() -> list[Column]:
    def titles(row: UnitRow) -> str:
        return " ; ".join(title for _key, title in row.interviews)

    return [
        Column("name", _("Structure"), 280, lambda row: row.name, lambda row: fold(row.name), "name"),
        Column("count", _("Interviews"), 100, lambda row: number(len(row.interviews)),
               lambda row: len(row.interviews), to_the_right=True, copied=lambda row: str(len(row.interviews))),
        Column("interviews", _("Who speaks for it"), 520, titles, lambda row: fold(titles(row)) or None, "interviews",
               between=";", tip=_("Interviews separated by semicolons.")),
    ]
