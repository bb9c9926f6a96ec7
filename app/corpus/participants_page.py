# SPDX-License-Identifier: GPL-3.0-or-later
"""Every participant: the interviews they are in, the roles their quotes are attributed to, their attributes, and a memo
on each."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QVBoxLayout, QWidget

from app import parts
from app.acts import participants as acts
from app.corpus.columns import Column, attribute
from app.corpus.sheet_model import SheetModel
from app.corpus.sheet_page import SheetPart
from app.desk import Desk
from app.memos.field import MemoField
from app.name_dialog import ask_name
from app.settings import Settings
from app.widgets.lead import lead
from coding import attributes, participants
from coding.attributes import AttributeRow
from coding.fold import fold
from coding.language import _
from coding.metadata.together import joined_roles
from coding.participants import ParticipantRow

NAME = "corpus.participants"


class ParticipantsModel(SheetModel):
    """One row for each participant."""

    target = "participant"
    rows: list[ParticipantRow]

    def load(self) -> None:
        """Read the participants and their attributes again."""
        every = self.desk.read_now(participants.listed)
        self.take(every, _columns(self.desk.read_now(lambda s: attributes.listed(s, "participant"))))


class ParticipantsPage(parts.Panel):
    """The table, under a line that says what it is for. ``withdrawal_asked``: the participant of the current row
    takes their consent back."""

    withdrawal_asked = pyqtSignal()

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._desk = desk
        self.model = ParticipantsModel(desk, self)
        self.model.load()
        self.sheet = SheetPart(NAME, _("Participants"), self.model, desk, settings)
        self.table = self.sheet.table
        self.sheet.stretch()
        add = parts.button(_("New participant…"), self.add, name="flat", icon="plus")
        add.setEnabled(not desk.read_only)
        self.sheet.add_tool(add)
        withdraw = parts.button(_("Withdraw consent…"), self.withdrawal_asked.emit, name="flat")
        withdraw.setEnabled(not desk.read_only)
        self.sheet.add_tool(withdraw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        hint = parts.label(_("A quote is attributed to its own speaker: « … » (Inès, pair aidante dans une structure "
                             "sanitaire). Renaming a participant renames them everywhere."), "hint", wrap=True)
        hint.setContentsMargins(14, 10, 14, 0)
        column.addWidget(hint)
        column.addWidget(self.sheet, 1)
        column.addWidget(self._memo_below(desk))
        lead(self, lambda: self.table)
        selection = self.table.selectionModel()
        if selection is not None:
            selection.currentRowChanged.connect(lambda *_rows: self._show_memo())
        self.model.loaded.connect(self._show_memo)
        self._show_memo()

    @property
    def selected(self) -> ParticipantRow | None:
        """The participant of the current row."""
        index = self.table.currentIndex()
        return self.model.rows[index.row()] if index.isValid() and index.row() < len(self.model.rows) else None

    def add(self) -> None:
        """Ask for the name of a participant; the interviews they are in are then written in their row."""
        ask_name(self, _("New participant"), lambda name: acts.add(
            self._desk, name=name, then=lambda change: self.sheet.pick(change.result, "interviews")))

    def settle(self) -> None:
        """Keep what is being written."""
        self.memo.keep()

    def _memo_below(self, desk: Desk) -> QWidget:
        self.memo = MemoField(desk, target="participant_id", title=_("Memo on the participant"),
                              hint=_("How we met, what links us, what to keep in mind when reading…"))
        self.memo.text.setFixedHeight(80)
        below = parts.Panel("panel")
        column = QVBoxLayout(below)
        column.setContentsMargins(14, 10, 14, 14)
        column.addWidget(self.memo)
        return below

    def _show_memo(self) -> None:
        row = self.selected
        self.memo.show_of(row.id if row else None, row.name if row else "")


def _columns(own: Sequence[AttributeRow]) -> list[Column]:
    def titles(row: ParticipantRow) -> str:
        return " ; ".join(part.title for part in row.parts)

    def roles(row: ParticipantRow) -> str:
        return joined_roles([part.role for part in row.parts])

    return [
        Column("name", _("Participant"), 170, lambda row: row.name, lambda row: fold(row.name), "name"),
        Column("interviews", _("Interviews"), 190, titles, lambda row: fold(titles(row)) or None, "interviews",
               between=";", tip=_("Several interviews are separated by semicolons.")),
        Column("roles", _("Role printed after quotes"), 380, roles, lambda row: fold(roles(row)) or None, "roles",
               tip=_("Where there are several interviews: one role each, in the same order, with “ + ” between.")),
        *map(attribute, own),
    ]
