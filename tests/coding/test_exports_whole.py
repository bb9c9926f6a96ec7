# SPDX-License-Identifier: GPL-3.0-or-later
"""Every export leaves whole or not at all: what stood there before stays byte for byte, and nothing is left beside."""

from __future__ import annotations

import csv
import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook_history, elsewhere, exports, exports_elsewhere, exports_log, project, sample, transversal
from coding.comments.notes import Marking
from coding.metadata.citations_table import export_citations
from coding.metadata.codings_table import export_codings
from coding.metadata.folder import export_folder
from coding.metadata.queries_table import export_queries
from coding.profiles import reading
from coding.quotes import Query
from coding.relations import exports as relations
from coding.reports import codebook_changes, saturation_matrix
from coding.reports.cover import cover
from coding.reports.participants_annex import COLUMNS
from coding.searching import leaving
from coding.searching.query import Sought, terms
from coding.textometry.counting import Asked
from models.errors import KnownError
from models.interview import Interview

Export = Callable[[Session, Path], object]
KINDS = ("journal", "project", "group", "interview", "participant", "code", "passage")
BEFORE = b"what stood there before"


def first(session: Session) -> int:
    return session.scalars(select(Interview.id).order_by(Interview.id).limit(1)).one()


def one_profile(session: Session, path: Path) -> None:
    exports.profiles(session, path, reading.profiles(session, [first(session)]))


def by_project(work: Callable[..., object], *arguments: Any, **named: Any) -> Export:
    """An export that opens the project itself."""
    return lambda session, path: work(PROJECT[0], path, *arguments, **named)


def nothing(_done: int, _total: int, _what: str) -> None:
    pass


SOUGHT = Sought(*terms("équipe"), line="équipe")
PROJECT: list[Path] = []
EXPORTS: dict[str, tuple[tuple[str, ...], Export]] = {
    "quotes": (exports.QUOTES, lambda s, path: exports.quotes(s, path, Query())),
    "transversal": (exports.TRANSVERSAL, lambda s, path: exports.transversal(s, path, transversal.table(s, None))),
    "summaries": (exports.TRANSVERSAL, lambda s, path: exports.transversal(
        s, path, transversal.table(s, None), prose=True)),
    "profiles": (exports.PROFILES, one_profile),
    "codebook": (exports.CODEBOOK, exports.codebook),
    "refi": (exports.REFI, exports.refi),
    "iramuteq": (exports.IRAMUTEQ, lambda s, path: exports.iramuteq(s, path, by_theme=True)),
    "transcript": (exports.WORD, lambda s, path: exports.transcript(s, path, first(s), Marking())),
    "annex": (exports.ANNEX, lambda s, path: exports.annex(s, path, COLUMNS)),
    "memos": (exports.MEMOS, lambda s, path: exports.memos(s, path, KINDS)),  # type: ignore[arg-type]
    "saturation": (exports.WORD, exports.saturation),
    "citations": (exports.CITATIONS, exports.citations),
    "statuses": (exports.STATUSES, exports.statuses),
    "concordance": (leaving.CONCORDANCE, by_project(leaving.concordance, SOUGHT, "corpus")),
    "vocabulary": (leaving.VOCABULARY, by_project(leaving.vocabulary, Asked(), True, told=nothing)),
    "together": ((*relations.TABLES, *relations.FIGURES), by_project(
        relations.together, None, None, "overlap", "codes")),
    "contradictory": (relations.TABLES, by_project(relations.contradictory, None, None)),
    "codings": ((".csv", ".xlsx"), export_codings),
    "quotes as cited": ((".csv", ".xlsx"), export_citations),
    "queries": ((".csv",), export_queries),
    "history": ((".csv",), lambda s, path: codebook_changes.write_history_csv(path, codebook_history.timeline(s))),
    "history in Word": ((".docx",), lambda s, path: codebook_changes.write_history_docx(
        path, codebook_history.timeline(s), cover(s, "History"))),
}
FILES = [(name, suffix, export) for name, (suffixes, export) in EXPORTS.items() for suffix in suffixes]
named_so = pytest.mark.parametrize(("name", "suffix", "export"), FILES, ids=[f"{one[0]}{one[1]}" for one in FILES])


