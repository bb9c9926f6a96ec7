# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever the file: turns cover the words, offsets slice exactly; and no file is worse than refused."""

from __future__ import annotations

import io
import tempfile
import unicodedata
import zipfile
from pathlib import Path

import docx
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coding.intake.reader import read_transcript
from coding.intake.transcript import Transcript
from models.errors import KnownError

NAMES = st.lists(
    st.sampled_from(
        "Paul|Inès|Élodie|Marie-Lou|Enquêtrice|Q|R|JR|BA725|E07|401PERS|Karim|Zoe\u0301|Anne\u00a0Sophie|Dr B.|"
        "Cadre de santé 2|L’enquêteur|Marie et Karim|INÈS D.".split("|")
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda name: unicodedata.normalize("NFC", name),
)
SEPARATORS = st.sampled_from([" : ", ": ", ":", "\u00a0: ", "\u202f:\u00a0", "：", " :\t", " :\n"])
WORDS = st.lists(
    st.sampled_from(
        "oui|non|😀|👩‍🌾|e\u0301te\u0301|déjà|c’est|«\u00a0ah\u00a0»|…|euh|i-|[rire]|12h30|9\u202f%|n\u0303|œuvre".split(
            "|"
        )
    ),
    min_size=1,
    max_size=12,
).map(" ".join)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=3)


def read(raw: bytes, suffix: str) -> Transcript:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"essai{suffix}"
        path.write_bytes(raw)
        return read_transcript(path)


def check(transcript: Transcript) -> None:
    """What holds of every transcript."""
    text, at = transcript.text, 0
    assert unicodedata.is_normalized("NFC", text)
    assert not set(text) & set("\r\ufeff\x00\x0b\x0c\x85\u2028")
    assert transcript.turns
    for n, turn in enumerate(transcript.turns):
        assert at <= turn.label_start <= turn.start <= turn.end
        words = text[turn.start : turn.end]
        assert words == words.strip()
        if n:
            assert text[at : turn.label_start].strip() == "" or "\t" in text
        at = turn.end
    assert at <= len(text)
    labels = {t.speaker for t in transcript.turns if t.speaker}
    assert labels == {s.label for s in transcript.speakers}
    assert sum(s.turns for s in transcript.speakers) == sum(t.speaker is not None for t in transcript.turns)
    for warning in transcript.warnings:
        assert warning.say()


@st.composite
def turns(draw: st.DrawFn) -> list[tuple[str, list[str]]]:
    names = draw(NAMES)
    # Everybody speaks twice at least: a label seen once is judged by its neighbours.
    order = [*names, *names, *draw(st.lists(st.sampled_from(names), max_size=12))]
    return [(name, draw(PARAGRAPHS)) for name in draw(st.permutations(order))]


@settings(max_examples=150, deadline=None)
@given(turns(), SEPARATORS, st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_text_round_trip(said: list[tuple[str, list[str]]], separator: str, end: str, encoding: str) -> None:
    text = "\n".join(f"{name}{separator}" + "\n".join(words) for name, words in said)
    transcript = read(text.replace("\n", end).encode(encoding), ".txt")
    assert transcript.text == unicodedata.normalize("NFC", text)
    _recovered(transcript, said)


@settings(max_examples=40, deadline=None)
@given(turns(), SEPARATORS, st.booleans())
def test_word_round_trip(said: list[tuple[str, list[str]]], separator: str, bold: bool) -> None:
    document = docx.Document()
    for name, words in said:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{name}{separator}").bold = bold
        paragraph.add_run("\n".join(words))
    stream = io.BytesIO()
    document.save(stream)
    _recovered(read(stream.getvalue(), ".docx"), said)


def _recovered(transcript: Transcript, said: list[tuple[str, list[str]]]) -> None:
    check(transcript)
    expected = [
        (" ".join(unicodedata.normalize("NFC", name).split()), unicodedata.normalize("NFC", "\n".join(words)))
        for name, words in said
    ]
    assert [(t.speaker, transcript.text[t.start : t.end]) for t in transcript.turns] == expected


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=300).map(lambda t: t.encode("utf-8", "surrogatepass"))))
@example(b"A:\nA:")
@example(b"\xff\xfe")
@example("Paul : a\u0301\nPaul :\t\n".encode())
def test_any_bytes_as_text(raw: bytes) -> None:
    _read_or_refused(raw, ".txt")


PIECES = st.sampled_from("Paul|PAUL|Q|:| : |\n|\t|[|]|(0:01 - 0:11)|[00:12:31]|- |Date|oui| |Q1|\u0301".split("|"))


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_near_transcript(text: str) -> None:
    _read_or_refused(text.encode(), ".txt")


def _read_or_refused(raw: bytes, suffix: str) -> None:
    refused: KnownError | None = None
    try:
        check(read(raw, suffix))
    except KnownError as error:
        refused = error
    assert refused is None or f"essai{suffix}" in str(refused)


def _word() -> bytes:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for row, name in zip(table.rows, ("Paul", "Inès"), strict=True):
        row.cells[0].text, row.cells[1].text = name, "Oui."
    for line in ("Paul : Oui ?", "Inès : Oui.", "Paul : Ah.", "Inès : Voilà."):
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


WORD = _word()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(WORD) - 1), st.integers(0, 255)), max_size=8), st.integers(0, len(WORD)))
def test_any_damage_to_the_zip(changes: list[tuple[int, int]], cut: int) -> None:
    raw = bytearray(WORD)
    for at, value in changes:
        raw[at] = value
    _read_or_refused(bytes(raw if cut % 2 else raw[:cut]), ".docx")


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_damage_to_the_xml(data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(WORD)) as archive:
        xml = archive.read("word/document.xml")
    tags = [b"<w:t>", b"</w:t>", b"<w:p>", b"</w:p>", b"w:tbl", b"w:tc", b"w:tr", b"w:r>", b"w:body", b":", b" "]
    for _ in range(data.draw(st.integers(1, 3))):
        old, new = data.draw(st.sampled_from(tags)), data.draw(st.sampled_from(tags))
        xml = xml.replace(old, new, data.draw(st.integers(1, 4)))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", xml)
    _read_or_refused(stream.getvalue(), ".docx")
