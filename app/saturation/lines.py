# SPDX-License-Identifier: GPL-3.0-or-later
"""What a line of the saturation table holds, ready to be shown. Imports no numpy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from coding.groups import GroupRow

if TYPE_CHECKING:
    from coding.saturation import Block, Finding

Tone = Literal["ok", "warn", "bad", "quiet", "refused"]


@dataclass(frozen=True)
class Line:
    """The whole group (``theme_id`` None) or a theme. ``figures``: codes, raised, last new, run without new,
    expected, coverage."""

    name: str
    theme_id: int | None
    status: str
    tone: Tone
    figures: tuple[str, ...]
    block: Block
    finding: Finding
    reservation: str


@dataclass(frozen=True)
class Refusal:
    """A group of which saturation is not declared, and why."""

    group: GroupRow
    status: str
    text: str
