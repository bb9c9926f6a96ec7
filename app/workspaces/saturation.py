# SPDX-License-Identifier: GPL-3.0-or-later
"""Saturation: what may be said of each theme in a group, why, and with which limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PyQt6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app import parts
from app.acts import saturation as acts
from app.desk import Desk
from app.saturation.chart_view import ChartView
from app.saturation.lines import Line
from app.saturation.parameters_pill import ParametersPill
from app.saturation.side import SidePanel
from app.saturation.table import VerdictTable
from app.settings import Settings
from app.widgets.empty import Empty
from app.widgets.exporting import Exporter, Format, export_button, file_name
from app.widgets.freshness import Freshness, Latest
from app.widgets.groups import BEGINNING, group_choices
from app.widgets.kept_splitter import KeptSplitter
from app.widgets.pill import Pill, PillRow
from app.widgets.words import interviews_counted, joined
from app.workspaces.base import Workspace
from coding import conventions
from coding import project as projects
from coding.changes import Change
from coding.language import _, number

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.saturation.reading import Asked, Reading
    from coding.saturation import Parameters

FEWEST = 2


class SaturationWorkspace(Workspace):
    """Verdicts above, the curve of one of them below, its words at the right."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._latest = Latest(desk)
        self._fresh = Freshness(self, self.reload)
        self._group: int | str | None = BEGINNING
        self._tried: Parameters | None = None
        self._asked: Asked | None = None
        self.reading: Reading | None = None
        self.table, self.chart, self.panel = VerdictTable(), ChartView(), SidePanel(desk)
        self.empty = Empty()
        self._exporter = Exporter(desk, settings, self)
        self.group_pill = Pill(_("Group: {choice}"), accent=True)
        self.parameters_pill = ParametersPill()
        self._build()
        self.group_pill.chosen.connect(self._choose_group)
        self.parameters_pill.clicked.connect(lambda: self.panel.show_page("choices"))
        self.panel.tried.connect(self._try)
        self.panel.chosen.connect(self._keep)
        self.panel.asked.connect(self._ask)
        self.table.chosen.connect(self._show_line)
        desk.changed.connect(self._follow)

    def _build(self) -> None:
        head = parts.Header(_("Saturation by theme"))
        self._pills = PillRow((self.group_pill, self.parameters_pill))
        head.add_left(self._pills)
        head.add_right(export_button(self._exporter, self._formats, self))
        self.table.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.table.setMinimumHeight(160)
        inside = QWidget()
        both = QVBoxLayout(inside)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self.table, 3)
        both.addWidget(self.chart, 2)
        self._pages = QStackedWidget()
        self._pages.addWidget(inside)
        self._pages.addWidget(self.empty)
        left = parts.Panel("page")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._pages, 1)
        column.addWidget(self._exporter.outcome)
        KeptSplitter("saturation", self.settings, (left, self.panel), usual=(1000, 316), main=0, parent=self)

    def activate(self) -> None:
        """Read what changed meanwhile."""
        self._fresh.catch_up()
        self.table.setFocus()

    def settle(self) -> None:
        """Keep what is being written."""
        self.panel.settle()

    def status_text(self) -> str:
        """That the analysis is up to date, how long it took, and on how many interviews it rests."""
        if self.reading is None:
            return _("Computing…")
        took = _("{seconds} s").format(seconds=number(self.reading.seconds, 2))
        counted = interviews_counted(self.reading.analysis.overall.interviews)
        return joined(_("Analysis up to date"), took, counted)

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """The methods report."""
        return {"saturation.report": lambda: self._exporter.run(self._formats()[0])} if self._shown() else {}

    def reload(self) -> None:
        """Compute again, by the parameters being tried if there are any."""
        group, tried, asked = self._group, self._tried, self._asked
        self._latest.read(lambda session: _read(session, group, tried, asked), self._show)

    def _show(self, reading: Reading) -> None:
        self.reading = reading
        self._group = reading.group.id if reading.group is not None else None
        self.group_pill.offer(group_choices(reading.scope.groups, len(reading.scope.interviews)), self._group)
        self.parameters_pill.show_parameters(reading.analysis.parameters)
        self._pills.fit()
        self._say_empty(reading)
        shown = self._shown()
        self._pages.setCurrentIndex(0 if shown else 1)
        self.panel.setVisible(shown)
        if shown:
            self.table.show_lines(reading.lines)
            self.table.setMaximumHeight(self.table.sizeHint().height())
        self.status_changed.emit()

    def _shown(self) -> bool:
        return self.reading is not None and self.reading.analysis.overall.interviews >= FEWEST

    def _say_empty(self, reading: Reading) -> None:
        counted = reading.analysis.overall.interviews
        if not len(reading.scope.interviews):
            self.empty.say(_("No interviews yet"), _("Saturation is read across interviews: import them in Corpus."))
        elif not counted:
            self.empty.say(_("Nothing is coded yet"), _(
                "Code passages in the interviews of this group. An interview whose coding is under way is left out "
                "until it is marked as coded."))
        else:
            self.empty.say(_("One interview only"), _(
                "Saturation compares interviews: at least two coded ones are needed. Left out: {names}.").format(
                    names=", ".join(reading.analysis.excluded) or "–"))

    def _show_line(self, line: Line) -> None:
        if self.reading is not None:
            self.chart.show_block(line.block, line.name, self.reading.analysis.parameters.base)
            self.panel.show_line(line, self.reading)

    def _choose_group(self, key: Any) -> None:
        self._group, self._asked = key, None
        self.reload()

    def _ask(self, asked: Asked) -> None:
        if asked.group != self._group:
            self._group = asked.group
        self._asked = asked
        self.reload()

    def _try(self, parameters: Parameters) -> None:
        from app.saturation.reading import rejudged

        self._tried = parameters
        if self.reading is not None:
            self._show(rejudged(self.reading, parameters))

    def _keep(self, parameters: Parameters) -> None:
        self._tried = None
        kept = {name: value for name, value in asdict(parameters).items() if name in conventions.KEPT}
        acts.set_parameters(self.desk, **kept)

    def _follow(self, _change: Change) -> None:
        self._fresh.mark()

    def _formats(self) -> list[Format]:
        group = self.reading.group if self.reading is not None else None
        line = self.table.line()
        stem = file_name(self.desk.store.path.stem, _("saturation"), group.name if group is not None else "")
        curve = file_name(stem, line.name if line is not None else "")
        from app.saturation.report_formats import report_formats  # the reading has imported numpy by now

        reports = [] if self.reading is None else report_formats(
            self.reading, stem, self.desk.read_now(projects.language))
        return [
            *reports,
            Format(_("Curve as a picture (.png)…"), _("Pictures (*.png)"), f"{curve}.png", write=self._draw),
            Format(_("Curve as a drawing (.svg)…"), _("Drawings (*.svg)"), f"{curve}.svg", write=self._draw),
        ]

    def _draw(self, path: Path) -> None:
        self.chart.write(path)


def _read(session: Session, group: int | str | None, tried: Parameters | None, asked: Asked | None) -> Reading:
    from app.saturation.reading import Asked, read

    return read(session, replace(asked or Asked(), group=group, parameters=tried))
