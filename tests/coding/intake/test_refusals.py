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

from coding.intake import read_transcript, refusals
from coding.intake import zipped as packages
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
