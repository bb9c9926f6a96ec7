# SPDX-License-Identifier: GPL-3.0-or-later
"""What the saturation page shows, read and computed away from the GUI thread: importing this module imports numpy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from time import perf_counter
from typing import TYPE_CHECKING

from app.saturation.lines import Line, Refusal, Tone
from app.widgets.groups import BEGINNING, group_read
from coding import codebook, conventions, left_out, verdict_words, verdicts
from coding import scope as scopes
from coding.codebook import CodeNode
from coding.groups import GroupRow
from coding.language import _
from coding.left_out import LeftOutRow
from coding.saturation import (
    Analysis,
    Block,
    Frame,
    Measured,
    Parameters,
    Status,
    finding,
    refusal_words,
    status_label,
)
from coding.saturation.verdict import frame_refusals
from coding.scope import Scope
from coding.verdicts import Material, Order

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

TONES: dict[Status, Tone] = {
    Status.NOT_DECLARABLE: "refused", Status.NOT_TESTABLE: "quiet", Status.NOT_SATURATED: "bad",
    Status.PARTIAL_REDUNDANCY: "warn", Status.SATURATED: "ok",
}


@dataclass(frozen=True)
class Asked:
    """What the researcher looks at, or tries. ``order`` other than «recorded» and ``out`` (interview ids; None: those
    recorded as left out) are trials; ``seed`` is that of a random order. ``parameters``: None for the project's."""

    group: int | str | None = BEGINNING
    order: Order = "recorded"
    seed: int = 1
    parameters: Parameters | None = None
    out: frozenset[int] | None = None

    @property
    def tried(self) -> bool:
        """Whether this is a trial: not what the project records."""
        return self.order != "recorded" or self.parameters is not None or self.out is not None


@dataclass(frozen=True, eq=False)
class Reading:
    """An analysis and what stands around it. ``kept`` are the project's parameters, which may differ from those
    being tried; ``left_out`` the interviews recorded as left out; ``seconds`` is how long it took."""

    asked: Asked
    scope: Scope
    group: GroupRow | None
    analysis: Analysis
    lines: tuple[Line, ...]
    kept: Parameters
    refusals: tuple[Refusal, ...]
    seconds: float
    material: Material
    measured: Measured
    left_out: tuple[LeftOutRow, ...]
    themes: tuple[CodeNode, ...]
    reservations: Mapping[int, str]
    frames: Mapping[int, Frame | None]


def read(session: Session, asked: Asked, before: Reading | None = None) -> Reading:
    """The analysis that is asked, and which other groups are refused. ``before``: a reading of the same revision of
    the project; where only the order of the interviews differs, nothing is read nor counted again but the order."""
    began = perf_counter()
    if before is not None and before.asked.group == asked.group and before.asked.out == asked.out:
        return _reordered(session, asked, before, began)
    scope = scopes.scope(session)
    key = group_read(scope.groups, asked.group)
    kept = verdicts.project_parameters(session)
    material = verdicts.material(session, key, order=asked.order, seed=asked.seed, out=asked.out)
    measured = material.measured()
    return _judged(Reading(
        asked, scope, next((row for row in scope.groups if row.id == key), None),
        material.around.analysis(measured, asked.parameters or kept), (), kept, (), 0.0, material, measured,
        left_out.rows(session, key), tuple(codebook.read(session).themes), conventions.reservations(session),
        {row.id: verdicts.frame(session, row.id) for row in scope.groups if row.id != key and row.interviews},
    ), began)


def rejudged(reading: Reading, parameters: Parameters | None) -> Reading:
    """The same figures judged by other parameters (None: the project's); nothing is read nor counted again."""
    began = perf_counter()
    analysis = reading.material.around.analysis(reading.measured, parameters or reading.kept)
    return _judged(replace(reading, asked=replace(reading.asked, parameters=parameters), analysis=analysis), began)


def _reordered(session: Session, asked: Asked, before: Reading, began: float) -> Reading:
    key = before.group.id if before.group is not None else None
    material = before.material.in_order(session, key, asked.order, asked.seed)
    measured = material.measured(like=before.measured)
    analysis = material.around.analysis(measured, asked.parameters or before.kept)
    return _judged(replace(before, asked=asked, material=material, measured=measured, analysis=analysis), began)


def _judged(reading: Reading, began: float) -> Reading:
    """The reading with the lines and refusals that follow from its analysis."""
    analysis, corpus = reading.analysis, reading.group is None
    lines = [_line(analysis.overall, _("Whole corpus") if corpus else _("Whole group"), None, "")]
    lines += [_line(block, node.name, node.id, reading.reservations.get(node.id, ""))
              for node, block in zip(reading.themes, analysis.themes, strict=True)]
    others = [row for row in reading.scope.groups if row.id in reading.frames]
    return replace(reading, lines=tuple(lines), refusals=_refusals(others, reading.frames, analysis.parameters),
                   seconds=perf_counter() - began)


def _line(block: Block, name: str, theme_id: int | None, reservation: str) -> Line:
    status = block.verdict.status
    return Line(name, theme_id, status_label(status), TONES[status], tuple(verdict_words.figures(block)), block,
                finding(block), reservation)


def _refusals(groups: Sequence[GroupRow], frames: Mapping[int, Frame | None], parameters: Parameters
              ) -> tuple[Refusal, ...]:
    """Which of these groups may not be declared."""
    found = []
    for row in groups:
        grounds = frame_refusals(frames[row.id], parameters)
        if grounds:
            found.append(Refusal(row, status_label(Status.NOT_DECLARABLE), refusal_words(grounds)))
    return tuple(found)
