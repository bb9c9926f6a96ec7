# SPDX-License-Identifier: GPL-3.0-or-later
"""The quote as cited: what may change without a mark, and what may not."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coding.cited_path import path
from coding.citing import align, elided, faults, holds, inserted, tidied

CONTENT = ("soins", "réticences", "l’équipe", "œuvre", "médecin", "porte", "aujourd'hui", "[ville 1]", "14", "clé",
           "pair", "hôpital\u00a0?", "accueil,", "grand-père", "travail.")
FILLER = ("euh", "hum,", "heu…")
plain = st.lists(st.sampled_from(CONTENT), min_size=1, max_size=12, unique=True)
spoken = st.lists(st.sampled_from((*CONTENT, *FILLER, "je je", "c’est c’est", "pa- parce que", "[...]", "–\u00a0Oui.",
                                   "Ah !", "de, de", ", ,", "bah", "que", "très très", "(rires)", "ben,")), max_size=14)
anything = st.text(st.sampled_from("aeuhmrjàœÉ ’'-–\u00a0.,…?!«»()[]e\u03012%"), max_size=40)


@pytest.mark.parametrize(("source", "cited"), [
    ("Je suis arrivée à l’hôpital.", ""),
    ("Je suis arrivée à l’hôpital.", "je suis arrivée, à l'hôpital"),
    ("Euh, je je suis arrivée, hum, à l’hôpital", "Je suis arrivée à l’hôpital."),
    ("Et c’est, euh, c’est pa- parce que bon", "Et c'est parce que bon…"),
    ("on nous a dit que les malades venaient le soir", "On nous a dit […] venaient le soir."),
    ("on nous a dit que les malades venaient le soir", "On nous a dit que les malades [...]"),
    ("on nous a dit que les malades venaient", "On [l’équipe] nous a dit que les malades venaient"),
    ("elle nous a dit que les malades venaient", "[La cadre] nous a dit que les malades venaient"),
    ("je travaille à [ville 1] depuis dix ans", "Je travaille à [ville 1] depuis dix ans."),
    ("je travaille à [ville 1] depuis dix ans", "Je travaille […] depuis dix ans"),
    ("Orvault est loin", "Orvault [près de [ville 1]] est loin"),
    ("à [près de [ville 1]] oui", "À [près de [ville 1]], oui"),
    ("c’était [...] compliqué", "C’était […] compliqué"),
    ("à côté du cœur", "A côté du coeur"),
    ("Ça va ? –\u00a0Oui, ça va.", "Ça va ? – Oui, ça va."),
    ("Bah oui, ben voilà, c’est ça", "Oui, voilà, c’est ça"),
    ("c’est la\u00a0fin", "C’est la fin"),
])
def test_holds(source: str, cited: str) -> None:
    assert faults(source, cited) == ()


@pytest.mark.parametrize(("source", "cited", "what", "at"), [
    ("on nous a dit que les malades venaient", "on nous a dit que les patients venaient", "not_in_source", "patients"),
    ("on nous a dit que les malades venaient", "on nous a dit venaient", "left_out", " "),
    ("on nous a dit cela", "nous a dit cela", "left_out", ""),
    ("le médecin a dit cela", "[la cadre] a dit cela", "left_out", ""),
    ("je travaille à [ville 1] depuis", "je travaille à ville 1 depuis", "not_in_source", "ville 1"),
    ("je travaille à [ville 1] depuis", "je travaille à [Lyon] depuis", "left_out", " "),
    ("Ça va ? –\u00a0Oui, ça va.", "Ça va ? Oui, ça va.", "voice", " ? "),
    ("il y a 50 % de refus", "il y a 50 de refus", "left_out", " "),
    ("il n’y a pas de refus", "il n’y a de refus", "left_out", " "),
    ("où il va", "ou il va", "not_in_source", "ou"),
])
def test_a_fault_says_what_and_where(source: str, cited: str, what: str, at: str) -> None:
    found = faults(source, cited)
    assert not holds(source, cited)
    assert what in [fault.what for fault in found]
    assert any(cited[fault.start : fault.end].strip(" [].") == at.strip() or at in cited[fault.start : fault.end]
               for fault in found if fault.what == what)


@pytest.mark.parametrize(("source", "clean"), [
    ("Euh, je je suis arrivée, hum, à l’hôpital", "Je suis arrivée, à l’hôpital"),
    ("c’est, euh, c’est dur", "c’est dur"),
    ("C’est c’est dur,, euh.", "C’est dur."),
    ("je pense euh… que pa- parce que", "je pense… que parce que"),
    ("on va peu à peu à l’hôpital", "on va peu à peu à l’hôpital"),
    ("nous nous sommes vus, très très vite", "nous nous sommes vus, très très vite"),
    ("elle a eu peur", "elle a eu peur"),
    ("est-ce que vous êtes vous êtes là", "est-ce que vous êtes là"),
    ("vous euh vous, nous nous taisons", "vous vous, nous nous taisons"),
    ("Ben est venu. Ben, oui.", "Ben est venu. Oui."),
    ("Ça va ? –\u00a0Euh. –\u00a0Bon.", "Ça va ? –\u00a0Euh. –\u00a0Bon."),
    ("Ça va ? –\u00a0Euh, oui.", "Ça va ? –\u00a0Oui."),
    ("prends-le le matin", "prends-le le matin"),
    ("hum", "hum"),
    ("tu crois, euh\u00a0?", "tu crois\u00a0?"),
])
def test_tidied(source: str, clean: str) -> None:
    assert tidied(source) == clean
    assert holds(source, clean)


def test_tidied_in_english() -> None:
    assert tidied("Um, I I went to, uh, the ER", "en") == "I went to, the ER"


@given(st.one_of(anything, spoken.map(" ".join)))
def test_the_source_itself_holds(source: str) -> None:
    assert holds(source, source)
    assert path(source, source, faultless=True) is not None
    assert align(source, source).faults == ()


@given(st.one_of(anything, spoken.map(" ".join)), st.sampled_from(["fr", "en"]))
def test_tidied_holds_and_tidying_again_changes_nothing(source: str, language: str) -> None:
    clean = tidied(source, language)
    assert holds(source, clean)
    assert tidied(clean, language) == clean


@given(spoken, st.data())
def test_what_is_left_out_with_a_mark_holds(source: list[str], data: st.DataObject) -> None:
    kept = [piece if data.draw(st.booleans()) else "[…]" for piece in source]
    assert faults(" ".join(source), " ".join(kept)) == ()


@given(plain, st.data())
def test_a_word_left_out_without_a_mark_is_a_fault(source: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(source) - 1))
    cited = " ".join(source[:at] + source[at + 1 :])
    assume(cited)
    found = faults(" ".join(source), cited)
    assert found and "left_out" in {fault.what for fault in found}


@given(plain, st.data())
def test_a_word_of_ones_own_out_of_brackets_is_a_fault(source: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(source)))
    cited = " ".join([*source[:at], "inventé", *source[at:]])
    (fault,) = faults(" ".join(source), cited)
    assert (fault.what, cited[fault.start : fault.end]) == ("not_in_source", "inventé")
    assert holds(" ".join(source), cited.replace("inventé", "[inventé]"))


@given(plain, st.data())
def test_elided_holds(source: list[str], data: st.DataObject) -> None:
    text = " ".join(source)
    ends = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(ends, ends).map(lambda two: (min(two), max(two))), max_size=3))
    assert faults(text, elided(text, spans)) == ()


def test_elided_keeps_whole_words_and_the_voice_that_goes_on() -> None:
    text = "On y va ce soir. –\u00a0Ah bon, moi je reste."
    assert elided(text, [(9, 10)]) == "On y va […] soir. –\u00a0Ah bon, moi je reste."
    assert elided(text, [(12, 22)]) == "On y va ce […] –\u00a0bon, moi je reste."
    assert elided("Oui. Bon, allons. Si.", [(0, 3), (5, 8), (18, 20)]) == "[…] allons. […]"
    assert elided("un [...] deux trois", [(9, 13)]) == "un […] trois"
    assert elided("à [ville 1] oui", [(4, 6)]) == "à […] oui"
    assert elided("là [près de [ville 1]] oui", [(15, 16)]) == "là […] oui"


def test_inserted_stands_after_the_word() -> None:
    assert inserted("ils nous ont dit", 1, "les  soignants") == "ils [les soignants] nous ont dit"
    assert inserted("ils nous ont dit.", 16, "tôt") == "ils nous ont dit [tôt]."


def test_a_long_text_that_has_nothing_to_do_with_the_source_is_one_fault() -> None:
    (fault,) = faults(" ".join(f"a{n}" for n in range(900)), " ".join(f"b{n}" for n in range(900)))
    assert fault.what == "not_in_source"


def test_align_tells_what_is_left_out() -> None:
    source = "on nous a dit euh que les malades venaient"
    aligned = align(source, "On nous […] que les malades [du soir] venaient")
    assert [source[a:b] for a, b in aligned.left_out] == ["a", "dit", "euh"]
    assert ((3, 7), (3, 7)) in aligned.pairs
