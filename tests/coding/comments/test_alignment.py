# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from coding.comments.alignment import Alignment, Place

TEXT = (
    "Marie : Je suis arrivée en mars, dans l’équipe. On m’a dit oui.\n"
    "Paul : Et alors ?\n"
    "Marie : Alors rien. J’ai attendu longtemps, très longtemps, que quelqu’un me parle."
)


def placed(document: str, words: str, text: str = TEXT) -> tuple[str, bool] | None:
    """The words of the text where those of the document stand, and whether they were changed."""
    start = document.index(words)
    place = Alignment(document, text).place(start, start + len(words))
    return None if place is None else (text[place.start : place.end], place.changed)


def test_the_same_words_are_found_to_the_letter() -> None:
    aligned = Alignment(TEXT, TEXT)
    for start in range(0, len(TEXT), 7):
        for end in range(start + 1, len(TEXT) + 1, 11):
            if not TEXT[start].isspace() and not TEXT[end - 1].isspace():
                place = aligned.place(start, end)
                assert place is not None
                assert (place.start, place.end, place.changed) == (start, end, False)


def test_numbers_of_turns_are_not_words() -> None:
    document = "\n".join(f"{n}\t{line}" for n, line in enumerate(TEXT.split("\n"), start=1))
    assert placed(document, "oui.\n2\tPaul : Et alors") == ("oui.\nPaul : Et alors", False)


def test_quotation_marks_and_spaces_that_a_word_processor_changed_are_the_same() -> None:
    document = TEXT.replace("’", "'").replace(" ?", "\u00a0?")
    assert placed(document, "dans l'équipe. On m'a dit") == ("dans l’équipe. On m’a dit", False)


def test_a_corrected_word_stands_where_the_other_stood_and_is_told() -> None:
    document = TEXT.replace("arrivée", "venue")
    assert placed(document, "venue") == ("arrivée", True)
    assert placed(document, "Je suis venue") == ("Je suis arrivée", True)
    assert placed(document, "venue en mars") == ("arrivée en mars", True)
    assert placed(document, "dans l’équipe") == ("dans l’équipe", False)


def test_words_taken_out_are_told() -> None:
    document = TEXT.replace(", très longtemps,", "")
    assert placed(document, "attendu longtemps que quelqu’un") == (
        "attendu longtemps, très longtemps, que quelqu’un", True)


def test_a_comment_whose_words_were_all_taken_out_stands_where_they_stood() -> None:
    gone = "Je suis arrivée en mars, dans l’équipe. "
    point = TEXT.index(gone)
    place = Alignment(TEXT.replace(gone, ""), TEXT).place(point, point)
    assert place is not None and place.changed and TEXT[place.start : place.end] == gone.strip()
    assert Alignment(TEXT, TEXT).place(point, point) == Place(point, point + 2, changed=False)  # «Je»


def test_words_that_are_not_the_interviews_have_no_place() -> None:
    document = TEXT.replace("Et alors ?", "Et alors ? Cette phrase vient du relecteur.")
    assert placed(document, "vient du relecteur") is None
    assert Alignment("Aucun mot commun.", TEXT).place(0, 5) is None


def test_a_point_stands_for_the_word_it_touches() -> None:
    place = Alignment(TEXT, TEXT).place(12, 12)
    assert place is not None
    assert TEXT[place.start : place.end] == "suis"


def test_words_that_were_moved_are_found_again() -> None:
    moved = "Je suis arrivée en mars, dans l’équipe."
    assert placed(f"{TEXT.replace(moved, '')}\n{moved}", moved) == (moved, True)


def test_only_the_body_of_the_document_is_laid_beside_the_text() -> None:
    document = "Je suis arrivée en mars\n" + TEXT
    aligned = Alignment(document, TEXT, (len(document) - len(TEXT), len(document)))
    assert aligned.place(0, 7) is None
    assert aligned.share == 1


VOCABULARY = [f"{a}{b}{c}" for a in "bcdfgl" for b in ("a", "e", "ou") for c in ("n", "t", "ré", "ssin", "çon")]


@given(st.integers(0, 2**32), st.integers(1, 12), st.integers(30, 400))
def test_untouched_words_stay_right_whatever_is_changed_elsewhere(seed: int, edits: int, length: int) -> None:
    """Spans of six words or more, the words beside them untouched too, are found to the letter."""
    chance = random.Random(seed)
    words = [chance.choice(VOCABULARY) for _ in range(length)]
    there: list[tuple[str, int]] = [(word, place) for place, word in enumerate(words)]  # -1: put in
    touched = set()
    for _edit in range(edits):
        at = chance.randrange(length)
        touched.add(at)
        place = next((n for n, (_word, was) in enumerate(there) if was == at), None)
        if place is None:
            continue
        match chance.randrange(3):
            case 0:
                del there[place]
            case 1:
                there[place] = ("corrigé", -1)
            case _:
                there.insert(place, ("ajouté", -1))
    text, document = " ".join(words), " ".join(word for word, _was in there)
    starts = [sum(len(word) + 1 for word in words[:place]) for place in range(length)]
    aligned = Alignment(document, text)
    low = chance.randrange(length - 6)
    high = min(length, low + chance.randrange(6, 30))
    if touched.isdisjoint(range(low - 6, high + 6)):
        first = next(n for n, (_word, was) in enumerate(there) if was == low)
        start = sum(len(word) + 1 for word, _was in there[:first])
        found = aligned.place(start, start + len(" ".join(words[low:high])))
        assert found is not None
        assert (found.start, found.end, found.changed) == (
            starts[low], starts[high - 1] + len(words[high - 1]), False)
