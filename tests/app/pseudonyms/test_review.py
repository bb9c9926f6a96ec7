# SPDX-License-Identifier: GPL-3.0-or-later
"""What was decided and corrected stays true of the next search, wherever the words have moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.pseudonyms.review import Review
from coding.identifiers.span import Label
from coding.pseudonyms.identity import Identity, Place, gathered


def one(label: Label, name: str, *forms: str, at: int = 0) -> Identity:
    """An identity whose forms each stand once."""
    places = [Place("interview", 1, "text", at + 40 * n, at + 40 * n + len(form), form, f"avant {n} ", " après", n)
              for n, form in enumerate(forms or (name,))]
    return gathered(label, name, places)


def two(at: int = 0) -> Sequence[Identity]:
    return (one(Label.PERSON, "Martine Guilbaud", "Martine Guilbaud", "Martine", at=at),
            one(Label.PERSON, "la Titine", at=at + 400), one(Label.LOC, "Cholet", at=at + 800))


@pytest.fixture
def review() -> Review:
    made = Review()
    made.take(two())
    return made


def key(review: Review, name: str) -> str:
    return next(line.key for line in review.lines if line.identity.name == name)


def names(review: Review) -> list[str]:
    return [line.identity.name for line in review.lines]


def test_no_two_are_given_the_same_words(review: Review) -> None:
    review.another([line.key for line in review.lines])
    words = [line.decision.words for line in review.lines]
    assert len(set(words)) == 3
    assert len({one.words for one in review.alternatives(review.lines[0].key)}) >= 5


def test_who_was_joined_stays_joined(review: Review) -> None:
    kept = review.join([line.key for line in review.lines[:2]])
    assert kept == key(review, "Martine Guilbaud")
    review.accept([kept])
    review.take(two(at=7))
    assert names(review) == ["Martine Guilbaud", "Cholet"]
    line = review.line(kept)
    assert line is not None
    assert line.decided
    assert len(line.identity.places) == 3
    assert line.decision.instead_of("la Titine") not in ("", "la Titine")


def test_a_form_of_those_joined_is_split_off_again(review: Review) -> None:
    kept = review.join([line.key for line in review.lines[:2]])
    assert kept is not None
    apart = review.split(kept, "Martine")
    review.relabel([apart or ""], Label.ORG)
    review.take(two(at=3))
    assert [(line.identity.name, line.identity.label) for line in review.lines] == [
        ("Martine Guilbaud", Label.PERSON), ("Martine", Label.ORG), ("Cholet", Label.LOC)]
    review.take(two(at=3))
    assert len(review.lines) == 3


def test_what_cannot_be_told_apart_is_not_split(review: Review) -> None:
    review.take([one(Label.PERSON, "Odile", "Odile", "ODILE")])
    assert review.split(review.lines[0].key, "ODILE") is None
    assert review.split(review.lines[0].key, "Bruno") is None
    assert names(review) == ["Odile"]


def test_undo_goes_back_one_step_at_a_time(review: Review) -> None:
    before = review.lines
    review.act([line.key for line in review.lines], "keep")
    review.join([line.key for line in review.lines[:2]])
    review.relabel([key(review, "Cholet")], Label.ORG)
    for left in (2, 3, 3):
        review.undo()
        assert len(review.lines) == left
    assert review.lines == before
    assert not review.can_undo
    review.take(two())
    assert len(review.lines) == 3


def test_places_left_out_are_known_where_they_moved(review: Review) -> None:
    martine = key(review, "Martine Guilbaud")
    line = review.line(martine)
    assert line is not None
    review.leave_out(martine, [line.identity.places[1]], True)
    review.take(two(at=120))
    moved = review.line(martine)
    assert moved is not None
    assert [place.start for place in moved.left_out] == [160]


def test_places_left_out_are_not_asked_about_again_once_the_others_are_replaced(review: Review) -> None:
    martine = key(review, "Martine Guilbaud")
    line = review.line(martine)
    assert line is not None
    review.leave_out(martine, [line.identity.places[1]], True)
    review.accept([martine])
    decided = review.decisions()[0]
    assert decided.places == line.identity.places[:1]
    review.forget([martine])
    (out,) = line.identity.places[1:]
    moved = replace(out, start=out.start + 3, end=out.end + 3, before="Hélène ")
    review.take([gathered(Label.PERSON, "Martine", [moved])])
    assert names(review) == []
    other = replace(out, start=900, end=907, before="ailleurs, ", after=" encore")
    review.take([gathered(Label.PERSON, "Martine", [replace(moved, before=out.before), other])])
    assert [line.places for line in review.lines] == [(other,)]
    review.take([line.identity])
    assert review.lines[0].decided
    assert review.lines[0].left_out == {out}


def test_places_left_out_are_asked_about_when_added_by_hand(review: Review) -> None:
    cholet = next(line for line in review.lines if line.identity.name == "Cholet")
    review.leave_out(cholet.key, cholet.identity.places, True)
    review.accept([cholet.key])
    review.forget([cholet.key])
    review.take([cholet.identity])
    assert names(review) == []
    review.add(cholet.identity)
    review.take([cholet.identity])
    assert [line.places for line in review.lines] == [cholet.identity.places]


def test_classes_are_numbered_after_those_of_earlier_times() -> None:
    review = Review()
    review.used = ["[ville 4]", "Hélène Morin"]
    review.take([one(Label.LOC, "Cholet"), one(Label.LOC, "Saumur")])
    assert [line.decision.words for line in review.lines] == ["[ville 5]", "[ville 6]"]
