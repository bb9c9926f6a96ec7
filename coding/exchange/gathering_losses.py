# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a project no REFI-QDA file holds."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding.exchange import losses
from coding.exchange.model import Loss
from models.base import Table
from models.change import ChangeEntry
from models.dismissal import Dismissal
from models.guide import GuideQuestion, QuestionAsked, ThemeAsked
from models.interview import Turn
from models.left_out import LeftOut
from models.nuance import Nuance
from models.past_verdict import PastVerdict
from models.rereading import Rereading
from models.saved_query import QuoteOrder, SavedQuery

_TABLES: tuple[tuple[str, type[Table]], ...] = (
    (losses.QUESTIONS, GuideQuestion), (losses.QUESTIONS_ASKED, QuestionAsked), (losses.THEMES_ASKED, ThemeAsked),
    (losses.NUANCES, Nuance), (losses.LEFT_OUT, LeftOut), (losses.VERDICTS, PastVerdict),
    (losses.REREADINGS, Rereading), (losses.QUERIES, SavedQuery), (losses.ORDERS, QuoteOrder),
    (losses.DISMISSALS, Dismissal), (losses.CHANGES, ChangeEntry),
)


def read(session: Session) -> list[Loss]:
    """What stays behind, of what there is."""
    counted = [(what, session.scalar(select(func.count()).select_from(table)) or 0) for what, table in _TABLES]
    revisited = session.scalar(select(func.count()).select_from(Turn).where(Turn.to_revisit)) or 0
    every = [*counted, (losses.TO_REVISIT, revisited), (losses.SETTINGS, 1)]
    return [Loss(what, n) for what, n in every if n]
