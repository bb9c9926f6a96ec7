# SPDX-License-Identifier: GPL-3.0-or-later
"""What the saturation page shows, read and computed away from the GUI thread: importing this module imports numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from app.saturation.lines import Line, Refusal, Tone
from app.widgets.groups import group_read
from coding import codebook, conventions, verdict_words, verdicts
from coding import scope as scopes
from coding.groups import GroupRow
from coding.language import _
from coding.saturation import Analysis, Block, Parameters, Status, finding, status_label
from coding.scope import Scope

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

TONES: dict[Status, Tone] = {
    Status.NOT_DECLARABLE: "refused", Status.NOT_TESTABLE: "quiet", Status.NOT_SATURATED: "bad",
    Status.PARTIAL_REDUNDANCY: "warn", Status.SATURATED: "ok",
}


@dataclass(frozen=True)
class Reading:
    """An analysis and what stands around it. ``kept`` are the project's parameters, which may differ from those
    being tried; ``seconds`` is how long it took."""

    scope: Scope
    group: GroupRow | None
    analysis: Analysis
    lines: tuple[Line, ...]
    kept: Parameters
    refusals: tuple[Refusal, ...]
    seconds: float


def read(session: Session, asked: int | str | None, tried: Parameters | None) -> Reading:
    """The analysis of a group by the parameters tried, or else by the project's; and who else is refused."""
    began = perf_counter()
    scope = scopes.scope(session)
    key = group_read(scope.groups, asked)
    kept = verdicts.project_parameters(session)
    analysis = verdicts.saturation(session, key, parameters=tried or kept)
    themes = codebook.read(session).themes
    reservations = conventions.reservations(session)
    lines = [_line(analysis.overall, _("Whole group") if key is not None else _("Whole corpus"), None, "")]
    lines += [
        _line(block, node.name, node.id, reservations.get(node.id, ""))
        for node, block in zip(themes, analysis.themes, strict=True)
    ]
    others = [row for row in scope.groups if row.id != key and row.interviews]
    return Reading(
        scope, next((row for row in scope.groups if row.id == key), None), analysis, tuple(lines), kept,
        _refusals(session, others, tried or kept), perf_counter() - began,
    )


def _line(block: Block, name: str, theme_id: int | None, reservation: str) -> Line:
    status = block.verdict.status
    return Line(name, theme_id, status_label(status), TONES[status], tuple(verdict_words.figures(block)), block,
                finding(block), reservation)


def _refusals(session: Session, others: Sequence[GroupRow], parameters: Parameters) -> tuple[Refusal, ...]:
    """Which of these groups may not be declared. One order is enough: the figures are not shown."""
    found = []
    for row in others:
        block = verdicts.saturation(session, row.id, parameters=parameters, orders=1).overall
        if block.verdict.status is Status.NOT_DECLARABLE:
            found.append(Refusal(row, status_label(block.verdict.status), finding(block).text))
    return tuple(found)
