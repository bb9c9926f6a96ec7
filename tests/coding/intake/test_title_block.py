# SPDX-License-Identifier: GPL-3.0-or-later
"""What describes the interview stays above it."""

from __future__ import annotations

from typing import Any

import docx
import pytest

TALK = "Chercheur : Bonjour.\nInès : Bonjour.\nChercheur : On commence ?\nInès : Oui, allons-y.\n"
BLOCKS = [
    "Entretien 7\n\n",
    "Entretien 7 : Inès\nDate : 12 mars 2023\nDurée : 1 h 12\n\n",
    "Date : 12 mars\nLieu : Lyon\n",
    "Participant : Inès\nDurée : 1h12\n\n",
    "Participante : Inès\n\n",
    "ENTRETIEN AVEC INÈS\nProfession : éducatrice spécialisée\nTranscription : Paul\n\n",
    "Date : 12 mars\nChercheur : Paul Durand\nInès : éducatrice\n\n",
    "Chercheur : Paul Durand\nDate : 12 mars\n\n",
    "Présents : Paul, Inès\nNote : tout est anonymisé.\n\n",
]


@pytest.mark.parametrize("block", BLOCKS)
def test_block(block: str, txt: Any, said: Any) -> None:
    read = txt(block + TALK)
    assert said(read) == said(txt(TALK))
    assert read.title_block == block.strip()
    assert read.text == block + TALK


def test_a_section_heading_goes_on_with_the_turn(txt: Any, said: Any) -> None:
    read = txt("Thème 1 : Parcours\n\nChercheur : Ça va ?\nInès : Oui.\n\nThème 2 : Travail\n\n" + TALK)
    assert said(read)[:2] == [("Chercheur", "Ça va ?"), ("Inès", "Oui.\n\nThème 2 : Travail")]
    assert read.title_block == "Thème 1 : Parcours"


def test_no_block(txt: Any) -> None:
    assert txt(TALK).title_block == ""


def test_a_block_in_a_table(word: Any, said: Any) -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=2)
    for left, right in [("Date", "12 mars"), ("Lieu", "Lyon"), ("Participante", "Inès")]:
        row = table.add_row()
        row.cells[0].text, row.cells[1].text = left, right
    for line in TALK.splitlines():
        document.add_paragraph(line)
    read = word(document)
    assert [speaker for speaker, _ in said(read)] == ["Chercheur", "Inès"] * 2
    assert read.title_block.startswith("Date\t12 mars")


def test_the_title_is_the_name_of_the_file(txt: Any) -> None:
    read = txt(TALK, name="07 Ine\u0300s.txt")
    assert (read.title, read.file_name) == ("07 In\u00e8s", "07 In\u00e8s.txt")
