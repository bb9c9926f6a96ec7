# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes laid out, read back in every format: groupings, orders by hand, definitions, what is kept back, patterns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import odfdo
import pytest
from docx import Document
from lxml import html
from openpyxl import load_workbook
from sqlalchemy import select

from coding import citation_pattern, citations, exports, quote_orders, saved_queries
from coding.changes import Writer
from coding.quotes import Query, find
from coding.reports.cover import kept_back
from coding.reports.quote_layout import Layout
from coding.reports.sheet import LINE, fit
from coding.reports.word import IN_TABLE, QUOTE
from models.code import Code
from models.errors import KnownError
from models.interview import Interview
from tests import build

NBSP = "\u00a0"
ROLE = "pair aidant & “ami” <de> 🌍"
LONG = "Très long. " * 4_000  # 44,000 characters: more than a cell of Excel takes


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    """Codes three deep, names that XML and HTML mind, several voices, a very long quote."""
    made = build.project(tmp_path, title="Pair aidance")
    build.code(made, "Réticences & craintes", definition="Ce qui retient.\nDeux lignes.", include="<b>", exclude="&")
    build.code(made, "Réticences & craintes > Peur > De la rechute", definition="Rechuter.")
    build.interview(made, "Zoé <1>", [("Q", "Alors ?"), ("Zoé 🌍", "Une peur : la mienne !"), ("Zoé 🌍", LONG.strip())],
                    people={"Zoé 🌍": ROLE})
    build.interview(made, "Elodie et Margot", [("Elodie", "Un doute."), ("Margot", "Le *secret* | tu.")],
                    people={"Elodie": "infirmière", "Margot": ""})
    deep = "Réticences & craintes > Peur > De la rechute"
    build.coded(made, "Zoé <1>", "Une peur : la mienne !", deep, "Statut")
    build.coded(made, "Zoé <1>", LONG.strip(), "Statut")
    build.coded(made, "Elodie et Margot", "Un doute.\nMargot : Le *secret* | tu.", deep)
    build.coded(made, "Elodie et Margot", "Un doute.", deep)
    yield made
    made.store.close()


def export(writer: Writer, path: Path, query: Query | None = None, **layout: Any) -> Path:
    with writer.store.reading() as session:
        exports.quotes(session, path, query or Query(), layout=Layout(**layout))
    return path


def ids(writer: Writer) -> dict[str, int]:
    with writer.store.reading() as session:
        return {quote.source: quote.passage_id for quote in find(session)}


def lines(path: Path) -> list[str]:
    """The paragraphs of the file, headings and quotes in the order they stand, cells included."""
    match path.suffix:
        case ".docx":
            return ["".join(run.text or "" for run in p.iter("{*}t")) for p in Document(str(path)).element.iter("{*}p")]
        case ".odt":
            body = odfdo.Document(str(path)).body
            return [p.inner_text for p in body.get_elements("//text:h|//text:p")]
        case ".html":
            page = html.fromstring(path.read_bytes())
            return ["".join(map(str, p.itertext())) for p in page.iter("h1", "h2", "h3", "h4", "p", "td", "blockquote")]
        case ".xlsx":
            return [str(cell) for row in load_workbook(path).worksheets[0].iter_rows(values_only=True) for cell in row
                    if cell]
        case _:
            return path.read_text("utf-8-sig").split("\n")


@pytest.mark.parametrize("form", ["paragraphs", "table"])
@pytest.mark.parametrize("ending", ["docx", "odt", "html", "md", "xlsx", "csv"])
def test_nothing_is_truncated_and_names_stay_as_they_are(
    writer: Writer, tmp_path: Path, ending: str, form: str
) -> None:
    whole = "\n".join(lines(export(writer, tmp_path / f"q.{ending}", form=form)))
    words = " ".join(whole.split())
    if ending == "xlsx":  # where the text goes on in the cell below
        words = "".join(str(row[9]) for row in load_workbook(tmp_path / "q.xlsx").worksheets[0].iter_rows(
            values_only=True) if row[9])
        assert words.count("Très long.") == 4_000
        return
    assert words.count("Très long.") == (8_000 if ending == "csv" else 4_000)
    for name in ("Réticences & craintes", "Zoé <1>", ROLE):
        assert (name.replace("<", "\\<") if ending == "md" else name.replace('"', '""')) in words, name


