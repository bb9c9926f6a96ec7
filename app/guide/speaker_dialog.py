# SPDX-License-Identifier: GPL-3.0-or-later
"""Coding all that one participant says, in one act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PyQt6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from app import parts
from app.desk import Desk
from app.guide.code_field import CodeField
from app.guide.interview_ticks import InterviewTicks
from app.widgets.words import interviews_counted, joined
from coding import interviews, speakers
from coding.interviews import InterviewRow
from coding.language import _, ngettext, number

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class Person:
    """A participant (or, where none is linked, one voice of one interview) and how many turns they have in each
    interview."""

    name: str
    participant_id: int | None
    speaker_id: int | None
    turns: dict[int, int]


def people(session: Session, rows: list[InterviewRow]) -> list[Person]:
    """Everybody who speaks, participants first, those who ask last."""
    known: dict[int, Person] = {}
    alone: list[tuple[bool, Person]] = []
    for row in rows:
        for voice in speakers.speakers(session, row.id):
            if voice.participant_id is not None:
                person = known.setdefault(voice.participant_id, Person(
                    voice.participant or voice.label, voice.participant_id, None, {}))
                person.turns[row.id] = person.turns.get(row.id, 0) + voice.turns
            elif voice.turns:
                name = f"{voice.label} ({row.title})"
                alone.append((voice.is_interviewer, Person(name, None, voice.id, {row.id: voice.turns})))
    return [*known.values(), *(person for _asks, person in sorted(alone, key=lambda each: each[0]))]


class SpeakerDialog(QDialog):
    """``person``, ``code.choice`` and ``chosen`` (interviews) are what the act takes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Code what a participant says"))
        self._rows = desk.read_now(interviews.interviews)
        self._people = desk.read_now(lambda session: people(session, self._rows))
        self.people = QComboBox()
        self.people.setAccessibleName(_("Participant"))
        self.people.addItems([person.name for person in self._people])
        self.code = CodeField(desk.codebook)
        self._ticks = QVBoxLayout()
        self.ticks = InterviewTicks((), ())
        self.count = parts.label("", "muted", wrap=True)
        self.take = parts.button(_("Code these turns"), self.accept, name="primary")
        self.take.setDefault(True)
        self._lay_out()
        self.people.currentIndexChanged.connect(lambda _place: self._turn())
        self.code.changed.connect(self._say)
        self.resize(480, 560)
        self._turn()

    @property
    def person(self) -> Person | None:
        """Who is coded."""
        place = self.people.currentIndex()
        return self._people[place] if 0 <= place < len(self._people) else None

    @property
    def chosen(self) -> list[int]:
        """The interviews in which they are."""
        return self.ticks.ticked

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(6)
        for caption, widget in ((_("Participant"), self.people), (_("Code to give"), self.code)):
            column.addWidget(parts.label(caption, "faint"))
            column.addWidget(widget)
        column.addWidget(parts.label(_("In these interviews"), "faint"))
        column.addLayout(self._ticks, 1)
        column.addSpacing(6)
        column.addLayout(parts.dialog_foot(self, self.count, self.take))

    def _turn(self) -> None:
        """Another participant: the interviews in which they speak."""
        person = self.person
        spoken = person.turns if person is not None else {}
        self._ticks.removeWidget(self.ticks)
        self.ticks.deleteLater()
        self.ticks = InterviewTicks([row for row in self._rows if row.id in spoken], spoken)
        self.ticks.list.itemChanged.connect(lambda _item: self._say())
        self._ticks.addWidget(self.ticks)
        self._say()

    def _say(self) -> None:
        person, chosen = self.person, self.chosen
        turns = sum(person.turns[key] for key in chosen) if person is not None else 0
        self.count.setText(joined(ngettext("{n} passage, a turn each", "{n} passages, a turn each", turns).format(
            n=number(turns)), interviews_counted(len(chosen))))
        self.take.setEnabled(bool(turns) and self.code.choice is not None)
