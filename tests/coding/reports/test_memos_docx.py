# SPDX-License-Identifier: GPL-3.0-or-later
"""Memos and journal read back from Word, Markdown and csv."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from sqlalchemy.orm import Session

from coding import exports, memo_links, memos
from coding.changes import Label, Writer
from coding.memo_shelf import KINDS, Kind
from models.errors import KnownError
from tests import build

DO = Label("do")
SAID = "Une peur : il a dit « non » !"
EVERY: tuple[Kind, ...] = tuple(KINDS)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A reading session on a project with memos of several kinds."""
    writer = build.project(tmp_path, title="Pair aidance")
    build.interview(writer, "Paul", [("Q", "Et alors ?"), ("Paul", SAID)], people={"Paul": "pair aidant"})
    passage = build.coded(writer, "Paul", SAID, "Réticences > Crainte")
    write(writer, "Premier regard !", target="passage_id", target_id=passage)
    write(writer, "Second regard", title="Plus tard", target="passage_id", target_id=passage)
    with writer.store.reading() as reading:
        link, = memo_links.to_passages(reading, [passage])
    write(writer, f"Relire {link.source} ?\n\n# pas un titre", day=date(2026, 11, 23), title="Doutes")
    write(writer, "Avant", day=date(2026, 3, 2))
    write(writer, "À scinder", target="code_id", target_id=2)
    write(writer, "", title="")
    with writer.store.reading() as reading:
        yield reading
    writer.store.close()


def write(writer: Writer, text: str, **about: Any) -> None:
    writer.do(DO, partial(memos.add, text=text, **about))


def paragraphs(path: Path) -> list[tuple[str, str]]:
    """(style, text) of each, details left out."""
    return [(p.style.style_id, p.text) for p in Document(str(path)).paragraphs
            if p.style is not None and p.style.style_id not in ("Title", "FilRougeSmall")]


def test_word_holds_the_journal_then_memos_by_kind(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "memos.docx"
    assert exports.memos(session, path, EVERY) == 5
    found = paragraphs(path)
    texts = [text for _style, text in found]
    assert [style for style, _text in found] == [
        "Heading1", "Heading2", "Heading3", "Normal", "Heading2", "Heading3", "Normal", "Normal",
        "Heading1", "Heading2", "Normal",
        "Heading1", "Heading2", "FilRougeQuote", "Normal", "Heading3", "Normal"]
    assert texts[3] == "Avant"
    assert texts[5].endswith("– Doutes")
    quote = "«\u00a0Une peur\u00a0: il a dit “non”\u00a0!\u00a0»"
    assert texts[6] == f"Relire {quote} (Paul, tour\u00a02)\u00a0?"
    assert texts[12] == "Paul, tour\u00a02"
    assert texts[13] == f"{quote} (Paul, pair aidant)"
    assert texts[14:] == ["Premier regard\u00a0!", "Plus tard", "Second regard"]


def test_kinds_are_chosen(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "journal.docx"
    journal: tuple[Kind, ...] = ("journal",)
    assert exports.memos(session, path, journal) == 2
    assert "À scinder" not in [text for _style, text in paragraphs(path)]


def test_markdown_and_csv_say_the_same(session: Session, tmp_path: Path) -> None:
    exports.memos(session, tmp_path / "memos.md", EVERY)
    text = (tmp_path / "memos.md").read_text("utf-8")
    assert "\\# pas un titre" in text
    assert "> «\u00a0Une peur\u00a0: il a dit “non”\u00a0!\u00a0» (Paul, pair aidant)" in text
    assert "[[p:" not in text
    exports.memos(session, tmp_path / "memos.csv", EVERY)
    with (tmp_path / "memos.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["kind"] for row in rows] == ["journal", "journal", "code", "passage", "passage"]
    assert (rows[1]["day"], rows[1]["title"]) == ("2026-11-23", "Doutes")
    with pytest.raises(KnownError):
        exports.memos(session, tmp_path / "memos.odt", EVERY)
