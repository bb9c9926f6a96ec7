# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document

from coding.exchange import foreign as told
from coding.exchange.reading import read_codebook, read_project
from coding.exchange.unfolding import separator, unfolded
from tests.coding.exchange.foreign import code, codes, guid, qdpx, selection, source

CASES = Path(__file__).resolve().parents[4] / "shared" / "cases" / "refi"
samples = pytest.mark.skipif(not CASES.is_dir(), reason="the samples are not here")
TEXT = "Q : Et alors 😀 ?\nMarie : Je travaille au café.\n"


def words(exchange: object) -> list[str]:
    return [source.text[each.start : each.end] for source in exchange.sources  # type: ignore[attr-defined]
            for each in source.selections]


def losses(exchange: object) -> dict[str, int]:
    return {loss.what: loss.n for loss in exchange.losses}  # type: ignore[attr-defined]


@samples
def test_eslo_has_all_its_selections_on_their_words() -> None:
    found = read_project(CASES / "aqda_eslo.qdpx")
    assert len(found.sources) == 10
    assert not found.losses
    with zipfile.ZipFile(CASES / "aqda_eslo.qdpx") as whole:
        raw = {each.guid: whole.read(f"Sources/{each.guid}.txt").decode() for each in found.sources}
        xml = whole.read("project.qde").decode()
    spans = [(source, each) for source in found.sources for each in source.selections]
    assert len(spans) == 182
    for one, each in spans:
        at = xml.index(f'<PlainTextSelection guid="{each.guid}"')
        start, end = (int(xml[at:].split(f'{name}="', 1)[1].split('"', 1)[0])
                      for name in ("startPosition", "endPosition"))
        assert one.text[each.start : each.end] == raw[one.guid][start:end]


@samples
def test_the_standards_own_sample() -> None:
    found = read_project(CASES / "atlasti_8.4_standard__sky-loom-refi-qda.qdpx")
    assert [user.name for user in found.users][-1] == "Sebastian Petrausch"
    assert [note.name for note in found.notes] == ["Research Plan", "My favorite Coke ad"]
    assert found.notes[0].text.endswith("day to day log about this amazing project")
    assert separator(found.codes) == "::"
    tree = {code.name: [below.name for below in code.codes] for code in unfolded(found.codes, "::")}
    assert tree["Coke"] == ["full-fat Coke", "diet Coke"]
    assert len(tree) == 12
    assert losses(found)[told.GRAPHS] == 1


@samples
@pytest.mark.parametrize("name", ["atlasti_23.4.0_codebook__requal-test.qdc", "atlasti_23.4.0_codebook_ns-0-4.qdc"])
def test_codebooks_of_two_namespaces(name: str) -> None:
    found = read_codebook(CASES / name)
    assert [(code.name, code.colour, code.description) for code in found.codes] == [("code1", "#46aa00", "description")]
    assert found.sets[0].codes == [found.codes[0].guid]


@samples
def test_a_codebook_that_is_not_valid_is_read() -> None:
    found = read_codebook(CASES / "taguette_1.5.2_codebook_SCHEMA-INVALID.qdc")
    assert len(found.codes) == 31
    assert not found.sets
    assert separator(found.codes, found.origin) == "/"
    assert len(unfolded(found.codes, "/")) == 31
    assert unfolded(found.codes, "/")[1].codes[0].name == "réticences"


@pytest.mark.parametrize(("main", "folder"), [
    ("Project.QDE", "Sources"), ("Trial.qde", "SOURCES"), ("p.qde", "sources")])
def test_whatever_the_case_of_names(tmp_path: Path, main: str, folder: str) -> None:
    path = qdpx(tmp_path / "a.qdpx", codes(code(1, "Travail")) + "<Sources>" + source(
        2, "A.txt", selection(3, 25, 45, 1)) + "</Sources>", {"a.TXT": TEXT.encode()}, main=main, folder=folder)
    assert words(read_project(path)) == ["Je travaille au café"]


def test_the_file_tells_how_it_counts(tmp_path: Path) -> None:
    """UTF-16 units, line ends of one, a byte order mark not counted, ends inclusive: the words say so."""
    raw = ("\ufeff" + TEXT.replace("\n", "\r\n")).encode()
    start = len("Q : Et alors 😀 ?\nMarie : ") + 1
    path = qdpx(tmp_path / "a.qdpx", codes(code(1, "Travail")) + "<Sources>" + source(
        2, "a.txt", selection(3, start, start + len("Je travaille au café") - 1, 1, "Je travaille au café")) +
        "</Sources>", {"a.txt": raw})
    found = read_project(path)
    assert words(found) == ["Je travaille au café"]
    assert found.sources[0].text == TEXT
    assert not found.losses


def test_every_dress_of_identifiers_and_missing_ones(tmp_path: Path) -> None:
    braced = "{" + guid(1).upper() + "}"
    path = qdpx(tmp_path / "a.qdpx", codes(code(1, "Travail")) + (
        f'<Sources><TextSource guid="{braced.replace("0001", "0002")}" name="a" plainTextPath="internal://a.txt">'
        f'<PlainTextSelection startPosition="0" endPosition="1"><Coding><CodeRef targetGUID="{braced}"/></Coding>'
        "</PlainTextSelection></TextSource></Sources>"), {"a.txt": TEXT.encode()})
    found, again = read_project(path), read_project(path)
    assert found == again
    assert found.sources[0].guid == guid(2)
    coding = found.sources[0].selections[0].codings[0]
    assert coding.code == found.codes[0].guid == guid(1)
    assert coding.guid and coding.user == ""


