# SPDX-License-Identifier: GPL-3.0-or-later
"""The exports of ``coding.exports``, from the project's file: what a process of its own can be asked to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from coding import exports
from coding import transversal as grids
from coding.arrangement import Arrangement, arranged
from coding.elsewhere import Told
from coding.order import ordered_interviews
from coding.project import open_reader
from coding.quotes import Query
from coding.reports.quote_layout import Layout
from coding.transversal import Wanted
from models.group import Group

if TYPE_CHECKING:
    from coding.comments.notes import Marking
    from coding.exchange.model import Loss
    from coding.memo_shelf import Kind
    from coding.saturation import Parameters
    from coding.verdicts import Order as InterviewOrder


def quotes(project: Path, path: Path, query: Query, layout: Layout) -> None:
    """As ``exports.quotes``."""
    with open_reader(project) as store, store.reading() as session:
        exports.quotes(session, path, query, layout=layout)


def transversal(project: Path, path: Path, wanted: Wanted, arrangement: Arrangement, prose: bool) -> None:
    """As ``exports.transversal``, the table being read and laid out first."""
    with open_reader(project) as store, store.reading() as session:
        found = grids.table(session, wanted.group_id, by=wanted.by, beside=wanted.beside, measure=wanted.measure)
        exports.transversal(session, path, arranged(found, arrangement), prose=prose)


def refi(project: Path, path: Path, *, told: Told) -> list[Loss]:
    """As ``exports.refi``."""
    with open_reader(project) as store, store.reading() as session:
        return exports.refi(session, path, told)


def iramuteq(project: Path, path: Path, by_theme: bool, *, told: Told) -> int:
    """As ``exports.iramuteq``."""
    with open_reader(project) as store, store.reading() as session:
        return exports.iramuteq(session, path, by_theme, told)


def memos(project: Path, path: Path, kinds: tuple[Kind, ...]) -> None:
    """As ``exports.memos``."""
    with open_reader(project) as store, store.reading() as session:
        exports.memos(session, path, kinds)


def transcript(project: Path, path: Path, interview_id: int, marking: Marking) -> None:
    """As ``exports.transcript``."""
    with open_reader(project) as store, store.reading() as session:
        exports.transcript(session, path, interview_id, marking)


def transcripts(
    project: Path, folder: Path, interview_ids: tuple[int, ...], marking: Marking, *, told: Told | None = None,
) -> None:
    """As ``exports.transcripts``."""
    with open_reader(project) as store, store.reading() as session:
        exports.transcripts(session, folder, interview_ids, marking, told)


def profiles(
    project: Path, path: Path, interview_ids: tuple[int, ...] | None, group_id: int | None, *, told: Told | None = None,
) -> None:
    """As ``exports.profiles``: those of some interviews, or of all the interviews of a group."""
    from coding.profiles import reading

    with open_reader(project) as store, store.reading() as session:
        wanted = ordered_interviews(session, group_id).ids if interview_ids is None else interview_ids
        group = session.scalar(select(Group.name).where(Group.id == group_id)) or ""
        exports.profiles(session, path, reading.profiles(session, wanted, group_id), group, told)


def saturation(
    project: Path, path: Path, group_id: int | None, parameters: Parameters | None, language: str | None,
    order: InterviewOrder, seed: int, out: frozenset[int] | None,
) -> tuple[Path, ...]:
    """As ``exports.saturation``; returns the files written beside the report."""
    with open_reader(project) as store, store.reading() as session:
        return exports.saturation(session, path, group_id, parameters=parameters, language=language, order=order,
                                  seed=seed, out=out).files[1:]


def citations(project: Path, path: Path) -> None:
    """As ``exports.citations``."""
    with open_reader(project) as store, store.reading() as session:
        exports.citations(session, path)


def statuses(project: Path, path: Path, parameters: Parameters | None) -> None:
    """As ``exports.statuses``."""
    with open_reader(project) as store, store.reading() as session:
        exports.statuses(session, path, parameters)
