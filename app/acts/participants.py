# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on participants, between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Callable

from app.desk import Desk
from coding import participants
from coding.changes import Change, Label
from coding.language import N_


def add(desk: Desk, *, name: str, then: Callable[[Change], None] | None = None) -> None:
    """A participant of that name, in no interview yet; one that is already there changes nothing. ``change.result``
    is the id."""
    desk.do(Label(N_("add the participant “{name}”"), {"name": name}), lambda s: participants.obtain(s, name), then)
