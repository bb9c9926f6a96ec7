# SPDX-License-Identifier: GPL-3.0-or-later
"""Without its table, nothing of a pseudonymised project says a name: every byte of every file it writes is searched."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import (
    codebook,
    codebook_history,
    corpus,
    dismissals,
    exports,
    exports_log,
    merging,
    passages,
    project,
    sample,
    transversal,
)
from coding.anchors import Edit
from coding.changes import Label, Writer
from coding.identifiers import span
from coding.memo_shelf import Kind
from coding.mending import correct
from coding.metadata.codebook_table import export_codebook
from coding.metadata.folder import export_folder
from coding.pseudonyms import sealed
from coding.pseudonyms.correspondence import Correspondence
from coding.pseudonyms.decisions import Decision
from coding.pseudonyms.fields import FIELDS, SPEAKER, TRANSCRIPT, Field
from coding.pseudonyms.going_back import go_back
from coding.pseudonyms.replacing import replace
from coding.quotes import Query
from coding.reports import codebook_changes
from coding.reports.cover import cover
from coding.stretches import stretches
from models.interview import Interview, Turn
from tests import build
from tests.coding.pseudonyms.people import DO, FORMS, identity, martine, named, orvault
from tests.coding.pseudonyms.traces import terms, traces

NAMES = ("Martine", "Guilbaud", "Orvault")
KINDS: tuple[Kind, ...] = ("journal", "project", "group", "interview", "participant", "code", "passage")


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "MEMORY_KIB", 64)
    monkeypatch.setattr(sealed, "PASSES", 1)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = named(tmp_path)
    made.store.backup()
    made.store.backups_folder.joinpath("Étude.filrouge.partial").write_text("Martine")  # a copy cut short
    exports_log.note(made.store.path, "quotes", tmp_path / "Quotes of Guilbaud.docx")
    yield made
    made.store.close()


def decisions(writer: Writer) -> list[Decision]:
    return [martine(writer), orvault(writer)]


def test_the_search_for_traces_finds_them(writer: Writer, tmp_path: Path) -> None:
    found = {trace.split("/")[0].split(":")[0] for trace in traces(tmp_path, NAMES)}
    assert {"Étude.filrouge-wal", "Étude.sauvegardes"} <= found
    with writer.store.reading() as session:
        exports.quotes(session, tmp_path / "q.docx", Query())
    assert "q.docx: Martine" in traces(tmp_path, NAMES)
    (tmp_path / "wide.txt").write_bytes(b"x" + "MARTINE".encode("utf-16-le"))
    assert "wide.txt: Martine" in traces(tmp_path, NAMES)
    assert "martine" in terms(writer.store.path)


def test_no_byte_says_a_name_while_open_nor_once_closed(writer: Writer, tmp_path: Path) -> None:
    table = Correspondence.create(tmp_path / "noms.correspondance", "quatre mots à retenir ici")
    done = replace(writer, decisions(writer), table)
    assert done.trouble is None and len(done.backups) >= 2
    assert traces(tmp_path, NAMES) == []
    assert not {"martine", "guilbaud", "orvault"} & terms(writer.store.path)
    assert "helene" in terms(writer.store.path)
    writer.store.close()
    assert traces(tmp_path, NAMES) == []


def test_no_export_says_a_name(writer: Writer, tmp_path: Path) -> None:
    replace(writer, decisions(writer), None)
    out = tmp_path / "exports"
    out.mkdir()
    with writer.store.reading() as session:
        for name in ("q.docx", "q.xlsx", "q.csv", "q.md"):
            exports.quotes(session, out / name, Query())
        for name in ("t.docx", "t.xlsx", "t.csv"):
            exports.transversal(session, out / name, transversal.table(session))
        for name in ("m.docx", "m.md", "m.csv"):
            exports.memos(session, out / name, KINDS)
        exports.codebook(session, out / "c.docx")
        export_codebook(session, out / "c.csv")
        export_codebook(session, out / "c.xlsx")
        exports.saturation(session, out / "s.docx")
        acts = codebook_history.timeline(session)
        codebook_changes.write_history_csv(out / "h.csv", acts)
        codebook_changes.write_history_docx(out / "h.docx", acts, cover(session, "History"))
        export_folder(session, out / "folder")
    assert len(list(out.rglob("*"))) > 20
    assert traces(tmp_path, NAMES) == []


def test_undo_brings_names_back_and_redo_takes_them_off_the_disk_again(writer: Writer, tmp_path: Path) -> None:
    replace(writer, decisions(writer), None)
    writer.undo()
    assert traces(tmp_path, NAMES)
    writer.redo()
    assert traces(tmp_path, NAMES) == []
    assert not {"martine", "guilbaud", "orvault"} & terms(writer.store.path)
    writer.store.close()
    assert traces(tmp_path, NAMES) == []


def test_what_was_refused_is_refused_under_the_pseudonym_and_no_hash_tells_the_name(
        writer: Writer, tmp_path: Path) -> None:
    code = build.code(writer, "Divers")
    with writer.store.reading() as session:
        said = [one for one in stretches(session) if "Martine" in one.words or "MARTINE" in one.words]
    for one in said:
        writer.do(DO, partial(dismissals.refuse, code_id=code, interview_id=one.interview_id, words=one.words))
    hashes = [dismissals.words_hash(one.words) for one in said]
    assert len(said) > 2 and traces(tmp_path, hashes)
    replace(writer, decisions(writer), None)
    assert traces(tmp_path, hashes) == []
    with writer.store.reading() as session:
        now = {dismissals.words_hash(one.words) for one in stretches(session)}
        left = {digest for _key, digest in dismissals.refused(session, code)}
    assert left <= now and len(left) == len(set(hashes))
    writer.undo()
    with writer.store.reading() as session:
        assert {digest for _key, digest in dismissals.refused(session, code)} == set(hashes)


def test_names_brought_back_then_not_after_all_are_nowhere(writer: Writer, tmp_path: Path) -> None:
    table = Correspondence.create(tmp_path / "noms.correspondance", "quatre mots à retenir ici")
    replace(writer, decisions(writer), table)
    go_back(writer, table)
    writer.store.backup()
    assert traces(tmp_path, NAMES)
    writer.undo()
    assert traces(tmp_path, NAMES) == []
    writer.store.close()
    assert traces(tmp_path, NAMES) == []


def test_acts_taken_back_and_done_again_around_it_say_no_name(writer: Writer, tmp_path: Path) -> None:
    code = build.code(writer, "Divers > Voisine")
    writer.do(Label("rename “{code}”", {"code": "Voisine"}),
              lambda session: codebook.edit(session, code, name="Martine Guilbaud d’Orvault"))
    table = Correspondence.create(tmp_path / "noms.correspondance", "quatre mots à retenir ici")
    replace(writer, decisions(writer), table)
    for step in (writer.undo, writer.undo, writer.redo, writer.redo):
        step()
    assert traces(tmp_path, NAMES) == []
    go_back(writer, table)
    writer.do(Label("rename", {}), lambda session: codebook.edit(session, code, name="Encore Martine"))
    writer.undo()
    writer.undo()
    assert traces(tmp_path, NAMES) == []


@pytest.mark.parametrize("undone", [False, True])
def test_a_sitting_cut_short_is_made_good_at_the_next_opening(
        writer: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, undone: bool) -> None:
    wanted = decisions(writer)
    if undone:
        replace(writer, wanted, None)
        writer.undo()

    def stop(_writer: Writer) -> list[Path]:
        raise RuntimeError("the machine stops")

    monkeypatch.setattr(Writer, "scrub", stop)
    with pytest.raises(RuntimeError):
        writer.redo() if undone else replace(writer, wanted, None)
    monkeypatch.undo()
    monkeypatch.setattr(sealed, "MEMORY_KIB", 64)
    writer.store.close()
    assert traces(tmp_path, NAMES)
    again = project.open_writer(writer.store.path)
    assert traces(tmp_path, NAMES) == []
    again.store.close()


def test_a_reader_elsewhere_delays_it_and_says_so(writer: Writer, tmp_path: Path) -> None:
    wanted = decisions(writer)
    with project.open_reader(writer.store.path) as other, other.reading() as session:
        session.scalars(select(Interview.title)).all()
        done = replace(writer, wanted, None)
    assert done.trouble is not None and writer.store.unscrubbed
    writer.store.close()
    project.open_writer(writer.store.path).store.close()
    assert traces(tmp_path, NAMES) == []


def test_a_coded_project_with_a_long_past(tmp_path: Path) -> None:
    path = tmp_path / "study.filrouge"
    sample.build(path)
    writer = project.open_writer(path)
    with writer.store.reading() as session:
        first, second = session.scalars(select(Interview.id).order_by(Interview.id).limit(2)).all()
        at = session.scalars(select(Turn.start).where(Turn.interview_id == first).order_by(Turn.start)).first() or 0
    writer.do(DO, lambda session: correct(session, first, [Edit(at, at, "Martine Guilbaud, oui. ")]))
    writer.do(DO, lambda session: passages.code(
        session, interview_id=first, start=at, end=at + 16, coder_id=1,
        code_ids=[codebook.add(session, name="Martine Guilbaud, oui")]))
    kept, lost = build.code(writer, "Divers > Autre"), build.code(writer, "Divers > Chez Martine")
    writer.do(Label("merge “{code}”", {"code": "Chez Martine"}),
              lambda session: merging.merge(session, lost, into=kept))
    writer.do(DO, lambda session: corpus.rename(session, second, "Mme Guilbaud à Orvault"))
    writer.do(Label("delete the interview “{title}”", {"title": "Mme Guilbaud à Orvault"}),
              lambda session: corpus.remove_interview(session, second))
    writer.undo()
    writer.store.backup()
    writer.redo()
    replace(writer, decisions(writer), None)
    assert traces(tmp_path, NAMES) == []
    writer.store.close()
    assert traces(tmp_path, NAMES) == []


SAYINGS = ("Martine Guilbaud", "chez MARTINE, à Orvault", "« Mme Guilbaud »", "martine guilbaud.", "(Martine)")
WRITABLE = [field for field in FIELDS if field not in (TRANSCRIPT, SPEAKER)]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(range(len(WRITABLE))), st.sampled_from(SAYINGS), min_size=1, max_size=12))
def test_whatever_the_columns_that_say_it(said: dict[int, str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        writer = named(folder)
        writer.do(DO, lambda session: _say_all(session, said))
        replace(writer, [Decision(identity(writer, span.Label.PERSON, *FORMS), "class", "[personne 1]"),
                         orvault(writer)], None)
        assert traces(folder, NAMES) == []
        writer.store.close()


def _say_all(session: Session, said: dict[int, str]) -> None:
    for n, words in said.items():
        _say(session, WRITABLE[n], words)


def _say(session: Session, field: Field, words: str) -> None:
    row: Any = session.scalars(select(field.model).order_by(field.model.id.desc()).limit(1)).first()
    if row is not None:
        value = getattr(row, field.column)
        setattr(row, field.column, [words] if isinstance(value, list) and field.table == "attribute" else
                field.edited(value, [Edit(0, len(field.text(value)), words)]) if not isinstance(value, str) else words)
