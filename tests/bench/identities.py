# SPDX-License-Identifier: GPL-3.0-or-later
"""Twelve interviews, 130,000 words, searched for identities: how long, and what the process that does it holds.

Nobody computes beside it but the window, so it is measured once, idle, with the process of its own that it has in use.
"""

from __future__ import annotations

import random
import threading
import time
from pathlib import Path
from typing import Any

import psutil

from coding import project as projects
from coding.pseudonyms import search
from tests.bench.measure import Figure
from tests.build import interview

INTERVIEWS, WORDS = 12, 130_000
# Sentences of an interview, where somebody is named about every fortieth word, as in speech.
_SAID = (
    "Alors moi je suis arrivée à {place} avec ma sœur, {person}, et on a cherché du travail pendant des mois.",
    "Au début je ne disais rien, j’écoutais, parce que tout le monde avait l’air de savoir et que moi je débutais.",
    "C’est le docteur {surname} qui m’a parlé de l’association, il m’a dit d’y aller le mardi, quand c’est calme.",
    "On se retrouvait tous les soirs, on parlait de tout sauf de la maladie, et c’était très bien comme ça.",
    "Il y a des jours où je n’ai pas envie de me lever, vous savez, et puis le téléphone sonne et je me lève.",
    "Quand {person} est parti, en 2017, je me suis dit que plus rien ne serait pareil, et j’avais raison.",
    "Franchement, ce qui m’a aidée, c’est de voir que les autres avaient peur aussi, et qu’ils y allaient quand même.",
    "On m’a suivie longtemps à l’hôpital {surname}, et puis ils ont fermé le service et il a fallu tout recommencer.",
)
_PEOPLE = ("Martine", "Jean-Yves", "Élodie", "Karim", "Nolwenn", "Fatou", "Philippe", "Océane", "José", "Sandrine")
_SURNAMES = ("Lebreton", "Guilbaud", "Kervella", "Haddad", "Traoré", "Ferreira", "Morvan", "Bodin")
_PLACES = ("Rezé", "Saint-Nazaire", "Bordeaux", "Châteaubriant", "Angers", "Cholet", "Vertou")


def build(folder: Path) -> Path:
    """The project, always the same."""
    draw = random.Random(4)
    path = folder / "identities.filrouge"
    writer = projects.create(path)
    each = WORDS // INTERVIEWS
    for number in range(INTERVIEWS):
        turns: list[Any] = []
        count = 0
        while count < each:
            said = " ".join(_sentence(draw) for _ in range(draw.randint(2, 6)))
            count += len(said.split())
            turns.append(("P", said) if len(turns) % 2 else ("Q", "Et comment ça s’est passé, après ?"))
        interview(writer, f"Entretien {number + 1}", turns)
    writer.store.close()
    return path


def _sentence(draw: random.Random) -> str:
    return draw.choice(_SAID).format(
        person=draw.choice(_PEOPLE), surname=draw.choice(_SURNAMES), place=draw.choice(_PLACES))


def run(folder: Path) -> list[Figure]:
    """Time and memory of a search, the memory left after it, and the time of a second one when nothing changed."""
    path = build(folder)
    before = _children()
    with _Watch() as watch:
        begun = time.perf_counter()
        found = search.search(path, lambda *_: None, lambda: False)
        taken = time.perf_counter() - begun
    begun = time.perf_counter()
    search.search(path, lambda *_: None, lambda: False, found)
    again = time.perf_counter() - begun
    return [Figure("12 interviews, 130,000 words: identities found", taken, "s", 30),
            Figure("most memory of the process that finds them", watch.most, "MB", 1000),
            Figure("processes of it left afterwards", float(len(_children() - before)), ""),
            Figure("the same, once everything has been read", again, "s")]


def _children() -> set[int]:
    return {child.pid for child in psutil.Process().children(recursive=True)
            if "spawn_main" in " ".join(child.cmdline())}


class _Watch:
    """The most memory that the processes begun inside the block held, in MB."""

    def __init__(self) -> None:
        self.most = 0.0
        self._others = _children()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> _Watch:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(0.1):
            held = 0
            for child in psutil.Process().children(recursive=True):
                try:
                    held += child.memory_info().rss if child.pid not in self._others else 0
                except psutil.NoSuchProcess:
                    continue
            self.most = max(self.most, held / 1e6)

