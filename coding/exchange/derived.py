# SPDX-License-Identifier: GPL-3.0-or-later
"""Identifiers of what a REFI-QDA file holds and no row of ours has one for: always the same for the same thing, and
known again when the file comes home."""

from __future__ import annotations

from uuid import UUID, uuid5

_OURS = UUID("6f1d3c52-8a0e-5d7b-9c41-3e2b7a90f5d4")  # drawn once; another would estrange every file written so far


def derived(guid: str, part: str) -> str:
    """The identifier of a part (a word of ``conventions``) of the thing that ``guid`` names."""
    return str(uuid5(UUID(guid), part))


def fixed(part: str) -> str:
    """The identifier of what any file of ours has at most once (a word of ``conventions``)."""
    return str(uuid5(_OURS, part))


def named(part: str, name: str) -> str:
    """The identifier of one of several such things, told apart by their names: the author or the chapter ``name``."""
    return str(uuid5(_OURS, f"{part}:{name}"))
