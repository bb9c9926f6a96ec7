# SPDX-License-Identifier: GPL-3.0-or-later
"""Good files of every kind, damaged by chance: ``python -m tests.coding.intake.fuzzing 1000`` tries each kind so many
times and prints what came of it. The tests try fewer."""

from __future__ import annotations

import io
import random
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coding.intake.reader import read_transcript
from coding.intake.transcript import Transcript
from models.errors import KnownError

_MARKS = (b"<", b">", b"</", b"&", b"]]>", b"<!--", b"\x00", b"\xff", b"\xef\xbb\xbf", b"{", b"}", b"\\", b"\\par",
          b"-->", b"\r", b"\n\n", b":", b"[", b"9" * 30, b"w:tbl", b"w:p", b"table", b"stream", b"endobj", b"\xcc\x81")
_DEEPEST = 40


@dataclass
class Tried:
    """What came of one kind."""

    tried: int = 0
    read: int = 0
    refused: int = 0
    slowest: float = 0.0


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """Bytes with a few of them changed, cut, doubled, moved or added; a zip also within its parts."""
    if raw.startswith(b"PK") and chance.random() < 0.7:
        return _rezipped(raw, chance)
    return _changed(raw, chance)


def _rezipped(raw: bytes, chance: random.Random) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after:
        names = before.namelist()
        likely = [name for name in names if name in ("word/document.xml", "word/styles.xml", "content.xml")]
        struck = chance.choice(likely if chance.random() < 0.8 else names)
        for name in names:
            part = before.read(name)
            after.writestr(name, _changed(part, chance) if name == struck else part)
    return stream.getvalue()


def _changed(raw: bytes, chance: random.Random) -> bytes:
    found = bytearray(raw)
    for _n in range(chance.randint(1, 8)):
        at = chance.randrange(len(found) + 1)
        end = min(len(found), at + chance.randint(1, 400))
        what = chance.randrange(6)
        if what == 0 and at < len(found):
            found[at] = chance.randrange(256)
        elif what == 1:
            del found[at:end]
        elif what == 2:
            found[at:at] = found[at:end] * chance.randint(1, _DEEPEST)
        elif what == 3:
            found[at:at] = chance.choice(_MARKS) * chance.randint(1, 3)
        elif what == 4:
            found[at:at] = bytes(chance.randrange(256) for _m in range(chance.randint(1, 12)))
        elif chance.random() < 0.2:
            del found[at:]
    return bytes(found)


def try_kind(suffix: str, raw: bytes, times: int, folder: Path, seed: int = 0) -> Tried:
    """Each damaged file is a sound transcript, or refused by name in one sentence; anything else is raised."""
    told, path = Tried(), folder / f"fuzz{suffix}"
    for one in _damaged_files(raw, times, f"{suffix}{seed}"):
        path.write_bytes(one)
        begun = time.perf_counter()
        told.tried += 1
        refused: KnownError | None = None
        try:
            check(read_transcript(path))
            told.read += 1
        except KnownError as error:
            refused = error
            told.refused += 1
        assert refused is None or path.name in str(refused)
        told.slowest = max(told.slowest, time.perf_counter() - begun)
    return told


def _damaged_files(raw: bytes, times: int, seed: str) -> Iterator[bytes]:
    chance = random.Random(seed)
    for _n in range(times):
        yield damaged(raw, chance)


def check(got: Transcript) -> None:
    """What holds of every transcript."""
    at = 0
    assert got.turns
    assert "\x00" not in got.text
    for turn in got.turns:
        assert at <= turn.label_start <= turn.start <= turn.end <= len(got.text)
        at = turn.end
    assert {turn.speaker for turn in got.turns if turn.speaker} == {seen.label for seen in got.speakers}
    assert all(notice.say() for notice in got.warnings)
    assert len(got.make) <= 100


def main(times: int) -> None:
    """Try every kind and print the counts."""
    from tests.coding.intake.test_fuzzing import GOOD

    print(f"{'kind':8} {'tried':>8} {'read':>8} {'refused':>8} {'slowest':>9}")
    whole = Tried()
    with tempfile.TemporaryDirectory() as folder:
        for suffix, raw in GOOD.items():
            told = try_kind(suffix, raw, times, Path(folder), seed=1)
            print(f"{suffix:8} {told.tried:8} {told.read:8} {told.refused:8} {told.slowest:8.2f}s", flush=True)
            whole.tried += told.tried
    print(f"{whole.tried} files, each read or refused in one sentence")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
