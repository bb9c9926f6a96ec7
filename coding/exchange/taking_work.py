# SPDX-License-Identifier: GPL-3.0-or-later
"""An import under way: what it takes from, what it goes into, and what has been taken so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy.orm import Session

from coding.exchange.bearers import Bearers
from coding.exchange.foreign import Losses
from coding.exchange.model import Exchange
from coding.exchange.there import There
from coding.language import N_

What = Literal["coders", "codes", "interviews", "passages", "codings", "participants", "attributes", "groups", "memos",
               "summaries"]
KINDS: tuple[What, ...] = ("interviews", "codes", "passages", "codings", "coders", "participants", "attributes",
                           "groups", "memos", "summaries")
NAMES = {
    "interviews": N_("Interviews"), "codes": N_("Codes"), "passages": N_("Passages"), "codings": N_("Codings"),
    "coders": N_("Coders"), "participants": N_("Participants"), "attributes": N_("Attributes"), "groups": N_("Groups"),
    "memos": N_("Memos"), "summaries": N_("Summaries of cells"),
}


@dataclass(frozen=True)
class Choices:
    """What the user chose: the names of the coders, by the GUIDs of the file's users, the usual ones when absent;
    ``separator``: what stands between the levels of codes whose tree is in their names, empty to leave them."""

    coders: Mapping[str, str] = field(default_factory=dict)
    separator: str = ""


@dataclass
class Work(Losses):
    """One import. The dicts give the rows that the elements of the file have become, or were, by GUID."""

    session: Session = field(kw_only=True)
    exchange: Exchange = field(kw_only=True)
    choices: Choices = field(kw_only=True)
    there: There = field(kw_only=True)
    bearers: Bearers = field(kw_only=True)
    ours: bool = field(kw_only=True)
    told: Callable[[int, int, str], None] = field(kw_only=True)
    new: Counter[What] = field(default_factory=Counter)
    same: Counter[What] = field(default_factory=Counter)
    coders: dict[str, int] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    participants: dict[str, int] = field(default_factory=dict)
    interviews: dict[str, int] = field(default_factory=dict)
    groups: dict[str, int] = field(default_factory=dict)
    passages: dict[str, int] = field(default_factory=dict)
    added: list[int] = field(default_factory=list)  # the new interviews
    unvoiced: list[int] = field(default_factory=list)  # those of them whose voices the file does not tell

    def count(self, what: What, *, new: bool) -> None:
        """Count one thing that came, or that was there."""
        (self.new if new else self.same)[what] += 1
