# SPDX-License-Identifier: GPL-3.0-or-later
"""A code's definition as one reads it while coding, with passages that show what it means, and its memo, written
there."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from app import icons, parts, theme
from app.acts import codes
from app.acts import memos as acts
from app.desk import Desk
from app.memos.linked_text import LinkedText
from coding import codebook, examples, memos
from coding.changes import Change
from coding.examples import Example
from coding.intervals import Mark
from coding.language import N_, _, current_language
from coding.typography import quoted

PARTS = (("include", N_("Include")), ("exclude", N_("Exclude")))
QUOTED = 180  # characters of a passage; the whole of it is where its link leads


class DefinitionView(QWidget):
    """``asked`` carries the id of the code to define; ``edit`` is the button that asks, placed by whoever holds
    this."""

    asked = pyqtSignal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.code_id: int | None = None
        self._mark: Mark | None = None
        self._examples: list[Example] = []
        self._strong: list[Example] = []
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._label.linkActivated.connect(self.follow_link)
        self.use = parts.button(_("Use as an example"), self._use_chosen, name="chip")
        self.use.setToolTip(_("Use this passage as an example"))
        self.edit = QToolButton()
        self.edit.setIcon(icons.icon("pencil"))
        self.edit.setToolTip(_("Edit the definition"))
        self.edit.setAccessibleName(self.edit.toolTip())
        self.edit.setEnabled(not desk.read_only)
        self.edit.clicked.connect(self._ask)
        self.memo = LinkedText(desk, _("Memo on the code"), _("What this code is becoming, what it may merge with…"))
        self.memo.setFixedHeight(110)
        self.memo.setReadOnly(desk.read_only)
        self.memo.kept.connect(self._write_memo)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 12)
        box.setSpacing(8)
        box.addWidget(self._label)
        box.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)
        box.addSpacing(4)
        box.addWidget(parts.label(_("Memo on the code"), "heading"))
        box.addWidget(self.memo)
        box.addStretch(1)
        desk.changed.connect(self._follow)
        self.show_code(None)

    def show_passage(self, mark: Mark | None) -> None:
        """The passage now chosen, which may become an example of its codes."""
        self._mark = mark
        self._offer_use()

    def show_code(self, code_id: int | None) -> None:
        """Show a code's definition, once what was being written of another is kept."""
        known = code_id if code_id in self._desk.codebook.by_id else None
        if known is None or known != self.code_id:
            self.memo.keep()
            self.code_id = known
            self.refresh()

    def refresh(self) -> None:
        """Read definition, examples and memo again: they have changed, or colours."""
        if self.code_id not in self._desk.codebook.by_id:
            self.code_id = None
        self._label.setText(self._html(self.code_id) if self.code_id is not None else "")
        self._offer_use()
        self.refresh_memo()

    def refresh_memo(self) -> None:
        """Read the memo again."""
        code_id = self.code_id
        self.memo.show_text("" if code_id is None else self._desk.read_now(
            lambda session: memos.read(session, target="code_id", target_id=code_id)))

    def text(self) -> str:
        """What is shown, as HTML."""
        return self._label.text()

    def follow_link(self, link: str) -> None:
        """Go to a passage («go 12»), make it an example («use 12») or an example no longer («drop 12»)."""
        verb, key = link.split(" ")
        known = next((one for one in (*self._examples, *self._strong) if one.passage_id == int(key)), None)
        if known is None or self.code_id is None:
            return
        if verb == "go":
            self._desk.place_asked.emit(known.interview_id, known.start, known.end)
        elif verb == "use":
            codes.use_example(self._desk, code_id=self.code_id, passage_id=known.passage_id)
        else:
            codes.drop_example(self._desk, code_id=self.code_id, passage_id=known.passage_id)

    def _html(self, code_id: int) -> str:
        row, self._examples, self._strong = self._desk.read_now(lambda session: (
            codebook.get(session, code_id), examples.of_code(session, code_id), examples.strong(session, code_id)))
        shown = {one.passage_id for one in self._examples}
        self._strong = [one for one in self._strong if one.passage_id not in shown]
        definition = _lines(row.definition) or _faint(_("Not defined yet."))
        lines = [f"<b>{escape(row.name)}.</b> {definition}"]
        told = [(key, getattr(row, key)) for key, _title in PARTS] + [("example", examples.written(row.example))]
        titles = {**dict(PARTS), "example": N_("Example")}
        lines += [_("{part}: {words}").format(part=_faint(_(titles[key])), words=_lines(words))
                  for key, words in told if words]
        lines += self._passages(_("Example passages"), self._examples, "drop", _("remove"))
        lines += self._passages(_("Strong quotes"), self._strong, "use", _("use as an example"))
        return "".join(f'<p style="line-height:140%; margin:0 0 8px 0">{line}</p>' for line in lines)

    def _passages(self, title: str, found: Sequence[Example], verb: str, asked: str) -> list[str]:
        lines = [_faint(title)] if found else []
        for one in found:
            words = one.quote if len(one.quote) <= QUOTED else one.quote[:QUOTED].rsplit(" ", 1)[0] + "…"
            where = one.interview if one.turn is None else _("{interview}, turn {n}").format(
                interview=one.interview, n=one.turn)
            act = "" if self._desk.read_only else f' · <a href="{verb} {one.passage_id}">{escape(asked)}</a>'
            lines.append(f"<i>{escape(quoted(words, current_language()))}</i><br>"
                         f'<a href="go {one.passage_id}">{escape(where)}</a>{act}')
        return lines

    def _offer_use(self) -> None:
        mark, shown = self._mark, {one.passage_id for one in self._examples}
        self.use.setVisible(mark is not None and self.code_id in mark.codes and mark.id not in shown
                            and not self._desk.read_only)

    def _use_chosen(self) -> None:
        if self._mark is not None and self.code_id is not None:
            codes.use_example(self._desk, code_id=self.code_id, passage_id=self._mark.id)

    def _follow(self, change: Change) -> None:
        """Passages that it shows, or would, may have changed; what codes and memos say is followed by who holds it."""
        if self.code_id is None or change.touches("code"):
            return
        if self._concerns(change):
            self._label.setText(self._html(self.code_id))
            self._offer_use()

    def _concerns(self, change: Change) -> bool:
        shown, given = {one.passage_id for one in (*self._examples, *self._strong)}, set[int]()
        for image in change.images:
            rows = [row for row in (image.before, image.after) if row]
            if image.table == "passage" and (image.id in shown or any(row.get("is_strong") for row in rows)):
                return True
            if image.table == "coding" and any(row.get("code_id") == self.code_id for row in rows):
                given.update(row["passage_id"] for row in rows if "passage_id" in row)
        return bool(given) and self._desk.read_now(lambda session: examples.any_strong(session, given))

    def _write_memo(self, text: str) -> None:
        """Write it on the code it was typed for, which may be gone."""
        if self.code_id is not None and self.code_id in self._desk.codebook.by_id:
            acts.write_on_code(self._desk, code_id=self.code_id, text=text)

    def _ask(self) -> None:
        if self.code_id is not None:
            self.asked.emit(self.code_id)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _faint(text: str) -> str:
    return f'<span style="color:{theme.palette().faint.name()}">{escape(text)}</span>'
