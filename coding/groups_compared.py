# SPDX-License-Identifier: GPL-3.0-or-later
"""The verdicts of every theme in every group, side by side. Imports numpy: import this module where it is used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from coding import codebook, verdicts
from coding import scope as scopes
from coding.groups import GroupRow
from coding.saturation import Block, Parameters


@dataclass(frozen=True)
class Compared:
    """``themes`` are (id, name), the whole group first with the id None; ``blocks`` by (theme id, group id)."""

    groups: tuple[GroupRow, ...]
    themes: tuple[tuple[int | None, str], ...]
    blocks: Mapping[tuple[int | None, int], Block]
    parameters: Parameters


def compare(session: Session, whole: str, *, parameters: Parameters | None = None) -> Compared:
    """Every group that has interviews, by the project's parameters unless some are given; ``whole`` names the row of
    the whole group. The envelopes of the curves rest on one order: they are not for showing."""
    used = parameters or verdicts.project_parameters(session)
    groups = tuple(row for row in scopes.scope(session).groups if row.interviews)
    themes = [(node.id, node.name) for node in codebook.read(session).themes]
    blocks: dict[tuple[int | None, int], Block] = {}
    for row in groups:
        found = verdicts.saturation(session, row.id, parameters=used, orders=1)
        blocks[None, row.id] = found.overall
        blocks |= {(key, row.id): block for (key, _name), block in zip(themes, found.themes, strict=True)}
    return Compared(groups, ((None, whole), *themes), blocks, used)
