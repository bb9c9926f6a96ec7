# SPDX-License-Identifier: GPL-3.0-or-later
"""Word files as Word writes them."""

from __future__ import annotations

from typing import Any

import docx
import pytest
from docx.enum.text import WD_BREAK

P = "<w:p>{}</w:p>"
R = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'


def paragraph(*inside: str) -> str:
    return P.format("".join(inside))


def run(text: str) -> str:
    return R.format(text)


TALK = (paragraph(run("Paul : Et vous ?")), paragraph(run("Inès : Oui.")))


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (run("a") + "<w:ins>" + run("b") + "</w:ins>", "ab"),
        (run("a") + "<w:del><w:r><w:delText>b</w:delText></w:r></w:del>" + run("c"), "ac"),
        (run("a") + "<w:moveFrom>" + run("b") + "</w:moveFrom><w:moveTo>" + run("c") + "</w:moveTo>", "ac"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("a") + "</w:sdtContent></w:sdt>" + run("b"), "ab"),
        ("<w:smartTag><w:smartTagPr/>" + run("Lyon") + "</w:smartTag>", "Lyon"),
        ("<w:hyperlink>" + run("lien") + "</w:hyperlink>" + run("."), "lien."),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t>peut</w:t><w:noBreakHyphen/><w:t>être</w:t></w:r>", "peut\u2011être"),
        ("<w:r><w:t>peut</w:t><w:softHyphen/><w:t>être</w:t></w:r>", "peutêtre"),
        (run("a\u00a0b\u202fc"), "a\u00a0b\u202fc"),
        (run("a") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("b"), "ab"),
        (run("a") + '<w:commentRangeStart w:id="0"/>' + run("b") + '<w:commentRangeEnd w:id="0"/>', "ab"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Inès Durand</w:t></w:r>" + run("a"), "a"),
        ('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>' + run("3"), "3"),
        ('<w:r><w:sym w:font="Arial" w:char="00E9"/></w:r>' + run("t"), "ét"),
        (run("e\u0301te\u0301"), "été"),
    ],
)
def test_inside_a_paragraph(inside: str, words: str, word_xml: Any, said: Any) -> None:
    read = word_xml(*TALK, paragraph(run("Paul : "), inside), *TALK)
    assert said(read)[2] == ("Paul", words)


def test_what_is_left_out_is_said(word_xml: Any) -> None:
    read = word_xml(*TALK, paragraph("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>"), *TALK)
    assert len(read.warnings) == 1 and "tracked changes" in read.warnings[0].key


def test_a_deleted_paragraph_end_joins_two_paragraphs(word_xml: Any, said: Any) -> None:
    deleted = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    read = word_xml(*TALK, paragraph(deleted, run("Paul : un ")), paragraph(run("deux")), *TALK)
    assert said(read)[2] == ("Paul", "un deux")


def test_blocks_in_content_controls(word_xml: Any, said: Any) -> None:
    wrapped = "<w:sdt><w:sdtContent>" + paragraph(run("Paul : a")) + "</w:sdtContent></w:sdt>"
    assert said(word_xml(*TALK, wrapped, *TALK))[2] == ("Paul", "a")


def test_labels_after_soft_line_breaks(word: Any, said: Any) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Paul : Et vous ?")
    for line in ("Inès : Oui,", "enfin presque.", "Paul : Ah.", "Inès : Voilà."):
        paragraph.add_run().add_break(WD_BREAK.LINE)
        paragraph.add_run(line)
    assert said(word(document)) == [
        ("Paul", "Et vous ?"),
        ("Inès", "Oui,\nenfin presque."),
        ("Paul", "Ah."),
        ("Inès", "Voilà."),
    ]


def test_bold_comes_from_the_style_too(word: Any, said: Any) -> None:
    document = docx.Document()
    for name in ("Paul", "Inès Durand") * 3:
        paragraph = document.add_paragraph()
        paragraph.add_run(name, style="Strong")
        paragraph.add_run(" on se le demande bien")
    assert [s for s, _ in said(word(document))] == ["Paul", "Inès Durand"] * 3


def _table(rows: list[tuple[str, ...]]) -> Any:
    document = docx.Document()
    document.add_heading("Entretien 4")
    table = document.add_table(rows=0, cols=len(rows[0]))
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    return document


TURNS = [("Paul", "Et vous ?"), ("Inès", "Oui.\nEt encore : oui."), ("Paul", "Ah."), ("Inès", "Voilà.")]


def test_two_columns(word: Any, said: Any) -> None:
    read = word(_table(list(TURNS)))
    assert said(read) == TURNS
    assert read.title_block == "Entretien 4"


def test_labels_keep_their_colon_out(word: Any, said: Any) -> None:
    assert said(word(_table([(f"{s}\u00a0:", w) for s, w in TURNS]))) == TURNS


def test_a_heading_row_is_no_turn(word: Any, said: Any) -> None:
    assert said(word(_table([("Locuteur", "Propos"), *TURNS]))) == TURNS


def test_number_label_words(word: Any, said: Any) -> None:
    assert said(word(_table([(str(n), s, w) for n, (s, w) in enumerate(TURNS, 1)]))) == TURNS


def test_time_label_words_notes(word: Any, said: Any) -> None:
    read = word(_table([(f"00:0{n}:30", s, w, "rire") for n, (s, w) in enumerate(TURNS)]))
    assert said(read) == TURNS
    assert [t.time_ms for t in read.turns] == [30_000, 90_000, 150_000, 210_000]


def test_an_empty_label_cell_goes_on(word: Any, said: Any) -> None:
    read = word(_table([*TURNS, ("", "et puis"), ("Paul", "Bien.")]))
    assert said(read)[3:] == [("Inès", "Voilà.\net puis"), ("Paul", "Bien.")]


def test_a_table_that_only_lays_out(word: Any, said: Any) -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.text = "\n".join(f"{s} : {w}" for s, w in TURNS)
    assert said(word(document)) == TURNS


def test_a_small_table_among_paragraphs(word: Any, said: Any) -> None:
    document = _table(list(TURNS[:2]))
    for speaker, words in TURNS:
        document.add_paragraph(f"{speaker} : {words}")
    assert said(word(document)) == [*TURNS[:2], *TURNS]


def test_headers_and_pictures_are_told(word: Any) -> None:
    document = docx.Document()
    for line in ("Paul : Oui ?", "Inès : Oui.", "Paul : Ah.", "Inès : Voilà."):
        document.add_paragraph(line)
    document.sections[0].header.paragraphs[0].text = "Entretien confidentiel"
    read = word(document)
    assert "confidentiel" not in read.text
    assert [(notice.key, notice.values) for notice in read.notices] == [
        ("Headers and footers are left out: {n}.", {"n": 1})]
