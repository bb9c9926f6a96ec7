# SPDX-License-Identifier: GPL-3.0-or-later
"""At the right of the interviews: who speaks in the one selected, who each voice is, under which role; its memo."""

from __future__ import annotations

from functools import partial

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app import parts
from app.acts import interviews as acts
from app.desk import Desk
from app.memos.field import MemoField
from coding.interviews import InterviewRow, Role
from coding.language import _, ngettext
from coding.speakers import SpeakerRow, speakers


class PeoplePanel(parts.Panel):
    """``show_interview`` fills it; each change is an act at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._desk = desk
        self._row: InterviewRow | None = None
        self.header = parts.Header("", small=True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._area, 1)
        column.addWidget(self._memo_below())
        self.setMinimumWidth(260)
        self.show_interview(None, [])

    def _memo_below(self) -> QWidget:
        hint = _("What strikes you in it, how it went, what to come back to…")
        self.memo = MemoField(self._desk, target="interview_id", title=_("Memo on the interview"), hint=hint)
        self.memo.text.setFixedHeight(110)
        self._below = parts.Panel("panel")
        column = QVBoxLayout(self._below)
        column.setContentsMargins(14, 4, 14, 14)
        column.addWidget(self.memo)
        return self._below

    def settle(self) -> None:
        """Keep what is being written."""
        self.memo.keep()

    def show_interview(self, row: InterviewRow | None, known: list[str]) -> None:
        """Show the people of an interview; ``known`` are the names of every participant of the project."""
        self._show_memo(row)
        self._row = row
        at = self.focusWidget()
        field = at.objectName() if at is not None and at.hasFocus() else ""
        self.header.title.setText(row.title if row else _("Who speaks"))
        inside = parts.Panel("panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(8)
        if row is None:
            column.addWidget(parts.label(_("Select an interview to see who speaks in it."), "hint", wrap=True))
        else:
            self._fill(column, row, known)
        column.addStretch(1)
        old = self._area.takeWidget()
        self._area.setWidget(inside)
        if old is not None:
            old.deleteLater()  # it may be the one whose signal brought us here
        again = inside.findChild(QWidget, field) if field else None
        if again is not None:
            again.setFocus()

    def _show_memo(self, row: InterviewRow | None) -> None:
        self._below.setVisible(row is not None)
        self.memo.show_of(row.id if row else None, row.title if row else "")

    def _fill(self, column: QVBoxLayout, row: InterviewRow, known: list[str]) -> None:
        voices = self._desk.read_now(lambda s: speakers(s, row.id))
        column.addWidget(parts.label(_("Voices in the transcript"), "heading"))
        for voice in voices:
            column.addWidget(self._voice(row, voice, voices, known))
        if not voices:
            column.addWidget(parts.label(_("No speaker was recognised."), "hint", wrap=True))
        column.addSpacing(12)
        column.addWidget(parts.label(_("Participants"), "heading"))
        column.addWidget(parts.label(_("The role is printed after each quote, as in “Inès, peer worker in a health "
                                       "service”."), "faint", wrap=True))
        for role in row.participants:
            column.addWidget(self._participant(row, role))

    def _voice(self, row: InterviewRow, voice: SpeakerRow, voices: list[SpeakerRow], known: list[str]) -> QWidget:
        card = parts.Panel("card")
        grid = QGridLayout(card)
        grid.setContentsMargins(10, 8, 10, 8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.addWidget(parts.Elided(voice.label, "heading"), 0, 0)
        turns = ngettext("{n} turn", "{n} turns", voice.turns).format(n=voice.turns)
        grid.addWidget(parts.label(turns, "faint"), 0, 1)
        asks = QCheckBox(_("asks the questions"))
        asks.setObjectName(f"asks {voice.id}")
        asks.setChecked(voice.is_interviewer)
        asks.setEnabled(not self._desk.read_only)
        asks.toggled.connect(partial(self._set_asking, row, voice, voices))
        grid.addWidget(asks, 1, 0, 1, 2)
        if not voice.is_interviewer:
            grid.addWidget(self._who(voice, known), 2, 0, 1, 2)
        return card

    def _who(self, voice: SpeakerRow, known: list[str]) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"who {voice.id}")
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setEnabled(not self._desk.read_only)
        box.setAccessibleName(_("Participant who speaks as “{label}”").format(label=voice.label))
        box.addItems(["", *known])
        box.setCurrentText(voice.participant or "")
        line = box.lineEdit()
        if line is not None:
            line.setPlaceholderText(_("Which participant?"))
            line.editingFinished.connect(lambda: self._link(voice, box.currentText()))
        box.activated.connect(lambda _index: self._link(voice, box.currentText()))
        return box

    def _participant(self, row: InterviewRow, role: Role) -> QWidget:
        card = parts.Panel("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 8, 10, 10)
        column.addWidget(parts.Elided(role.name, "heading"))
        line = QLineEdit(role.role)
        line.setObjectName(f"role {role.participant_id}")
        line.setReadOnly(self._desk.read_only)
        line.setPlaceholderText(_("Role, such as: peer worker in a health service"))
        line.setAccessibleName(_("Role of {name}").format(name=role.name))
        line.setCursorPosition(0)
        line.editingFinished.connect(lambda: self._set_role(row, role, line.text()))
        column.addWidget(line)
        return card

    def _set_asking(self, row: InterviewRow, voice: SpeakerRow, voices: list[SpeakerRow], asks: bool) -> None:
        labels = [v.label for v in voices if (asks if v.id == voice.id else v.is_interviewer)]
        acts.set_interviewers(self._desk, interview_id=row.id, title=row.title, labels=labels)

    def _link(self, voice: SpeakerRow, name: str) -> None:
        if name.strip() != (voice.participant or ""):
            acts.link_speaker(self._desk, speaker_id=voice.id, label=voice.label, participant=name)

    def _set_role(self, row: InterviewRow, role: Role, text: str) -> None:
        if text.strip() != role.role:
            acts.set_role(self._desk, interview_id=row.id, participant_id=role.participant_id, name=role.name,
                          role=text)
