# SPDX-License-Identifier: GPL-3.0-or-later
"""The thresholds in force, at the head of the page; a click opens the choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtWidgets import QWidget

from app.widgets.pill import TextPill
from coding.language import _

if TYPE_CHECKING:
    from coding.saturation import Parameters


class ParametersPill(TextPill):
    """«Base 4 · séquence 2 · seuil 5 %»."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("opens", None)

    def show_parameters(self, used: Parameters) -> None:
        """Show those in force."""
        from coding.saturation import share_words

        self.say(_("Base {base} · run {run} · threshold {threshold}").format(
            base=used.base, run=used.run, threshold=share_words(used.threshold)),
            f"{used.base}+{used.run} · {share_words(used.threshold)}")
