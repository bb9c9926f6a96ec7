# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on the withdrawal of consent."""

from __future__ import annotations

from collections.abc import Callable

from app.desk import Desk
from coding import withdrawing
from coding.exports_log import Export
from coding.withdrawing import Loss, Withdrawn
from models.errors import KnownError

Seen = tuple[Loss, tuple[Export, ...], int]  # what goes, what left before, how many backups there are


def preview(desk: Desk, participant_id: int, then: Callable[[Seen], None],
            otherwise: Callable[[KnownError], None]) -> None:
    """Read what a withdrawal takes away, on the reading thread."""

    def look() -> Seen:
        loss = desk.read_now(lambda session: withdrawing.preview(session, participant_id))
        return loss, withdrawing.exports_before(desk.store, loss.interview_ids), len(desk.store.backups())

    desk.tasks.read(look, then, otherwise)


def withdraw(desk: Desk, participant_id: int, then: Callable[[Withdrawn], None],
             otherwise: Callable[[KnownError], None]) -> None:
    """Erase a participant for good; views follow, then ``then`` gets what was done."""

    def follow(done: Withdrawn) -> None:
        desk.follow(done.change)
        then(done)

    desk.tasks.write(lambda: withdrawing.withdraw(desk.writer, participant_id), follow, otherwise)
