# SPDX-License-Identifier: GPL-3.0-or-later
"""The paragraphs: what each status says, and what none of them may say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from coding.language import current_language, set_language
from coding.saturation import (
    Analysis,
    Frame,
    Incidence,
    analyse,
    document,
    finding,
    frame_words,
    general_limits,
    ordinal,
    paragraph,
    sentence,
    sentences,
    status_label,
    threshold_words,
)
from coding.saturation.methods_words import Work, methods, order_words, origin_counts, theme_words
from coding.saturation.reason_words import SENTENCES
from coding.saturation.short_words import short
from coding.saturation.stopping import guest
from coding.saturation.verdict import Status, reason
from tests.coding.saturation.tables import from_new, incidence


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = current_language()
    set_language("en")
    yield
    set_language(before)


PEERS = Frame("partial", "entretien", 14, 12, 0, 2, "Sept structures, trois départements.")
ASSOCIATIONS = Frame("yes", "entretien", 10, 4, 0, 6, "Contact par mail.")

KEYS = """interviews codes informative q1 q2 curve chao2 chao2_bc jackknife1 jackknife2 bootstrap ice coverage
    expected_new extrapolation guest guest_grid francis order_robustness last_new run_without_new status reasons"""


def themed(rows: list[list[int]], **facts: Any) -> Incidence:
    return incidence(rows, themes=("Réticences",), theme_of=("Réticences",) * len(rows), **facts)


def saturated() -> Analysis:
    rows = from_new([2, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
    return analyse(themed(rows, origins=("emergent",) * 4), group="Pairs aidants", frame=PEERS)


def refused() -> Analysis:
    return analyse(themed(from_new([3, 1, 0, 0])), group="Associations", frame=ASSOCIATIONS)


def every_status() -> list[Analysis]:
    rows = from_new([2, 1, 0, 0, 0, 0, 0, 0])
    late = from_new([2, 1, 0, 0, 0, 0, 0, 1])
    few = from_new([2, 1])
    whole = Frame("yes", "", 8, 8, 0, 0)
    return [saturated(), refused(), *(analyse(themed(r), group="G", frame=whole) for r in (rows, late, few))]


def test_a_saturated_theme() -> None:
    analysis = saturated()
    text = paragraph(analysis, analysis.themes[0], codebook_date=date(2026, 2, 3))
    for words in (
        "Theme “Réticences”.",
        "12 interviews of the group “Pairs aidants” (codebook of 2026-02-03, 4 codes)",
        "Base 4, run 2, threshold 0 new codes (Guest et al., 2020): reached at 4+2.",
        "No new code in the last 5 interviews that speak of the theme.",
        "invited (entretien): 14; non-responses: 2",
        "Status: Code saturation observed.",
        "2 of the 14 invitations went without an interview (justification recorded)",
    ):
        assert words in text
    said = finding(analysis.themes[0])
    assert "appeared in the 7th interview, and the 5 interviews that speak of it since brought none" in said.text
    assert said.figures.startswith("Base 4, run 2")
    assert len(said.limits) == 3


def test_a_refusal_gives_its_reason_and_keeps_the_figures() -> None:
    analysis = refused()
    text = paragraph(analysis, analysis.overall)
    assert text.startswith("Saturation is not declared for the group “Associations”. 6 of the 10 invitations")
    assert "may be due to the people who were not met" in text
    assert "Estimated coverage" in text
    assert "Code saturation" not in text
    assert text.count("6 of the 10") == 1


def test_no_text_says_that_saturation_is_proved() -> None:
    statuses = set()
    for analysis in every_status():
        statuses.add(analysis.overall.verdict.status)
        block = analysis.themes[0]
        said = " ".join([paragraph(analysis, block), finding(block).text, *sentences(block.verdict), *general_limits()])
        assert status_label(block.verdict.status) in said
        assert not [word for word in ("prove", "proof", "exhaustive", "{", "  ") if word in said]
        assert sentences(block.verdict)
    assert len(statuses) == 5


def test_each_reason_given_has_its_sentence() -> None:
    given = {
        reason.code
        for analysis in every_status()
        for block in (analysis.overall, *analysis.themes)
        for reason in (*block.verdict.grounds, *block.verdict.limits)
    }
    assert given <= set(SENTENCES)


def test_a_figure_never_reads_as_the_bound_it_misses() -> None:
    low = reason("low_coverage", share=0.94972, floor=0.95)
    more = reason("more_expected", expected=0.5004, ceiling=0.5)
    assert "94.97%" in sentence(low) and "94.97%" in short(low)
    assert "0.5004" in sentence(more) and "0.5004" in short(more)
    assert "92.9%" in short(reason("low_coverage", share=0.9294, floor=0.95))
    assert "0.5 new" in short(reason("more_expected", expected=0.5, ceiling=0.5))


def test_what_is_not_recorded_of_a_population_is_not_a_nought() -> None:
    assert frame_words(Frame("yes", "", None, 12)) == "Population: frame known."
    assert frame_words(Frame("yes", "", 14)).endswith("invited (people): 14; non-responses: not recorded.")
    assert frame_words(Frame("yes", "", 14, 14)).endswith("invited (people): 14; non-responses: 0.")


@pytest.mark.parametrize(
    ("place", "words"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (13, "13th"), (22, "22nd")]
)
def test_ordinals(place: int, words: str) -> None:
    assert ordinal(place) == words


def test_a_small_base_prints_no_percentage() -> None:
    assert threshold_words(guest([19, 0], base=1, run=1, threshold=0.05)) == "0 new codes"
    assert threshold_words(guest([40, 0], base=1, run=1, threshold=0.05)) == "5%"


def test_the_document_has_the_keys_of_the_contract() -> None:
    answer = document(saturated())
    assert set(answer) == {"group", "order_basis", "excluded", "by_unit", "themes", *KEYS.split()}
    assert set(answer["themes"][0]) == {"theme", *KEYS.split()}
    assert set(answer["curve"][0]) == {"n", "observed", "new", "expected", "sd_order", "coverage"}
    assert set(answer["guest"]) == {"base", "run", "threshold", "label", "reached_at", "ratios"}
    assert set(answer["guest_grid"][0]) == {"base", "run", "threshold", "label"}
    assert answer["by_unit"] is None
    assert answer["status"] == "saturated"
    assert answer["reasons"]


WORK = Work("0.1", 1, 1, 4, date(2026, 2, 3), "0123abcd", {"guide": 1, "emergent": 3})


def test_the_methods_paragraph_of_each_status_is_ready_for_an_article() -> None:
    for analysis in every_status():
        text = " ".join(methods(analysis, WORK))
        assert "The codebook in force (2026-02-03, fingerprint 0123abcd) has 1 theme and 4 codes (1 from the" in text
        assert not [word for word in ("prove", "proof", "{", "  ", "None") if word in text]
        refused = analysis.overall.verdict.status.value == "not_declarable"
        assert text.startswith("Saturation is not declared") is refused
        assert ("Code saturation" in text) is not refused
        assert ("By theme." in text) is not refused


def test_the_methods_paragraph_prints_the_parameters_in_force() -> None:
    text = methods(saturated(), WORK)[1]
    for words in ("at least 6 informative interviews", "the last 3 bring no new code", "coverage reaches 95%",
                  "fewer than 0.5 new codes", "at least 4 codes", "more than 33.3%", "in the order of the columns"):
        assert words in text


def test_a_reflexive_analysis_claims_nothing_whatever_the_figures() -> None:
    for analysis in every_status():
        text = " ".join(methods(analysis, replace(WORK, is_reflexive=True)))
        assert text.startswith("Saturation is not claimed.") and "Braun & Clarke, 2021" in text
        assert not [status for status in Status if status_label(status) in text]
        assert "Guest" not in theme_words(analysis.themes[0], analysis.overall, is_reflexive=True)


def test_what_holds_for_the_group_is_not_said_of_each_theme() -> None:
    analysis = refused()
    assert theme_words(analysis.themes[0], analysis.overall) == ""
    said = theme_words(saturated().themes[0], saturated().overall)
    assert said.startswith("Base 4, run 2") and "14 invitations" not in said


def test_origins_and_orders_have_words() -> None:
    assert origin_counts({}) == ""
    assert origin_counts({"unknown": 2, "guide": 1}) == "1 from the guide, 2 of unknown origin"
    assert len({order_words(basis) for basis in ("date", "manual", "import", "columns", "random")}) == 5
