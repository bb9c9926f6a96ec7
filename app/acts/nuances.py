# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on answers to «nouvelle nuance ?», between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.desk import Desk
from coding import nuances
from coding.changes import Label
from coding.language import N_

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def answer(desk: Desk, *, theme_id: int, passage_id: int, is_new: bool, word: str, novelty: float | None) -> None:
    """Say whether a passage brings something new to a theme; ``novelty`` is the figure that was shown."""
    _write(desk, N_("new nuance in “{code}”") if is_new else N_("no new nuance in “{code}”"), theme_id,
           lambda s: nuances.answer(s, theme_id, passage_id, is_new, word, novelty, desk.coder_id))


def reword(desk: Desk, *, theme_id: int, passage_id: int, is_new: bool, word: str, novelty: float | None) -> None:
    """Change the word of an answer given."""
    _write(desk, N_("word on a nuance in “{code}”"), theme_id,
           lambda s: nuances.answer(s, theme_id, passage_id, is_new, word, novelty, desk.coder_id))


def take_back(desk: Desk, *, theme_id: int, passage_id: int) -> None:
    """Leave the question open again."""
    _write(desk, N_("answer on a nuance in “{code}” taken back"), theme_id,
           lambda s: nuances.take_back(s, theme_id, passage_id))


def _write(desk: Desk, label: str, theme_id: int, act: Callable[[Session], None]) -> None:
    desk.do(Label(label, {"code": desk.codebook.by_id[theme_id].name}), act)
