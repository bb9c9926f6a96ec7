# SPDX-License-Identifier: GPL-3.0-or-later
"""Saturation: what may be said of each theme in a group, why, and with which limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from PyQt6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app import parts
from app.acts import saturation as acts
from app.desk import Desk
from app.saturation import exports
from app.saturation.compared_model import Side
from app.saturation.compared_model import read as compare
from app.saturation.compared_view import ComparedView
from app.saturation.lines import Line
from app.saturation.parameters_pill import ParametersPill
from app.saturation.scope_pill import ScopePill
from app.saturation.side import SidePanel
from app.saturation.verdicts_body import VerdictsBody
from app.settings import Settings
from app.widgets.empty import Empty
from app.widgets.exporting import Exporter, Format, export_button, file_name
from app.widgets.freshness import Freshness, Latest
from app.widgets.groups import group_choices
from app.widgets.kept_splitter import KeptSplitter
from app.widgets.pill import Choice, Pill, PillRow
from app.widgets.words import interviews_counted, joined
from app.workspaces.base import Workspace
from coding import conventions
from coding import project as projects
from coding.changes import Change
from coding.language import _, number, quoted_list

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.saturation.reading import Asked, Reading
    from coding.codebook_marks import Mark
    from coding.saturation import Parameters

FEWEST = 2
COMPARE = "compare"  # what the pill of the group offers besides groups


class SaturationWorkspace(Workspace):
    """Verdicts above, the chart of one of them below, what it rests on at the right; or the groups side by side."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._latest = Latest(desk)
        self._fresh = Freshness(self, self.reload)
        self._asked: Asked | None = None
        self._acts = self._read_at = 0  # acts heard of; those that the last full reading knew
        self._marks: Sequence[Mark] = ()
        self.comparing = False
        self.reading: Reading | None = None
        self.body, self.compared, self.panel = VerdictsBody(desk, settings), ComparedView(), SidePanel(desk)
        self.table, self.chart = self.body.table, self.body.chart
        self.empty = Empty()
        self._exporter = Exporter(desk, settings, self)
        self.group_pill = Pill(_("Group: {choice}"), accent=True)
        self.parameters_pill, self.scope_pill = ParametersPill(), ScopePill()
        self._build()
        self.group_pill.chosen.connect(self._choose_group)
        for pill in (self.parameters_pill, self.scope_pill):
            pill.clicked.connect(lambda: self.panel.show_page("choices"))
        self.panel.tried.connect(self._try)
        self.panel.chosen.connect(self._keep)
        self.panel.asked.connect(self._ask)
        self.body.chosen.connect(self._show_line)
        self.compared.opened.connect(self._open)
        desk.changed.connect(self._follow)

    def _build(self) -> None:
        head = parts.Header(_("Saturation by theme"))
        self._pills = PillRow((self.group_pill, self.parameters_pill, self.scope_pill))
        head.add_left(self._pills)
        head.add_right(export_button(self._exporter, self._formats, self))
        self._pages = QStackedWidget()
        for page in (self.empty, self.body, self.compared):
            self._pages.addWidget(page)
        self.empty.say(_("Computing…"), _("New codes are counted, interview by interview."))
        self._pills.hide()
        self.panel.hide()
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
        (self.compared if self.comparing else self.table).setFocus()

    def settle(self) -> None:
        """Keep what is being written."""
        self.panel.settle()

    def status_text(self) -> str:
        """That the analysis is up to date, how long it took, and on how many interviews it rests."""
        if self.reading is None:
            return _("Computing…")
        if self.comparing:
            return _("Groups compared by the same thresholds")
        took = _("{seconds} s").format(seconds=number(self.reading.seconds, 2))
        counted = interviews_counted(self.reading.analysis.overall.interviews)
        return joined(_("Analysis up to date"), took, counted)

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """The methods report."""
        return {"saturation.report": lambda: self._exporter.run(self._formats()[0])} if self._shown() else {}

    def reload(self) -> None:
        """Read and count again, by what is being tried if anything is."""
        asked, acts_known, comparing = self._asked, self._acts, self.comparing
        self._latest.read(lambda session: _read(session, asked, comparing),
                          lambda found: self._take(found, acts_known))

    def _take(self, found: _Read, acts_known: int) -> None:
        self._read_at, self._marks = acts_known, found.marks
        if found.side is not None:
            self.compared.show_side(found.side)
        self._remember(found.reading)
        self._show(found.reading)

    def _remember(self, reading: Reading) -> None:
        """Keep the verdict for the path that led to it: what the project records, no trial."""
        if reading.analysis.overall.interviews >= FEWEST and not reading.asked.tried:
            self.desk.log_verdict(None if reading.group is None else reading.group.id, reading.analysis)

    def _show(self, reading: Reading) -> None:
        if self._asked is not None and self._asked.parameters != reading.asked.parameters:
            reading = _rejudged(reading, self._asked.parameters)  # tried while it was being read
        key = reading.group.id if reading.group is not None else None
        self._asked = replace(reading.asked, group=key)
        self.reading = replace(reading, asked=self._asked)
        self._pills.show()
        self._show_pills(self.reading, key)
        shown, left_out = self._shown(), bool(reading.material.counted.left_out)
        self._pages.setCurrentWidget(self.compared if self.comparing else self.body if shown else self.empty)
        self.panel.setVisible((shown or left_out) and not self.comparing)
        if shown:
            self.body.show_reading(self.reading, self._marks)
        else:
            self._say_empty(reading)
            if left_out:  # they can be counted again there
                self.panel.show_line(reading.lines[0], self.reading)
        self.status_changed.emit()

    def _show_pills(self, reading: Reading, key: int | None) -> None:
        choices = group_choices(reading.scope.groups, len(reading.scope.interviews))
        if len(reading.scope.groups) > 1:
            choices.append(Choice(COMPARE, _("Compare the groups"), short=_("all, compared"), apart=True))
        self.group_pill.offer(choices, COMPARE if self.comparing else key)
        self.parameters_pill.show_parameters(reading.analysis.parameters)
        self.scope_pill.show_reading(reading)
        self.parameters_pill.setEnabled(not self.comparing)  # it opens the panel, which is put away
        self.scope_pill.setVisible(not self.comparing)
        self._pills.fit()

    def _shown(self) -> bool:
        return self.reading is not None and self.reading.analysis.overall.interviews >= FEWEST

    def _say_empty(self, reading: Reading) -> None:
        counted = reading.analysis.overall.interviews
        if not len(reading.scope.interviews):
            self.empty.say(_("No interviews yet"), _("Saturation is read across interviews: import them in Corpus."))
        elif reading.material.counted.left_out:
            self.empty.say(_("Too few interviews are counted"), _(
                "Saturation compares interviews: at least two are needed. You left out {names}: count them again in "
                "Choices.").format(names=quoted_list(row.title for row in reading.material.counted.left_out)))
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
            self.panel.show_line(line, self.reading)

    def _choose_group(self, key: Any) -> None:
        self.comparing = key == COMPARE
        if not self.comparing and self._asked is not None:
            self._asked = replace(self._asked, group=key, out=None)
        self.reload()

    def _open(self, group_id: int, theme_id: int | None) -> None:
        """Show a theme in a group, from the groups compared."""
        self.table.prefer(theme_id)
        self._choose_group(group_id)
        self.table.setFocus()

    def _ask(self, asked: Asked) -> None:
        """Another order or other interviews; in the same state of the project only what differs is computed."""
        self._asked, before, marks = asked, self.reading, self._marks
        if before is None or self._read_at != self._acts:
            self.reload()
            return
        self._latest.read(lambda session: _again(session, asked, before, marks),
                          lambda found: self._take(found, self._read_at))

    def _try(self, parameters: Parameters) -> None:
        if self.reading is not None and self._asked is not None:
            self._asked = replace(self._asked, parameters=parameters)
            self._show(_rejudged(self.reading, parameters))

    def _keep(self, parameters: Parameters) -> None:
        if self._asked is not None:
            self._asked = replace(self._asked, parameters=None)
        kept = {name: value for name, value in asdict(parameters).items() if name in conventions.KEPT}
        acts.set_parameters(self.desk, **kept)

    def _follow(self, change: Change) -> None:
        if all(image.table == "nuance" for image in change.images):
            return  # no figure rests on the answers about nuances
        self._acts += 1
        self._fresh.mark()

    def _formats(self) -> list[Format]:
        if self.reading is None:
            return []
        from app.saturation.report_formats import report_formats  # the reading has imported numpy by now

        project, group, line = self.desk.store.path.stem, self.reading.group, self.table.line()
        stem = file_name(project, _("saturation"), group.name if group is not None else "")
        compared = exports.statuses(project, self.reading.asked.parameters)
        if self.comparing or line is None:
            return compared
        return [
            *report_formats(self.reading, stem, self.desk.read_now(projects.language)),
            *exports.figures(stem, self.body.drawn(line), self.body.charts()),
            *self.panel.formats(stem),
            *(compared if len(self.reading.scope.groups) > 1 else ()),
        ]


@dataclass(frozen=True)
class _Read:
    """``side`` is None unless the groups are compared."""

    reading: Reading
    marks: Sequence[Mark]
    side: Side | None = None


def _read(session: Session, asked: Asked | None, comparing: bool) -> _Read:
    from app.saturation.reading import Asked, read
    from coding.codebook_marks import marks

    reading = read(session, asked or Asked())
    side = compare(session, reading.asked.parameters) if comparing else None
    return _Read(reading, marks(session, reading.material.counted), side)


def _again(session: Session, asked: Asked, before: Reading, marks: Sequence[Mark]) -> _Read:
    """As ``_read``, in the same state of the project; changes of the codebook stand beside the same interviews."""
    from app.saturation.reading import read
    from coding import codebook_marks

    reading = read(session, asked, before)
    same = set(reading.material.counted.interview_ids) == set(before.material.counted.interview_ids)
    return _Read(reading, marks if same else codebook_marks.marks(session, reading.material.counted))


def _rejudged(reading: Reading, parameters: Parameters | None) -> Reading:
    from app.saturation.reading import rejudged

    return rejudged(reading, parameters)
