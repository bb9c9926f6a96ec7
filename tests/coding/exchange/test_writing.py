# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from coding import codebook, sample
from coding import project as projects
from coding.exchange import elements, project_xml, writing, xsd
from coding.exchange.gathering import gather, gather_codebook
from coding.exchange.model import (
    Case,
    CodeNode,
    Coding,
    Exchange,
    Link,
    Note,
    Selection,
    Set,
    Source,
    User,
    Variable,
)
from models.errors import KnownError
from tests.coding.exchange import rich

ROOT = Path(__file__).resolve().parents[3]
GUIDS = st.integers(0, 2**128 - 1).map(lambda number: str(UUID(int=number)))
WORDS = st.text(max_size=30)
NAMES = st.text(min_size=1, max_size=30)
DATES = st.datetimes(datetime.fromisoformat("1000-01-01"))
MOMENTS = st.none() | DATES.map(lambda at: at.replace(microsecond=0))
COLOURS = st.sampled_from(["", "#000000", "#c2513a"])


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Exchange]:
    writer = rich.project(tmp_path_factory.mktemp("rich"))
    with writer.store.reading() as session:
        yield gather(session)
    writer.store.close()


def read_back(path: Path) -> tuple[Any, dict[str, str]]:
    """The root of the .qde, and the texts by the names that it gives them."""
    with zipfile.ZipFile(path) as whole:
        texts = {f"internal://{name.removeprefix('sources/')}": whole.read(name).decode()
                 for name in whole.namelist() if name != writing.MAIN}
        return etree.fromstring(whole.read(writing.MAIN), etree.XMLParser(huge_tree=True)), texts


def each(root: Any, name: str) -> list[Any]:
    return list(root.iter(f"{{{project_xml.PROJECT}}}{name}"))


def test_one_of_everything_is_valid_and_stands_where_it_says(everything: Exchange, tmp_path: Path) -> None:
    path = tmp_path / "tout.qdpx"
    writing.write_project(path, everything)
    root, texts = read_back(path)
    seen = 0
    for source in each(root, "TextSource"):
        text = texts[source.get("plainTextPath")]
        for selection in each(source, "PlainTextSelection"):
            start, end = int(selection.get("startPosition")), int(selection.get("endPosition"))
            assert text[start:end] == selection.get("name")
            seen += 1
    assert seen == 3
    guids = [element.get("guid") for element in root.iter() if element.get("guid")]
    assert len(guids) == len(set(guids))
    pointed = {element.get(name) for element in root.iter() for name in ("targetGUID", "originGUID", "creatingUser")
               if element.get(name)}
    assert pointed <= set(guids)


def test_the_same_project_gives_the_same_bytes(everything: Exchange, tmp_path: Path) -> None:
    one, other = tmp_path / "1.qdpx", tmp_path / "2.qdpx"
    for path in (one, other):
        writing.write_project(path, everything)
    assert one.read_bytes() == other.read_bytes()


