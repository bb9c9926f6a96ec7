# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from coding import codebook, codebook_differences
from coding.changes import Writer
from coding.codebook_differences import Difference, compare
from coding.exchange import codebooks, gathering, writing
from models.errors import KnownError
from tests import build


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    writer = build.project(tmp_path)
    build.code(writer, "Travail > Lieu", definition="Où.")
    build.code(writer, "Travail > Horaires")
    build.code(writer, "Peur")
    yield writer
    writer.store.close()


def found(writer: Writer, path: Path, *, unfold: bool = False) -> list[Difference]:
    book = codebooks.read(path)
    with writer.store.reading() as session:
        return compare(session, book.unfolded if unfold else book.rows)


def told(writer: Writer, path: Path) -> list[tuple[str, str]]:
    return [(one.kind, " > ".join(one.path)) for one in found(writer, path)]


def paths(writer: Writer) -> list[str]:
    with writer.store.reading() as session:
        book = codebook.read(session)
        return [book.path_text(node.id) for node in book]


def test_every_kind_of_difference(writer: Writer, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("theme,code,definition\nTravail,Lieu,Ailleurs.\nPeur,Horaires,\nEspoir,,\n",
                                    encoding="utf-8")
    assert told(writer, tmp_path / "g.csv") == [
        ("same", "Travail"), ("changed", "Travail > Lieu"), ("same", "Peur"), ("moved", "Peur > Horaires"),
        ("new", "Espoir")]
    (tmp_path / "h.csv").write_text("theme\nPeur\n", encoding="utf-8")
    assert told(writer, tmp_path / "h.csv") == [
        ("same", "Peur"), ("gone", "Travail"), ("gone", "Travail > Lieu"), ("gone", "Travail > Horaires")]


def test_what_is_chosen_is_taken_in_one_act(writer: Writer, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text(
        "theme,code,definition\nTravail,Lieu,Ailleurs.\nPeur,Lieu de peur,\nPeur,Horaires,\n", encoding="utf-8")
    chosen = [one for one in found(writer, tmp_path / "g.csv") if one.kind != "same"]
    writer.do(build.BUILD, lambda s: codebook_differences.apply(s, chosen))
    assert paths(writer) == ["Travail", "Travail > Lieu", "Peur", "Peur > Lieu de peur", "Peur > Horaires"]
    writer.undo()
    assert paths(writer) == ["Travail", "Travail > Lieu", "Travail > Horaires", "Peur"]


def test_what_is_gone_goes_with_all_below_it_or_stays(writer: Writer, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("theme\nPeur\n", encoding="utf-8")
    gone = [one for one in found(writer, tmp_path / "g.csv") if one.kind == "gone"]
    writer.do(build.BUILD, lambda s: codebook_differences.apply(s, gone[:1]))
    assert "Travail" in paths(writer)
    writer.do(build.BUILD, lambda s: codebook_differences.apply(s, gone))
    assert paths(writer) == ["Peur"]


def test_our_own_codebook_is_the_same_and_knows_a_code_that_was_renamed(writer: Writer, tmp_path: Path) -> None:
    with writer.store.reading() as session:
        writing.write_codebook(tmp_path / "g.qdc", gathering.gather_codebook(session))
        key = codebook.read(session).find(["Travail"])
    assert {one.kind for one in found(writer, tmp_path / "g.qdc")} == {"same"}
    assert key is not None
    writer.do(build.BUILD, lambda s: codebook.edit(s, key.id, name="Métier"))
    differences = found(writer, tmp_path / "g.qdc")
    assert [(one.kind, one.path[-1]) for one in differences if one.kind != "same"] == [("changed", "Travail")]
    changed = [one for one in differences if one.kind == "changed"]
    writer.do(build.BUILD, lambda s: codebook_differences.apply(s, changed))
    assert paths(writer)[:2] == ["Travail", "Travail > Lieu"]


def test_codebooks_of_taguette(writer: Writer, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["tag", "parent", "description", "number of highlights"], ["Travail", "", "Le métier.", 3],
            ["Travail/Lieu", "Travail", "", 1], ["Peur/Nuit", "", "La nuit.", 0]]
    (tmp_path / "g.csv").write_text("\n".join(",".join(map(str, row)) for row in rows), encoding="utf-8")
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(tmp_path / "g.xlsx")
    for name in ("g.csv", "g.xlsx"):
        assert not codebooks.is_table(tmp_path / name)
        assert [(one.kind, one.path) for one in found(writer, tmp_path / name, unfold=True)][:4] == [
            ("changed", ("Travail",)), ("same", ("Travail", "Lieu")), ("same", ("Peur",)), ("new", ("Peur", "Nuit"))]


def test_what_is_no_codebook_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "g.qdpx").write_bytes(b"PK")
    (tmp_path / "g.csv").write_text("theme,code,definition\n", encoding="utf-8")
    for take in (codebooks.is_table, codebooks.read):
        with pytest.raises(KnownError, match="filrouge import"):
            take(tmp_path / "g.qdpx")
    with pytest.raises(KnownError, match="holds no code"):
        codebooks.read(tmp_path / "g.csv")


def test_codebooks_of_qualcoder(writer: Writer, tmp_path: Path) -> None:
    (tmp_path / "g.txt").write_text("Travail>>Lieu\tLà-bas.\nPeur>>La nuit>>>Au lit\n", encoding="utf-8")
    (tmp_path / "g.csv").write_text('Travail>>Lieu,"Là-bas."\nPeur>>La nuit>>>Au lit,\n', encoding="utf-8")
    for name in ("g.txt", "g.csv"):
        differences = [(one.kind, one.path) for one in found(writer, tmp_path / name) if one.kind in ("new", "changed")]
        assert differences == [("changed", ("Travail", "Lieu")), ("new", ("Peur", "La nuit")),
                               ("new", ("Peur", "La nuit", "Au lit"))]


def test_taken_as_it_is_nothing_moves_or_goes(writer: Writer, tmp_path: Path) -> None:
    (tmp_path / "g.txt").write_text("Peur>>Horaires\tQuand.\nEspoir", encoding="utf-8")
    report = codebook_differences.take(writer, tmp_path / "g.txt")
    assert (report.added, report.updated) == (1, 1)
    assert paths(writer) == ["Travail", "Travail > Lieu", "Travail > Horaires", "Peur", "Espoir"]
    again = codebook_differences.take(writer, tmp_path / "g.txt")
    assert (again.added, again.updated, again.unchanged) == (0, 0, 2)