@pytest.fixture(scope="module", autouse=True)
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    path = sample.build(tmp_path_factory.mktemp("study") / "study.filrouge")
    PROJECT[:] = [path]
    with project.open_reader(path) as store, store.reading() as found:
        yield found


class Broken(Exception):
    """The serializer's."""


@contextmanager
def ending(stop: Callable[[], None]) -> Iterator[None]:
    """Let whatever is written to a file end in the middle of it."""

    def text(path: Path, data: str, *_how: object, **_named: object) -> None:
        with path.open("w", encoding="utf-8") as file:
            file.write(data[: len(data) // 2])
        stop()

    def whole(path: Path, data: bytes) -> None:
        with path.open("wb") as file:
            file.write(bytes(data)[: len(data) // 2])
        stop()

    def table(file: Any, *_how: object, **_named: object) -> Any:
        class Rows:
            def writerow(self, row: object) -> None:
                file.write(str(row))

            def writerows(self, _rows: object) -> None:
                stop()

        return Rows()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "write_text", text)
        patch.setattr(Path, "write_bytes", whole)
        patch.setattr(csv, "writer", table)
        yield


def broken() -> None:
    raise Broken


def full_disk() -> None:
    raise OSError(errno.ENOSPC, "no room")


def there_before(folder: Path, suffix: str) -> Path:
    target = folder / f"export{suffix}"
    target.write_bytes(BEFORE)
    return target


def check_whole(target: Path) -> None:
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    assert target.read_bytes() == BEFORE


@named_so
def test_it_is_written(name: str, suffix: str, export: Export, session: Session, tmp_path: Path) -> None:
    target = there_before(tmp_path, suffix)
    export(session, target)
    assert target.read_bytes() not in (BEFORE, b"")
    assert name == "saturation" or len(list(tmp_path.iterdir())) == 1


@named_so
def test_an_error_in_the_middle(name: str, suffix: str, export: Export, session: Session, tmp_path: Path) -> None:
    target = there_before(tmp_path, suffix)
    with pytest.raises(Broken), ending(broken):
        export(session, target)
    check_whole(target)


@named_so
def test_a_full_disk(name: str, suffix: str, export: Export, session: Session, tmp_path: Path) -> None:
    target = there_before(tmp_path, suffix)
    with pytest.raises(KnownError, match="disk is full"), ending(full_disk):
        export(session, target)
    check_whole(target)


# Folders ----------------------------------------------------------------------------------------------------


def images(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_folder_of_tables_is_replaced_whole_or_stays(
        session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "out" / "study (csv)"
    folder.parent.mkdir()
    with pytest.raises(Broken), ending(broken):
        export_folder(session, folder)
    assert list(folder.parent.iterdir()) == []
    names = export_folder(session, folder)
    assert sorted(images(folder)) == sorted(names)
    for name in names:
        (folder / name).write_bytes(BEFORE)
    (folder / "mine.txt").write_text("kept")
    before = images(folder)
    with pytest.raises(Broken), ending(broken):
        export_folder(session, folder)
    with pytest.raises(KnownError, match="disk is full"), ending(full_disk):
        export_folder(session, folder)
    replaced = Path.replace

    def refused(path: Path, target: Path) -> Path:
        if target == folder / "questions.csv" and path.read_bytes() != BEFORE:
            raise PermissionError(errno.EACCES, "open in a spreadsheet")
        return replaced(path, target)

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(KnownError, match="Close it"):
        export_folder(session, folder)
    monkeypatch.undo()
    assert images(folder) == before and list(folder.parent.iterdir()) == [folder]
    export_folder(session, folder)
    after = images(folder)
    assert after.pop("mine.txt") == b"kept" and BEFORE not in after.values()
    assert list(folder.parent.iterdir()) == [folder]


def test_a_saturation_report_and_its_tables_are_replaced_together_or_stay(
        session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = tmp_path / "report.docx"
    files = exports.saturation(session, report).files
    assert sorted(files) == sorted(tmp_path.iterdir()) and len(files) > 2
    for file in files:
        file.write_bytes(BEFORE)
    before, last = images(tmp_path), files[-1]
    monkeypatch.setattr(saturation_matrix, "write", lambda *_arguments: full_disk())
    with pytest.raises(KnownError, match="disk is full"):
        exports.saturation(session, report)
    monkeypatch.undo()
    assert images(tmp_path) == before
    replaced = Path.replace

    def refused(path: Path, target: Path) -> Path:
        if target == last and path.read_bytes() != BEFORE:
            raise PermissionError(errno.EACCES, "open in a spreadsheet", str(path))
        return replaced(path, target)

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(KnownError, match="Close it") as caught:
        exports.saturation(session, report)
    monkeypatch.undo()
    assert caught.value.values["name"] == last.name
    assert images(tmp_path) == before and len(list(tmp_path.iterdir())) == len(files)
    exports.saturation(session, report)
    assert BEFORE not in images(tmp_path).values() and len(list(tmp_path.iterdir())) == len(files)


def test_a_folder_of_transcripts_is_whole_or_not_there(session: Session, tmp_path: Path) -> None:
    with pytest.raises(Broken), ending(broken):
        exports.transcripts(session, tmp_path / "letters", [first(session)], Marking())
    with pytest.raises(KnownError, match="disk is full"), ending(full_disk):
        exports.transcripts(session, tmp_path / "letters", [first(session)], Marking())
    assert list(tmp_path.iterdir()) == []


# A process that dies ----------------------------------------------------------------------------------------


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def dying(study: Path, path: Path, work: Callable[..., object], arguments: tuple[Any, ...]) -> None:
    with ending(die):
        work(study, path, *arguments)


def refi(study: Path, path: Path) -> None:
    exports_elsewhere.refi(study, path, told=nothing)


def iramuteq(study: Path, path: Path) -> None:
    exports_elsewhere.iramuteq(study, path, False, told=nothing)


@pytest.mark.skipif(sys.platform == "win32", reason="no process is killed so there")
@pytest.mark.parametrize(("work", "suffix", "arguments"), [
    (exports_elsewhere.citations, ".csv", ()), (refi, ".qdpx", ()), (iramuteq, ".txt", ()),
    (leaving.concordance, ".docx", (SOUGHT, "corpus")),
])
def test_a_process_that_is_killed(work: Callable[..., object], suffix: str, arguments: tuple[Any, ...],
                                  tmp_path: Path) -> None:
    target = there_before(tmp_path, suffix)
    with pytest.raises(KnownError, match="stopped before its end"):
        elsewhere.run(dying, PROJECT[0], target, work, arguments)
    check_whole(target)


def letters(study: Path, folder: Path, ids: tuple[int, ...], told: elsewhere.Told) -> None:
    exports_elsewhere.transcripts(study, folder, ids, Marking(), told=told)


def test_letters_that_are_stopped_leave_no_folder(session: Session, tmp_path: Path) -> None:
    ids, heard = tuple(session.scalars(select(Interview.id))), [0]
    with pytest.raises(elsewhere.Cancelled):
        elsewhere.run(letters, PROJECT[0], tmp_path / "letters", ids,
                      told=lambda done, _total, _what: heard.append(done), cancelled=lambda: heard[-1] > 1)
    assert list(tmp_path.iterdir()) == []


def test_the_list_of_exports(tmp_path: Path) -> None:
    target = there_before(tmp_path, ".csv")
    with pytest.raises(Broken), ending(broken):
        exports_log.write_list([], target)
    check_whole(target)
