# SPDX-License-Identifier: GPL-3.0-or-later
"""Lexical novelty: scikit-learn's figures, and what must hold of any words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding.saturation.novelty import NOBODY, compare, novelty, plain_tokens

WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=8)
PASSAGES = st.lists(st.tuples(st.integers(0, 4), WORDS), min_size=1, max_size=20).map(
    lambda rows: sorted(rows, key=lambda row: row[0]))


def _apart(rows: Sequence[tuple[int, list[str]]]) -> tuple[list[list[str]], list[int]]:
    return [words for _whose, words in rows], [whose for whose, _words in rows]


def _plainly(tokens: Sequence[Sequence[str]], interviews: Sequence[int]) -> list[float]:
    """The definition, word by word."""
    words = sorted({word for passage in tokens for word in passage})
    counts = np.array([[passage.count(word) for word in words] for passage in map(list, tokens)], float)
    idf = np.log((1 + len(tokens)) / (1 + (counts > 0).sum(axis=0))) + 1
    weights = counts * idf
    lengths = np.linalg.norm(weights, axis=1, keepdims=True)
    rows = np.divide(weights, lengths, out=np.zeros_like(weights), where=lengths > 0)
    found = []
    for place, whose in enumerate(interviews):
        earlier = [rows[n] @ rows[place] for n in range(place) if interviews[n] != whose]
        found.append(1 - max(earlier, default=0.0))
    return found


def test_the_reference_values(shared: Path) -> None:
    case = json.loads((shared / "cases/saturation/lexical_novelty_sklearn.json").read_text("utf-8"))
    names = [name for name, _text in case["passages"]]
    tokens = [plain_tokens(text) for _name, text in case["passages"]]
    found = compare(tokens, [names.index(name) for name in names])
    assert found.novelty == pytest.approx(case["novelty_vs_earlier"], abs=1e-6)
    assert found.nearest.tolist() == [NOBODY, 0, 0, 2, 0]


def test_figures_known_without_any_file() -> None:
    texts = ["le soutien des pairs aide", "les pairs apportent un soutien", "le manque de financement"]
    tokens = [plain_tokens(text) for text in texts]
    assert novelty(tokens, [1, 2, 3]) == pytest.approx(_plainly(tokens, [1, 2, 3]), abs=1e-12)


def test_words_of_one_letter_and_capitals_do_not_count() -> None:
    assert plain_tokens("L’Été, à 7 h 30 : l'hôpital !") == ["été", "30", "hôpital"]


@given(PASSAGES)
def test_it_is_the_definition(rows: list[tuple[int, list[str]]]) -> None:
    tokens, interviews = _apart(rows)
    assert novelty(tokens, interviews) == pytest.approx(_plainly(tokens, interviews), abs=1e-9)


@given(PASSAGES, st.randoms(use_true_random=False))
def test_the_order_of_words_changes_nothing(rows: list[tuple[int, list[str]]], chance: object) -> None:
    tokens, interviews = _apart(rows)
    shuffled = [sorted(words, key=lambda _word: chance.random()) for words in tokens]  # type: ignore[attr-defined]
    assert novelty(shuffled, interviews) == pytest.approx(novelty(tokens, interviews), abs=1e-12)


@given(PASSAGES)
def test_it_stays_between_nothing_and_all(rows: list[tuple[int, list[str]]]) -> None:
    found = compare(*_apart(rows))
    assert ((found.novelty >= 0) & (found.novelty <= 1)).all()
    first = rows[0][0]
    for place, (whose, _words) in enumerate(rows):
        near = found.nearest[place]
        assert near == NOBODY or (near < place and rows[near][0] != whose)
        assert whose != first or found.novelty[place] == 1


@given(PASSAGES.filter(lambda rows: any(words for _whose, words in rows)))
def test_what_was_said_before_by_another_is_not_new(rows: list[tuple[int, list[str]]]) -> None:
    tokens, interviews = _apart(rows)
    said = next(words for words in tokens if words)
    found = compare([*tokens, said], [*interviews, 9])
    assert found.novelty[-1] == pytest.approx(0, abs=1e-12)


def test_what_one_said_oneself_does_not_count() -> None:
    assert novelty([["pair"], ["pair"]], [1, 1]).tolist() == [1, 1]


def test_nothing_at_all() -> None:
    assert novelty([], []).shape == (0,)
    assert novelty([[], []], [1, 2]).tolist() == [1, 1]
    with pytest.raises(ValueError, match="passage"):
        novelty([["pair"]], [])


def test_many_passages_take_little_memory_at_once() -> None:
    chance = np.random.default_rng(1)
    tokens = [[str(word) for word in chance.zipf(1.3, 30) % 5_000] for _n in range(700)]
    interviews = [n // 350 for n in range(700)]
    some = slice(600, 610)
    found = novelty(tokens, interviews)
    assert found[some] == pytest.approx(_plainly(tokens, interviews)[some], abs=1e-9)
