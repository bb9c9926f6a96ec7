# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on answers to «nouvelle nuance ?», between a gesture and the domain."""

from __future__ import annotations

from app.desk import Desk
from coding import nuances
from coding.changes import Label
from coding.language import N_


def answer(desk: Desk, *, theme_id: int, passage_id: int, is_new: bool, word: str, novelty: float | None) -> None:
    """Say whether a passage brings something new to a theme; ``novelty`` is the figure that was shown."""
    label = N_("new nuance in “{theme}”") if is_new else N_("no new nuance in “{theme}”")
    desk.do(Label(label, {"theme": desk.codebook.by_id[theme_id].name}), lambda s: nuances.answer(
        s, theme_id, passage_id, is_new, word, novelty, desk.coder_id))


def take_back(desk: Desk, *, theme_id: int, passage_id: int) -> None:
    """Leave the question open again."""
    name = desk.codebook.by_id[theme_id].name
    desk.do(Label(N_("answer on a nuance in “{theme}” taken back"), {"theme": name}),
            lambda s: nuances.take_back(s, theme_id, passage_id))
