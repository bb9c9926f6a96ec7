# SPDX-License-Identifier: GPL-3.0-or-later
"""Saturation verdicts as they were, by group: the path that led to the one of now.

A log, outside undo: at most one verdict a day and group, the last one that day, and none where nothing differs from
the day before. Only what the project records is kept: its own thresholds, order and interviews left out, no trial.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook_state, left_out
from coding.calendar_words import local_day
from coding.changes import Writer
from models.base import now
from models.code import Code
from models.errors import KnownError
from models.group import Group
from models.past_verdict import PastFinding, PastVerdict
from models.store import open_to_write

if TYPE_CHECKING:
    from coding.saturation import Analysis, Block

_FIGURES = ("codes", "informative", "last_new", "run_without_new", "coverage", "expected_new")


@dataclass(frozen=True)
class PastFindingRow:
    """What was found of a theme (of all codes when ``theme_guid`` is None): its status, the codes of the reasons
    (``coding.saturation.Reason.code``) and the main figures, as in ``coding.saturation.Block``."""

    theme_guid: str | None
    theme: str
    status: str
    reasons: tuple[str, ...]
    codes: int
    informative: int
    last_new: int | None
    run_without_new: int | None
    coverage: float | None
    expected_new: float | None


@dataclass(frozen=True)
class Past:
    """A verdict as it was. ``at`` and ``codebook_at`` are in UTC, without a zone; ``parameters`` by the names of
    ``coding.saturation.Parameters``; ``left_out`` counts the interviews that the researcher left out."""

    at: datetime
    order_basis: str
    interviews: int
    left_out: int
    codebook_hash: str
    codebook_at: datetime | None
    parameters: Mapping[str, Any]
    findings: tuple[PastFindingRow, ...]

    def of(self, theme_guid: str | None) -> PastFindingRow | None:
        """What was found of a theme (of all codes when None); None when it was not there yet."""
        return next((one for one in self.findings if one.theme_guid == theme_guid), None)

    def same_as(self, other: Past) -> bool:
        """Whether both found the same, on the same material."""
        return replace(self, at=other.at, codebook_at=other.codebook_at) == other


def path(session: Session, group_id: int | None = None) -> tuple[Past, ...]:
    """The verdicts on a group (on the whole corpus when None), the earliest first."""
    rows = _rows(session, group_id)
    findings: dict[int, list[PastFindingRow]] = {row.id: [] for row in rows}
    for one in session.scalars(select(PastFinding).where(PastFinding.past_verdict_id.in_(findings))
                               .order_by(PastFinding.id)):
        findings[one.past_verdict_id].append(PastFindingRow(
            one.theme_guid, one.theme, one.status, tuple(one.reasons), *(getattr(one, key) for key in _FIGURES)))
    return tuple(
        Past(row.at, row.order_basis, row.interviews, row.left_out, row.codebook_hash, row.codebook_at,
             row.parameters, tuple(findings[row.id])) for row in rows)


def record(session: Session, group_id: int | None, analysis: Analysis) -> bool:
    """Keep the verdict of today on a group, in place of an earlier one of the day; say whether anything was written.
    Not an act: ``Writer.log_verdict`` runs it."""
    if not _still_there(session, group_id, analysis):
        return False
    found = _present(session, group_id, analysis)
    earlier = list(zip(_rows(session, group_id), path(session, group_id), strict=True))
    today = [(row, past) for row, past in earlier if local_day(row.at) == local_day(found.at)]
    before = earlier[: len(earlier) - len(today)]
    if (today or before) and found.same_as((today or before)[-1][1]):
        return False
    for row, _past in today:
        _forget(session, row)
    if not before or not found.same_as(before[-1][1]):
        guid = session.scalar(select(Group.guid).where(Group.id == group_id)) if group_id is not None else None
        _add(session, guid, found)
    return True


def add(project: Path, group_id: int | None, analysis: Analysis) -> None:
    """Keep a verdict from a process that reads: when nobody holds the project, not otherwise, as whoever holds it
    sees the same one."""
    try:
        with open_to_write(project) as store:
            Writer(store).log_verdict(group_id, analysis)
    except KnownError:
        return


def _present(session: Session, group_id: int | None, analysis: Analysis) -> Past:
    guids = _theme_guids(session)
    book = codebook_state.state(session)
    blocks = (analysis.overall, *analysis.themes)
    return Past(
        now(), analysis.order_basis, analysis.overall.interviews, len(left_out.rows(session, group_id)),
        book.hash, book.at, asdict(analysis.parameters), tuple(_finding(block, guids) for block in blocks))


def _finding(block: Block, guids: Mapping[str, str]) -> PastFindingRow:
    verdict = block.verdict
    return PastFindingRow(
        None if block.theme is None else guids[block.theme], block.theme or "", verdict.status.value,
        tuple(why.code for why in verdict.grounds), *(getattr(block, key) for key in _FIGURES))


def _add(session: Session, guid: str | None, found: Past) -> None:
    row = PastVerdict(
        at=found.at, group_guid=guid, order_basis=found.order_basis, interviews=found.interviews,
        left_out=found.left_out, codebook_hash=found.codebook_hash, codebook_at=found.codebook_at,
        parameters=dict(found.parameters))
    session.add(row)
    session.flush()
    session.add_all(PastFinding(past_verdict_id=row.id, **(asdict(one) | {"reasons": list(one.reasons)}))
                    for one in found.findings)
    session.flush()


def _forget(session: Session, row: PastVerdict) -> None:
    findings: Iterable[PastFinding] = session.scalars(
        select(PastFinding).where(PastFinding.past_verdict_id == row.id)).all()
    for one in findings:
        session.delete(one)
    session.flush()
    session.delete(row)
    session.flush()


def _rows(session: Session, group_id: int | None) -> list[PastVerdict]:
    same = PastVerdict.group_guid.is_(None) if group_id is None else PastVerdict.group_guid == select(
        Group.guid).where(Group.id == group_id).scalar_subquery()
    return list(session.scalars(select(PastVerdict).where(same).order_by(PastVerdict.at, PastVerdict.id)))


def _still_there(session: Session, group_id: int | None, analysis: Analysis) -> bool:
    """Whether the group and the themes that were read are those of now: another verdict is on its way otherwise."""
    if group_id is not None and session.get(Group, group_id) is None:
        return False
    return _theme_guids(session).keys() == {block.theme for block in analysis.themes}


def _theme_guids(session: Session) -> dict[str, str]:
    return dict(session.execute(select(Code.name, Code.guid).where(Code.parent_id.is_(None))).all())
