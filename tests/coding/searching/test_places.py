# SPDX-License-Identifier: GPL-3.0-or-later
"""Where words stand: phrases, alternatives, exclusions, beginnings, forms, voices and groups; every place, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coding.changes import Writer
from coding.fold import fold, words
from coding.searching import find, giving, lines, pattern
from coding.searching.places import Place
from coding.searching.query import Mode, Sought, Term, terms
from models.group import Group
from models.interview import Interview
from models.participant import Participant
from models.passage import Coding, Passage
from tests import build

LETTERS = "aeéèêœæßoscç’- .ÉŒ"


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    """Two interviews, the second placed first."""
    made = build.project(tmp_path)
    build.interview(made, "Paul", [
        ("Q", "Parlez-moi de l’équipe."), ("Paul", "L’équipe soignante ? Une équipe, et le soignant. Cœur d’équipe."),
        ("Paul", "J’étais là ; je suis resté. Va-t-il venir ?"),
    ], people={"Paul": "pair aidant"}, groups=["A"])
    build.interview(made, "Inès", [("Q", "Et le collectif ?"), ("Inès", "Le collectif, pas l’ÉQUIPE. Il était temps.")],
                    people={"Inès": "bénévole"})
    made.do(build.BUILD, lambda s: setattr(s.query(Interview).filter_by(title="Inès").one(), "position", -1))
    yield made
    made.store.close()


def found(writer: Writer, line: str, mode: Mode = "words", forms: Sequence[str] = (), **narrowed: object) -> list[str]:
    """The words found, each after its interview’s title and turn."""
    either, without = terms(line, mode, lambda _lemma: forms)
    sought = Sought(either, without, **narrowed)  # type: ignore[arg-type]
    with writer.store.reading() as session:
        first = find.first(session, sought, 10_000)
        assert sum(first.tally.turns.values()) == len({place.turn.id for place in first.places})
        return [f"{hit.interview[0]}{hit.turn} {hit.found}" for hit in lines.lines(session, first.places)]


@pytest.mark.parametrize(("line", "expected"), [
    ("equipe", ["I2 ÉQUIPE", "P1 équipe", "P2 équipe", "P2 équipe", "P2 équipe"]),
    ("equipe soignante", ["P2 équipe soignante", "P2 équipe", "P2 équipe"]),
    ("« equipe soignante »", ["P2 équipe soignante"]),
    ("“une équipe et le soignant”", ["P2 Une équipe, et le soignant"]),
    ("soign", ["P2 soignante", "P2 soignant"]),
    ("soign ", []),
    ("\"soign\"", []),
    ("collectif | coeur", ["I1 collectif", "I2 collectif", "P2 Cœur"]),
    ("equipe -collectif -« parlez moi »", ["P2 équipe", "P2 équipe", "P2 équipe"]),
    ("va-t-il", ["P3 Va-t-il"]),
    ("l'equipe ", ["I2 l’ÉQUIPE", "P1 l’équipe", "P2 L’équipe"]),
    ("coe", ["P2 Cœur"]), ("co", ["I1 collectif", "I2 collectif", "P2 Cœur"]),
    ("-équipe", []), ("| |", []), ("«", []), ("l", ["I2 l", "P1 l", "P2 L"]),
    ("collectif soignant | étais suis", ["P3 étais", "P3 suis"]),
])
def test_what_is_written_finds_every_place(writer: Writer, line: str, expected: list[str]) -> None:
    assert found(writer, line) == expected


def test_a_phrase_and_a_lemma_are_other_ways_to_read_the_line(writer: Writer) -> None:
    assert found(writer, "le soign", "phrase") == ["P2 le soignant"]
    assert found(writer, "être", "lemma", ("suis", "etais", "etait")) == ["I2 était", "P3 étais", "P3 suis"]
    assert found(writer, "être | « Cœur »", "lemma", ("suis",)) == ["P2 Cœur", "P3 suis"]


def test_who_speaks_and_where_narrow_it(writer: Writer) -> None:
    with writer.store.reading() as session:
        paul = session.query(Participant.id).filter_by(name="Paul").scalar()
        group = session.query(Group.id).scalar()
        ines = session.query(Interview.id).filter_by(title="Inès").scalar()
    assert found(writer, "équipe", asks=True) == ["P1 équipe"]
    assert found(writer, "équipe", asks=False)[0] == "I2 ÉQUIPE" and len(found(writer, "équipe", asks=False)) == 4
    assert found(writer, "équipe", participant_ids=(paul,)) == ["P2 équipe"] * 3
    assert found(writer, "équipe", group_ids=(group,))[0] == "P1 équipe"
    assert found(writer, "équipe", interview_ids=(ines,)) == ["I2 ÉQUIPE"]
    assert found(writer, "équipe", interview_ids=(ines,), group_ids=(group,)) == []


def everything(writer: Writer, line: str) -> list[Place]:
    with writer.store.reading() as session:
        return find.first(session, Sought(*terms(line)), 10_000).places


def test_lines_end_with_their_turn_and_are_ordered_by_their_words(writer: Writer) -> None:
    some = everything(writer, "équipe")
    with writer.store.reading() as session:
        hits = lines.lines(session, some)
        assert hits[1].before == "Parlez-moi de l’" and hits[1].after == "." and hits[1].speaker == "Q"
        assert hits[1].asks and not hits[2].asks and hits[2].speaker == "Paul"
        after = [hits[at].after for at in lines.ordered(session, some, "right")]
        assert after.index(", et le soignant. Cœur d’équipe.") < after.index(
            " soignante ? Une équipe, et le soignant. Cœur d’équipe.")
        assert hits[lines.ordered(session, some, "left")[0]].before.endswith("Cœur d’")
        assert lines.ordered(session, some, "corpus") == list(range(5))


def test_the_words_the_sentence_or_the_turn_are_coded_once(writer: Writer) -> None:
    code = build.code(writer, "Collectif")
    some = everything(writer, "équipe")
    with writer.store.reading() as session:
        made = {what: giving.spans(session, some, what) for what in ("words", "sentence", "turn")}
        assert [sum(map(len, spans.values())) for spans in made.values()] == [5, 5, 3]
        seen = giving.foresee(session, made["sentence"])
        assert (seen.passages, seen.interviews, seen.there) == (5, 2, 0)
    coder = writer.coder_id or 0
    given = writer.do(build.BUILD, lambda s: giving.give(s, made["sentence"], [code], coder)).result
    assert (given.passages, given.already) == (5, 0)
    with writer.store.reading() as session:
        assert {row.quote for row in session.query(Passage)} == {
            "Le collectif, pas l’ÉQUIPE.", "Parlez-moi de l’équipe.", "L’équipe soignante ?",
            "Une équipe, et le soignant.", "Cœur d’équipe."}
        assert giving.foresee(session, made["sentence"]).there == 5
    again = writer.do(build.BUILD, lambda s: giving.give(s, made["sentence"], [code], coder)).result
    assert (again.passages, again.already) == (0, 5)
    writer.undo()
    with writer.store.reading() as session:
        assert session.query(Coding).count() in (0, 5)


@given(st.text(LETTERS, max_size=40), st.text("aeosçc", min_size=1, max_size=4), st.booleans())
def test_a_pattern_finds_the_words_that_folding_finds(text: str, word: str, begun: bool) -> None:
    assume("ß" not in text or not begun)  # half of a letter is no beginning
    term = Term(((fold(word),),), begun)
    hits = pattern.compiled(([term], ())).findall(text)
    expected = [one for one in words(text) if (one.startswith(fold(word)) if begun else one == fold(word))]
    assert [fold(hit) for hit in hits] == expected


@given(st.text())
def test_no_line_is_an_error(line: str) -> None:
    either, without = terms(line)
    for alternative in either:
        assert isinstance(pattern.compiled((alternative, alternative)), re.Pattern)
    assert isinstance(without, tuple)
