# SPDX-License-Identifier: GPL-3.0-or-later
"""Memos filed, searched, dated; and undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from coding import memo_shelf, memos, passages
from coding.calendar_words import day_written
from coding.changes import Label, Writer
from coding.language import set_language
from coding.memo_shelf import Entry
from models.errors import KnownError
from tests import build

DO = Label("do")


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Inès", [("Q", "Et alors ?"), ("Inès", "Je ne sais pas.")],
                    people={"Inès": "pair aidante"}, groups=["Pairs"])
    build.coded(made, "Inès", "Je ne sais pas.", "Doute > Attente")
    with made.store:
        yield made


def add(writer: Writer, **fields: Any) -> int:
    return int(writer.do(DO, lambda s: memos.add(s, **fields)).result)


def shelf(writer: Writer) -> list[Entry]:
    with writer.store.reading() as session:
        return memo_shelf.entries(session)


def fill(writer: Writer) -> None:
    for target, key in (("passage_id", 1), ("code_id", 2), ("interview_id", 1), ("participant_id", 1), ("group_id", 1),
                        (None, None)):
        add(writer, text=f"Sur {target}", target=target, target_id=key)
    for day in (date(2026, 3, 2), date(2026, 11, 23), date(2026, 11, 3)):
        add(writer, text=f"Le {day}", day=day)


def test_every_kind_is_filed_with_what_it_is_about(writer: Writer) -> None:
    fill(writer)
    assert [(entry.kind, entry.about) for entry in shelf(writer)[3:]] == [
        ("project", ""), ("group", "Pairs"), ("interview", "Inès"), ("participant", "Inès"),
        ("code", "Doute > Attente"), ("passage", "Inès, tour\u00a02")]
    entry = shelf(writer)[-1]
    assert (entry.quote, entry.voices, entry.interview_id) == ("Je ne sais pas.", (("Inès", "pair aidante"),), 1)


def test_the_journal_is_a_diary(writer: Writer) -> None:
    fill(writer)
    found = shelf(writer)
    assert [entry.memo.day for entry in found[:3]] == [date(2026, 3, 2), date(2026, 11, 3), date(2026, 11, 23)]
    diary = memo_shelf.diary(found)
    assert [len(those) for _month, those in memo_shelf.by_month(diary)] == [2, 1]
    assert diary[0].memo.day == date(2026, 11, 23)
    set_language("en")
    assert [month for month, _those in memo_shelf.by_month(diary)] == ["November 2026", "March 2026"]
    assert day_written(date(2026, 11, 23)) == "Monday 23 November 2026"


def test_words_are_found_whatever_accents(writer: Writer) -> None:
    fill(writer)
    writer.do(DO, lambda s: memos.add(s, text="L’Œuvre des réticences", title="Été"))
    found = [entry.memo.text for entry in shelf(writer) if memo_shelf.answers(entry, "reticence oeuvre ete")]
    assert found == ["L’Œuvre des réticences"]
    assert [entry.kind for entry in shelf(writer) if memo_shelf.answers(entry, "ne sais")] == ["passage"]
    assert len([entry for entry in shelf(writer) if memo_shelf.answers(entry, "  ")]) == 10


def test_several_memos_on_one_passage_all_appear(writer: Writer) -> None:
    for text in ("Un", "Deux"):
        add(writer, text=text, target="passage_id", target_id=1)
    assert [entry.memo.text for entry in shelf(writer)] == ["Un", "Deux"]


def test_a_memo_is_edited_and_removed_by_one_act_each(writer: Writer) -> None:
    key = writer.do(DO, lambda s: memos.add(s, text="Un")).result
    assert not writer.do(DO, lambda s: memos.edit(s, key, text="Un", title=""))
    writer.do(DO, lambda s: memos.edit(s, key, title="Titre", text="Deux"))
    writer.do(DO, lambda s: memos.remove(s, key))
    assert shelf(writer) == []
    writer.undo()
    assert [(entry.memo.title, entry.memo.text) for entry in shelf(writer)] == [("Titre", "Deux")]
    writer.undo()
    assert [(entry.memo.title, entry.memo.text) for entry in shelf(writer)] == [("", "Un")]
    with pytest.raises(KnownError):
        writer.do(DO, lambda s: memos.edit(s, 99, text="x"))


def test_a_passage_kept_by_its_memo_alone_goes_with_it(writer: Writer) -> None:
    key = writer.do(DO, lambda s: memos.add(s, text="Un", target="passage_id", target_id=1)).result
    writer.do(DO, lambda s: passages.uncode(s, passage_id=1, code_id=2))
    writer.do(DO, lambda s: memos.remove(s, key))
    with writer.store.reading() as session, pytest.raises(KnownError):
        passages.get(session, 1)
    writer.undo()
    assert [entry.memo.text for entry in shelf(writer)] == ["Un"]


def test_a_day_has_one_entry_that_an_empty_text_removes(writer: Writer) -> None:
    day = date(2026, 11, 23)
    for text in ("Matin", "Matin, puis soir"):
        writer.do(DO, partial(memos.write_day, day=day, text=text))
    writer.do(DO, lambda s: memos.write(s, text="Sur le projet"))
    assert [(entry.kind, entry.memo.text) for entry in shelf(writer)] == [
        ("journal", "Matin, puis soir"), ("project", "Sur le projet")]
    with writer.store.reading() as session:
        assert memos.read_day(session, day) == "Matin, puis soir"
        assert memos.read(session) == "Sur le projet"
    writer.do(DO, lambda s: memos.write_day(s, day=day, text=" "))
    assert [entry.kind for entry in shelf(writer)] == ["project"]


def test_a_title_keeps_a_memo_that_was_emptied(writer: Writer) -> None:
    add(writer, text="Un", title="Titre", target="interview_id", target_id=1)
    writer.do(DO, lambda s: memos.write(s, text="", target="interview_id", target_id=1))
    assert [(entry.memo.title, entry.memo.text) for entry in shelf(writer)] == [("Titre", "")]
