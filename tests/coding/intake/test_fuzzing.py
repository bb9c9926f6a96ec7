# SPDX-License-Identifier: GPL-3.0-or-later
"""Every importer on files damaged by chance: a sound transcript, or one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding.intake.kinds import READERS
from tests.coding.intake.fuzzing import try_kind
from tests.coding.intake.test_other_kinds import EAF, TRS, VTT, odt, pdf
from tests.coding.intake.test_properties import WORD

SRT = "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\nPaul : oui {n}.\n\n" for n in range(1, 7)).encode()
GOOD: dict[str, bytes] = {
    ".docx": WORD, ".docm": WORD, ".txt": "[0:01] Paul : Oui ?\nInès : Non.\n".encode() * 5,
    ".htm": b"<b>Paul :</b> Oui ?<br><b>Ines :</b> Non.",
    ".odt": odt("<text:p>Paul : Et alors ?</text:p><text:p>Inès : Rien.</text:p>"),
    ".rtf": rb"{\rtf1\ansi Paul : Oui ?\par Ines : Non.\par}", ".vtt": VTT.encode(), ".srt": SRT,
    ".trs": TRS.encode("iso-8859-1"), ".eaf": EAF.encode(), ".pdf": pdf([["Paul : Oui ?", "Inès : Non."]]),
    ".md": "Paul : Oui ?\nInès : Non.".encode(), ".tsv": b"start\tend\ttext\n0\t900\tOui ?\n4000\t5000\tNon.",
    ".html": "<p>Paul : Oui ?</p><table><tr><td>Inès</td><td>Non &amp; <b>oui</b></td></tr></table>".encode(),
    ".otr": '{"text": "<p>00:01 Paul : Oui ?</p><p>00:09 Inès : Non.</p>"}'.encode()}


def test_every_kind_is_tried() -> None:
    assert set(GOOD) == set(READERS)


@pytest.mark.parametrize("suffix", GOOD)
def test_whatever_the_bytes_it_is_a_transcript_or_refused(tmp_path: Path, suffix: str) -> None:
    told = try_kind(suffix, GOOD[suffix], 60, tmp_path)
    assert (told.tried, told.read + told.refused) == (60, 60)
    assert told.read
