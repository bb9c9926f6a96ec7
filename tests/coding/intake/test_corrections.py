# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels joined, renamed or refused: who says a turn changes, never what the file says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coding.intake.corrections import Voice, as_read, corrected
from coding.intake.transcript import SpeakerSeen, Transcript, TurnSpan, speakers_seen
from tests.coding.intake.conftest import Read

TALK = ("Entretien 3\nEnquêtrice : Et alors ?\nInès : Rien.\nEnquêtice : Ah ?\nInès : Il a dit une chose.\n"
        "Note : on y va.\nEnquêtrice : Bien.\nInès : Oui.\nNote : on reste.\n")


def turns(read: Transcript) -> list[tuple[str | None, str]]:
    return [(turn.speaker, read.text[turn.start : turn.end]) for turn in read.turns]


def test_a_mistyped_name_joins_the_other(txt: Read) -> None:
    read = txt(TALK)
    assert read.doubts == {"Enquêtice": "Enquêtrice"}
    got = corrected(read, {"Enquêtice": Voice("Enquêtrice", True)})
    assert got.text == read.text
    assert turns(got)[2] == ("Enquêtrice", "Ah ?")
    assert not got.doubts
    assert next(seen for seen in got.speakers if seen.label == "Enquêtrice").turns == 3


def test_a_label_that_is_none_goes_on_the_turn_before() -> None:
    text = "Note : ici.\nPaul : Oui.\nNote : on y va.\nNote : vite.\nInès :\nNote : non."
    labels = ("Note", "Paul", "Note", "Note", "Inès", "Note")
    spans, at = [], 0
    for label, line in zip(labels, text.split("\n"), strict=True):
        start = min(at + len(label) + 3, at + len(line))
        spans.append(TurnSpan(at, start, at + len(line), label, None))
        at += len(line) + 1
    read = Transcript("a", "a.txt", text, tuple(spans), speakers_seen(text, tuple(spans), frozenset()), ())
    got = corrected(read, {"Note": Voice("")})
    assert turns(got) == [("Paul", "Oui.\nNote : on y va.\nNote : vite."), ("Inès", "Note : non.")]
    assert [seen.label for seen in got.speakers] == ["Paul", "Inès"]
    assert got.title_block == "Note : ici."


def test_the_one_who_bears_the_name_says_who_asks(txt: Read) -> None:
    read = txt(TALK)
    asking = {"Enquêtrice": Voice("Enquêtrice", False), "Enquêtice": Voice("Enquêtrice", True)}
    assert not corrected(read, asking).speakers[0].interviewer
    renamed = {label: Voice("Julie", label == "Enquêtice") for label in ("Enquêtrice", "Enquêtice")}
    assert corrected(read, renamed).speakers[0] == SpeakerSeen("Julie", 3, "Et alors ?", True)


@given(st.data())
def test_turns_stay_in_order_and_none_is_made(data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from("ABC"), min_size=1, max_size=12))
    text, spans = "", []
    for name in names:
        words = data.draw(st.sampled_from(["", "oui", " oui non ", "a\nb"]))
        at = len(text)
        text += f"{name} : {words}\n"
        start = at + 4 + len(words) - len(words.lstrip())
        spans.append(TurnSpan(at, start, max(start, at + 4 + len(words.rstrip())), name, None))
    read = Transcript("a", "a.txt", text, tuple(spans), speakers_seen(text, tuple(spans), frozenset()), ())
    chosen = {label: Voice(data.draw(st.sampled_from(["", "A", "B", "Z"])), data.draw(st.booleans()))
              for label in as_read(read)}
    got = corrected(read, chosen)
    at = 0
    for turn in got.turns:
        assert at <= turn.label_start <= turn.start <= turn.end <= len(text)
        at = turn.end
    assert len(got.turns) == sum(bool(chosen[name].becomes) for name in names)
    assert sum(seen.turns for seen in got.speakers) == len(got.turns)
    assert corrected(read, {}) == read


def test_the_make_is_the_kind_and_the_form_of_the_labels(txt: Read) -> None:
    first = txt(TALK)
    other = txt("Q : Et vous ?\nMarc : Oui.\nQ : Ah ?\nMarc : Oui.\n")
    timed = txt("[0:01] Q : Et vous ?\n[0:12] Marc : Oui.\n[0:15] Q : Ah ?\n[1:01:02] Marc Le Dû : Oui.\n")
    assert first.make == other.make == ".txt A : "
    assert timed.make == ".txt 0 A : "
