# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain text in every encoding a French researcher may meet."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Any

import pytest

from coding.intake.reader import read_transcript
from models.errors import KnownError

TALK = (
    "Enquêtrice : Où êtes-vous née ? À Besançon, peut-être ?\n"
    "Inès : Là-bas, oui, ça fait déjà… bientôt trente ans que j’y suis « installée ».\n"
) * 4
PLAIN = TALK.replace("…", "...").replace("’", "'").replace("« ", "").replace(" »", "").replace("À", "A")


@pytest.mark.parametrize(
    ("encoding", "mark", "text"),
    [
        ("utf-8", b"", TALK + "Inès : 😀.\n"),
        ("utf-8", codecs.BOM_UTF8, TALK),
        ("utf-16-le", codecs.BOM_UTF16_LE, TALK + "Inès : 😀.\n"),
        ("utf-16-be", codecs.BOM_UTF16_BE, TALK),
        ("utf-16-le", b"", TALK),
        ("utf-16-be", b"", TALK),
        ("utf-32-le", codecs.BOM_UTF32_LE, TALK),
        ("cp1252", b"", TALK + "Inès : ma sœur, 20 €.\n"),
        ("iso8859-15", b"", PLAIN + "Inès : ma sœur, mon cœur.\n"),
        ("mac-roman", b"", TALK),
        ("cp850", b"", PLAIN),
    ],
)
def test_encodings(encoding: str, mark: bytes, text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(mark + text.encode(encoding))
    read = read_transcript(path)
    assert read.text == text
    assert bool(read.warnings) == (encoding in {"cp1252", "iso8859-15", "mac-roman", "cp850"})


@pytest.mark.parametrize(("encoding", "said"), [("cp1252", "Windows-1252"), ("mac-roman", "Mac"), ("cp850", "DOS")])
def test_a_guessed_encoding_is_called_as_people_do(encoding: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((PLAIN if encoding == "cp850" else TALK).encode(encoding))
    (warning,) = read_transcript(path).warnings
    assert warning.values == {"encoding": said}


def test_a_foreign_encoding(tmp_path: Path) -> None:
    text = "Вопрос : Как вы живёте и что вы делаете?\nОтвет : Хорошо, спасибо, а вы?\n" * 20
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("cp1251"))
    assert read_transcript(path).text == text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x85", "\x0b", "\x0c"])
def test_line_ends_become_lf(end: str, txt: Any) -> None:
    assert txt(TALK.replace("\n", end)).text == TALK


def test_a_name_is_not_hidden_by_what_nobody_sees(txt: Any) -> None:
    assert "Guilbaud, Orvault" in txt("Paul : Guil\u00adbaud, Or\u200bvault ?\nInès : oui.\n").text


def test_nfc_and_no_control_characters(txt: Any) -> None:
    read = txt("Paul : e\u0301te\u0301\x02 ?\nInès : o\ufeffui.\n")
    assert read.text == "Paul : été ?\nInès : oui.\n"
    assert read.warnings[0].values == {"n": 2}


def test_a_few_broken_bytes_do_not_spoil_utf8(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TALK.encode() + b"Paul : caf\xe9\n")
    read = read_transcript(path)
    assert read.text == TALK + "Paul : caf\ufffd\n"
    assert read.warnings[0].values == {"n": 1}


@pytest.mark.parametrize(
    "raw", [b"\x00\x01\x02" * 50, b"Paul : a\x00\nIn : b", bytes(range(1, 32)) * 9, b"\x89PNG\r\n"]
)
def test_binary_is_refused(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    with pytest.raises(KnownError, match="a.txt is not a text file"):
        read_transcript(path)
