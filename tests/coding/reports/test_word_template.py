# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes in the user's own Word document: its styles, pages, headers; its text gone; what cannot be one is refused."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from sqlalchemy.orm import Session

from coding import exports
from coding.language import say
from coding.quotes import Query
from coding.reports.quote_layout import Layout
from coding.reports.word import QUOTE, SMALL
from models.errors import KnownError


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PIXEL = (b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
         + _chunk(b"IDAT", zlib.compress(b"\0\0")) + _chunk(b"IEND", b""))


def template(folder: Path, change: Any = None) -> Path:
    """A thesis's template: French ids, its own quote style, two sections, the last of them wide, a picture, a link."""
    document = Document()
    styles = document.styles
    for name, key in (("Heading 1", "Titre1"), ("Heading 2", "Titre2")):
        styles[name].element.set(qn("w:styleId"), key)
    styles.add_style("Citation", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(10)
    document.sections[0].header.paragraphs[0].text = "Thèse de santé publique"
    document.add_heading("Un ancien texte", 1)
    document.add_picture(io.BytesIO(PIXEL))
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = Cm(4)
    protection = OxmlElement("w:documentProtection")
    protection.set(qn("w:edit"), "readOnly")
    document.settings.element.append(protection)
    if change is not None:
        change(document)
    document.save(str(folder / "modèle.docx"))
    return folder / "modèle.docx"


def export(session: Session, folder: Path, **layout: Any) -> Any:
    path = folder / "extraits.docx"
    exports.quotes(session, path, Query(), layout=Layout(**layout))
    return Document(str(path))


def styles_used(document: Any) -> set[str]:
    return {mark.get(qn("w:val")) for mark in document.element.body.iter(qn("w:pStyle"))}


def styles_there(document: Any) -> set[str]:
    return {style.get(qn("w:styleId")) for style in document.styles.element.findall(qn("w:style"))}


def test_the_templates_styles_pages_and_headers_stay_and_its_text_goes(session: Session, tmp_path: Path) -> None:
    document = export(session, tmp_path, template=template(tmp_path))
    used = styles_used(document)
    assert {"Titre1", "Titre2", "Citation", SMALL, "TOC1"} <= used
    assert not {"Heading1", QUOTE} & used
    assert used <= styles_there(document)
    assert "ancien texte" not in document.element.xml
    assert len(document.sections) == 1
    section = document.sections[0]
    assert (section.orientation, section.left_margin.cm) == (WD_ORIENT.LANDSCAPE, pytest.approx(4, abs=0.01))
    assert section.header.paragraphs[0].text == "Thèse de santé publique"
    assert document.settings.element.find(qn("w:documentProtection")) is None
    with zipfile.ZipFile(tmp_path / "extraits.docx") as parts:
        assert not [name for name in parts.namelist() if "media" in name]
    tab = next(document.element.body.iter(qn("w:tab")))
    assert int(tab.get(qn("w:pos"))) == pytest.approx((29.7 - 4 - 3.17) * 567, rel=0.01)


def test_or_its_text_stays_before(session: Session, tmp_path: Path) -> None:
    document = export(session, tmp_path, template=template(tmp_path), continued=True)
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "Un ancien texte"
    assert any("peur" in text for text in texts)
    assert len(document.sections) == 2


def test_styles_that_it_lacks_are_added(session: Session, tmp_path: Path) -> None:
    def strip(document: Any) -> None:
        for style in list(document.styles.element.findall(qn("w:style"))):
            if style.get(qn("w:default")) != "1":
                document.styles.element.remove(style)

    document = export(session, tmp_path, template=template(tmp_path, strip), form="table", definitions=True)
    assert styles_used(document) <= styles_there(document)
    levels = {style.get(qn("w:styleId")): style.find(".//" + qn("w:outlineLvl")) for style in
              document.styles.element.findall(qn("w:style"))}
    assert levels["Heading2"].get(qn("w:val")) == "1"


def test_an_export_is_a_template_for_the_next(session: Session, tmp_path: Path) -> None:
    export(session, tmp_path)
    (tmp_path / "extraits.docx").rename(tmp_path / "premier.docx")
    document = export(session, tmp_path, template=tmp_path / "premier.docx")
    keys = [style.get(qn("w:styleId")) for style in document.styles.element.findall(qn("w:style"))]
    assert len(keys) == len(set(keys))
    assert QUOTE in styles_used(document)


def test_a_model_of_word_serves(session: Session, tmp_path: Path) -> None:
    with zipfile.ZipFile(template(tmp_path)) as plain, zipfile.ZipFile(tmp_path / "modèle.dotx", "w") as model:
        for name in plain.namelist():
            model.writestr(name, plain.read(name).replace(b"document.main+xml", b"template.main+xml"))
    export(session, tmp_path, template=tmp_path / "modèle.dotx")


@pytest.mark.parametrize("content", [
    b"", b"PK\x03\x04 rubbish", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, "no zip", "no word", "bad xml",
    "other",
])
def test_what_is_no_template_is_refused_in_a_sentence(session: Session, tmp_path: Path, content: bytes | str) -> None:
    path = tmp_path / "modèle.docx"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        whole = template(tmp_path).read_bytes()
        with zipfile.ZipFile(io.BytesIO(whole)) as plain, zipfile.ZipFile(path, "w") as other:
            for name in plain.namelist():
                raw = plain.read(name)
                if name == "word/document.xml" and content == "no word":
                    continue
                if name == "word/document.xml" and content == "bad xml":
                    raw = raw[:500]
                if name == "[Content_Types].xml" and content == "other":
                    raw = raw.replace(b"document.main+xml", b"something+xml")
                other.writestr(name, raw)
        if content == "no zip":
            path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(KnownError) as refused:
        export(session, tmp_path, template=path)
    assert "modèle.docx" in say(refused.value)
    assert not (tmp_path / "extraits.docx").exists()


def test_a_template_that_is_gone_is_named(session: Session, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as refused:
        export(session, tmp_path, template=tmp_path / "parti.docx")
    assert "parti.docx" in say(refused.value)


@pytest.mark.parametrize("grouping", ["theme", "interview"])
def test_the_contents_lead_to_each_heading(session: Session, tmp_path: Path, grouping: str) -> None:
    document = export(session, tmp_path, grouping=grouping)
    body = document.element.body
    marks = {mark.get(qn("w:name")): mark.getparent() for mark in body.iter(qn("w:bookmarkStart"))}
    ids = [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(ids) == len(set(ids)) == len(list(body.iter(qn("w:bookmarkEnd"))))
    links = list(body.iter(qn("w:hyperlink")))
    shown = {link.get(qn("w:anchor")): "".join(link.itertext(qn("w:t"))) for link in links}
    headings = {name: "".join(parent.itertext(qn("w:t"))) for name, parent in marks.items()
                if parent.pPr.pStyle.get(qn("w:val")) in ("Heading1", "Heading2")}
    assert set(shown) == set(headings)
    assert all(text.startswith(headings[name]) and text[len(headings[name]):].isdigit()
               for name, text in shown.items())
    instructions = [mark.text or "" for mark in body.iter(qn("w:instrText"))]
    assert sum("TOC \\o" in text for text in instructions) == 1
    assert sum("PAGEREF" in text for text in instructions) == len(links)
    kinds = [mark.get(qn("w:fldCharType")) for mark in body.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("end") == kinds.count("separate") == len(links) + 1
    assert next(body.iter(qn("w:fldChar"))).get(qn("w:dirty")) == "true"


def test_no_contents_when_none_are_asked_for(session: Session, tmp_path: Path) -> None:
    assert "instrText" not in export(session, tmp_path, contents=False).element.xml