def test_how_far_it_has_come_is_told(everything: Exchange, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    writing.write_project(tmp_path / "1.qdpx", everything, lambda *said: told.append(said))
    assert [done for done, _total, _what in told] == sorted(done for done, _total, _what in told)
    assert {total for _done, total, _what in told} == {7} and told[-1][0] == 6


def test_the_sample_and_its_codebook_are_valid(tmp_path: Path) -> None:
    sample.build(tmp_path / "exemple.filrouge")
    with projects.open_reader(tmp_path / "exemple.filrouge") as store, store.reading() as session:
        writing.write_project(tmp_path / "exemple.qdpx", gather(session))
        book, codes = gather_codebook(session), len(codebook.read(session))
    writing.write_codebook(tmp_path / "exemple.qdc", book)
    root = etree.parse(str(tmp_path / "exemple.qdc")).getroot()
    assert len(root.findall(".//{*}Code")) == codes and len(root.findall(".//{*}MemberCode")) > 10


def test_a_second_reader_finds_everything(everything: Exchange, tmp_path: Path) -> None:
    from pyrefiqda import RefiProject

    path = tmp_path / "tout.qdpx"
    writing.write_project(path, everything)
    project = RefiProject.load(path, str(tmp_path / "out"))
    codes = {}

    def walk(found: Any) -> None:
        for code in found:
            codes[code.guid] = code.name
            walk(code.code)

    walk(project.code_book.codes.code)
    assert list(codes.values()) == ["Réticences", "Attentes", "Aller mieux", "Près des siens"]
    assert [source.name for source in project.sources.text_source] == [rich.PAUL, rich.LEA, rich.NOTES]
    coded = []
    for source in project.sources.text_source:
        file = RefiProject.resolve_source_path(source.plain_text_path, str(tmp_path / "out"))
        with file.open(encoding="utf-8", newline="") as stream:
            text = stream.read()
        for selection in source.plain_text_selection:
            assert text[selection.start_position:selection.end_position] == selection.name
            coded += [(selection.name, codes[coding.code_ref.target_guid]) for coding in selection.coding]
    assert ("j’ai peur d’y retourner", "Réticences") in coded and ("mieux", "Aller mieux") in coded and len(coded) == 5


def test_a_second_reader_finds_the_codebook(tmp_path: Path) -> None:
    from pyrefiqda import RefiCodebook

    code = CodeNode(str(UUID(int=1)), "Un", colour="#112233")
    writing.write_codebook(tmp_path / "1.qdc", Exchange("x", codes=[code]))
    book = RefiCodebook.load(tmp_path / "1.qdc")
    assert [(code.name, code.color) for code in book.codes.code] == [("Un", "#112233")]


@st.composite
def exchanges(draw: st.DrawFn) -> Exchange:
    """Any file that our model can hold: odd signs, deep trees, nothing at all."""
    used = draw(st.lists(GUIDS, unique=True, min_size=40, max_size=40))
    guid = iter(used).__next__
    users = [User(guid(), draw(WORDS)) for _ in range(draw(st.integers(0, 2)))]
    user = users[0].guid if users else ""
    codes: list[CodeNode] = []
    below = codes
    for _ in range(draw(st.integers(0, 6))):
        made = CodeNode(guid(), draw(NAMES), draw(st.booleans()), draw(COLOURS), draw(WORDS))
        below.append(made)
        below = draw(st.sampled_from([below, made.codes, codes]))
    sources = []
    for _ in range(draw(st.integers(0, 2))):
        text = draw(st.text(min_size=1, max_size=60))
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        codings = [Coding(guid(), codes[0].guid, user, draw(MOMENTS))] if codes else []
        sources.append(Source(guid(), draw(NAMES), text, draw(WORDS), user, draw(MOMENTS), [
            Selection(guid(), start, end, text[start:end], draw(WORDS), user, draw(MOMENTS), codings)]))
    values = [Variable(guid(), draw(NAMES), "Text"), Variable(guid(), draw(NAMES), "Float"),
              Variable(guid(), draw(NAMES), "Date"), Variable(guid(), draw(NAMES), "Boolean"),
              Variable(guid(), draw(NAMES), "Integer"), Variable(guid(), draw(NAMES), "DateTime")]
    given_values = (draw(WORDS), draw(st.floats(allow_nan=False, allow_infinity=False)), draw(st.dates()),
                    draw(st.booleans()), draw(st.integers()), draw(DATES))
    cases = [Case(guid(), draw(WORDS), draw(WORDS), values=dict(
        zip((one.guid for one in values), given_values, strict=True)))] if draw(st.booleans()) else []
    note = Note(guid(), draw(WORDS), draw(WORDS), user, draw(MOMENTS), draw(MOMENTS))
    return Exchange(draw(NAMES), draw(WORDS), draw(MOMENTS), draw(MOMENTS), draw(WORDS), users, codes,
                    values if cases else [], cases, sources, [note] if draw(st.booleans()) else [],
                    [Link(guid(), note.guid, note.guid, draw(WORDS), draw(st.sampled_from(["", "OneWay"])))],
                    [Set(guid(), draw(NAMES), draw(WORDS), notes=[note.guid])])


@given(exchange=exchanges())
def test_whatever_it_holds_the_file_is_valid(exchange: Exchange, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("odd") / "odd.qdpx"
    writing.write_project(path, exchange)
    root, texts = read_back(path)
    for source, told in zip(exchange.sources, each(root, "TextSource"), strict=True):
        text = texts[told.get("plainTextPath")]
        assert len(text) == len(source.text) and text[1:] == source.text[1:]
        for one, said in zip(source.selections, each(told, "PlainTextSelection"), strict=True):
            assert said.get("name") == elements.legal(one.name)
            assert len(said.get("name")) == int(said.get("endPosition")) - int(said.get("startPosition"))
    for note, said in zip(exchange.notes, each(root, "Note"), strict=True):
        assert (said.findtext("{*}PlainTextContent") or "") == elements.legal(note.text)
    if exchange.codes:
        writing.write_codebook(path.with_suffix(".qdc"), exchange)


def test_a_very_deep_tree(tmp_path: Path) -> None:
    codes: list[CodeNode] = []
    below = codes
    for depth in range(300):
        below.append(CodeNode(str(UUID(int=depth)), f"Niveau {depth}"))
        below = below[0].codes
    writing.write_project(tmp_path / "1.qdpx", Exchange("Profond", codes=codes))
    assert len(each(read_back(tmp_path / "1.qdpx")[0], "Code")) == 300


def test_a_codebook_without_codes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        writing.write_codebook(tmp_path / "1.qdc", Exchange("Vide"))
    assert not list(tmp_path.iterdir())


def test_what_would_not_be_valid_leaves_the_earlier_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "1.qdpx"
    path.write_bytes(b"before")
    with pytest.raises(ValueError, match="guid"):
        writing.write_project(path, Exchange("x", users=[User("not-a-guid", "Moi")]))
    assert path.read_bytes() == b"before" and [file.name for file in tmp_path.iterdir()] == ["1.qdpx"]


def test_a_first_sign_is_never_taken_for_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "1.qdpx"
    writing.write_project(path, Exchange("x", sources=[Source(str(UUID(int=1)), "a", "\ufeffmot")]))
    [text] = read_back(path)[1].values()
    assert text == "\u2060mot"


def test_the_schemas_are_shipped() -> None:
    assert {file.name for file in xsd.FOLDER.iterdir()} == {"Project.xsd", "Codebook.xsd", "README.md"}
    assert "MIT license" in (xsd.FOLDER / "README.md").read_text(encoding="utf-8")
    setup = (ROOT / "setup.cfg").read_text(encoding="utf-8")
    assert re.search(r"include =\n(?: {4}\w+\*\n)* {4}resources\*", setup) and "* = *" in setup
    assert xsd.FOLDER.relative_to(ROOT).parts[0] == "resources"
    with pytest.raises(ValueError, match="CodeBook"):
        xsd.check("Codebook", BytesIO(b"<CodeBook/>"))
