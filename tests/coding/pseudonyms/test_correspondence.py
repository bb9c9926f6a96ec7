# SPDX-License-Identifier: GPL-3.0-or-later
"""The table opens with its passphrase only, appears whole or not at all, and says in one sentence what is wrong."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

import pytest

from coding.identifiers.span import Label
from coding.pseudonyms import sealed
from coding.pseudonyms.already import already
from coding.pseudonyms.correspondence import Correspondence, Entry, Put, too_short
from coding.pseudonyms.identity import Identity
from models.errors import KnownError

PHRASE = "quatre mots à retenir ici"
PUT = Put("interview", "text", "guid", 1, 4, "d’Orvault", "de [ville 1]", "dit ", " ici", (2, 3))
MARTINE = Entry("project", "2026-01-01", Label.PERSON, "Martine Guilbaud", "Hélène Morin", "replace",
                {"Martine Guilbaud": "Hélène Morin", "Martine": "Hélène"}, "f", "1950", (PUT,), "act")


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "MEMORY_KIB", 64)
    monkeypatch.setattr(sealed, "PASSES", 1)


@pytest.fixture
def table(tmp_path: Path) -> Correspondence:
    made = Correspondence.create(tmp_path / "noms.correspondance", PHRASE)
    made.add([MARTINE], {"row": "digest"})
    made.save()
    return made


def test_it_costs_memory_to_try_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert sealed.MEMORY_KIB >= 64 * 1024 and sealed.PASSES >= 3


def test_it_comes_back_as_it_was(table: Correspondence) -> None:
    again = Correspondence.open(table.path, PHRASE)
    assert again.entries == (MARTINE,) == again.of("project")
    assert again.of("another") == () and again.left("act", "row") == "digest" and again.left("act", "other") == ""


def test_an_accent_typed_in_another_way_is_the_same_passphrase(table: Correspondence) -> None:
    assert Correspondence.open(table.path, PHRASE.replace("à", "a\u0300")).entries


def test_nothing_of_it_can_be_read_and_no_two_files_are_alike(table: Correspondence) -> None:
    first = table.path.read_bytes()
    table.save()
    second = table.path.read_bytes()
    for data in (first, second):
        assert b"Martine" not in data and b"Morin" not in data and PHRASE.encode() not in data
    start = len(sealed.MAGIC) + 7
    assert first[start:] != second[start:] and first[start : start + 28] != second[start : start + 28]


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_its_owner_alone_may_read_it(table: Correspondence) -> None:
    assert stat.S_IMODE(table.path.stat().st_mode) == 0o600
    assert [path.name for path in table.path.parent.iterdir()] == ["noms.correspondance"]


def test_another_passphrase_is_refused(table: Correspondence) -> None:
    with pytest.raises(KnownError, match="does not open"):
        Correspondence.open(table.path, PHRASE.upper())


def test_any_bit_that_changed_is_damage(table: Correspondence) -> None:
    data = table.path.read_bytes()
    for at in range(0, len(data), 7):
        table.path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        with pytest.raises(KnownError, match="damaged|not a correspondence"):
            Correspondence.open(table.path, PHRASE)
    table.path.write_bytes(data[: len(data) // 2])
    with pytest.raises(KnownError, match="damaged"):
        Correspondence.open(table.path, PHRASE)


def test_a_file_may_not_ask_for_all_the_memory(table: Correspondence, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "MOST_KIB", 32)
    with pytest.raises(KnownError, match="damaged"):
        Correspondence.open(table.path, PHRASE)


def test_the_header_is_authenticated(table: Correspondence) -> None:
    data = bytearray(table.path.read_bytes()[:-32])
    data[len(sealed.MAGIC) + 5] = 2  # passes
    table.path.write_bytes(bytes(data) + hashlib.sha256(data).digest())
    with pytest.raises(KnownError, match="does not open"):
        Correspondence.open(table.path, PHRASE)


def test_other_files_and_none_are_refused(tmp_path: Path, table: Correspondence) -> None:
    other = tmp_path / "autre"
    other.write_bytes(b"SQLite format 3\0" * 20)
    with pytest.raises(KnownError, match="not a correspondence table"):
        Correspondence.open(other, PHRASE)
    with pytest.raises(KnownError, match="There is no"):
        Correspondence.open(tmp_path / "rien", PHRASE)
    with pytest.raises(KnownError, match="already exists"):
        Correspondence.create(table.path, PHRASE)
    with pytest.raises(KnownError, match="passphrase is needed"):
        Correspondence.create(tmp_path / "neuf", "  ")


def test_a_newer_one_is_left_alone(table: Correspondence, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "VERSION", 2)
    table.save()
    monkeypatch.setattr(sealed, "VERSION", 1)
    with pytest.raises(KnownError, match="newer version"):
        Correspondence.open(table.path, PHRASE)


def test_costs_follow_the_times(table: Correspondence, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "PASSES", 2)
    opened = Correspondence.open(table.path, PHRASE)
    opened.save()
    assert table.path.read_bytes()[len(sealed.MAGIC) + 5] == 2
    assert Correspondence.open(table.path, PHRASE).entries == (MARTINE,)


def test_the_passphrase_can_be_changed(table: Correspondence) -> None:
    table.change_passphrase("une autre, plus longue")
    with pytest.raises(KnownError):
        Correspondence.open(table.path, PHRASE)
    assert Correspondence.open(table.path, "une autre, plus longue").entries == (MARTINE,)


def test_two_windows_do_not_overwrite_each_other(table: Correspondence) -> None:
    other = Correspondence.open(table.path, PHRASE)
    table.save()
    with pytest.raises(KnownError, match="another window"):
        other.save()


def test_what_cannot_be_written_leaves_the_one_before(table: Correspondence, monkeypatch: pytest.MonkeyPatch) -> None:
    before = table.path.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KnownError, match="cannot be written"):
        table.save()
    assert table.path.read_bytes() == before
    assert [path.name for path in table.path.parent.iterdir()] == ["noms.correspondance"]


def test_short_passphrases_are_told() -> None:
    assert too_short("secret") and too_short("a          b"[:11]) and not too_short(PHRASE)


def test_people_met_again_keep_their_pseudonym(table: Correspondence) -> None:
    def known(label: Label, name: str, *forms: str) -> list[tuple[str, dict[str, str]]]:
        identity = Identity(label, name, tuple((form, 1) for form in forms), ())
        return [(decision.words, dict(decision.forms)) for decision in already(table, [identity])]

    assert known(Label.PERSON, "martine guilbaud", "martine guilbaud", "MARTINE", "Titine") == [
        ("Hélène Morin", {"martine guilbaud": "hélène morin", "MARTINE": "HÉLÈNE"})]
    assert known(Label.PERSON, "Martine", "Martine") == [("Hélène Morin", {"Martine": "Hélène"})]
    assert known(Label.LOC, "Martine", "Martine") == [] == known(Label.PERSON, "Paul", "Paul")
    table.add([Entry("project", "", Label.PERSON, "Martine Durand", "Anne Roy", "replace", {"Martine": "Anne"})], {})
    assert known(Label.PERSON, "Martine", "Martine") == []
