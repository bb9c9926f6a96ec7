# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on words proposed for a code, between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Callable

from app.desk import Desk
from coding import dismissals
from coding.changes import Change, Label
from coding.language import N_
from coding.stretches import Stretch


def refuse(desk: Desk, code_id: int, stretch: Stretch, then: Callable[[Change], None] | None = None) -> None:
    """Never propose these words for a code again."""
    desk.do(Label(N_("not for “{code}”"), {"code": desk.codebook.by_id[code_id].name}),
            lambda s: dismissals.refuse(s, code_id, stretch.interview_id, stretch.words), then)


def forget(desk: Desk, code_id: int) -> None:
    """Propose again all that was refused for a code."""
    desk.do(Label(N_("propose again for “{code}”"), {"code": desk.codebook.by_id[code_id].name}),
            lambda s: dismissals.follow_code(s, code_id))
