# SPDX-License-Identifier: GPL-3.0-or-later
"""Cells that name several people, or give several roles, with « + » between."""

from __future__ import annotations

import re

from coding.codebook import clean_name
from coding.language import N_
from models.errors import KnownError

TOGETHER = " + "
_PLUS = re.compile(r"(?:(?<=\s)|^)\+(?=\s|$)")


def people(cell: str) -> list[str]:
    """The names in a cell. Raises KnownError when one is there twice."""
    names = [clean_name(name) for name in _PLUS.split(cell) if name.strip()]
    if len(set(names)) < len(names):
        raise KnownError(N_("The same participant is named twice."))
    return names


def roles(cell: str, expected: int, *, of_one: bool = False) -> list[str]:
    """The ``expected`` roles in a cell, in order, empty ones included; none at all stands for as many empty ones.
    They are those of the participants of one interview or, ``of_one`` participant, in several interviews. Raises
    KnownError when there are more or fewer."""
    if not cell.strip():
        return [""] * expected
    # A single role may itself hold a plus sign.
    found = [cell] if expected == 1 else _PLUS.split(cell)
    if len(found) != expected and of_one:
        raise KnownError(
            N_("{interviews} interviews and {roles} roles: give one role each, in the same order, with “ + ” between."),
            interviews=expected, roles=len(found),
        )
    if len(found) != expected:
        raise KnownError(
            N_("{people} participants and {roles} roles: give one role each, in the same order, with “ + ” between."),
            people=expected, roles=len(found),
        )
    return [role.strip() for role in found]


def joined_roles(each: list[str]) -> str:
    """Roles as a cell gives them; nothing when all are empty."""
    return TOGETHER.join(each) if any(each) else ""
