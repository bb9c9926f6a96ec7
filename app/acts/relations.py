# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on contradictory codes, between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Callable

from app.desk import Desk
from coding import contradictions
from coding.changes import Change, Label
from coding.language import N_

Then = Callable[[Change], None] | None


def mark(desk: Desk, *, one_id: int, other_id: int, note: str = "", then: Then = None) -> None:
    """Hold two codes to be contradictory; ``change.result`` is the id of the pair."""
    desk.do(Label(N_("contradictory codes “{one}” and “{other}”"), _names(desk, one_id, other_id)),
            lambda s: contradictions.mark(s, one_id, other_id, note=note.strip()), then)


def unmark(desk: Desk, *, contradiction_id: int, one_id: int, other_id: int, then: Then = None) -> None:
    """Hold two codes to be contradictory no longer."""
    desk.do(Label(N_("no longer contradictory, “{one}” and “{other}”"), _names(desk, one_id, other_id)),
            lambda s: contradictions.unmark(s, contradiction_id), then)


def write_note(desk: Desk, *, contradiction_id: int, one_id: int, other_id: int, text: str) -> None:
    """Write what is made of a pair."""
    desk.do(Label(N_("note on “{one}” and “{other}”"), _names(desk, one_id, other_id)),
            lambda s: contradictions.write_note(s, contradiction_id, text.strip()))


def _names(desk: Desk, one_id: int, other_id: int) -> dict[str, str]:
    return {"one": desk.codebook.by_id[one_id].name, "other": desk.codebook.by_id[other_id].name}
