# SPDX-License-Identifier: GPL-3.0-or-later
"""The chosen passage at the right of the page: its words, its codes, its bounds, its memo, what its code means."""

from __future__ import annotations

from functools import partial

from PyQt6.QtCore import QEvent, QObject, QPoint, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app import icons, parts
from app.acts import passages
from app.coder import keys
from app.coder.codebook.definition_dialog import DefinitionDialog
from app.coder.codebook.definition_view import DefinitionView
from app.coder.page.beneath import NO_CODE
from app.coder.page.reading import Reading
from app.coder.passage import overlap_list
from app.coder.passage.flow import Flow
from app.coder.passage.overlap_list import OverlapList
from app.coder.passage.passage_codes import PassageCodes
from app.coder.passage.quote_block import QuoteBlock
from app.comments.received import ReceivedMemos
from app.desk import Desk
from app.memos.linked_text import LinkedText
from coding import citations, passage_memos
from coding.intervals import Mark
from coding.language import N_, _

STEPS = (
    (N_("Start"), (("start_back", "−"), ("start_on", "+"))),
    (N_("End"), (("end_back", "−"), ("end_on", "+"))),
    (N_("Same code"), (("previous_of_code", "‹"), ("next_of_code", "›"))),
)


class PassagePanel(parts.Panel):
    """``verb`` carries a key of ``app.coder.keys``, ``add_asked`` asks for the palette, ``replace_asked`` for another
    code in the place of one, ``passage_asked`` for another passage, ``menu_asked`` (where, on the screen) for all that
    can be done with this one; ``left``: the memo is written, back to the page."""

    verb = pyqtSignal(str)
    add_asked = pyqtSignal()
    replace_asked = pyqtSignal(int)
    passage_asked = pyqtSignal(int)
    menu_asked = pyqtSignal(QPoint)
    left = pyqtSignal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._desk = desk
        self.mark: Mark | None = None
        self._reading: Reading | None = None
        self._code_asked: int | None = None
        self.header = parts.Header(_("Passage"), small=True)
        self.turn = parts.label("", "faint")
        self.empty = parts.label(
            _("Select words in the transcript, then press Ctrl+K, the digit of a code, or double-click a code: they "
              "become a passage. Click a passage, or put the caret in it and press Alt+Enter, to see its codes here."),
            "muted", wrap=True)
        self.empty.setContentsMargins(12, 12, 12, 12)
        self.quote = QuoteBlock()
        self.overlap = parts.label("", "faint", wrap=True)
        self.overlaps = OverlapList()
        self.codes = PassageCodes(desk)
        self.star = self._make_switch("strong")
        self.withheld = self._make_switch("withhold")
        self.more = self._make_more()
        for widget in (self.turn, self.star, self.withheld, self.more):
            self.header.add_right(widget)
        self.memo = LinkedText(desk, _("Memo"), _("What strikes you here…"))
        self.received = ReceivedMemos()
        self.definition = DefinitionView(desk)
        self._build()
        self.show_passage(None, None)
        self.define(None)

    @property
    def chips(self) -> Flow:
        """The pills of its codes."""
        return self.codes.chips

    def show_passage(self, reading: Reading | None, mark: Mark | None) -> None:
        """Show a passage, or none."""
        moved = mark is None or self.mark is None or mark.id != self.mark.id
        if moved:
            self.memo.keep()
            self._code_asked = None
        self._reading, self.mark = reading, mark
        focused = QApplication.focusWidget()
        if mark is None and focused is not None and self._body.isAncestorOf(focused):
            self.left.emit()  # or the keyboard would go to whatever comes next in the window
        self.definition.show_passage(mark)
        self.empty.setVisible(mark is None)
        for widget in (self._body, self.star, self.withheld, self.more):
            widget.setVisible(mark is not None)
        self.turn.setText("")
        if reading is None or mark is None:
            self.memo.show_text("")
            return
        turn = reading.transcript.turn_at(mark.start)
        self.turn.setText(_("turn {n}").format(n=turn.number) if turn else "")
        colour = self._desk.codebook.by_id[mark.codes[0]].colour if mark.codes else NO_CODE
        self.quote.show_quote(reading.words(mark), colour)
        self._show_overlaps(reading, mark)
        self.codes.show_codes(mark, reading.index.codings_of(mark.id))
        self.star.setChecked(mark.strong)
        self.star.setIcon(icons.icon("star", "warn" if mark.strong else "muted"))
        withheld = self._desk.read_now(lambda session: citations.read(session, mark.id)).is_withheld
        self.withheld.setChecked(withheld)
        self.withheld.setIcon(icons.icon("unquoted", "bad" if withheld else "muted"))
        self.memo.show_text(self._desk.read_now(
            lambda session: passage_memos.read(session, mark.id)) if mark.has_memo else "")
        self.received.show_memos(self._desk.read_now(
            lambda session: passage_memos.received(session, mark.id)) if mark.has_memo else ())
        asked = self._code_asked if self._code_asked in self._desk.codebook.by_id else None
        self.define(asked if asked is not None else next(iter(mark.codes), None))

    def write_memo(self) -> None:
        """Put the caret in the memo, after what is written; Esc goes back."""
        cursor = self.memo.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.memo.setTextCursor(cursor)
        self.memo.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.ensureWidgetVisible(self.memo)

    def define(self, code_id: int | None) -> None:
        """Show what a code means."""
        self.definition.show_code(code_id)
        self._definition.setVisible(self.definition.code_id is not None)

    def ask_definition(self, code_id: int) -> None:
        """Show what a code means until another passage is shown, whether this one bears the code or not."""
        self._code_asked = code_id
        self.define(code_id)

    def changeEvent(self, event: QEvent | None) -> None:
        """Write the definition again in the colours of another theme."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.PaletteChange:
            self.definition.refresh()

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Esc leaves the memo."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _show_overlaps(self, reading: Reading, mark: Mark) -> None:
        marks = reading.view.between(mark.start, mark.end)
        self.overlap.setText(f"{overlap_list.title(len(marks))} ({keys.native('overlapping')})")
        self.overlap.setVisible(len(marks) > 1)
        self.overlaps.show_marks(marks, mark.id, self._desk.codebook, reading.words)

    def _write_memo(self, text: str) -> None:
        """Write it on the passage it was typed for, which may be gone."""
        if self.mark is not None and self._reading is not None and self._reading.index.get(self.mark.id) is not None:
            passages.write_memo(self._desk, passage_id=self.mark.id, text=text)

    # -- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.memo.setFixedHeight(110)
        self.memo.setReadOnly(self._desk.read_only)
        self.memo.kept.connect(self._write_memo)
        self.memo.installEventFilter(self)
        self.codes.clicked.connect(self.ask_definition)
        self.codes.replace_asked.connect(self.replace_asked)
        self.codes.add_asked.connect(self.add_asked)
        self.overlaps.asked.connect(self.passage_asked)
        self.definition.asked.connect(lambda code_id: DefinitionDialog(self._desk, code_id, self).open())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._body = self._make_body()
        self._definition = self._make_definition()
        for widget in (self.empty, self._body, self._definition):
            column.addWidget(widget)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what it holds takes it
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self._area.viewport().setAutoFillBackground(False)  # type: ignore[union-attr]
        inside.setAutoFillBackground(False)
        whole.addWidget(self._area, 1)

    def _make_body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 14, 12, 14)
        column.setSpacing(10)
        column.addWidget(self.quote)
        column.addWidget(self.codes)
        column.addLayout(self._make_steps())
        column.addWidget(self.overlap)
        column.addWidget(self.overlaps)
        column.addSpacing(4)
        column.addWidget(parts.label(_("Memo"), "heading"))
        column.addWidget(self.memo)
        column.addWidget(self.received)
        return body

    def _make_steps(self) -> Flow:
        """One pair of buttons beside the other, or below it in a narrow panel."""
        steps = Flow(12)
        for title, buttons in STEPS:
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(4)
            row.addWidget(parts.label(_(title), "muted"))
            for verb, sign in buttons:
                button = parts.button(sign, partial(self.verb.emit, verb), name="chip")
                button.setFixedWidth(30)
                self._explain(button, verb)
                row.addWidget(button)
            steps.addWidget(pair)
        return steps

    def _make_switch(self, verb: str) -> QToolButton:
        switch = QToolButton()
        switch.setCheckable(True)
        switch.clicked.connect(lambda _checked: self.verb.emit(verb))
        self._explain(switch, verb)
        return switch

    def _make_more(self) -> QToolButton:
        more = QToolButton()
        more.setIcon(icons.icon("more"))
        more.setToolTip(_("Split, join, replace a code, delete…"))
        more.setAccessibleName(more.toolTip())
        more.clicked.connect(lambda _checked: self.menu_asked.emit(more.mapToGlobal(more.rect().bottomLeft())))
        return more

    def _explain(self, button: QToolButton | QPushButton, verb: str) -> None:
        title = _(keys.BY_VERB[verb].title)
        button.setToolTip(f"{title} ({keys.native(verb)})")
        button.setAccessibleName(title)
        button.setEnabled(not (self._desk.read_only and keys.BY_VERB[verb].writes))

    def _make_definition(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = parts.Panel("rule")
        column.addWidget(line)
        header = parts.Header(_("Code definition"), small=True)
        header.add_right(self.definition.edit)
        column.addWidget(header)
        column.addWidget(self.definition)
        return part
