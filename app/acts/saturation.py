# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on what saturation verdicts rest on, between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Callable

from app.desk import Desk
from coding import codebook, conventions, decisions, left_out
from coding.changes import Change, Label
from coding.language import N_

Then = Callable[[Change], None] | None


def set_parameters(desk: Desk, *, then: Then = None, **values: float) -> None:
    """Change the project's thresholds (``coding.conventions.KEPT``)."""
    label = Label(N_("saturation thresholds"), decisions.changed(desk.read_now(conventions.parameters), values))
    desk.do(label, lambda s: conventions.set_parameters(s, **values), then)


def set_reservation(desk: Desk, *, theme_id: int, text: str, then: Then = None) -> None:
    """Write, or clear, the researcher's reservation on a theme."""
    name = desk.codebook.by_id[theme_id].name
    desk.do(Label(N_("reservation on “{code}”"), {"code": name}),
            lambda s: codebook.edit(s, theme_id, reservation=text.strip()), then)


def leave_out(desk: Desk, *, group_id: int | None, group: str, interview_id: int, title: str, reason: str) -> None:
    """Leave an interview out of the saturation of a group, for a reason; ``group``: its name, empty for the corpus."""
    desk.do(Label(N_("leave “{title}” out of the saturation"), {"title": title, "group": group}),
            lambda s: left_out.leave_out(s, group_id, interview_id, reason))


def take_back(desk: Desk, *, group_id: int | None, group: str, interview_id: int, title: str) -> None:
    """Count an interview again."""
    desk.do(Label(N_("count “{title}” in the saturation"), {"title": title, "group": group}),
            lambda s: left_out.take_back(s, group_id, interview_id))


def set_reflexive(desk: Desk, *, reflexive: bool) -> None:
    """Say whether the researcher works by reflexive thematic analysis."""
    label = N_("reflexive thematic analysis") if reflexive else N_("no reflexive thematic analysis")
    desk.do(Label(label), lambda s: conventions.set_reflexive(s, reflexive))
