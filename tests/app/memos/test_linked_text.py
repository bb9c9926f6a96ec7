# SPDX-License-Identifier: GPL-3.0-or-later
"""Links among the words of a memo: read as a quote and its place, kept as plain text, gone as one."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from app import theme
from app.acts import codes, passages
from app.desk import Desk
from app.memos import links
from app.memos.linked_text import LinkedText
from coding.memo_links import Link
from tests.app.workspaces.pages import CODES, SAID

READ = f"«\u00a0{SAID[0]}\u00a0» (Entretien 1, tour\u00a02)"
Move = QTextCursor.MoveOperation


@pytest.fixture
def text(qtbot: QtBot, desk: Desk) -> LinkedText:
    made = LinkedText(desk, "Mémo", "")
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show()
    return made


def raw(text: LinkedText) -> str:
    """What the document shows."""
    document = text.document()
    assert document is not None
    return document.toRawText().replace("\u2029", "\n")


def at(text: LinkedText, position: int) -> None:
    cursor = text.textCursor()
    cursor.setPosition(position)
    text.setTextCursor(cursor)


def test_a_link_is_read_as_a_quote_and_kept_as_it_was(text: LinkedText, link: Link) -> None:
    stored = f"Voir {link.source}, puis…"
    text.show_text(stored)
    assert raw(text) == f"Voir {READ}, puis…"
    assert (text.written(), text.pending, text.links) == (stored, False, [link])


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.one_of(st.text(alphabet="ab é😀«»\n\u00a0[]|:p", max_size=8), st.just(None)), max_size=6))
def test_whatever_stands_around_links_is_kept(
    text: LinkedText, link: Link, words: list[str | None]
) -> None:
    stored = "".join(f" {link.source} " if part is None else part for part in words)
    text.show_text("")
    text.show_text(stored)
    assert text.written() == stored


def test_pasting_the_plain_form_makes_a_chip_and_copying_gives_it_back(
    text: LinkedText, desk: Desk, link: Link, qtbot: QtBot
) -> None:
    links.copy_passage(desk, 1)
    text.paste()
    assert raw(text) == READ
    qtbot.keyClicks(text, " !")
    assert text.written() == f"{link.source} !"
    text.selectAll()
    text.cut()
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    assert clipboard.text() == f"{link.source} !"
    assert text.written() == ""
    assert desk.lately == [1]


def test_a_chip_goes_as_one_and_comes_back(text: LinkedText, link: Link, qtbot: QtBot) -> None:
    text.show_text(f"a{link.source}b")
    at(text, 1 + len(READ))
    qtbot.keyClick(text, Qt.Key.Key_Backspace)
    assert text.written() == "ab"
    text.undo()
    assert text.written() == f"a{link.source}b"
    at(text, 1)
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    assert text.written() == "ab"


def test_the_caret_steps_over_a_chip_and_writes_plain_words_beside_it(
    text: LinkedText, link: Link, qtbot: QtBot
) -> None:
    text.show_text(f"a{link.source}b")
    at(text, 1)
    qtbot.keyClick(text, Qt.Key.Key_Right)
    assert text.textCursor().position() == 1 + len(READ)
    qtbot.keyClicks(text, "xy")
    at(text, 1 + len(READ))
    qtbot.keyClick(text, Qt.Key.Key_Left)
    assert text.textCursor().position() == 1
    qtbot.keyClicks(text, "z")
    assert text.written() == f"az{link.source}xyb"


def test_it_leads_to_its_passage_by_keyboard_and_by_mouse(
    text: LinkedText, desk: Desk, link: Link, qtbot: QtBot
) -> None:
    text.show_text(link.source)
    at(text, len(READ))
    with qtbot.waitSignal(desk.place_asked) as asked:
        qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args is not None and asked.args[0] == 1
    viewport = text.viewport()
    assert viewport is not None
    where = text.cursorRect().center() - QPoint(30, 0)
    assert text.link_under(where) == link
    with qtbot.waitSignal(desk.place_asked):
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=where)
    assert text.link_under(QPoint(480, 180)) is None


def test_a_link_to_a_code_leads_to_it(text: LinkedText, desk: Desk, qtbot: QtBot) -> None:
    node = desk.codebook.find(CODES[0].split(" > "))
    assert node is not None
    links.copy_code(desk, node.id)
    text.paste()
    assert raw(text) == CODES[0]
    with qtbot.waitSignal(desk.code_asked) as asked:
        qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [node.id]
    codes.edit(desk, node.id, name="Peur")
    assert raw(text) == "Réticences > Peur"
    assert not text.pending


def test_what_has_gone_is_said_and_the_text_stays(text: LinkedText, desk: Desk, link: Link) -> None:
    text.show_text(f"{link.source} reste")
    passages.remove(desk, passage_id=1)
    assert raw(text).startswith(f"«\u00a0{SAID[0]}\u00a0» (")
    assert raw(text) != f"{READ} reste"
    assert (text.written(), text.pending) == (f"{link.source} reste", False)
    desk.undo()
    assert raw(text) == f"{READ} reste"


def test_chips_follow_the_theme_and_what_is_written_stays(text: LinkedText, link: Link, qtbot: QtBot) -> None:
    text.show_text(link.source)
    text.moveCursor(Move.End)
    qtbot.keyClicks(text, " en cours")
    theme.use("dark")
    assert text.written() == f"{link.source} en cours"
    assert text.pending


def test_a_read_only_project_lets_one_follow_and_not_write(
    desk: Desk, link: Link, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Desk, "read_only", True)
    made = LinkedText(desk, "Mémo", "")
    qtbot.addWidget(made)
    made.show_text(link.source)
    assert made.isReadOnly()
    qtbot.keyClick(made, Qt.Key.Key_Delete)
    assert made.written() == link.source