@pytest.mark.parametrize("ending", ["docx", "odt", "html", "md", "csv"])
def test_what_is_not_to_be_cited_never_leaves(writer: Writer, tmp_path: Path, ending: str) -> None:
    key = ids(writer)["Une peur : la mienne !"]
    writer.do(build.BUILD, lambda s: citations.write(s, key, is_withheld=True))
    whole = "\n".join(lines(export(writer, tmp_path / f"q.{ending}")))
    assert "la mienne" not in whole
    assert kept_back(1) in whole or ending == "csv"
    writer.do(build.BUILD, lambda s: citations.withhold_interview(
        s, s.scalars(select(Interview.id).where(Interview.title == "Elodie et Margot")).one(), True))
    whole = "\n".join(lines(export(writer, tmp_path / f"q.{ending}")))
    assert "Un doute" not in whole
    assert "Très long" in whole


def test_every_quote_kept_back_leaves_a_cover(writer: Writer, tmp_path: Path) -> None:
    path = export(writer, tmp_path / "q.docx", Query(words="introuvable"))
    document = Document(str(path))
    assert document.paragraphs[0].style is not None
    assert document.paragraphs[0].style.style_id == "Title"
    assert "TOC" not in document.element.xml
    for ending in ("odt", "html", "md", "xlsx", "csv"):
        export(writer, tmp_path / f"q.{ending}", Query(words="introuvable"), form="table", definitions=True)


@pytest.mark.parametrize("ending", ["docx", "odt", "html", "md"])
def test_the_text_as_cited_is_printed(writer: Writer, tmp_path: Path, ending: str) -> None:
    key = ids(writer)["Une peur : la mienne !"]
    writer.do(build.BUILD, lambda s: citations.write(s, key, text="Une peur […] !"))
    assert any("Une peur […]" in line for line in lines(export(writer, tmp_path / f"q.{ending}")))


@pytest.mark.parametrize("ending", ["docx", "odt", "html", "md"])
def test_definitions_stand_under_their_heading(writer: Writer, tmp_path: Path, ending: str) -> None:
    found = [line for line in lines(export(writer, tmp_path / f"q.{ending}", definitions=True)) if line.strip()]
    below = [found[place + 1] for place, line in enumerate(found) if line.lstrip("# ") == "Peur > De la rechute"]
    assert "Rechuter." in below[-1]  # the first may be in the table of contents
    assert any("Ce qui retient." in line for line in found)
    by_interview = lines(export(writer, tmp_path / f"i.{ending}", definitions=True, grouping="interview"))
    assert any("Rechuter." in line for line in by_interview[-8:])


def test_an_order_by_hand_is_kept(writer: Writer, tmp_path: Path) -> None:
    known = ids(writer)
    both, doubt, fear = (known["Un doute.\nMargot : Le *secret* | tu."], known["Un doute."],
                         known["Une peur : la mienne !"])

    def act(session: Any) -> None:
        code = session.scalars(select(Code.id).where(Code.name == "De la rechute")).one()
        interview = session.scalars(select(Interview.id).where(Interview.title == "Elodie et Margot")).one()
        query = saved_queries.save(session, "La peur", Query(code_ids=(code,)))
        quote_orders.give(session, "code_id", code, [doubt, fear])
        quote_orders.give(session, "interview_id", interview, [both])
        quote_orders.give(session, "query_id", query, [fear, both, doubt])

    writer.do(build.BUILD, act)

    def quoted(path: Path) -> list[str]:
        return [p.text.partition(f"{NBSP}»")[0].strip(f"« {NBSP}") for p in Document(str(path)).paragraphs
                if p.style is not None and p.style.style_id == QUOTE and "Très" not in p.text]

    doubts = f"Un doute. –{NBSP}Le *secret* | tu."
    fears = f"Une peur{NBSP}: la mienne{NBSP}!"
    assert quoted(export(writer, tmp_path / "t.docx")) == ["Un doute.", fears, doubts, fears]
    assert quoted(export(writer, tmp_path / "i.docx", grouping="interview"))[-2:] == [doubts, "Un doute."]
    assert quoted(export(writer, tmp_path / "q.docx", grouping="query")) == [fears, doubts, "Un doute."]
    with (export(writer, tmp_path / "q.csv", grouping="query")).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert (rows[0]["query"], rows[0]["quote"]) == ("La peur", "Une peur : la mienne !")


