# SPDX-License-Identifier: GPL-3.0-or-later
"""The page with the search itself, in its own process with the language model: found, decided, replaced, found no
more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.acts import pseudonyms as acts
from app.desk import Desk
from app.pseudonyms.before_export import left
from app.pseudonyms.page import PseudonymsPage
from app.settings import Settings
from app.tasks import Tasks
from coding import interviews
from coding import project as projects
from coding.pseudonyms import search
from coding.pseudonyms.search import search as really
from tests.app.pseudonyms.conftest import project


def test_found_replaced_and_found_no_more(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "search", really)
    writer = projects.open_writer(project(tmp_path))
    desk = Desk(writer.store, Tasks())
    page = PseudonymsPage(desk, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(page)
    page.show()
    page.sitting.look()
    qtbot.waitUntil(lambda: not page.sitting.looking, timeout=60_000)
    named = {line.identity.name for line in page.sitting.review.lines}
    assert {"Martine Guilbaud", "Angers"} <= named
    review = page.sitting.review
    review.accept([line.key for line in review.lines])
    done: list[Any] = []
    acts.replace(desk, decisions=review.decisions(), table=None, then=done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    texts = desk.read_now(lambda s: [interviews.text(s, row.id) for row in interviews.interviews(s)])
    assert not any(name in text for name in ("Martine", "martine", "Guilbaud", "Angers") for text in texts)
    review.forget([line.key for line in review.lines])
    page.sitting.look()
    qtbot.waitUntil(lambda: not page.sitting.looking, timeout=60_000)
    assert not [line.identity.name for line, _count in left(page.sitting, lambda _place: True)]
    desk.closing.emit()
    desk.tasks.close()
    writer.store.close()
