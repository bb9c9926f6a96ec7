# SPDX-License-Identifier: GPL-3.0-or-later
"""The choices that a verdict rests on, and what it would be under others.

Imports numpy: import this module where it is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PyQt6.QtCore import QTimer, pyqtSignal
from PyQt6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app import parts
from app.acts import interviews as interview_acts
from app.acts import saturation as acts
from app.desk import Desk
from app.saturation import others as reads
from app.saturation.guest_grid import GuestGrid
from app.saturation.interviews_part import InterviewsPart
from app.saturation.lines import Line
from app.saturation.order_part import OrderPart
from app.saturation.other_choices import Glance, OtherChoices
from app.saturation.others import Others
from app.saturation.parameters_form import ParametersForm
from app.saturation.reading import Reading
from app.saturation.side_page import SidePage, paragraph, titled
from app.widgets.freshness import Latest
from app.widgets.later import Later
from app.widgets.lead import lead
from coding.language import _
from coding.saturation import orders_words


class ChoicesPage(QWidget):
    """Signals: see ``app.saturation.side.SidePanel``, which hands them on. The glance stays while the rest scrolls."""

    tried = pyqtSignal(object)
    chosen = pyqtSignal(object)
    asked = pyqtSignal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._latest = Latest(desk)
        self._later = Later(self, self._read, inline=desk.tasks.inline)  # the verdicts are painted first
        self._line: Line | None = None
        self._reading: Reading | None = None
        self._reason_asked = False
        only = desk.read_only
        self.form, self.guest, self.glance = ParametersForm(read_only=only), GuestGrid(), Glance()
        self.others, self.order = OtherChoices(), OrderPart(read_only=only)
        self.interviews = InterviewsPart(read_only=only)
        self.reflexive = QCheckBox(_("Reflexive thematic analysis"))
        self.reflexive.setEnabled(not only)
        self.guest_orders = paragraph(role="muted")
        self._guest = titled(_("Guest, Namey & Chen (2020)"), self.guest, self.guest_orders)
        self._build()
        self.form.tried.connect(self.tried)
        self.form.chosen.connect(self.chosen)
        self.others.table.picked.connect(self._pick)
        self.order.asked.connect(lambda order, seed: self._ask(order=order, seed=seed))
        self.order.recorded.connect(self._record_order)
        self.interviews.tried.connect(self._try_out)
        self.interviews.left_out.connect(self._leave_out)
        self.interviews.taken_back.connect(self._take_back)
        self.reflexive.clicked.connect(lambda on: acts.set_reflexive(desk, reflexive=on))

    def _build(self) -> None:
        page = self._page = SidePage()
        explained = parts.label(
            _("Braun & Clarke reject saturation as a criterion: the finding and the report then say so."), "faint",
            wrap=True)
        for part in (
            titled(_("Thresholds"), self.form), self._guest,
            titled(_("What the verdict would be under other choices"), self.others),
            titled(_("Order of the interviews"), self.order), titled(_("Interviews counted"), self.interviews),
            titled(_("Our approach"), self.reflexive, explained),
        ):
            page.column.addWidget(part)
        page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addWidget(self.glance)
        lead(self, lambda: self.form.boxes["base"])

    def show_line(self, line: Line, reading: Reading) -> None:
        """Show the choices made, and what others would give of this line."""
        self._reading = reading
        self.form.show_parameters(reading.kept)
        self.guest.show_block(line.block)
        self._guest.setVisible(bool(line.block.curve))
        self._line = line
        self._later.ask()

    def _read(self) -> None:
        line, reading = self._line, self._reading
        if line is not None and reading is not None:
            self._latest.read(lambda session: reads.read(session, line, reading),
                              lambda others: self._show(line, reading, others))

    def settle(self) -> None:
        """Keep the values being tried."""
        self.form.keep()

    def _show(self, line: Line, reading: Reading, others: Others) -> None:
        self.glance.show_line(line, others)
        self.others.show_others(others)
        self.guest_orders.setText(orders_words(others.guest))
        self.guest_orders.setVisible(others.guest is not None)
        self.order.show_order(others.basis, reading.asked.order, reading.asked.seed, dated=others.dated)
        self.interviews.show_interviews(others.standings, reading.asked.out)
        self.reflexive.setChecked(others.is_reflexive)
        if self._reason_asked:  # below the list: once all above it has its height, it is to be seen
            self._reason_asked = False
            QTimer.singleShot(0, lambda: self._page.ensureWidgetVisible(self.interviews.keep, 0, 16))

    def _pick(self, values: Mapping[str, Any]) -> None:
        if not self._desk.read_only:
            self.form.put(values)

    def _ask(self, **changes: Any) -> None:
        if self._reading is not None:
            self.asked.emit(replace(self._reading.asked, **changes))

    def _try_out(self, out: frozenset[int] | None) -> None:
        self._reason_asked = out is not None
        self._ask(out=out)

    def _record_order(self, basis: Any) -> None:
        interview_acts.choose_order(self._desk, basis=basis)
        self._ask(order="recorded")

    def _leave_out(self, interview_id: int, title: str, reason: str) -> None:
        acts.leave_out(self._desk, interview_id=interview_id, title=title, reason=reason, **self._group())
        self._ask(out=None)

    def _take_back(self, interview_id: int, title: str) -> None:
        acts.take_back(self._desk, interview_id=interview_id, title=title, **self._group())
        self._ask(out=None)

    def _group(self) -> dict[str, Any]:
        group = self._reading.group if self._reading is not None else None
        return {"group_id": group.id if group is not None else None, "group": group.name if group is not None else ""}
