# SPDX-License-Identifier: GPL-3.0-or-later
"""The finding of a theme in words, its limits, and the groups that are refused."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app import parts, theme
from app.acts import saturation as acts
from app.desk import Desk
from app.saturation.frame_ask import WRITTEN, FrameAsk, GroupAsk
from app.saturation.frame_dialog import FrameDialog
from app.saturation.lines import Line, Refusal
from app.saturation.nuances_lately import NuancesLately
from app.saturation.side_page import SidePage, paragraph, titled
from app.widgets.kept_text import KeptText
from app.widgets.notice import Notice
from coding import conventions
from coding.groups import GroupRow
from coding.language import _, ngettext

if TYPE_CHECKING:
    from app.saturation.reading import Reading


class FindingPage(SidePage):
    """What may be said of a line, why, with which limits, and what is missing to say more. ``asked``: see
    ``app.saturation.side.SidePanel``."""

    asked = pyqtSignal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme_id: int | None = None
        self._reading: Reading | None = None
        self._cards: list[QWidget] = []
        self.frame, self.group = FrameAsk(desk), GroupAsk(desk)
        self.group.chosen.connect(self._read_group)
        self.text = paragraph(Qt.TextFormat.RichText)
        self.text.setFont(theme.reading_font(16))
        self.figures = paragraph(Qt.TextFormat.RichText, "muted")
        self.reservation = KeptText(
            _("Reservation"), _("What you hold back on this theme: it then stays a partial redundancy"))
        self.reservation.setReadOnly(desk.read_only)
        self.reservation.setFixedHeight(84)
        self.reservation.kept.connect(self._keep)
        self._reserved = titled(_("Reservation"), self.reservation)
        self._general = paragraph(Qt.TextFormat.PlainText, "faint")
        self.nuances = NuancesLately(desk)
        for part in (self.frame, self.group, self.text, self.nuances, self.figures, self._reserved, self._general):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_line(self, line: Line, reading: Reading) -> None:
        """Say what was found of a theme, or of the whole group."""
        from coding.saturation import general_limits

        self.reservation.keep()
        self._theme_id, self._reading = line.theme_id, reading
        self.nuances.show_line(line, reading)
        self._drop_cards()
        refused = line.tone == "refused"
        self.text.setVisible(not refused)
        said = f"<b>{escape(line.name)}.</b> {escape(line.finding.text)}"
        self.text.setText(f'<p style="line-height: 118%; margin: 0">{said}</p>')
        self.figures.setText(f'<p style="line-height: 130%; margin: 0">{escape(line.finding.figures)}</p>')
        missing = refused and not self._desk.read_only and WRITTEN.issuperset(
            ground.code for ground in line.block.verdict.grounds)
        self.frame.show_group(reading.group if missing else None, reading)
        self.group.show_reading(reading)
        for place, card in enumerate(self._first(line, reading, asked=missing)):
            self._add_card(place, card)
        place = self.column.indexOf(self.figures) + 1
        for card in self._around(line, reading):
            self._add_card(place, card)
            place += 1
        self._reserved.setVisible(line.theme_id is not None)
        self.reservation.show_text(line.reservation)
        self._general.setText(" ".join(general_limits()))

    def _first(self, line: Line, reading: Reading, *, asked: bool) -> list[QWidget]:
        """What comes before all else: an approach that rejects the criterion, a refusal and why."""
        cards: list[QWidget] = []
        if self._desk.read_now(conventions.is_reflexive):
            cards.append(Notice(_("Reflexive thematic analysis."), reflexive_words(), "warn"))
        if line.tone == "refused" and reading.group is None:
            cards.append(Notice(f"{line.status}.", [corpus_words()], "bad"))
        elif line.tone == "refused" and asked:
            cards.append(Notice(f"{line.status}.", [line.finding.text], "bad"))
        elif line.tone == "refused" and reading.group is not None:
            cards.append(self._refusal(Refusal(reading.group, line.status, line.finding.text)))
        return cards

    def _around(self, line: Line, reading: Reading) -> list[QWidget]:
        """The limits, the same test by unit, and the other groups that are refused."""
        cards: list[QWidget] = []
        limits = line.finding.limits
        if limits:
            cards.append(Notice(ngettext("Limit to mention.", "Limits to mention.", len(limits)), limits, "warn"))
        unit = _by_unit(line, reading)
        if unit and line.tone != "refused":
            cards.append(Notice(_("Counted by unit."), [unit], "warn"))
        if reading.group is not None and line.tone != "refused" and not self._desk.read_only:
            cards.append(self._button(reading.group))
        return cards + [self._refusal(refusal) for refusal in reading.refusals]

    def _refusal(self, refusal: Refusal) -> QWidget:
        """A refused group, its reason, and the way to record what is missing."""
        lead = _("Group “{group}” ({count}).").format(group=refusal.group.name, count=refusal.group.interviews)
        notice = Notice(lead, [f"{refusal.status}. {refusal.text}"], "bad")
        if self._desk.read_only:
            return notice
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(notice)
        column.addWidget(self._button(refusal.group), 0, Qt.AlignmentFlag.AlignLeft)
        return whole

    def _button(self, group: GroupRow) -> QWidget:
        title = _("Recruitment of the group…") if group.frame else _("Record the recruitment…")
        made = parts.button(title, lambda: self._record(group), name="flat", icon="people")
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return made

    def _read_group(self, group_id: int) -> None:
        if self._reading is not None:
            self.asked.emit(replace(self._reading.asked, group=group_id, order="recorded", out=None))

    def _record(self, group: GroupRow) -> None:
        FrameDialog(self._desk, group, self.window()).open()

    def settle(self) -> None:
        """Keep what is being written."""
        self.reservation.keep()
        self.frame.form.keep()

    def _keep(self, text: str) -> None:
        if self._theme_id is not None:
            acts.set_reservation(self._desk, theme_id=self._theme_id, text=text)

    def _add_card(self, place: int, card: QWidget) -> None:
        self.column.insertWidget(place, card)
        self._cards.append(card)

    def _drop_cards(self) -> None:
        for card in self._cards:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []


def corpus_words() -> str:
    """Why saturation is not declared for all interviews together."""
    return _("A recruitment is recorded for a group (who was invited, met, refused, stayed silent), not for the whole "
             "corpus. The figures stay visible, but the word saturation is not used.")


def reflexive_words() -> list[str]:
    """What reflexive thematic analysis holds of saturation, and what it discusses instead."""
    return [
        _("Braun & Clarke (2021) reject saturation as a criterion here: meaning is made by interpretation, it does not "
          "run out in the data. The figures remain as a description and decide nothing."),
        _("To discuss instead: information power, that is, how narrow the aim is, how specific the sample, how strong "
          "the theory and the dialogue, and which analysis is made (Malterud, Siersma & Guassora, 2016)."),
    ]


def _by_unit(line: Line, reading: Reading) -> str:
    """The status of the same theme when units stand for interviews; empty where a limit says that it is less."""
    from coding.saturation import status_label

    units = reading.analysis.by_unit
    if units is None or any(limit.code == "less_by_unit" for limit in line.block.verdict.limits):
        return ""
    blocks = {block.theme: block for block in (units.overall, *units.themes)}
    block = blocks[line.block.theme]
    counted = ngettext("{n} unit", "{n} units", block.interviews).format(n=block.interviews)
    return f"{counted} – {status_label(block.verdict.status)}."
