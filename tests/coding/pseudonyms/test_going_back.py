# SPDX-License-Identifier: GPL-3.0-or-later
"""From pseudonyms back to names: exactly, whoever shares a pseudonym and whatever was written since."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace as changed
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from coding import check, project
from coding.anchors import Anchors, Edit
from coding.changes import Writer
from coding.mending import correct
from coding.pseudonyms import sealed
from coding.pseudonyms.correspondence import Correspondence, Put
from coding.pseudonyms.going_back import go_back
from coding.pseudonyms.replacing import replace
from coding.pseudonyms.retracing import retraced
from models.cleared_form import ClearedForm
from models.errors import KnownError
from models.interview import Interview
from tests import build
from tests.coding.pseudonyms.people import DO, decided, dump, martine, named, orvault, text

PHRASE = "quatre mots à retenir ici"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "MEMORY_KIB", 64)
    monkeypatch.setattr(sealed, "PASSES", 1)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = named(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def table(tmp_path: Path) -> Correspondence:
    return Correspondence.create(tmp_path / "noms.correspondance", PHRASE)


def words(writer: Writer) -> dict[str, object]:
    """Every table but the log, which has the acts."""
    return dict(dump(writer, log=False))


def test_everything_is_as_it_was_in_another_sitting(writer: Writer, table: Correspondence) -> None:
    before = words(writer)
    replace(writer, [martine(writer), orvault(writer)], table)
    writer.store.close()
    again = project.open_writer(writer.store.path)
    done = go_back(again, Correspondence.open(table.path, PHRASE))
    assert done.missing == ()
    assert words(again) == before
    assert check.check(again.store).problems == ()
    again.undo()
    assert "Martine" not in str(dump(again))
    again.store.close()


def test_two_who_share_a_pseudonym_become_two_again(writer: Writer, table: Correspondence) -> None:
    before = words(writer)
    replace(writer, [decided(writer, "Marie", "replace", "Louise"),
                     decided(writer, "Marie-Annick", "replace", "Louise"),
                     decided(writer, "Paul", "replace", "Louise")], table)
    assert "Et Louise, qui est-ce ? Et Louise ?" in text(writer, "Martine Guilbaud, Orvault")
    build.coded(writer, "Louise", "Je connais", "Proches")
    writer.undo()
    go_back(writer, table)
    assert words(writer) == before


def test_one_by_one_in_any_order_and_after_several_acts(writer: Writer, table: Correspondence) -> None:
    before = words(writer)
    replace(writer, [martine(writer)], table)
    replace(writer, [orvault(writer), decided(writer, "Marie", "replace", "Louise")], table)
    replace(writer, [decided(writer, "Hélène", "replace", "Claire")], table)
    for entry in (table.entries[2], table.entries[3], table.entries[0], table.entries[1]):
        assert go_back(writer, table, [entry]).missing == ()
    assert words(writer) == before


def test_after_corrections_the_rest_stays_as_corrected(writer: Writer, table: Correspondence) -> None:
    replace(writer, [martine(writer), orvault(writer)], table)
    said = text(writer, "Hélène Morin, [ville 1]")
    at = said.index("Oui. Mme Morin")
    gone = said.index("hélène morin")
    writer.do(DO, lambda session: correct(session, 1, [
        Edit(4, 4, "Bonjour. "), Edit(at, at + 4, "Oui, oui."), Edit(gone, gone + 12, "elle")]))
    done = go_back(writer, table)
    assert text(writer, "Martine Guilbaud, Orvault").splitlines() == [
        "Q : Bonjour. Vous êtes Martine Guilbaud, c’est ça ? Je suis venue d’Orvault.",
        "Martine : Oui, oui. Mme Guilbaud, on dit. Au CHU d’Orvault ils disent MARTINE, le mari de Martine aussi.",
        "Q : Et Marie-Annick, qui est-ce ? Et Marie ?",
        "Martine : La sœur de Martine Guilbaud, enfin la mienne. elle, tout en bas. Orvault, quoi.",
    ]
    assert [(put.was, put.now) for put in done.missing] == [("martine guilbaud", "hélène morin")]


def test_only_those_chosen_and_their_pseudonyms_are_asked_about_again(writer: Writer, table: Correspondence) -> None:
    replace(writer, [martine(writer), orvault(writer)], table)
    go_back(writer, table, [entry for entry in table.entries if entry.name == "Orvault"])
    with writer.store.reading() as session:
        assert set(session.scalars(select(Interview.title))) == {"Hélène Morin, Orvault", "Paul"}
        cleared = set(session.scalars(select(ClearedForm.form)))
    assert "[ville 1]" not in cleared and "Hélène Morin" in cleared


def test_an_act_undone_has_nothing_to_bring_back(writer: Writer, table: Correspondence) -> None:
    before = words(writer)
    replace(writer, [martine(writer)], table)
    writer.undo()
    assert go_back(writer, table).counts == {}
    assert words(writer) == before


def test_an_act_undone_and_done_again_is_in_the_table_once(writer: Writer, table: Correspondence) -> None:
    replace(writer, [martine(writer), orvault(writer)], table)
    writer.undo()
    replace(writer, [martine(writer), orvault(writer)], table)
    assert [entry.name for entry in table.entries] == ["Martine Guilbaud", "Orvault"]


def test_namesakes_replaced_in_one_act_both_come_back(writer: Writer, table: Correspondence) -> None:
    before = words(writer)
    every = decided(writer, "Martine", "replace", "Hélène")
    said = [place for place in every.identity.places if place.table == "interview" and place.column == "text"]
    ones = [changed(every, identity=changed(every.identity, places=(place,)), words=put, places=(place,))
            for place, put in zip(said, ("Anne", "Louise"), strict=False)]
    replace(writer, ones, table)
    assert len(table.entries) == 2
    go_back(writer, table)
    assert words(writer) == before


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_words_written_between_stay_where_they_are(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        writer = named(Path(name))
        table = Correspondence.create(Path(name) / "noms.correspondance", PHRASE)
        title = "Martine Guilbaud, Orvault"
        before = text(writer, title)
        replace(writer, [martine(writer), orvault(writer)], table)
        said = text(writer, "Hélène Morin, [ville 1]")
        words = [at.start() for at in re.finditer(r"(?<= )\w+", said) if said[at.start() - 2] not in ":e"
                 and not said.startswith(("Morin", "morin", "1"), at.start())]
        chosen = data.draw(st.sets(st.sampled_from(words), min_size=1, max_size=5))
        writer.do(DO, lambda session: correct(session, 1, [Edit(at, at, "zz ") for at in sorted(chosen)]))
        assert go_back(writer, table).missing == ()
        assert text(writer, title).replace("zz ", "") == before
        assert text(writer, title).count("zz ") == len(chosen)
        assert check.check(writer.store).problems == ()
        writer.store.close()


def test_the_table_of_another_project_is_refused(writer: Writer, table: Correspondence, tmp_path: Path) -> None:
    replace(writer, [martine(writer)], table)
    (tmp_path / "b").mkdir()
    other = build.project(tmp_path / "b")
    with pytest.raises(KnownError, match="no pseudonym of this project"):
        go_back(other, table)
    other.store.close()


def test_a_table_that_cannot_be_written_stops_everything(
        writer: Writer, table: Correspondence, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(writer)
    table.path.write_bytes(b"another window was here")
    with pytest.raises(KnownError, match="another window"):
        replace(writer, [martine(writer)], table)
    assert dump(writer) == before and table.entries == () and not writer.store.unscrubbed


names = st.lists(st.sampled_from(["Hé", "Bo Lu", "[v 1]", "Max"]), min_size=1, max_size=6)
between = st.text("ab .😀\n", min_size=1, max_size=12).map(lambda said: f" {said} ")


@given(names, st.data())
def test_puts_are_found_again_whatever_changes_beside_them(put: list[str], data: st.DataObject) -> None:
    gaps = [data.draw(between) + f"w{number} mot à mot " for number in range(len(put) + 1)]
    said, puts = gaps[0], []
    for now, gap in zip(put, gaps[1:], strict=True):
        puts.append((len(said), now))
        said += now + gap
    rows = [Put("interview", "text", "", 1, at, f"X{n}", now, said[max(0, at - 32) : at],
                said[at + len(now) : at + len(now) + 32]) for n, (at, now) in enumerate(puts)]
    assert retraced(said, rows, sure=()) == [(at, at + len(now)) for at, now in puts]
    cut = data.draw(st.integers(0, len(gaps[0]) - 1))
    longer = Anchors(said, [Edit(0, cut, data.draw(st.text("cd ", max_size=5)))])
    shift = len(longer.text) - len(said)
    assert retraced(longer.text, rows, sure=()) == [(at + shift, at + shift + len(now)) for at, now in puts]
