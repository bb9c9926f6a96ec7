# SPDX-License-Identifier: GPL-3.0-or-later
"""Links in memos: plain text that reads back as it was written, whatever stands around."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding import memo_links, passages
from coding.changes import Label, Writer
from coding.memo_links import Link
from tests import build

DO = Label("do")
GUIDS = st.uuids().map(str)
# Words in which the marks of links are far more frequent than chance would have it.
MARKS = st.sampled_from(
    ["[[", "]]", "[", "]", "p:", "[[p:", "|", "\n", "\u00a0", "«", "»", "é", "😀",
     "3f2504e0-4f89-11d3-9a0c-0305e82c3301"])
WORDS = st.lists(st.one_of(st.text(max_size=6), MARKS), max_size=12).map("".join)
KINDS = st.sampled_from(["passage", "code", "interview"])
LINKS = st.builds(memo_links.make, KINDS, GUIDS, WORDS)


@given(st.lists(st.one_of(WORDS, LINKS.map(lambda link: link.source)), max_size=6).map("".join))
def test_any_text_is_its_pieces_again(text: str) -> None:
    assert memo_links.written(memo_links.pieces(text)) == text


@given(LINKS)
def test_a_link_reads_back(link: Link) -> None:
    assert memo_links.pieces(link.source) == [link]
    assert "\n" not in link.source


@given(st.text(alphabet="ab \nc«»é😀", max_size=10), LINKS, st.text(alphabet="ab \n«»é😀", max_size=10), LINKS)
def test_links_are_found_among_words(before: str, one: Link, between: str, other: Link) -> None:
    text = before + one.source + between + other.source + "."
    assert memo_links.links(text) == [one, other]
    assert memo_links.written(memo_links.pieces(text)) == text


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Inès", [("Q", "Et alors ?"), ("Inès", "Je ne sais pas. On verra bien.")],
                    people={"Inès": "pair aidante"})
    with made.store:
        yield made


def test_a_link_follows_its_passage_and_says_when_it_has_gone(writer: Writer) -> None:
    passage_id = build.coded(writer, "Inès", "Je ne sais pas.", "Doute")
    with writer.store.reading() as session:
        link, = memo_links.to_passages(session, [passage_id, 999])
        text = f"Voir {link.source} !"
        targets = memo_links.resolve(session, memo_links.links(text))
    assert link.label == "«\u00a0Je ne sais pas.\u00a0»"
    assert memo_links.shown(link, targets) == "«\u00a0Je ne sais pas.\u00a0» (Inès, tour\u00a02)"
    assert memo_links.rendered(text, targets, "fr") == "Voir «\u00a0Je ne sais pas.\u00a0» (Inès, tour\u00a02) !"
    start = targets[link.guid].start
    writer.do(DO, lambda s: passages.resize(s, passage_id=passage_id, start=start, end=start + 29))
    with writer.store.reading() as session:
        moved = memo_links.resolve(session, [link])
    assert memo_links.rendered(link.source, moved, "fr").startswith("«\u00a0Je ne sais pas. On verra bien")
    writer.do(DO, lambda s: passages.remove(s, passage_id=passage_id))
    with writer.store.reading() as session:
        gone = memo_links.resolve(session, [link])
    assert gone == {}
    assert memo_links.rendered(text, gone, "fr").startswith(f"Voir {link.label} (")


def test_links_lead_to_codes_and_interviews(writer: Writer) -> None:
    code_id = build.code(writer, "Doute > Attente [bis]")
    with writer.store.reading() as session:
        links = [memo_links.to_code(session, code_id), memo_links.to_interview(session, 1)]
        text = " et ".join(link.source for link in links)
        assert memo_links.links(text) == links
        targets = memo_links.resolve(session, links)
    assert memo_links.rendered(text, targets, "fr") == "Doute > Attente [bis] et Inès"
    assert [targets[link.guid].kind for link in links] == ["code", "interview"]
