# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge participants`` and ``filrouge groups export``; what the export of interviews says is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.main import main
from tests import build


def test_tables_go_out_and_come_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    writer = build.project(tmp_path)
    with writer.store:
        build.interview(writer, "Un", [("Q", "Oui ?"), ("Paul", "Oui.")], people={"Paul": "pair"}, groups=["A"],
                        units=["Nord", "Sud"])
        build.interview(writer, "Deux", [("Q", "Oui ?"), ("Léa", "Oui.")], people={"Léa": ""}, units=["Nord"])
        build.frame(writer, "A", frame_known="yes", unit="entretien", invited=3, reached=1, refused=2)
        path = str(writer.store.path)
    for command in ("participants", "groups"):
        for suffix in ("csv", "xlsx"):
            table = str(tmp_path / f"{command}.{suffix}")
            assert main([command, path, "export", table]) == 0
            assert main([command, path, "import", table]) == 0
            assert "mises à jour\xa0: 0, inch" in capsys.readouterr().out
    (tmp_path / "p.csv").write_text(
        "participant,interviews,rôle,Métier\nAna,Un,paire,médecin\nX,Nulle part,,\n", "utf-8")
    assert main(["participants", path, "import", str(tmp_path / "p.csv")]) == 1
    said = capsys.readouterr()
    assert "ajoutées\xa0: 1" in said.out
    assert "Nulle part" in said.err
    assert main(["interviews", path, "export", str(tmp_path / "i.csv")]) == 0
    assert "2 entretiens · 3 configurations · 2 structures" in capsys.readouterr().out
    assert "Paul + Ana" in (tmp_path / "i.csv").read_text("utf-8")
