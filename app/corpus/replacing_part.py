# SPDX-License-Identifier: GPL-3.0-or-later
"""A file that looks like another version of an interview: whether it takes its place, and what its passages become."""

from __future__ import annotations

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QCheckBox, QHeaderView, QRadioButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app import parts, theme
from coding.language import _, ngettext, percent
from coding.retranscribing import Fate
from coding.reviewing import FileReview
from coding.typography import one_line

BEFORE = 16  # characters shown before what changes


class ReplacingPart(QWidget):
    """``changed`` says that the review was: the file takes the interview's place or not, and what is lost is agreed."""

    changed = pyqtSignal()

    def __init__(self, review: FileReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        like, replacement = review.compared.likeness, review.compared.replacement
        assert like is not None
        assert replacement is not None
        self._review, self._like, self._replacement = review, like, replacement
        notice = parts.Panel("notice-warn")
        inside = QVBoxLayout(notice)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(parts.label(self._told(), wrap=True))
        self.replace = QRadioButton(_("Replace the transcript of “{title}”").format(title=like.title))
        self.add = QRadioButton(_("Import it as another interview"))
        (self.replace if review.replacing else self.add).setChecked(True)
        self.passages = self._passages()
        n = len(replacement.lost)
        self.agree = QCheckBox(ngettext("Keep the lost passage in a memo on the interview",
                                        "Keep the {n} lost passages in a memo on the interview", n).format(n=n))
        self.waiting = parts.label(_("This file is left out until you agree: passages are never dropped in silence."),
                                   "hint", wrap=True)
        self._counted = parts.label(self._counts(), "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        for widget in (notice, self.replace, self.add, self._counted):
            column.addWidget(widget)
        column.addWidget(self.passages, 1)
        column.addWidget(self.agree)
        column.addWidget(self.waiting)
        column.addStretch()
        self._show()
        self.replace.toggled.connect(self._choose)
        self.agree.toggled.connect(self._choose)

    @property
    def chosen(self) -> bool:
        """Whether the interview's transcript is to be replaced."""
        return self.replace.isChecked()

    def _choose(self) -> None:
        self._review.replacing, self._review.agreed = self.chosen, self.agree.isChecked()
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        there = bool(self._replacement.moved or self._replacement.lost)
        self._counted.setVisible(self.chosen)
        self.passages.setVisible(self.chosen and there)
        self.agree.setVisible(self.chosen and bool(self._replacement.lost))
        self.waiting.setVisible(self.chosen and bool(self._replacement.lost) and not self.agree.isChecked())

    def _told(self) -> str:
        if self._like.versions:
            return _("This looks like another version of “{title}”: {share} of its turns are the same.").format(
                title=self._like.title, share=percent(int(self._like.share * 100) / 100))
        return _("A file of this name is in the project already, as “{title}”, with another text.").format(
            title=self._like.title)

    def _counts(self) -> str:
        kept, moved, lost = (len(fates) for fates in (
            self._replacement.kept, self._replacement.moved, self._replacement.lost))
        if not kept + moved + lost:
            return _("No passage is coded in this interview. Participants, attributes, groups and memos stay.")
        return " · ".join((
            ngettext("{n} passage keeps its words", "{n} passages keep their words", kept).format(n=kept),
            ngettext("{n} follows a correction", "{n} follow a correction", moved).format(n=moved),
            ngettext("{n} is lost: its words are gone", "{n} are lost: their words are gone", lost).format(n=lost)))

    def _passages(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setHeaderLabels([_("Passage"), _("Will read"), _("Codes")])
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setAccessibleName(_("What becomes of the passages"))
        head = made.header()
        if head is not None:
            head.setStretchLastSection(False)
            for section, mode in enumerate((QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.Stretch,
                                            QHeaderView.ResizeMode.Interactive)):
                head.setSectionResizeMode(section, mode)
            head.resizeSection(2, 170)
        for fate in (*self._replacement.lost, *self._replacement.moved):
            made.addTopLevelItem(_row(fate))
        return made


def _row(fate: Fate) -> QTreeWidgetItem:
    """One passage, from where it begins to say something else."""
    same = next((n for n, (one, other) in enumerate(zip(fate.before, fate.after, strict=False)) if one != other),
                min(len(fate.before), len(fate.after)))
    texts = (_from(fate.before, same if fate.after else 0), _from(fate.after, same) or _("lost"),
             ", ".join(fate.codes))
    row = QTreeWidgetItem(list(texts))
    for column, whole in enumerate((fate.before, fate.after or _("lost"), "\n".join(fate.codes))):
        row.setToolTip(column, one_line(whole) if column < 2 else whole)
    if not fate.after:
        row.setForeground(1, theme.palette().bad)
    return row


def _from(words: str, at: int) -> str:
    """Words on one line, without those too far before ``at`` to be seen."""
    return one_line(words if at <= BEFORE else "…" + words[at - BEFORE :])