def test_text_inside_beside_or_in_word_only(tmp_path: Path) -> None:
    document = Document()
    for line in TEXT.strip().split("\n"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "w.docx"))
    (tmp_path / "beside.txt").write_text(TEXT)
    inside = (
        codes(code(1, "Travail")) + "<Sources>"
        f'<TextSource guid="{guid(2)}" name="in"><PlainTextContent>{TEXT}</PlainTextContent></TextSource>'
        + source(3, "beside", path="relative:///beside.txt") + source(4, "far", path="absolute:///C:/X/beside.txt")
        + f'<TextSource guid="{guid(5)}" name="w" richTextPath="internal://w.docx">'
        + selection(6, 5, 25, 1, "Je travaille au café") + "</TextSource>" + source(7, "nowhere.txt") + "</Sources>")
    found = read_project(qdpx(tmp_path / "a.qdpx", inside, {"w.docx": (tmp_path / "w.docx").read_bytes()}))
    assert [each.text.strip() for each in found.sources] == [TEXT.strip()] * 4
    assert words(found) == ["Je travaille au café"]
    assert losses(found) == {told.WORD_ONLY: 1, told.MISSING_TEXTS: 1, told.MOVED: 1}


def test_pages_by_their_text_and_recordings_by_their_transcripts(tmp_path: Path) -> None:
    inside = codes(code(1, "Travail")) + (
        f'<Sources><PDFSource guid="{guid(2)}" name="p.pdf">'
        f'<PDFSelection guid="{guid(3)}" page="0" firstX="0" firstY="0" secondX="1" secondY="1"><Representation '
        f'guid="{guid(4)}"><PlainTextContent>au café</PlainTextContent></Representation><Coding guid="{guid(5)}">'
        f'<CodeRef targetGUID="{guid(1)}"/></Coding></PDFSelection>'
        f'<PDFSelection guid="{guid(6)}" page="0" firstX="0" firstY="0" secondX="1" secondY="1"/>'
        f'<Representation guid="{guid(7)}" plainTextPath="internal://a.txt">{selection(8, 0, 1, 1)}</Representation>'
        f'</PDFSource><AudioSource guid="{guid(20)}" name="a.mp3"><Transcript guid="{guid(21)}" '
        f'plainTextPath="internal://b.txt"><SyncPoint guid="{guid(22)}" position="0" timeStamp="0"/>'
        f'<SyncPoint guid="{guid(23)}" position="7" timeStamp="900"/><TranscriptSelection guid="{guid(24)}" '
        f'fromSyncPoint="{guid(22)}" toSyncPoint="{guid(23)}"><Coding guid="{guid(25)}">'
        f'<CodeRef targetGUID="{guid(1)}"/></Coding></TranscriptSelection></Transcript>'
        f'<AudioSelection guid="{guid(26)}" begin="0" end="9"/></AudioSource>'
        f'<PictureSource guid="{guid(30)}" name="i.png"/></Sources><Sets><Set guid="{guid(40)}" name="G">'
        f'<MemberSource targetGUID="{guid(7)}"/><MemberSource targetGUID="{guid(20)}"/></Set></Sets>')
    found = read_project(qdpx(tmp_path / "a.qdpx", inside, {"a.txt": TEXT.encode(), "b.txt": b"Bonjour Marie."}))
    assert words(found) == ["Q", "au café", "Bonjour"]
    assert found.sets[0].sources == [guid(2), guid(20)]
    assert losses(found) == {told.MEDIA: 3, told.MEDIA_SELECTIONS: 2}


def test_odd_elements_are_told_or_passed_over(tmp_path: Path) -> None:
    inside = ("<Users><User id='mk'/></Users><CodeBook><Codes/></CodeBook><Sources>" + source(
        2, "a.txt", selection(3, 4, 4, 9) + selection(4, 900, 905, 9)) + "</Sources><Sets/>"
        "<Graphs><Graph name='g'/></Graphs>")
    found = read_project(qdpx(tmp_path / "a.qdpx", inside, {"a.txt": TEXT.encode(), ".root": b""}))
    assert found.users[0].name == "mk"
    assert not found.codes and not words(found)
    assert losses(found) == {told.NO_CODE: 2, told.ZERO: 1, told.OUTSIDE: 1, told.GRAPHS: 1}


def test_levels_in_names_become_a_tree() -> None:
    from coding.exchange.model import CodeNode

    flat = [CodeNode(guid(n), name) for n, name in enumerate(["A::x", "B", "A", "A::y::z", "C::"], 1)]
    tree = unfolded(flat, "::")
    assert [(one.name, [two.name for two in one.codes]) for one in tree] == [
        ("A", ["x", "y"]), ("B", []), ("C::", [])]
    assert tree[0].guid == guid(3)
    assert separator([CodeNode("", "et/ou"), CodeNode("", "b")]) == ""
