# SPDX-License-Identifier: GPL-3.0-or-later
"""The participants whose voice is known in some transcript."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.participant import Participant, Participation


def speaking(session: Session) -> list[tuple[int, str]]:
    """(id, name) of those who take part in an interview, by name."""
    rows = session.execute(
        select(Participant.id, Participant.name)
        .where(Participant.id.in_(select(Participation.participant_id))).order_by(Participant.name, Participant.id))
    return [(key, name) for key, name in rows]
