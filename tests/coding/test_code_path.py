# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes named as one types them."""

from __future__ import annotations

from pathlib import Path

from coding import code_path, codebook
from coding.changes import Label
from tests import build


def test_a_path_is_found_or_made(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    known = build.code(writer, "Réticences > Crainte")
    label = Label("act")
    assert writer.do(label, lambda s: code_path.obtain(s, ["reticences", "CRAINTE"])).result == known
    made = writer.do(label, lambda s: code_path.obtain(s, ["Réticences", "Peur"])).result
    with writer.store.reading() as session:
        book = codebook.read(session)
    assert book.path(made) == ("Réticences", "Peur")
    theme = book.themes[0].id
    assert writer.do(label, lambda s: code_path.obtain(s, ["peur"], parent_id=theme)).result == made
    assert len(book) == 3
    writer.store.close()


def test_typed_paths() -> None:
    assert code_path.typed(" Temps >  Durée ") == ["Temps", "Durée"]
    assert code_path.typed(" > ") == []


def test_in_vivo_names_are_short_whole_words() -> None:
    assert code_path.in_vivo("« pas de case. »") == "pas de case"
    name = code_path.in_vivo("Pendant deux mois je sortais de la salle\nquand on parlait des dossiers des patients.")
    assert name == "Pendant deux mois je sortais de la salle quand on parlait…"
    assert len(name) <= code_path.IN_VIVO_LENGTH + 1


def test_in_vivo_names_keep_quotation_marks_in_pairs() -> None:
    assert code_path.in_vivo("il m’a dit « non ».") == "il m’a dit « non »"
    assert code_path.in_vivo("« non » qu’il a dit") == "« non » qu’il a dit"
    assert code_path.in_vivo("« non », « jamais »") == "« non », « jamais »"
    assert code_path.in_vivo("dit : « non, jamais") == "dit : non, jamais"
    assert code_path.in_vivo("…et voilà, “ quoi ” !") == "et voilà, “ quoi ”"


def test_long_in_vivo_names_end_at_a_sign() -> None:
    said = "On m’a dit que je serais formé, et finalement personne ne s’en est occupé."
    assert code_path.in_vivo(said) == "On m’a dit que je serais formé, et finalement personne ne…"
    said = "On m’a dit tout de suite que je serais formé, et finalement personne."
    assert code_path.in_vivo(said) == "On m’a dit tout de suite que je serais formé…"
