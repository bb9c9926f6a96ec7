# SPDX-License-Identifier: GPL-3.0-or-later
"""All that the saturation report tells of a group, read and computed at once, in the language in use.

Imports numpy: import this module where it is used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import (
    codebook,
    codebook_log,
    codebook_state,
    conventions,
    decisions,
    groups,
    nuances,
    past_verdicts,
    rereading,
    standing,
    verdicts,
)
from coding.codebook_marks import Mark, beside, marks
from coding.codebook_state import State
from coding.decisions import Decision
from coding.holding import bearing
from coding.nuances import Answer
from coding.past_verdicts import Past
from coding.reports import coreq
from coding.reports.recruitment import Recruited
from coding.rereading import Due
from coding.saturation import Analysis, Measured, Parameters
from coding.saturation.block import Measure
from coding.saturation.methods_words import Work
from coding.standing import Standing
from coding.verdicts import Material, Order
from coding.version import version
from models.passage import Coding, Passage


@dataclass(frozen=True, eq=False)
class Facts:
    """``kept`` are the project's parameters, ``recorded`` whether the analysis is by them and in the recorded order
    (else it is a trial). ``own`` is how the group was recruited (every group, for the whole corpus), ``others`` the
    other groups."""

    material: Material
    measured: Measured
    analysis: Analysis
    kept: Parameters
    recorded: bool
    work: Work
    state: State
    standings: tuple[Standing, ...]
    own: tuple[Recruited, ...]
    others: tuple[Recruited, ...]
    answers: tuple[Answer, ...]
    decisions: tuple[Decision, ...]
    past: tuple[Past, ...]
    due: tuple[Due, ...]
    items: tuple[coreq.Item, ...]
    marks: tuple[Mark, ...]

    def signs(self, one: Measure) -> dict[int, tuple[Mark, ...]]:
        """The changes of the codebook by the place of their interview in the curve of a theme, or of the group."""
        ids = [self.material.counted.interview_ids[column] for column in one.sample.columns]
        return beside(self.marks, ids, one.figures.theme)

    @property
    def codebook_date(self) -> date | None:
        """The day on which the codebook came to say what it says."""
        return codebook_log.local(self.state.at).date() if self.state.at else None


def gather(
    session: Session, group_id: int | None = None, *, parameters: Parameters | None = None,
    order: Order = "recorded", seed: int = 1, out: Collection[int] | None = None,
) -> Facts:
    """Everything, for a group (for the whole corpus when None); what is tried as ``coding.verdicts.material`` says."""
    kept = verdicts.project_parameters(session)
    material = verdicts.material(session, group_id, order=order, seed=seed, out=out)
    measured = material.measured()
    analysis = material.around.analysis(measured, parameters or kept)
    ids = material.counted.interview_ids
    state = codebook_state.state(session)
    rows = [(row.id, Recruited(row.name, row.interviews, verdicts.frame(session, row.id)))
            for row in groups.listed(session)]
    own = tuple(one for key, one in rows if group_id in (None, key))
    work = _work(session, ids, state)
    return Facts(
        material, measured, analysis, kept,
        recorded=order == "recorded" and out is None and analysis.parameters == kept,
        work=work, state=state,
        standings=standing.standings(session, group_id), own=own,
        others=tuple(one for key, one in rows if group_id not in (None, key)),
        answers=nuances.answers(session, group_id), decisions=decisions.decisions(session, group_id),
        past=past_verdicts.path(session, group_id), due=rereading.due(session, group_id),
        items=coreq.items(coreq.Studied(session, analysis, measured, ids, own, work)),
        marks=marks(session, material.counted),
    )


def _work(session: Session, interview_ids: Collection[int], state: State) -> Work:
    book, borne = codebook.read(session), bearing(session)
    counted = [node for node in book if node.parent_id is not None or node.id in borne]  # as a theme's own codings are
    coders = session.scalar(
        select(func.count(Coding.coder_id.distinct())).join(Passage, Passage.id == Coding.passage_id)
        .where(Passage.interview_id.in_(interview_ids))) or 0
    return Work(
        version(), coders, len(book.themes), len(counted),
        codebook_log.local(state.at).date() if state.at else None, state.short,
        Counter(node.origin for node in counted), conventions.is_reflexive(session),
    )
