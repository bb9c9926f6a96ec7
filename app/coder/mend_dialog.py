# SPDX-License-Identifier: GPL-3.0-or-later
"""One turn of the transcript: its words and who says them, corrected with what becomes of its passages in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PyQt6.QtGui import QKeySequence, QShortcut, QTextCursor
from PyQt6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import parts, theme
from app.acts import mending as acts
from app.coder.page.reading import Reading
from app.desk import Desk
from coding import mending
from coding.language import _, ngettext, say
from coding.passage_index import Span
from coding.transcripts import TurnText
from coding.typography import one_line
from models.errors import KnownError

BEFORE = 16  # characters shown before what changes


class MendDialog(QDialog):
    """Everything is written as one act when it is accepted; ``show`` then gets where the new words stand."""

    def __init__(self, desk: Desk, reading: Reading, turn: TurnText, show: Callable[[Sequence[Span]], None],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._read = reading.transcript
        self._turn = turn
        self._show = show
        self._marks = reading.index.between(turn.start, turn.end)
        self._words = self._read.text[turn.start : turn.end]
        self.setWindowTitle(_("Correct turn {n}").format(n=turn.number))
        self.resize(680, 560)
        self.editor = QPlainTextEdit(self._words)
        self.editor.setFont(theme.reading_font(17))
        self.editor.setTabChangesFocus(True)
        self.editor.setAccessibleName(_("The words of the turn"))
        self.speaker = QComboBox()
        self.all = QCheckBox()
        self._fill_speakers()
        self.passages = QTreeWidget()
        self.told = parts.label("", "muted", wrap=True)
        self._prepare_passages()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = buttons.addButton(_("Correct"), QDialogButtonBox.ButtonRole.AcceptRole)
        if self.save is not None:
            native = QKeySequence("Ctrl+Enter").toString(QKeySequence.SequenceFormat.NativeText)
            self.save.setToolTip(_("Correct the transcript ({key})").format(key=native))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)
        self._lay_out(buttons)
        self.editor.textChanged.connect(self._follow)
        self.speaker.currentTextChanged.connect(lambda _name: self._follow())
        self._follow()
        self.editor.moveCursor(QTextCursor.MoveOperation.Start)
        self.editor.setFocus()
        self.finished.connect(self.deleteLater)

    def words(self) -> str:
        """What the turn is to say."""
        return parts.written(self.editor).strip()

    def voice(self) -> str | None:
        """Who is to speak, when that is somebody else."""
        name = self.speaker.currentText().strip()
        return name if name and name != self._turn.speaker else None

    def accept(self) -> None:
        """Correct, unless a passage would lose its words; a refusal leaves the window open."""
        if self.save is None or not self.save.isEnabled():
            return
        show = self._show  # this dialog may be gone by then
        numbers = self._same_voice() if self.all.isChecked() else [self._turn.number]

        def done(change: object) -> None:
            QDialog.accept(self)
            show(getattr(change, "result", []))

        acts.correct_turn(self._desk, interview_id=self._read.interview_id, number=self._turn.number,
                          words=self.words(), speaker=self.voice(), of_speaker=numbers, then=done,
                          otherwise=self._refuse)

    def _refuse(self, error: KnownError) -> None:
        parts.role(self.told, "bad")
        self.told.setText(say(error))

    def _same_voice(self) -> list[int]:
        return [turn.number for turn in self._read.turns if turn.speaker == self._turn.speaker]

    # -- what becomes of the passages ----------------------------------------------------------------------------

    def _follow(self) -> None:
        """Say what becomes of the passages, and whether there is anything to correct."""
        foreseen = mending.foreseen(self._read.text, self._turn.start, self._turn.end, self.words(),
                                    [(mark.start, mark.end) for mark in self._marks])
        said = [self._read.text[mark.start : mark.end] for mark in self._marks]
        for row, (before, then) in enumerate(zip(said, foreseen, strict=True)):
            item = self.passages.topLevelItem(row)
            if item is not None:
                _tell(item, before, then)
        gone = sum(not then for then in foreseen)
        self._say(gone, sum(then != before for before, then in zip(said, foreseen, strict=True)))
        changed = self.words() != self._words.strip() or self.voice() is not None
        if self.save is not None:
            self.save.setEnabled(changed and not gone)
        self.all.setEnabled(self.voice() is not None and len(self._same_voice()) > 1)

    def _say(self, gone: int, changed: int) -> None:
        parts.role(self.told, "bad" if gone else "muted")
        if gone:
            self.told.setText(ngettext(
                "{n} passage would lose all its words. Keep a word of it, or delete it first.",
                "{n} passages would lose all their words. Keep a word of each, or delete them first.", gone,
            ).format(n=gone))
        elif not self._marks:
            self.told.setText(_("No passage stands in this turn."))
        else:
            self.told.setText(ngettext("{n} passage changes; the others keep their words.",
                                       "{n} passages change; the others keep their words.", changed,
                                       ).format(n=changed) if changed else _("Every passage keeps its words."))

    # -- building ------------------------------------------------------------------------------------------------

    def _fill_speakers(self) -> None:
        self.speaker.setEditable(True)
        self.speaker.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.speaker.setAccessibleName(_("Who speaks"))
        self.speaker.setToolTip(_("Choose who speaks, or write a new name"))
        self.speaker.addItems(list(dict.fromkeys(turn.speaker for turn in self._read.turns if turn.speaker)))
        self.speaker.setCurrentText(self._turn.speaker)
        count = len(self._same_voice())
        self.all.setText(ngettext("In the {n} turn of “{name}”", "In all {n} turns of “{name}”", count).format(
            n=count, name=self._turn.speaker) if self._turn.speaker else _("In all turns without a name"))

    def _prepare_passages(self) -> None:
        self.passages.setColumnCount(2)
        self.passages.setHeaderLabels([_("Passage"), _("Will read")])
        self.passages.setRootIsDecorated(False)
        self.passages.setUniformRowHeights(True)
        self.passages.setAccessibleName(_("Passages of this turn"))
        self.passages.setColumnWidth(0, 310)
        book = self._desk.codebook
        for mark in self._marks:
            item = QTreeWidgetItem()
            item.setToolTip(0, ", ".join(book.by_id[key].name for key in mark.codes))
            self.passages.addTopLevelItem(item)
        self.passages.setVisible(bool(self._marks))

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        caption = parts.label(_("Speaker"))
        caption.setBuddy(self.speaker)
        who = QHBoxLayout()
        who.setSpacing(10)
        who.addWidget(caption)
        who.addWidget(self.speaker, 1)
        who.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(who)
        column.addWidget(self.editor, 3)
        column.addWidget(self.passages, 2)
        column.addWidget(self.told)
        column.addWidget(buttons)


def _tell(item: QTreeWidgetItem, before: str, then: str) -> None:
    """What a passage says and will say, from where the two begin to differ."""
    same = next((n for n, (one, other) in enumerate(zip(before, then, strict=False)) if one != other),
                min(len(before), len(then)))
    colours, kept = theme.palette(), then == before
    item.setText(0, _from(before, 0 if kept or not then else same))
    item.setText(1, _("as it is") if kept else _from(then, same) or _("nothing would be left"))
    item.setToolTip(1, one_line(then))
    item.setForeground(1, colours.bad if not then else colours.faint if kept else colours.ink)


def _from(words: str, at: int) -> str:
    """Words on one line, without those too far before ``at`` to be seen beside it."""
    return one_line(words if at <= BEFORE else "…" + words[at - BEFORE :])
