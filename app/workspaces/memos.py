# SPDX-License-Identifier: GPL-3.0-or-later
"""Memos: all that the researcher wrote, found by words and kinds; the field journal; what leads to what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import cast

from PyQt6.QtCore import QModelIndex, Qt
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QLineEdit, QListView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app import parts
from app.acts import memos as acts
from app.desk import Desk
from app.memos.delegate import MemoDelegate
from app.memos.editor import MemoEditor
from app.memos.exports import ExportDialog
from app.memos.model import Asked, MemosModel
from app.settings import Settings
from app.widgets.empty import Empty
from app.widgets.exporting import Exporter
from app.widgets.freshness import Freshness, Latest
from app.widgets.kept_splitter import KeptSplitter
from app.widgets.pill import Choice, Pill, PillRow
from app.workspaces.base import Workspace
from coding import memo_shelf
from coding.changes import Change
from coding.language import _, ngettext
from coding.memo_shelf import KINDS, Entry, Kind, Order

# When these change, what memos are about does too.
ABOUT = ("code", "interview", "passage", "participant", "participation", "interview_group", "turn", "speaker")


class MemoList(QListView):
    """Del asks to delete the current memo, Enter to write in it."""

    def __init__(self, model: MemosModel, on_key: Mapping[Qt.Key, Callable[[], None]]) -> None:
        super().__init__()
        self._on_key = on_key
        self.setModel(model)
        self.setItemDelegate(MemoDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("role", "panel")
        self.setAccessibleName(_("Memos"))

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        act = self._on_key.get(Qt.Key(event.key())) if event is not None else None
        if act is not None:
            act()
            return
        super().keyPressEvent(event)


class MemosWorkspace(Workspace):
    """The list at the left, one memo at the right."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self.entries: dict[int, Entry] = {}
        self.asked = Asked()
        self._wanted: int | None = None
        self._latest = Latest(desk)
        self._fresh = Freshness(self, self.reload)
        self._exporter = Exporter(desk, settings, self)
        self.model = MemosModel(self)
        self.editor = MemoEditor(desk)
        self.list = MemoList(self.model, {
            Qt.Key.Key_Delete: self.editor.remove, Qt.Key.Key_Return: self.editor.begin,
            Qt.Key.Key_Enter: self.editor.begin})
        self.line = QLineEdit()
        self.kind = Pill("{choice}")
        self.order = Pill(_("Order: {choice}"))
        self.empty = Empty()
        self._count = parts.label("", "muted")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.line.setPlaceholderText(_("Words to look for in memos…"))
        self.line.setAccessibleName(self.line.placeholderText())
        self.line.setClearButtonEnabled(True)
        self.order.offer([Choice("changed", _("latest first")), Choice("kind", _("by kind"))], "changed")
        left = parts.Panel("panel")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = parts.Header(_("Memos"))
        head.add_right(self._new_button())
        filters = QWidget()
        above = QVBoxLayout(filters)
        above.setContentsMargins(12, 10, 12, 10)
        above.setSpacing(8)
        above.addWidget(self.line)
        above.addWidget(PillRow((self.kind, self.order)))
        for part in (head, filters, parts.Panel("rule"), self.list):
            column.addWidget(part, 1 if part is self.list else 0)
        KeptSplitter("memos", self.settings, (left, self._right()), usual=(340, 930), main=1, parent=self)

    def _right(self) -> QWidget:
        right = parts.Panel("page")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = parts.Header("")
        head.add_left(self._count)
        head.add_right(parts.button(_("Export…"), self.export, name="flat", icon="export"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.editor)
        self._pages.addWidget(self.empty)
        for part in (head, self._pages, self._exporter.outcome):
            column.addWidget(part, 1 if part is self._pages else 0)
        return right

    def _new_button(self) -> QWidget:
        menu = QMenu(self)
        menu.addAction(_("Journal entry, today"), lambda: self.add(date.today()))
        menu.addAction(_("Memo on the project"), lambda: self.add(None))
        made = parts.button(_("New"), name="flat", menu=menu, icon="plus")
        made.setProperty("opens", "menu")
        made.setEnabled(not self.desk.read_only)
        return made

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda text: self._ask(query=text))
        self.kind.chosen.connect(lambda key: self._ask(kind=key))
        self.order.chosen.connect(lambda key: self._ask(order=cast(Order, key)))
        self.line.returnPressed.connect(self.list.setFocus)
        self.empty.asked.connect(self._help)
        selection = self.list.selectionModel()
        if selection is not None:
            selection.currentChanged.connect(lambda current, _before: self._show(current))
        self.desk.changed.connect(self._follow)

    # -- the workspace protocol

    def activate(self) -> None:
        self._fresh.catch_up()
        self.list.setFocus()

    def settle(self) -> None:
        self.editor.keep()

    def status_text(self) -> str:
        return self._count.text()

    def hints(self) -> str:
        if self.desk.read_only:
            return _("F1 help")
        return _("Enter write · Del delete · Ctrl+D journal · Ctrl+Z undo")

    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"memos.export": self.export}

    def show_memo(self, memo_id: int) -> None:
        """Make a memo the current one, whatever was filtered."""
        self._wanted = memo_id
        if memo_id in self.entries:
            self._stand_on_wanted()

    def seek(self, words: str) -> None:
        """List the memos that hold these words, of whatever kind."""
        self.clear_filters()
        self.line.setText(words)

    # -- gestures

    def add(self, day: date | None) -> None:
        """A new memo on the project, or a new entry of the journal; and the caret in it."""
        self.editor.keep()

        def then(change: Change) -> None:
            self.show_memo(int(change.result))
            self.editor.begin()

        acts.add(self.desk, day=day, then=then)

    def export(self) -> None:
        """Ask which memos, in which format, and where."""
        self.editor.keep()
        counts = Counter(entry.kind for entry in self.entries.values())
        ticked: Collection[Kind] = KINDS if self.asked.kind is None else (self.asked.kind,)
        dialog = ExportDialog(counts, ticked, self.desk.store.path.stem, self._exporter.run, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def clear_filters(self) -> None:
        """List every memo."""
        self.line.blockSignals(True)
        self.line.clear()
        self.line.blockSignals(False)
        self.kind.choose(None)
        self._ask(kind=None, query="")

    # -- reading

    def reload(self) -> None:
        """Read every memo."""
        self._latest.read(memo_shelf.entries, self._take)

    def _take(self, entries: Collection[Entry]) -> None:
        self.entries = {entry.memo.id: entry for entry in entries}
        if self._wanted in self.entries:  # asked for before it was read
            self._stand_on_wanted()
        else:
            self._list()

    def _follow(self, change: Change) -> None:
        if change.touches(*ABOUT) or not self.isVisible():
            if change.touches("memo", *ABOUT):
                self._fresh.mark()
            return
        ids = {image.id for image in change.images if image.table == "memo"}
        if ids:
            found = self.desk.read_now(lambda session: memo_shelf.entries(session, ids))
            self.entries = {key: entry for key, entry in self.entries.items() if key not in ids}
            self.entries |= {entry.memo.id: entry for entry in found}
            self._list()

    def _ask(self, **changed: object) -> None:
        self.asked = replace(self.asked, **changed)  # type: ignore[arg-type]
        self._list()

    def _list(self) -> None:
        """Show what answers, standing where one stood."""
        shown, row = self.editor.entry, self.list.currentIndex().row()
        if self._wanted is None and shown is not None:
            self._wanted = shown.memo.id
        self._offer_kinds()
        bar = self.list.verticalScrollBar()
        top = bar.value() if bar is not None else 0
        self.model.take(list(self.entries.values()), self.asked)
        if bar is not None:
            bar.setValue(top)
        self._stand(row)
        found = len(self.model.shown)
        self._count.setText(ngettext("{n} memo", "{n} memos", found).format(n=found))
        self.order.setEnabled(self.asked.kind != "journal")
        self.status_changed.emit()

    def _stand_on_wanted(self) -> None:
        """List what is shown, or everything when the wanted memo would not be there, and stand on it."""
        found = self.entries.get(self._wanted or 0)
        if found is not None and (self.asked.kind not in (None, found.kind)
                                  or not memo_shelf.answers(found, self.asked.query)):
            self.clear_filters()
        else:
            self._list()

    def _offer_kinds(self) -> None:
        counts = Counter(entry.kind for entry in self.entries.values())
        sized = _("{kind} ({count})")
        choices = [Choice(None, sized.format(kind=_("All memos"), count=len(self.entries)))]
        choices += [Choice(kind, sized.format(kind=_(title), count=counts[kind]), apart=kind == "journal")
                    for kind, title in KINDS.items()]
        self.kind.offer(choices, self.asked.kind)

    def _stand(self, row: int = 0) -> None:
        """Make the wanted memo current; else the one that stands where the last one stood."""
        index = self.model.index_of(self._wanted) if self._wanted is not None else QModelIndex()
        self._wanted = None
        places = [place for place in range(self.model.rowCount()) if self.model.entry(self.model.index(place))]
        if not index.isValid() and places:
            index = self.model.index(min(places, key=lambda place: abs(place - max(row, 0))))
        if index.isValid():
            self.list.setCurrentIndex(index)
        self._show(index)

    def _show(self, index: QModelIndex) -> None:
        entry = self.model.entry(index)
        if entry is None and index.isValid():
            return
        self.editor.show_entry(entry)
        if entry is None:
            self._say_empty()
        self._pages.setCurrentWidget(self.editor if entry is not None else self.empty)

    def _say_empty(self) -> None:
        writing = not self.desk.read_only
        if self.asked.query or (self.asked.kind is not None and self.asked.kind != "journal"):
            self.empty.say(_("No memo answers"), _("Try other words, or list every memo."), _("List every memo"))
        elif self.asked.kind == "journal":
            self.empty.say(_("The journal is empty"), _("Write what you did, saw and understood, day by day: the "
                           "journal opens anywhere with Ctrl+D."), _("Write today’s entry") if writing else "")
        else:
            self.empty.say(_("No memo yet"), _("Memos are written beside passages, codes, interviews, participants and "
                           "groups; they all come together here, with the field journal."),
                           _("Write today’s entry") if writing else "")

    def _help(self) -> None:
        if self.asked.query or self.asked.kind not in (None, "journal"):
            self.clear_filters()
        else:
            self.add(date.today())
