# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest

from coding.exchange import hostile
from coding.exchange.reading import read_codebook, read_project
from models.errors import KnownError
from tests.coding.exchange.foreign import code, codes, qdpx

PROJECT = '<Project xmlns="urn:QDA-XML:project:1.0" name="x"/>'


def refused(path: Path) -> str:
    with pytest.raises(KnownError) as error:
        read_project(path)
    said = str(error.value)
    assert path.name in said
    assert "\n" not in said
    return said


def test_no_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.qdpx"
    path.write_bytes(b"not a zip at all")
    refused(path)
    refused(tmp_path / "absent.qdpx")


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.qdpx"
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr("readme.txt", "x")
    refused(path)
    refused(qdpx(tmp_path / "b.qdpx", "", main="a/b.txt"))


def test_two_projects_in_one_file_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.qdpx"
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr("project.qde", PROJECT)
        whole.writestr("other.QDE", PROJECT)
    refused(path)


def test_a_bomb_is_refused_by_its_ratio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hostile, "SUSPECT", 1_000_000)
    path = tmp_path / "a.qdpx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("project.qde", PROJECT)
        whole.writestr("sources/a.txt", b"\0" * 5_000_000)
    refused(path)


def test_a_bomb_is_refused_by_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hostile, "LARGEST_PART", 100)
    refused(qdpx(tmp_path / "a.qdpx", codes(code(1, "a" * 200))))


def test_a_bomb_is_refused_by_the_number_of_its_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hostile, "MOST_ENTRIES", 3)
    refused(qdpx(tmp_path / "a.qdpx", "", {f"{n}.txt": b"" for n in range(5)}))


@pytest.mark.parametrize("name", ["../evil.txt", "sources/../../evil.txt", "/etc/passwd", "C:\\evil.txt",
                                  "sources\\..\\..\\evil.txt"])
def test_paths_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.qdpx"
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr("project.qde", PROJECT)
        whole.writestr(name, "x")
    refused(path)


def test_links_are_refused(tmp_path: Path) -> None:
    path, entry = tmp_path / "a.qdpx", zipfile.ZipInfo("sources/a.txt")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr("project.qde", PROJECT)
        whole.writestr(entry, "/etc/passwd")
    refused(path)


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    path = qdpx(tmp_path / "a.qdpx", "")
    raw = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + at] |= 1
    path.write_bytes(bytes(raw))
    refused(path)


@pytest.mark.parametrize("head", [
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(tmp_path: Path, head: str, encoding: str) -> None:
    path = tmp_path / "a.qdpx"
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr("project.qde", f'<?xml version="1.0" encoding="{encoding}"?>{head}{PROJECT}'.encode(encoding))
    refused(path)


def test_nesting_is_refused(tmp_path: Path) -> None:
    deep = "".join(f'<Code guid="{n}" name="c{n}">' for n in range(120)) + "</Code>" * 120
    refused(qdpx(tmp_path / "a.qdpx", codes(deep)))
    very = "<a>" * 5000 + "</a>" * 5000
    refused(qdpx(tmp_path / "b.qdpx", very))


def test_a_huge_attribute_is_refused(tmp_path: Path) -> None:
    refused(qdpx(tmp_path / "a.qdpx", codes(code(1, "a" * (hostile.LONGEST + 1)))))


def test_too_many_elements_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hostile, "MOST_MARKS", 50)
    refused(qdpx(tmp_path / "a.qdpx", codes(*(code(n, f"c{n}") for n in range(1, 60)))))


def test_broken_xml_is_refused(tmp_path: Path) -> None:
    refused(qdpx(tmp_path / "a.qdpx", "<CodeBook>"))
    path = tmp_path / "a.qdc"
    path.write_text("<CodeBook><Codes>")
    with pytest.raises(KnownError):
        read_codebook(path)


@pytest.mark.parametrize("words", ["bonjour", "theme,code\nA,B\n", "", "PK\3\4", "<a>" * 300 + "</a>" * 300])
def test_what_is_no_codebook_is_told_in_our_words(tmp_path: Path, words: str) -> None:
    path = tmp_path / "a.qdc"
    path.write_text(words)
    with pytest.raises(KnownError) as error:
        read_codebook(path)
    assert not any(strange in str(error.value) for strange in ("XML_PARSE", "tag", "Document is empty", "column"))


def test_no_text_of_elsewhere_is_read(tmp_path: Path) -> None:
    """A file that names a text elsewhere on the machine gets nothing of it."""
    (tmp_path / "secret.txt").write_text("Marie : secret.")
    inner = tmp_path / "inner"
    inner.mkdir()
    for path in ("relative:///../secret.txt", f"absolute://{tmp_path}/secret.txt", "internal://../secret.txt",
                 "absolute:///etc/passwd"):
        found = read_project(qdpx(inner / "a.qdpx", f'<Sources><TextSource guid="{1}" name="s" plainTextPath="{path}"/>'
                                                    "</Sources>"))
        assert not found.sources
        assert found.losses
