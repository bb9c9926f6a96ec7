# SPDX-License-Identifier: GPL-3.0-or-later
"""How quotes are attributed: every field, and no stray sign where one is empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import attributes, citation_pattern, quotes
from coding.changes import Writer
from coding.citation_pattern import FIELDS, USUAL, Manner, check, cited
from coding.quotes import CodeRef, Quote
from coding.voices import Voice
from models.errors import KnownError
from models.interview import Interview, Turn
from models.participant import Attribute, Participant
from models.project import Project
from tests import build

NBSP = "\u00a0"
PAUL, ZOE = Voice("Paul", "pair aidant", 1), Voice("Zoé", "", 2)


def quote(*voices: Voice, turn: int | None = 12, time_ms: int | None = 754_000) -> Quote:
    code = CodeRef(1, 1, ("Réticences", "Secret"), 0)
    return Quote(1, 1, "Entretien 1", 0, turn, "Paul", voices or (PAUL,), 0, 5, "Un doute.", "Un doute.", (code,),
                 (code,), "", False, time_ms=time_ms)


@pytest.mark.parametrize(("pattern", "written"), [
    ("", "« Un doute. » (Paul, pair aidant)"),
    ("« {quote} » ({pseudonym}, {role}, tour {turn})", "« Un doute. » (Paul, pair aidant, tour 12)"),
    ("{pseudonym} ({role}) : « {quote} »", "Paul (pair aidant) : « Un doute. »"),
    ("{quote} [{interview}, {time} – {code}]", "Un doute. [Entretien 1, 12:34 – Secret]"),
    ("“{quote}” ({attr:Inconnu}, {mode}; {group})", "« Un doute. »"),
])
def test_what_is_written(pattern: str, written: str) -> None:
    assert cited(quote(), pattern).replace(NBSP, " ") == written


@pytest.mark.parametrize(("pattern", "written"), [
    ("« {quote} » ({role})", "« Un doute. »"),
    ("« {quote} » ({role}, tour {turn})", "« Un doute. »"),
    ("« {quote} » ({pseudonym} {role}, à {time}).", "« Un doute. » (Zoé)."),
    ("{role} : « {quote} »", "« Un doute. »"),
    ("{pseudonym} ({role}), {turn} : {quote}", "Zoé, Un doute."),
    ("({turn}) « {quote} » [{pseudonym} – {mode}]", "« Un doute. » [Zoé]"),
])
def test_an_empty_field_leaves_nothing_stray(pattern: str, written: str) -> None:
    line = cited(quote(ZOE, turn=None, time_ms=None), pattern)
    assert line.replace(NBSP, " ") == written


def test_what_speaks_of_people_is_said_of_each_voice() -> None:
    both = quote(PAUL, replace(ZOE, role="infirmière"))
    line = cited(both, "« {quote} » ({pseudonym}, {role}, tour {turn})")
    assert line.endswith(f"(Paul, pair aidant{NBSP}; Zoé, infirmière, tour{NBSP}12)")
    assert cited(both, "{pseudonym} : {quote}", "en") == "Paul; Zoé : Un doute."


def test_the_marks_are_those_of_the_language() -> None:
    assert cited(quote(), USUAL, "en") == "“Un doute.” (Paul, pair aidant)"


def test_the_attribution_alone_has_no_brackets_around() -> None:
    assert Manner().attribution(quote()) == "Paul, pair aidant"
    assert Manner("{turn}. {pseudonym} ({role}) : « {quote} »").attribution(quote()) == "12. Paul (pair aidant)"
    assert Manner("{quote}").attribution(quote()) == ""


@pytest.mark.parametrize("pattern", [
    "({pseudonym})", "{quote} {quote}", "{quote} {nom}", "{quote} {role", "{quote} }", "{quote} {}", "{attr:Âge}",
])
def test_what_no_pattern_is(pattern: str) -> None:
    with pytest.raises(KnownError):
        check(pattern, ["Âge"])


def test_an_attribute_must_be_there() -> None:
    check("{quote} ({attr:age})", ["Âge"])
    with pytest.raises(KnownError):
        check("{quote} ({attr:Sexe})", ["Âge"])


NAMES = st.lists(st.sampled_from([name for name in FIELDS if name != "quote"]), min_size=1, max_size=6, unique=True)
APART = st.sampled_from([", ", " ; ", " – ", " · ", ", tour ", " / "])


@given(NAMES, st.lists(APART, min_size=6, max_size=6), st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_no_stray_sign_whatever_is_empty(
    names: list[str], apart: list[str], first: bool, turn: bool, time: bool, role: bool
) -> None:
    within = "".join(f"{sign}{{{name}}}" for sign, name in zip(["", *apart], names, strict=False))
    pattern = f"({within}) : « {{quote}} »" if first else f"« {{quote}} » ({within})"
    check(pattern)
    said = quote(replace(PAUL, role="pair aidant" if role else ""), turn=12 if turn else None,
                 time_ms=754_000 if time else None)
    line = cited(said, pattern).replace(NBSP, " ")
    values = {"pseudonym": "Paul", "role": "pair aidant" if role else "", "interview": "Entretien 1", "code": "Secret",
              "turn": "12" if turn else "", "time": "12:34" if time else ""}
    printed = [values.get(name, "") for name in names]
    assert "« Un doute. »" in line
    assert all(value in line for value in printed)
    rest = line.replace("« Un doute. »", "«»")
    assert not re.search(r"\(\s*[,;–·/)]|[,;–·/]\s*\)|  |[,;–·/]\s*[,;–·/]|^\s|\s$|^[,;:–·/]", rest), line
    signs = re.sub(r"\w+[:\w ]*|[«» ()]", "", rest)
    assert len(signs) <= len(list(pairwise(filter(None, printed)))) + first


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Paul", [("Q", "Et alors ?"), ("Paul", "Une peur.")], people={"Paul": "pair aidant"},
                    groups=["Structures"], day=date(2026, 2, 3), attributes={"Lieu": "Lyon"})
    build.coded(made, "Paul", "Une peur.", "Réticences > Peur")
    yield made
    made.store.close()


def line(writer: Writer) -> str:
    with writer.store.reading() as session:
        return quotes.find(session)[0].line().replace(NBSP, " ")


def test_the_pattern_of_the_project_is_that_of_every_quote(writer: Writer) -> None:
    def more(session: Session) -> None:
        key = attributes.obtain(session, "Âge", "participant")
        attributes.set_value(session, key, "40", participant_id=session.scalars(select(Participant.id)).one())
        session.scalars(select(Interview)).one().mode = "visio"
        session.scalars(select(Turn).where(Turn.number == 2)).one().time_ms = 3_723_000

    writer.do(build.BUILD, more)
    writer.do(build.BUILD, lambda s: citation_pattern.write(
        s, "« {quote} » ({pseudonym}, {role}, {attr:âge} ans, {attr:Lieu}, {date}, {mode}, {group}, {time}, t. {turn})",
    ))
    assert line(writer) == (
        "« Une peur. » (Paul, pair aidant, 40 ans, Lyon, 03/02/2026, visio, Structures, 1:02:03, t. 2)")
    writer.undo()
    assert line(writer) == "« Une peur. » (Paul, pair aidant)"


def test_the_usual_pattern_is_kept_as_none_and_a_wrong_one_not_at_all(writer: Writer) -> None:
    writer.do(build.BUILD, lambda s: citation_pattern.write(s, "{quote}"))
    with pytest.raises(KnownError):
        writer.do(build.BUILD, lambda s: citation_pattern.write(s, "{quote} ({attr:Âge})"))
    assert line(writer) == "Une peur."
    writer.do(build.BUILD, lambda s: citation_pattern.write(s, USUAL))
    with writer.store.reading() as session:
        assert session.scalars(select(Project.citation_pattern)).one() == ""


def test_the_pattern_follows_an_attribute_that_takes_another_name(writer: Writer) -> None:
    writer.do(build.BUILD, lambda s: citation_pattern.write(s, "{quote} ({attr:Lieu})"))
    writer.do(build.BUILD, lambda s: attributes.revise(
        s, s.scalars(select(Attribute.id)).one(), name="Ville", type_="text"))
    with writer.store.reading() as session:
        assert session.scalars(select(Project.citation_pattern)).one() == "{quote} ({attr:Ville})"
    assert line(writer) == "Une peur. (Lyon)"
