# SPDX-License-Identifier: GPL-3.0-or-later
"""Profiles in Word, read back: a page each, real headings, quotes as they are printed, the code line as a picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from sqlalchemy.orm import Session

from coding import corpus, exports, memos, passages
from coding.changes import Writer
from coding.profiles import reading
from coding.reports import code_line_figure
from coding.reports.word import QUOTE, SMALL
from models.errors import KnownError
from tests import build

NBSP = "\u00a0"


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    """A project with a portrait, a strong quote, a summary and a memo."""
    made = build.project(tmp_path)
    code = build.code(made, "Réticences > Crainte")
    build.code(made, "Statut")
    key = build.interview(
        made, "Paul", [("Q", "Et alors ?"), ("Paul", "Une peur : il a dit « non » ! Voilà.")],
        people={"Paul": "pair aidant"}, groups=["Structures"])
    build.interview(made, "Nora", [("Nora", "Rien à dire.")], people={"Nora": "médecin"}, groups=["Structures"])
    passage = build.coded(made, "Paul", "Une peur : il a dit « non » !", "Réticences > Crainte")

    def write(session: Session) -> None:
        corpus.set_details(session, key, portrait="Un homme prudent.\n\nIl attend : rien ne presse.", mode="sur place")
        passages.mark_strong(session, passage_id=passage, strong=True)
        memos.write_summary(session, code_id=code, interview_id=key, text="Il a peur.")
        memos.write(session, text="Dans son bureau.", target="interview_id", target_id=key)

    made.do(build.BUILD, write)
    yield made
    made.store.close()


def paragraphs(writer: Writer, path: Path, *titles: str) -> list[tuple[str, str]]:
    with writer.store.reading() as session:
        ids = [entry.interview_id for entry in reading.listed(session) if entry.title in titles or not titles]
        exports.profiles(session, path, reading.profiles(session, ids))
    return [(p.style.style_id, p.text) for p in Document(str(path)).paragraphs if p.style is not None]


def test_a_profile_has_everything_in_its_order(writer: Writer, tmp_path: Path) -> None:
    path = tmp_path / "paul.docx"
    found = paragraphs(writer, path, "Paul")
    assert found[0] == ("Heading1", "Paul")
    styles = [style for style, _text in found]
    assert styles.count("Heading1") == 1 and styles.count("Heading2") == 4 and "Title" not in styles
    order = ["pair aidant", "Structures", "Un homme prudent.", "Il attend", "Crainte", "Il a peur.", "Statut",
             "«", "Dans son bureau."]
    texts = [text for _style, text in found]
    places = [next(n for n, text in enumerate(texts) if wanted in text) for wanted in order]
    assert places == sorted(places)
    quote = next(text for style, text in found if style == QUOTE)
    assert quote.startswith(f"«{NBSP}Une peur{NBSP}: il a dit “non”{NBSP}!{NBSP}» (Paul, pair aidant, ")
    assert f"Il attend{NBSP}: rien ne presse." in texts
    assert found[-1][0] == SMALL
    picture = Document(str(path)).inline_shapes[0]._inline
    assert "Réticences" in picture.find(qn("wp:docPr")).get("descr")


def test_several_profiles_stand_on_pages_of_their_own_after_the_cover(writer: Writer, tmp_path: Path) -> None:
    path = tmp_path / "toutes.docx"
    found = paragraphs(writer, path)
    assert found[0][0] == "Title"
    heads = [p for p in Document(str(path)).paragraphs if p.style is not None and p.style.style_id == "Heading1"]
    assert [p.text for p in heads] == ["Paul", "Nora"]
    assert all(p.paragraph_format.page_break_before for p in heads)
    assert len(Document(str(path)).inline_shapes) == 1  # nothing is coded in the other
    told: list[tuple[int, int, str]] = []
    with writer.store.reading() as session:
        wanted = [entry.interview_id for entry in reading.listed(session)]
        exports.profiles(session, path, reading.profiles(session, wanted), told=lambda *step: told.append(step))
    assert told == [(0, 2, "Paul"), (1, 2, "Nora")]


def test_the_code_line_as_a_picture(writer: Writer, tmp_path: Path) -> None:
    with writer.store.reading() as session:
        paul, nora = reading.profiles(session, [entry.interview_id for entry in reading.listed(session)])
        assert code_line_figure.draw(nora) == b""
        exports.profiles(session, tmp_path / "paul.png", [paul])
        exports.profiles(session, tmp_path / "paul.svg", [paul])
        with pytest.raises(KnownError):
            exports.profiles(session, tmp_path / "nora.png", [nora])
        with pytest.raises(KnownError):
            exports.profiles(session, tmp_path / "paul.txt", [paul])
    assert (tmp_path / "paul.png").read_bytes().startswith(b"\x89PNG")
    assert "Réticences" in (tmp_path / "paul.svg").read_text("utf-8")
    assert not (tmp_path / "nora.png").exists()
