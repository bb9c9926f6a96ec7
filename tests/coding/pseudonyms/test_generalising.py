# SPDX-License-Identifier: GPL-3.0-or-later
"""Something wider than a date, an age or a trade."""

from __future__ import annotations

import pytest

from coding.pseudonyms import generalising


@pytest.mark.parametrize(("form", "wider"), [
    ("14 mars 2023", "[mars 2023]"), ("lundi 8 juin 2020", "[juin 2020]"), ("novembre 2017", "2017"),
    ("2 septembre", "[septembre]"), ("12/03/85", "[mars 1985]"), ("12.03.2004", "[mars 2004]"),
    ("2019-03-12", "[mars 2019]"), ("douze mars deux mille dix-neuf", "[mars deux mille dix-neuf]"),
    ("1998", "1998"), ("fin avril", "fin avril"), ("deux mille sept", "deux mille sept"),
    ("quatre-vingt-douze", "quatre-vingt-douze"), ("sept mai", "[mai]"), ("31/14/2020", "[date]"),
])
def test_a_date_loses_its_day_and_a_month_its_name(form: str, wider: str) -> None:
    assert generalising.date(form) == wider


@pytest.mark.parametrize(("form", "band"), [
    ("58 ans", "[50–59 ans]"), ("quatre-vingt-deux ans", "[80–89 ans]"), ("soixante et onze ans", "[70–79 ans]"),
    ("cinq ans", "[3–5 ans]"), ("vingt-trois ans", "[18–24 ans]"), ("cent deux ans", "[90 ans et plus]"),
    ("la cinquantaine", "la cinquantaine"), ("septante-trois ans", "[70–79 ans]"), ("16 ans et demi", "[15–17 ans]"),
])
def test_an_age_becomes_a_band(form: str, band: str) -> None:
    assert generalising.age(form) == band


@pytest.mark.parametrize(("said", "number"), [
    ("quatre-vingt-dix-sept", 97), ("nonante-deux", 92), ("vingt et un", 21), ("deux cents", 200), ("rien", None)])
def test_numbers_are_understood_as_they_are_said(said: str, number: int | None) -> None:
    assert generalising.number(said) == number


def test_a_trade_becomes_its_branch_or_nothing() -> None:
    assert generalising.trade("cordiste") == "[métier du bâtiment]"
    assert generalising.trade("taxidermiste") == "[profession]"
