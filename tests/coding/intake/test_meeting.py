# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines that meeting tools write and nobody says stay in the text, out of the turns."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from coding.intake.reader import read_transcript
from coding.intake.transcript import Transcript

SAID = [("Julie Martin", "0:03", "Bonjour, vous m’entendez ?"), ("Paul PETIT", "0:08", "Oui, très bien."),
        ("Julie Martin", "0:12", "On commence ?"), ("Paul PETIT", "1:02", "Allons-y, je vous écoute.")]
FRENCH = ("a démarré la transcription", "a rejoint la réunion", "a quitté la réunion", "a arrêté la transcription")
ENGLISH = ("started transcription", "joined the meeting", "left the meeting", "stopped transcription")


def of_teams(path: Path, verbs: tuple[str, ...], *, bold: bool) -> Transcript:
    """As Teams writes a Word file: one line of the meeting before the first turn, two between, one at the end."""
    made = docx.Document()
    made.add_paragraph("Entretien 3")

    def meeting(verb: str) -> None:
        paragraph = made.add_paragraph()
        paragraph.add_run("Julie Martin").bold = bold
        paragraph.add_run(f" {verb}")

    meeting(verbs[0])
    for n, (name, at, words) in enumerate(SAID):
        paragraph = made.add_paragraph()
        paragraph.add_run(name).bold = True
        paragraph.add_run(f"   {at}\n{words}")
        if n == 1:
            meeting(verbs[1])
            meeting(verbs[2])
    meeting(verbs[3])
    made.save(str(path))
    return read_transcript(path)


@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("verbs", [FRENCH, ENGLISH])
def test_they_are_nobody_s(tmp_path: Path, verbs: tuple[str, ...], bold: bool) -> None:
    got = of_teams(tmp_path / "a.docx", verbs, bold=bold)
    assert [(turn.speaker, got.text[turn.start : turn.end]) for turn in got.turns] == [
        (name, words) for name, _at, words in SAID]
    for verb in verbs:
        assert f"Julie Martin {verb}" in got.text
    (notice,) = got.notices
    assert notice.values["n"] in (3, 4)  # the first stands in the title block, or is a turn that is none
    assert "Julie Martin" in notice.say()


def test_a_turn_goes_on_after_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Julie : Et alors ?\nInès : Je disais\nPaul Petit a rejoint la réunion\nque tout va bien.\n"
                    "Julie : Ah ?\nInès : Oui.\nPaul Petit a quitté la réunion 0:44\nJulie : Bien.\n", "utf-8")
    got = read_transcript(path)
    said = [(turn.speaker, got.text[turn.start : turn.end]) for turn in got.turns]
    assert said == [("Julie", "Et alors ?"), ("Inès", "Je disais"), ("Inès", "que tout va bien."), ("Julie", "Ah ?"),
                    ("Inès", "Oui."), ("Julie", "Bien.")]
    assert got.turns[2].label_start == got.turns[2].start


def test_what_someone_tells_of_a_meeting_is_words(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Julie : Et alors ?\nInès : Ma mère a quitté la réunion.\nMon père a rejoint la réunion, lui.\n"
                    "il a quitté la réunion\nJulie : Et Paul a quitté la réunion ?\nInès : Oui.\n", "utf-8")
    got = read_transcript(path)
    assert len(got.turns) == 4
    assert not got.notices
