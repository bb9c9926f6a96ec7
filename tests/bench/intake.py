# SPDX-License-Identifier: GPL-3.0-or-later
"""Twelve interviews brought in as a user would: read in a process of their own, compared, written in one act."""

from __future__ import annotations

import time
from itertools import cycle
from pathlib import Path

import docx

from coding import project, sample
from coding.arrivals import take_in
from coding.comparing import compared
from coding.intake.batch import read_many
from coding.intake.reader import read_transcript
from coding.reviewing import FileReview
from tests.bench.measure import Figure

INTERVIEWS = 12
WORDS = 130_000


def run(folder: Path) -> list[Figure]:
    """The median of three imports, each into a new project."""
    paths, words = _files(folder)
    taken = sorted(_import(paths, folder / f"intake-{n}.filrouge") for n in range(3))
    return [Figure(f"{len(paths)} interviews, {words:,} words, imported", taken[1] * 1000, "ms", 5000)]


def _import(paths: list[Path], path: Path) -> float:
    begun = time.perf_counter()
    writer = project.create(path, title="Intake", language="fr")
    with writer.store:
        read = read_many(paths)
        with writer.store.reading() as session:
            reviews = [FileReview(one) for one in compared(session, read)]
        incoming = [one.incoming for one in reviews]
        arrivals = take_in(writer, [one for one in incoming if one is not None])
    if len(arrivals.imported) != len(paths):
        raise SystemExit(f"not imported: {arrivals.failed}")
    return time.perf_counter() - begun


def _files(folder: Path) -> tuple[list[Path], int]:
    """Half of them Word files, made of the sample's turns; and their words in all."""
    folder = folder / "transcripts"
    folder.mkdir(exist_ok=True)
    said = cycle([line for path in sorted((sample.FOLDER / "transcripts").iterdir())
                  for line in _turns(path)])
    paths, words = [], 0
    for number in range(INTERVIEWS):
        lines = [f"Q : Nous en sommes à l’entretien {number}."]
        wanted = WORDS // INTERVIEWS
        while wanted > 0:
            lines.append(next(said))
            wanted -= len(lines[-1].split())
        words += sum(len(line.split()) for line in lines)
        paths.append(_written(folder, number, lines))
    return paths, words


def _turns(path: Path) -> list[str]:
    """Each turn of a transcript on a line, by one of two voices."""
    read = read_transcript(path)
    asking = {seen.label for seen in read.speakers if seen.interviewer}
    return [f"{'Q' if turn.speaker in asking else 'Marie'} : " + " ".join(read.text[turn.start : turn.end].split())
            for turn in read.turns]


def _written(folder: Path, number: int, lines: list[str]) -> Path:
    path = folder / f"Entretien {number}.{'docx' if number % 2 else 'txt'}"
    if number % 2:
        document = docx.Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(str(path))
    else:
        path.write_text("\n".join(lines), "utf-8")
    return path
