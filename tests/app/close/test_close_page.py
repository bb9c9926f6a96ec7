# SPDX-License-Identifier: GPL-3.0-or-later
"""Close passages: read by the language model when asked, taken or refused by hand, undone, told plainly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast
from unittest.mock import Mock

import pytest
from PyQt6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.close.keys import accept_key, refuse_key
from app.close.page import ClosePage, _spelt
from app.desk import Desk
from app.search.choices import offered
from app.settings import Settings
from app.window import MainWindow
from app.workspaces.search import SearchWorkspace
from coding import dismissals, elsewhere, quotes
from coding.changes import Writer
from coding.close_passages import Close
from coding.lemmas import Words
from coding.quotes import Query, Quote
from coding.saturation.novelty import plain_tokens
from coding.stretches import Stretch
from tests import build
from tests.app.workspaces.pages import desk_on

CODE = "Réticences > Crainte"
SAID = "les soignants craignent de perdre leur poste"
LIKE = "plusieurs soignants craignent encore de perdre leur poste demain"
LESS = "les soignants craignent de voir une tempête"
OTHER = "la voiture rouge du voisin dort devant notre maison"


@pytest.fixture(autouse=True)
def read_texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that the language model would have read; plain words stand for lemmas."""
    asked: list[str] = []

    def plain(_work: object, texts: Sequence[str], **_how: Any) -> list[Words]:
        asked.extend(texts)
        return [tuple(plain_tokens(text)) for text in texts]

    monkeypatch.setattr(elsewhere, "run", plain)
    return asked


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    made = build.project(tmp_path)
    build.interview(made, "Anne", [("Q", "Et alors ?"), ("Anne", SAID), ("Anne", OTHER)])
    build.interview(made, "Basile", [
        ("Q", "Et alors ?"), ("Basile", LESS), ("Basile", LIKE), ("Basile", OTHER), ("Basile", f"{OTHER} là")])
    build.coded(made, "Anne", SAID, CODE)
    build.code(made, "Statut")
    return made


@pytest.fixture
def page(qtbot: QtBot, writer: Writer, tmp_path: Path) -> Iterator[ClosePage]:
    desk = desk_on(writer)
    shown = ClosePage(desk, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(shown)
    shown.resize(1000, 700)
    shown.show()
    shown.activate()
    yield shown
    desk.close()


def _looked(page: ClosePage, code_id: int) -> list[str]:
    page.show_code(code_id)
    page.bar.look.click()
    return _words(page)


def _words(page: ClosePage) -> list[str]:
    return [one.stretch.words for one in page.list.model_.close]


def _code(desk: Desk, name: str) -> int:
    return next(node.id for node in desk.codebook if node.name == name)


def test_nothing_is_read_before_it_is_asked(page: ClosePage, read_texts: list[str]) -> None:
    page.show_code(_code(page.desk, "Crainte"))
    assert page.bar.isVisible() and not read_texts and not _words(page)


def test_the_closest_come_first(page: ClosePage) -> None:
    assert _looked(page, _code(page.desk, "Crainte")) == [LIKE, LESS]
    assert not page.bar.isVisible()
    assert page.list.hasFocus() or page.list.current() is not None


def test_a_letter_codes_and_undo_proposes_again(qtbot: QtBot, page: ClosePage) -> None:
    code_id = _code(page.desk, "Crainte")
    _looked(page, code_id)
    qtbot.keyClick(page.list, accept_key().lower())
    qtbot.waitUntil(lambda: _words(page) == [LESS])
    with page.desk.store.reading() as session:
        assert {one.source for one in quotes.find(session, Query(code_ids=(code_id,)))} == {SAID, LIKE}
    page.desk.undo()
    qtbot.waitUntil(lambda: _words(page) == [LIKE, LESS])


def test_a_letter_refuses_for_good_and_all_can_be_proposed_again(qtbot: QtBot, page: ClosePage) -> None:
    code_id = _code(page.desk, "Crainte")
    _looked(page, code_id)
    qtbot.keyClick(page.list, refuse_key().lower())
    qtbot.waitUntil(lambda: _words(page) == [LESS])
    with page.desk.store.reading() as session:
        assert len(dismissals.refused(session, code_id)) == 1
    qtbot.waitUntil(page.forget.isVisible)
    page.forget.click()
    qtbot.waitUntil(lambda: _words(page) == [LIKE, LESS])


def test_space_shows_what_the_words_resemble_and_enter_the_transcript(qtbot: QtBot, page: ClosePage) -> None:
    _looked(page, _code(page.desk, "Crainte"))
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    shown = page.list.model_.data(page.list.currentIndex())
    assert SAID in shown
    with qtbot.waitSignal(page.desk.place_asked) as asked:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    one = page.list.current()
    assert one is not None and asked.args == [one.stretch.interview_id, one.stretch.start, one.stretch.end]


def test_a_code_without_passages_and_no_code_say_so(page: ClosePage) -> None:
    assert page.empty.isVisible()
    page.show_code(_code(page.desk, "Statut"))
    assert page.empty.isVisible() and not page.bar.isVisible()


def test_a_code_made_since_is_offered(qtbot: QtBot, page: ClosePage) -> None:
    from app.acts import codes

    codes.add(page.desk, name="Autre", parent_id=None)
    qtbot.waitUntil(lambda: page.field.box.findText("Autre") >= 0)


def test_the_menu_of_a_code_leads_here(qtbot: QtBot, opened: MainWindow) -> None:
    assert opened.desk is not None and opened.pages is not None
    code_id = _code(opened.desk, "Réticences")
    opened.desk.close_asked.emit(code_id)
    shown = opened.pages.page
    assert isinstance(shown, SearchWorkspace) and isinstance(shown.page, ClosePage)
    qtbot.waitUntil(lambda: isinstance(shown.page, ClosePage) and shown.page.code_id == code_id)


def test_words_are_sought_in_one_interview_or_where_no_code_is(page: ClosePage, writer: Writer) -> None:
    _looked(page, _code(page.desk, "Crainte"))
    anne, basile = page.desk.read_now(lambda s: offered(s).interviews)
    page.narrowed.within.pick(anne)
    assert _words(page) == [] and page.empty.isVisible()
    page.narrowed.within.pick(basile)
    assert _words(page) == [LIKE, LESS]
    build.coded(writer, "Basile", LIKE, "Statut")
    page.reload()
    assert _words(page) == [LIKE, LESS]
    page.narrowed.bare.click()
    assert _words(page) == [LESS]


def test_what_is_judged_leaves_the_list_at_once(
        qtbot: QtBot, page: ClosePage, monkeypatch: pytest.MonkeyPatch) -> None:
    _looked(page, _code(page.desk, "Crainte"))
    monkeypatch.setattr(page, "_latest", Mock())  # reading is long
    for left in ([LESS], []):
        qtbot.keyClick(page.list, refuse_key().lower())
        assert _words(page) == left


@pytest.mark.parametrize(("lemma", "said", "spelt"), [
    ("peur", "Peut-être la peur, chez nous", "peur"), ("apprendre", "je lui ai dit : apprends-moi", "apprends"),
    ("dire", "une dirigeante", "dire"), ("œil", "mes yeux", "œil"), ("vouloir", "Il a voulu des horaires.", "voulu"),
    ("peut-être", "Peut-être bien", "peut-être")])
def test_words_in_common_are_told_as_they_are_spelt(lemma: str, said: str, spelt: str) -> None:
    one = Close(Stretch(1, 1, 0, len(said), said), cast(Quote, None), (lemma,), False)
    assert _spelt(one) == [spelt]
