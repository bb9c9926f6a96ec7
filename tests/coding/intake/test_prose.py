# SPDX-License-Identifier: GPL-3.0-or-later
"""A colon does not make a speaker, nor a line in capitals a turn."""

from __future__ import annotations

from typing import Any

import docx
import pytest

from models.errors import KnownError

PROSE = [
    "Il y a une chose : le statut.",
    "Par exemple : les repas.",
    "Donc moi je dis : non.",
    "Résultat : il est parti.",
    "Le problème : personne ne venait.",
    "Bref : on a continué.",
    "Ma question : qui paie ?",
    "Attention : ce n’est pas tout.",
    "Je me suis dit : allez.",
    "Et là : plus rien.",
    "NB : coupure.",
    "Rendez-vous à 14:30 : personne.",
    "http://exemple.org/page",
    "Deux choses : le temps, l’argent.",
    "[rires]",
    "[silence] (0:05)",
    "OUI",
    "Thème 2 : le parcours",
    "« Viens » : il m’a dit ça.",
]


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("line", PROSE)
def test_prose_goes_on_with_the_turn(line: str, times: int, txt: Any) -> None:
    talk = "Paul : Et alors ?\nInès : On a vu ce problème, ce résultat.\n" * 6
    read = txt(f"{talk}{line}\n{talk}" + (f"{line}\n{talk}" if times == 2 else ""))
    assert [s.label for s in read.speakers] == ["Paul", "Inès"]


@pytest.mark.parametrize("line", PROSE)
def test_prose_with_bold_labels(line: str, word: Any) -> None:
    document = docx.Document()
    for name, words in [("Paul", "Et alors ?"), ("Inès", "On a vu ce résultat.")] * 3:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{name} : ").bold = True
        paragraph.add_run(words)
        document.add_paragraph(line if name == "Inès" and words else "")
    assert [s.label for s in word(document).speakers] == ["Paul", "Inès"]


def test_a_passer_by_is_heard(txt: Any) -> None:
    read = txt("Paul : Et alors ?\nInès : On voit.\n" * 4 + "Karim : Je passe !\nPaul : Bon.\n")
    assert [s.label for s in read.speakers] == ["Paul", "Inès", "Karim"]


@pytest.mark.parametrize(
    "text",
    [
        "Une lettre.\n\nCher ami, je t’écris pour te dire une chose : tout va bien.\nÀ bientôt.\n",
        "Courses\n- pain\n- lait\n",
        "Nom : Durand\nPrénom : Inès\nDate : 12 mars\nLieu : Lyon\n",
        "mot",
        "\n".join(f"{c}SA : centre d’accueil {c}." for c in "ABCDEFGH"),
        "INTRODUCTION\nLe texte de la partie.\nMÉTHODE\nLe texte suivant.\n",
        "\n".join(f"Ligne {n} d’un texte sans personne." for n in range(50)),
    ],
)
def test_not_a_transcript(text: str, txt: Any) -> None:
    with pytest.raises(KnownError, match="essai.txt is not a transcript"):
        txt(text)
