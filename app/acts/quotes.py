# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on how quotes are printed, between a gesture and the domain."""

from __future__ import annotations

from app.desk import Desk
from coding import citation_pattern
from coding.changes import Label
from coding.language import N_


def write_pattern(desk: Desk, *, pattern: str) -> None:
    """Say how the project's quotes are attributed."""
    desk.do(Label(N_("how quotes are attributed")), lambda s: citation_pattern.write(s, pattern))
