# SPDX-License-Identifier: GPL-3.0-or-later
"""The lemmas of forms, from tables such as the model's; and the forms that go with a lemma."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding import elsewhere
from coding.searching.lemma_forms import LemmaForms, _Tables

INDEX = {"noun": ["porte", "soin", "équipe"], "verb": ["porter", "équiper", "soigner"], "adj": ["heureux"], "adv": []}
EXCEPTIONS = {"aux": {"suis": ["être"], "était": ["être"]}, "verb": {"suis": ["suivre"], "était": ["être"]},
              "adj": {"heureuse": ["heureux"]}}
RULES = {"noun": [["s", ""]], "verb": [["ent", "er"], ["ées", "er"]], "adj": [["s", ""]]}
LOOKUP = {"porte": ["porte"], "inconnus": ["inconnu"]}


@pytest.mark.parametrize(("form", "lemmas"), [
    ("suis", ("être", "suivre")), ("était", ("être",)), ("porte", ("porte", "porter")), ("soins", ("soin",)),
    ("équipent", ("équiper",)), ("équipes", ("équipe", "équiper")), ("heureuse", ("heureux",)),
    ("soignées", ("soigner",)), ("inconnus", ("inconnu",)), ("zut", ("zut",)),
])
def test_a_form_is_of_every_lemma_that_the_tables_know(form: str, lemmas: tuple[str, ...]) -> None:
    assert _Tables(INDEX, EXCEPTIONS, RULES, LOOKUP).lemmas(form) == lemmas


def test_forms_are_kept_folded_by_lemma(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(elsewhere, "run", lambda *_asked, **_how: {
        "étais": ("être",), "etais": ("être",), "été": ("être", "été"), "suis": ("être", "suivre")})
    lemmas = LemmaForms()
    assert not lemmas.known and lemmas.forms("etre") == ()
    lemmas.learn(tmp_path, lambda *_told: None, lambda: False)
    assert lemmas.known and lemmas.forms("etre") == ["etais", "ete", "suis"] and lemmas.forms("suivre") == ["suis"]
