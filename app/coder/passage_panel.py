# SPDX-License-Identifier: GPL-3.0-or-later
"""The chosen passage at the right of the page: its words, its codes, its bounds, its memo, what its code means."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, Qt, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app import icons, parts
from app.acts import passages
from app.coder import keys
from app.coder.beneath import NO_CODE
from app.coder.chip import AddChip, CodeChip
from app.coder.definition_dialog import DefinitionDialog
from app.coder.definition_view import DefinitionView
from app.coder.flow import Flow
from app.coder.quote_block import QuoteBlock
from app.coder.reading import Reading
from app.desk import Desk
from app.widgets.kept_text import KeptText
from coding import memos
from coding.language import N_, _, ngettext
from coding.passage_index import Mark

BOUNDS = (
    (N_("Start"), (("start_back", "−", N_("Begin a word earlier")), ("start_on", "+", N_("Begin a word later")))),
    (N_("End"), (("end_back", "−", N_("End a word earlier")), ("end_on", "+", N_("End a word later")))),
)


class PassagePanel(parts.Panel):
    """``verb`` carries a key of ``app.coder.keys`` (a bound to move), ``add_asked`` asks for the palette."""

    verb = pyqtSignal(str)
    add_asked = pyqtSignal()

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
              "become a passage. Click a passage to see its codes here."), "muted", wrap=True)
        self.empty.setContentsMargins(12, 12, 12, 12)
        self.quote = QuoteBlock()
        self.overlap = parts.label("", "faint", wrap=True)
        self.chips = Flow()
        self.star = self._make_star()
        self.bin = self._make_bin()
        self.header.add_right(self.bin)
        self.header.add_right(self.star)
        self.header.add_right(self.turn)
        self.memo = KeptText(_("Memo"), _("What strikes you here…"))
        self.definition = DefinitionView(desk)
        self._build()
        self.show_passage(None, None)
        self.define(None)

    def show_passage(self, reading: Reading | None, mark: Mark | None) -> None:
        """Show a passage, or none."""
        moved = mark is None or self.mark is None or mark.id != self.mark.id
        if moved:
            self.memo.keep()
        self._reading, self.mark = reading, mark
        self.empty.setVisible(mark is None)
        self._body.setVisible(mark is not None)
        self.star.setVisible(mark is not None)
        self.bin.setVisible(mark is not None)
        self.turn.setText("")
        if moved:
            self._code_asked = None
        if reading is None or mark is None:
            self.memo.show_text("")
            return
        turn = reading.transcript.turn_at(mark.start)
        self.turn.setText(_("turn {n}").format(n=turn.number) if turn else "")
        colour = self._desk.codebook.by_id[mark.codes[0]].colour if mark.codes else NO_CODE
        self.quote.show_quote(reading.words(mark), colour)
        self._show_overlap(reading, mark)
        self._show_chips(mark)
        self.star.setChecked(mark.strong)
        self.star.setIcon(icons.icon("star", "warn" if mark.strong else "muted"))
        self.memo.show_text(self._desk.read_now(
            lambda session: memos.read(session, target="passage_id", target_id=mark.id)) if mark.has_memo else "")
        asked = self._code_asked if self._code_asked in self._desk.codebook.by_id else None
        self.define(asked if asked is not None else next(iter(mark.codes), None))

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

    def _show_overlap(self, reading: Reading, mark: Mark) -> None:
        here = len(reading.index.between(mark.start, mark.end))
        self.overlap.setVisible(here > 1)
        self.overlap.setText(ngettext("{n} other passage overlaps it: click again to reach it.",
                                      "{n} other passages overlap it: click again to reach them.",
                                      here - 1).format(n=here - 1))

    def _show_chips(self, mark: Mark) -> None:
        self.chips.clear()
        writing = not self._desk.read_only
        for code_id in mark.codes:
            node = self._desk.codebook.by_id[code_id]
            chip = CodeChip(node.name, node.colour, removable=writing)
            chip.clicked.connect(lambda _checked, key=code_id: self.ask_definition(key))
            chip.removed.connect(lambda key=code_id: passages.uncode(self._desk, passage_id=mark.id, code_id=key))
            self.chips.addWidget(chip)
        if writing:
            add = AddChip()
            add.clicked.connect(lambda _checked: self.add_asked.emit())
            self.chips.addWidget(add)
        self.chips.invalidate()

    def _make_star(self) -> QToolButton:
        star = QToolButton()
        star.setToolTip(_("Strong quote"))
        star.setAccessibleName(star.toolTip())
        star.setCheckable(True)
        star.setEnabled(not self._desk.read_only)
        star.clicked.connect(self._mark_strong)
        return star

    def _make_bin(self) -> QToolButton:
        made = QToolButton()
        made.setIcon(icons.icon("trash"))
        made.setToolTip(_("Delete the passage") + " (" + keys.native("remove") + ")")
        made.setAccessibleName(_("Delete the passage"))
        made.setEnabled(not self._desk.read_only)
        made.clicked.connect(self._remove)
        return made

    def _remove(self) -> None:
        if self.mark is not None:
            passages.remove(self._desk, passage_id=self.mark.id)

    def _mark_strong(self, strong: bool) -> None:
        if self.mark is not None:
            passages.mark_strong(self._desk, passage_id=self.mark.id, strong=strong)

    def _write_memo(self, text: str) -> None:
        """Write it on the passage it was typed for, which may be gone."""
        if self.mark is not None and self._reading is not None and self._reading.index.get(self.mark.id) is not None:
            passages.write_memo(self._desk, passage_id=self.mark.id, text=text)

    def _build(self) -> None:
        self.memo.setFixedHeight(110)
        self.memo.setReadOnly(self._desk.read_only)
        self.memo.kept.connect(self._write_memo)
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
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)  # type: ignore[union-attr]
        inside.setAutoFillBackground(False)
        whole.addWidget(area, 1)

    def _make_body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 14, 12, 14)
        column.setSpacing(10)
        column.addWidget(self.quote)
        column.addWidget(self.overlap)
        column.addLayout(self.chips)
        column.addLayout(self._make_bounds())
        column.addSpacing(4)
        column.addWidget(parts.label(_("Memo"), "heading"))
        column.addWidget(self.memo)
        return body

    def _make_bounds(self) -> Flow:
        """One bound beside the other, or below it in a narrow panel."""
        bounds = Flow(12)
        for title, buttons in BOUNDS:
            bound = QWidget()
            row = QHBoxLayout(bound)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(4)
            row.addWidget(parts.label(_(title), "muted"))
            for verb, sign, tip in buttons:
                row.addWidget(self._make_nudge(verb, sign, tip))
            bounds.addWidget(bound)
        return bounds

    def _make_nudge(self, verb: str, sign: str, tip: str) -> QPushButton:
        button = parts.button(sign, lambda: self.verb.emit(verb), name="chip")
        button.setFixedWidth(30)
        button.setToolTip(f"{_(tip)} ({keys.native(verb)})")
        button.setAccessibleName(_(tip))
        button.setEnabled(not self._desk.read_only)
        return button

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
