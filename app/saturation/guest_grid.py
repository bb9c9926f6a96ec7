# SPDX-License-Identifier: GPL-3.0-or-later
"""Guest's rule over several bases, runs and thresholds, as a small table."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtWidgets import QLabel, QWidget

from app import theme
from coding.language import _

if TYPE_CHECKING:
    from coding.saturation import Block
    from coding.saturation.stopping import Guest

BROKEN = "\u202f*"


class GuestGrid(QLabel):
    """Bases down, runs across; where the rule was first met, or a dash."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._block: Block | None = None
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(_("Guest’s rule by base, run and threshold"))

    def changeEvent(self, event: QEvent | None) -> None:
        """The theme turned: the table holds colours."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.PaletteChange and self._block is not None:
            self.show_block(self._block)

    def show_block(self, block: Block) -> None:
        """Fill the table; thresholds that come to the same are shown once."""
        from coding.saturation import threshold_words

        self._block = block
        rules = block.guest_grid
        words = {rule.threshold: threshold_words(rule) for rule in rules}
        thresholds = [key for n, key in enumerate(words) if words[key] not in list(words.values())[:n]]
        runs = sorted({rule.run for rule in rules})
        found = {(rule.base, rule.run, rule.threshold): _met(rule) for rule in rules}
        muted = theme.palette().muted.name()
        said = _("{threshold}, run of")
        head = "".join(f'<td colspan="{len(runs)}" align="center">{escape(said.format(threshold=words[key]))}</td>'
                       for key in thresholds)
        across = "".join(f'<td align="center" width="13%">{run}</td>' for _key in thresholds for run in runs)
        body = "".join(
            f'<tr><td style="color:{muted}">{_("base {n}").format(n=base)}</td>'
            + "".join(_cell(found[base, run, key], block, base, run) for key in thresholds for run in runs)
            + "</tr>"
            for base in sorted({rule.base for rule in rules})
        )
        self.setText(
            f'<table cellspacing="0" cellpadding="2" width="100%"><tr style="color:{muted}"><td></td>{head}</tr>'
            f'<tr style="color:{muted}"><td></td>{across}</tr>{body}</table>' + (
                f'<p style="color:{muted}; margin: 4px 0 0 0">{_("{mark} broken later").format(mark=BROKEN)}</p>'
                if any(rule.broken_at is not None for rule in rules) else ""))


def _met(rule: Guest) -> str:
    """«6+2», marked where the rule was broken later; a dash where it was not met."""
    return "–" if rule.label is None else rule.label + (BROKEN if rule.broken_at is not None else "")


def _cell(label: str, block: Block, base: int, run: int) -> str:
    chosen = base == block.guest.base and run == block.guest.run
    text = f"<b>{label}</b>" if chosen else label
    ground = f' bgcolor="{theme.palette().selection.name()}"' if chosen else ""
    return f'<td align="center"{ground}>{text}</td>'
