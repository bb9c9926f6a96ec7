# SPDX-License-Identifier: GPL-3.0-or-later
"""What will happen to the project when the pseudonyms are applied, and where the way back is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PyQt6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app import parts
from app.pseudonyms.table_choice import TableChoice, TableWish
from app.settings import Settings
from app.widgets.notice import Notice
from app.widgets.words import interviews_counted
from coding.language import _, ngettext, number

if TYPE_CHECKING:
    from coding.pseudonyms.correspondence import Correspondence
    from coding.pseudonyms.decisions import Decision


class ApplyDialog(QDialog):
    """``wish`` says which table, once accepted; nothing is asked about it when no word is replaced."""

    def __init__(self, decisions: Sequence[Decision], opened: Correspondence | None, settings: Settings, project: str,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Apply the pseudonyms"))
        self.setFixedWidth(560)
        replaced = [one for one in decisions if one.rewrites]
        self.choice = TableChoice(opened, settings, project)
        self.choice.changed.connect(self._enable)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        column.addWidget(parts.label(_foretold(replaced), "title", wrap=True))
        column.addWidget(parts.label(_details(replaced, len(decisions) - len(replaced)), wrap=True))
        if not replaced:
            column.addWidget(parts.label(_("Ctrl+Z takes this back until the project is closed."), "hint", wrap=True))
        else:
            column.addWidget(Notice(_("Earlier backups are replaced."), [
                _("They hold the names. Ctrl+Z takes all of this back until the project is closed; afterwards only the "
                  "correspondence table leads back.")]))
            column.addWidget(parts.label(_("Correspondence table"), "heading"))
            column.addWidget(self.choice)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(parts.button(_("Cancel"), self.reject))
        self.apply = parts.button(_("Replace") if replaced else _("Apply"), self.accept)
        self.apply.setDefault(True)
        row.addWidget(self.apply)
        column.addLayout(row)
        self._needed = bool(replaced)
        self._enable()

    @property
    def wish(self) -> TableWish:
        """The table asked for."""
        return self.choice.wish

    def accept(self) -> None:
        """Only when nothing is missing."""
        if self.apply.isEnabled():
            super().accept()

    def _enable(self) -> None:
        self.apply.setEnabled(not self._needed or self.choice.complete)
        parts.fit_height(self)


def _foretold(replaced: Sequence[Decision]) -> str:
    """«Replace 412 occurrences in 12 interviews?»."""
    if not replaced:
        return _("No word is replaced.")
    places = [place for one in replaced for place in (one.identity.places if one.places is None else one.places)]
    held = len({place.row_id for place in places if place.table == "interview" and place.column == "text"})
    words = ngettext("{n} occurrence", "{n} occurrences", len(places)).format(n=number(len(places)))
    if not held:
        return _("Replace {words}?").format(words=words)
    return _("Replace {words} in {interviews}?").format(words=words, interviews=interviews_counted(held))


def kept(count: int) -> str:
    """«3 identities are kept as they are, and not asked about again.»"""
    return ngettext("{n} identity is kept as it is, and not asked about again.",
                    "{n} identities are kept as they are, and not asked about again.", count).format(n=number(count))


def _details(replaced: Sequence[Decision], staying: int) -> str:
    places = [place for one in replaced for place in (one.identity.places if one.places is None else one.places)]
    elsewhere = sum(place.table != "interview" or place.column != "text" for place in places)
    said = []
    if elsewhere:
        said.append(ngettext("{n} of them stands in memos, titles, file names or summaries.",
                             "{n} of them stand in memos, titles, file names or summaries.", elsewhere).format(
                                 n=number(elsewhere)))
    if replaced:
        said.append(_("Quotes follow, every coded passage stays on its words, and the search index is made anew."))
    if staying:
        said.append(kept(staying))
    return " ".join(said)