def test_only_the_saved_queries_asked_for_and_only_what_the_filters_let_through(
    writer: Writer, tmp_path: Path
) -> None:
    def act(session: Any) -> int:
        saved_queries.save(session, "Tout", Query())
        return saved_queries.save(session, "Doute", Query(words="doute"))

    key = writer.do(build.BUILD, act).result
    path = export(writer, tmp_path / "q.md", Query(words="secret"), grouping="query", query_ids=(key,))
    whole = path.read_text("utf-8")
    assert "\n## Doute\n" in whole
    assert "\n## Tout\n" not in whole
    assert whole.count("\n> ") == 1


def test_a_table_has_the_words_whose_they_are_and_where(writer: Writer, tmp_path: Path) -> None:
    document = Document(str(export(writer, tmp_path / "q.docx", form="table")))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    row = next(row for row in rows if "la mienne" in row[0])
    assert row[0].startswith("«")
    assert row[1] == f"Zoé 🌍, {ROLE}"
    assert row[2].startswith("Zoé <1>, ")
    assert {p.style.style_id for p in document.tables[0].rows[1].cells[0].paragraphs} == {IN_TABLE}
    assert all(table.rows[0]._tr.find(".//{*}tblHeader") is not None for table in document.tables)
    page = html.fromstring(export(writer, tmp_path / "q.html", form="table").read_bytes())
    assert len(page.findall(".//thead")) == len(document.tables)


def test_the_pattern_of_the_layout_goes_before_the_projects(writer: Writer, tmp_path: Path) -> None:
    writer.do(build.BUILD, lambda s: citation_pattern.write(s, "{interview}, {turn} : « {quote} »"))
    assert f"Elodie et Margot, 1{NBSP}: «{NBSP}Un doute.{NBSP}»" in lines(export(writer, tmp_path / "a.docx"))
    other = lines(export(writer, tmp_path / "b.docx", pattern="{quote} [{pseudonym}]"))
    assert "Un doute. [Elodie]" in other
    with pytest.raises(KnownError):
        export(writer, tmp_path / "c.docx", pattern="{rien}")


def test_html_stands_alone_and_speaks_french(writer: Writer, tmp_path: Path) -> None:
    page = html.fromstring(export(writer, tmp_path / "q.html").read_bytes())
    assert page.get("lang") == "fr"
    assert not page.xpath("//script|//link|//img|//@src")
    targets = [(link.get("href") or "")[1:] for link in page.iterfind(".//nav//a")]
    assert targets
    assert set(targets) <= {element.get("id") for element in page.iter()}
    assert "@media print" in (page.findtext(".//style") or "")


def test_the_contents_of_an_odt_lead_to_its_headings(writer: Writer, tmp_path: Path) -> None:
    document = odfdo.Document(str(export(writer, tmp_path / "q.odt")))
    body = document.body
    marks = {mark.get_attribute("text:name") for mark in body.get_elements("//text:h/text:bookmark")}
    refs = body.get_elements("//text:table-of-content//text:bookmark-ref")
    assert refs
    assert {ref.get_attribute("text:ref-name") for ref in refs} <= marks
    styles = {style.get_attribute("style:name") for style in document.get_styles()}
    used = {p.get_attribute("text:style-name") for p in body.get_elements("//text:p|//text:h")}
    assert used <= styles
    assert {heading.get_attribute("text:outline-level") for heading in body.get_elements("//text:h")} == {"1", "2", "3"}
    with ZipFile(tmp_path / "q.odt") as odt:
        assert b'fo:language="fr"' in odt.read("styles.xml")


def test_a_definition_stays_on_the_page_of_its_first_quote(writer: Writer, tmp_path: Path) -> None:
    found = [paragraph for paragraph in Document(str(export(writer, tmp_path / "q.docx", definitions=True))).paragraphs
             if paragraph.text.strip()]
    headings = [str(getattr(paragraph.style, "name", "")).startswith("Heading") for paragraph in found]
    bound = [place for place, paragraph in enumerate(found)
             if paragraph.paragraph_format.keep_with_next and not headings[place]]
    assert bound
    assert all(found[place - 1].paragraph_format.keep_with_next or headings[place - 1] for place in bound)


def test_rows_are_as_tall_as_their_text(writer: Writer, tmp_path: Path) -> None:
    sheet = load_workbook(export(writer, tmp_path / "q.xlsx")).worksheets[0]
    long, short = "Nous avions peur. " * 30, "Peur."
    fit(sheet, 500, (short, long), (10, 40))
    fit(sheet, 501, (short, short), (10, 40))
    assert sheet.row_dimensions[500].height == 13 * LINE
    assert sheet.row_dimensions[501].height is None
