# SPDX-License-Identifier: GPL-3.0-or-later
"""Who asks, and how the user corrects it."""

from __future__ import annotations

from typing import Any

import pytest

from models.errors import KnownError

ASKS, TELLS = "Et comment ça se passait ?", "Au début on venait le midi, et puis on s’est mis à parler de tout ça."


def talk(asker: str, teller: str, block: str = "") -> str:
    return block + f"{asker} : {ASKS}\n{teller} : {TELLS}\n" * 4


def asking(transcript: Any) -> list[str]:
    return [s.label for s in transcript.speakers if s.interviewer]


@pytest.mark.parametrize(
    "label", ["Enquêtrice", "L’enquêteur", "Chercheur", "Intervieweuse 2", "INTERVIEWER", "Q", "I", "E", "Question"]
)
def test_by_the_label(label: str, txt: Any) -> None:
    # The manner says the contrary: the label wins.
    assert asking(txt(f"{label} : {TELLS}\nR : {ASKS}\n" * 4)) == [label]


def test_by_the_manner(txt: Any) -> None:
    assert asking(txt(talk("Julie", "Inès"))) == ["Julie"]
    assert asking(txt(talk("JR", "BA725"))) == ["JR"]


def test_by_the_title_block(txt: Any) -> None:
    block = "Enquêtrice : Julie Martin\nDate : 12 mars\n\n"
    assert asking(txt(block + f"JM : {TELLS}\nInès : {TELLS}\n" * 4)) == ["JM"]


def test_two_interviewers(txt: Any) -> None:
    assert asking(txt(f"Enquêteur 1 : {ASKS}\nEnquêteur 2 : {ASKS}\nInès : {TELLS}\n" * 4)) == [
        "Enquêteur 1",
        "Enquêteur 2",
    ]


def test_nobody(txt: Any) -> None:
    assert asking(txt(f"Inès : {TELLS}\nKarim : {TELLS}\n" * 4)) == []
    assert asking(txt(f"Inès : {TELLS}\nInès : {TELLS} Pourquoi ?\n")) == []


@pytest.mark.parametrize("asked", ["Inès", "ines", "INES", " inès "])
def test_corrected(asked: str, txt: Any) -> None:
    assert asking(txt(talk("Julie", "Inès"), interviewer=asked)) == ["Inès"]


def test_unknown_label(txt: Any) -> None:
    with pytest.raises(KnownError, match=r"essai.txt: nobody is called “Paul”. Its speakers are: Julie, Inès."):
        txt(talk("Julie", "Inès"), interviewer="Paul")
