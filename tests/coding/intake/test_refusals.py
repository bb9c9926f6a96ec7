# SPDX-License-Identifier: GPL-3.0-or-later
"""Each bad file is refused by name, with its reason."""

from __future__ import annotations

import io
import pickle
import struct
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from coding.intake import refusals
from coding.intake import zipped as packages
from coding.intake.kinds import READERS
from coding.intake.reader import read_transcript
from models.errors import KnownError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def word_bytes(*lines: str) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", raw)
    return stream.getvalue()


GOOD = word_bytes("Paul : Oui ?", "Inès : Oui.", "Paul : Ah.", "Inès : Voilà.")
CASES: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.docx", b"", "is empty"),
    "blank text": ("a.txt", b" \n\n", "holds no text"),
    "blank document": ("a.docx", word_bytes(""), "holds no text"),
    "no speakers": ("a.docx", word_bytes("Une lettre."), "not a transcript"),
    "old Word": ("a.docx", OLE + b"\x00" * 600, "old Word file"),
    "pdf": ("a.docx", b"%PDF-1.7 ...", "is a PDF"),
    "rtf": ("a.txt", b"{\\rtf1 Paul : oui}", "is an RTF file"),
    "text named docx": ("a.docx", b"Paul : oui ?\nIn : non.", "not a Word document"),
    "docx named txt": ("a.txt", GOOD, "not a text file"),
    "another kind": ("a.odp", GOOD, "files of this kind are not read"),
    "cut zip": ("a.docx", GOOD[: len(GOOD) // 2], "is damaged"),
    "a zip": ("a.docx", zipped(word__other=b"<a/>"), "not a Word document"),
    "broken xml": ("a.docx", zipped(word__document=b"<a><b></a>"), "is damaged"),
    "other xml": ("a.docx", zipped(word__document=b"<workbook/>"), "not a Word document"),
    "entities": (
        "a.docx",
        zipped(word__document=b'<!DOCTYPE d [<!ENTITY a "aa">]><document><body>&a;</body></document>'),
        "not a Word document",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_refused(case: str, tmp_path: Path) -> None:
    name, raw, reason = CASES[case]
    path = tmp_path / name
    path.write_bytes(raw)
    with pytest.raises(KnownError, match=reason) as caught:
        read_transcript(path)
    assert name in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_missing_and_folder(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be found"):
        read_transcript(tmp_path / "a.docx")
    with pytest.raises(KnownError, match="is not a file"):
        read_transcript(tmp_path)


def compound(stream: str) -> bytes:
    """The smallest OLE file with one (empty) stream: header, allocation table, directory."""
    free, end, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    header = OLE + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<109I", 0, *[free] * 108)
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBBIII36xIQ", 2 * len(name) + 2, kind, 1, free, free, child, end, 0)
        for name, kind, child in (("Root Entry", 5, 1), (stream, 2, free))
    )
    return header + struct.pack("<128I", table, end, *[free] * 126) + entries.ljust(512, b"\0")


@pytest.mark.parametrize(
    ("stream", "reason"), [("EncryptedPackage", "protected by a password"), ("WordDocument", "old Word file")]
)
def test_password(stream: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(compound(stream))
    with pytest.raises(KnownError, match=reason):
        read_transcript(path)


def test_encrypted_zip_entries(tmp_path: Path) -> None:
    raw = bytearray(GOOD)
    # Bit 0 of the general purpose flags, in every local and central header.
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(signature)
        while at >= 0:
            raw[at + flags] |= 1
            at = raw.find(signature, at + 4)
    path = tmp_path / "a.docx"
    path.write_bytes(bytes(raw))
    with pytest.raises(KnownError, match="protected by a password"):
        read_transcript(path)


def test_a_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_LARGEST_PART", 1_000_000)
    path = tmp_path / "a.docx"
    path.write_bytes(zipped(word__document=b"<document>" + b" " * 2_000_000 + b"</document>"))
    with pytest.raises(KnownError, match="too large"):
        read_transcript(path)


def test_too_many_characters(txt: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "MOST_CHARACTERS", 1000)
    with pytest.raises(KnownError, match="too large"):
        txt("Paul : Oui ?\nInès : Non.\n" * 100)


LOCKED_PDF = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
              b"3 0 obj<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>endobj\n"
              b"trailer<</Root 1 0 R/Encrypt 3 0 R/Size 4/ID[<41><41>]>>\n%%EOF")
LOCKED_ODT = {"content.xml": b"\x8a\x01", "META-INF/manifest.xml": b"<m><encryption-data/></m>"}


def packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in parts.items():
            archive.writestr(name, raw)
    return stream.getvalue()


def lying(part: str, size: int) -> bytes:
    """A zip whose directory says that its part holds ``size`` bytes."""
    raw = bytearray(packed({part: b"<a/>"}))
    at = raw.find(b"PK\x01\x02")
    raw[at + 24 : at + 28] = struct.pack("<I", size)
    return bytes(raw)


def nested(depth: int) -> dict[str, bytes]:
    """Tables within tables."""
    word = b"<w:tbl><w:tr><w:tc>" * depth + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * depth
    cells = b"<t:table><t:table-row><t:table-cell>" * depth + b"</t:table-cell></t:table-row></t:table>" * depth
    return {"a.docx": packed({"word/document.xml": b"<w:document xmlns:w='w'><w:body>" + word
                              + b"</w:body></w:document>"}),
            "a.odt": packed({"content.xml": b"<o:document-content xmlns:o='o' xmlns:t='t'><o:body><o:text>" + cells
                             + b"</o:text></o:body></o:document-content>"}),
            "a.html": b"<table><tr><td>" * depth, "a.rtf": b"{\\rtf1 " + b"{" * depth + b"}" * (depth + 1)}


ENTITIES = "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]>"
HOSTILE: dict[str, tuple[str, bytes]] = {
    "locked pdf": ("a.pdf", LOCKED_PDF), "locked odt": ("a.odt", packed(LOCKED_ODT)),
    "cut odt": ("a.odt", packed({"content.xml": b"<a/>" * 999})[:120]),
    "lying docx": ("a.docx", lying("word/document.xml", 0x7FFFFFFF)),
    "lying odt": ("a.odt", lying("content.xml", 0x7FFFFFFF)),
    "entities in odt": ("a.odt", packed({"content.xml": (ENTITIES + "<a>&c;</a>").encode("utf-16")})),
    "entities in docx": ("a.docx", packed({"word/document.xml": (ENTITIES + "<a>&c;</a>").encode("utf-16")})),
    "entities in eaf": ("a.eaf", (ENTITIES + "<a>&c;</a>").encode("utf-16")),
    "a foreign file": ("a.trs", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><Trans>&e;</Trans>'),
    "nothing but elements": ("a.eaf", b"<a>" + b"<b/>" * 3_000_001 + b"</a>"),
    "nothing but lines": ("a.txt", b"a\n" * 300_001),
    **{f"{depth} tables in {name}": (name, raw) for depth in (60, 20_000) for name, raw in nested(depth).items()},
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile(case: str, tmp_path: Path) -> None:
    name, raw = HOSTILE[case]
    path = tmp_path / name
    path.write_bytes(raw)
    with pytest.raises(KnownError, match=name) as caught:
        read_transcript(path)
    assert ("password" in str(caught.value)) == case.startswith("locked")


@pytest.mark.parametrize("suffix", READERS)
def test_no_file_at_all(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"\0" * 4_000)
    for refused in (path, _folder(tmp_path / f"b{suffix}"), _loop(tmp_path / f"c{suffix}"), _empty(tmp_path, suffix)):
        with pytest.raises(KnownError, match=refused.name):
            read_transcript(refused)


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def _loop(path: Path) -> Path:
    path.symlink_to(path)
    return path


def _empty(folder: Path, suffix: str) -> Path:
    path = folder / f"d{suffix}"
    path.touch()
    return path


@pytest.mark.parametrize("name", ["a.eaf", "a.trs", "a.pdf", "a.vtt", "a.tsv"])
def test_only_what_word_opens_is_to_be_opened_in_word(name: str) -> None:
    assert "Word" not in str(refusals.damaged(name)) + str(refusals.password(name))
    assert "Word" in str(refusals.damaged("a.docx"))
