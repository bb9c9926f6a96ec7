# SPDX-License-Identifier: GPL-3.0-or-later
"""What the researcher decides of an identity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from coding.pseudonyms.identity import Identity, Place

Action = Literal["replace", "class", "generalise", "keep", "never"]
REWRITES: tuple[Action, ...] = ("replace", "class", "generalise")


@dataclass(frozen=True)
class Decision:
    """``words`` stand for the identity («Hélène Morin», «[ville 1]», «2021»), ``forms`` say what is written instead of
    each of its forms. ``places`` are the only ones that change; None for all there are. «keep» and «never» rewrite
    nothing: the words stay."""

    identity: Identity
    action: Action
    words: str = ""
    forms: Mapping[str, str] = field(default_factory=dict)
    places: tuple[Place, ...] | None = None

    @property
    def rewrites(self) -> bool:
        """Whether words of the project are replaced."""
        return self.action in REWRITES

    @property
    def everywhere(self) -> bool:
        """Whether the identity is replaced wherever it stands."""
        return self.rewrites and self.places is None

    def instead_of(self, form: str) -> str:
        """What is written where ``form`` stands."""
        return self.forms.get(form) or self.words
