# SPDX-License-Identifier: GPL-3.0-or-later
"""How far each interview is read and coded, in the table of interviews and in the status bar."""

from __future__ import annotations

from app.acts import reading
from app.window import MainWindow
from app.workspaces.corpus import CorpusWorkspace


def test_the_table_and_the_status_bar_follow(opened: MainWindow) -> None:
    opened.show_page("corpus")
    page = opened.pages.page if opened.pages else None
    assert isinstance(page, CorpusWorkspace)
    assert opened.desk is not None
    model = page.interviews.model
    places = {column.key: place for place, column in enumerate(model.columns)}

    def cell(key: str) -> str:
        column = model.columns[places[key]]
        return column.show(model.rows[0])

    first = model.rows[0]
    assert cell("read") == "100\u00a0%" and cell("to_revisit") == ""
    assert cell("coded") not in ("…", "0\u00a0%")
    before = page.status_text()
    reading.read_up_to(opened.desk, interview_id=first.id, offset=0, number=None)
    reading.set_to_revisit(opened.desk, interview_id=first.id, number=2, wanted=True)
    assert (cell("read"), cell("to_revisit")) == ("0\u00a0%", "1")
    assert page.status_text() != before
    model.sort(places["read"])
    assert model.rows[0].id == first.id
    opened.desk.undo()
    opened.desk.undo()
    assert page.status_text() == before


def test_the_window_steps_back_and_comes_back(opened: MainWindow) -> None:
    opened.show_page("coder")
    assert opened.pages is not None and opened.pages.page is not None
    around = (opened.menuBar(), opened.statusBar(), opened._rail)
    opened.pages.page.commands()["coding.focus_mode"]()
    assert not any(part.isVisible() for part in around if part is not None)
    opened.show_page("corpus")
    assert all(part.isVisible() for part in around if part is not None)
    opened.show_page("coder")
    opened.pages.page.commands()["coding.focus_mode"]()
    opened.close_project()
    bar = opened.menuBar()
    assert bar is not None and bar.isVisible() and not opened._rail.isVisible()
