# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the corpus: how often they are said, in how many interviews, and where more than elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PyQt6.QtCore import QModelIndex, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QTableView, QVBoxLayout, QWidget

from app import parts
from app.desk import Desk
from app.search import exports
from app.search.choices import Wanted
from app.search.tabs import page_tabs
from app.search.vocabulary_model import COUNT, WORD, WordsModel, lines_of
from app.settings import Settings
from app.widgets import tables
from app.widgets.exporting import Exporter, export_button
from app.widgets.freshness import Freshness, Latest
from app.widgets.groups import group_choices, group_read
from app.widgets.learn_bar import LearnBar
from app.widgets.learning import Learning
from app.widgets.pill import Choice, Pill, PillRow
from app.workspaces.base import Workspace
from coding import elsewhere, scope
from coding import project as projects
from coding.changes import Change
from coding.elsewhere import Told
from coding.language import _, ngettext, number
from coding.scope import Scope
from coding.searching import lemma_forms
from coding.textometry import counting, specificity
from coding.textometry.counting import Asked, By, Vocabulary, Voices

ROW = 30
LEFT = 18
WIDTHS = (240, 120, 120, 120, 140, 120)
_ATTRIBUTE = "attribute:"


class VocabularyPage(Workspace):
    """``word_asked`` carries the search (a Wanted) for a word."""

    word_asked = pyqtSignal(object)

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self.tabs = page_tabs("vocabulary")
        self.learning = Learning(desk, self)
        self.exporter = Exporter(desk, settings, self)
        self.vocabulary: Vocabulary | None = None
        self._asked: Asked | None = None
        self._held = False
        self._likeliest: dict[str, str] = {}  # the lemma of each form, for the sitting
        self._scope = Latest(desk)
        self._fresh = Freshness(self, self._reload)
        self.model = WordsModel(self)
        self.unit, self.voice = Pill(_("Count: {choice}")), Pill(_("Who speaks: {choice}"))
        self.group, self.by = Pill(_("Group: {choice}")), Pill(_("Compare: {choice}"))
        self.part = Pill(_("Read: {choice}"), accent=True)
        self.pills = PillRow((self.group, self.voice, self.unit, self.by, self.part))
        self.small = QCheckBox(_("Small words"))
        self.small.setToolTip(_("Articles, pronouns, auxiliaries and the like"))
        self.narrow = QLineEdit()
        self.narrow.setPlaceholderText(_("Words that begin with…"))
        self.narrow.setAccessibleName(_("Words that begin with…"))
        self.narrow.setClearButtonEnabled(True)
        self.counted = parts.label("", "muted")
        self.table = _Words(self.model)
        self._build()
        self._connect()

    def activate(self) -> None:
        self._fresh.catch_up()
        self.table.setFocus()

    def status_text(self) -> str:
        return self.counted.text()

    def hints(self) -> str:
        return _("Enter its concordance · F1 help")

    def asked(self) -> Asked:
        """What the pills ask for."""
        by = str(self.by.current)
        attribute = by[len(_ATTRIBUTE):] if by.startswith(_ATTRIBUTE) else ""
        return Asked(
            voices=cast(Voices, self.voice.current), group_id=self._group(), lemmas=self.unit.current == "lemmas",
            by="attribute" if attribute else cast(By, by), attribute=attribute)

    def count(self) -> None:
        """Count what is asked for, in the background; what is under way goes first."""
        wanted, path = self.asked(), self.desk.store.path
        if self.learning.busy:
            self.learning.stop()
            self._fresh.mark()
            return

        def take(found: Vocabulary) -> None:
            self._asked, self.vocabulary = wanted, found
            self._offer_parts()
            self.show_part()

        def work(told: Told, stopped: Callable[[], bool]) -> Vocabulary:
            if wanted.lemmas and not self._likeliest:
                known = elsewhere.run(lemma_forms.lemmas_of_corpus, path, told=told, cancelled=stopped)
                self._likeliest = {form: lemmas[0] for form, lemmas in known.items()}
            return elsewhere.run(counting.count, path, wanted, self._likeliest, told=told, cancelled=stopped)

        self.learning.learn(work, take)

    def show_part(self) -> None:
        """Show what was counted, and what it is in the part chosen."""
        found = self.vocabulary
        if found is None:
            return
        part = self.part.current if isinstance(self.part.current, int) else None
        language = self.desk.read_now(projects.language)
        shown = counting.shown(found, language, self.small.isChecked())
        read = found.parts[part] if part is not None else None
        self.model.take(lines_of(found, shown, part), found.interviews, read)
        if self.narrow.text():
            self.model.narrow(self.narrow.text())
        for column, width in enumerate(WIDTHS[: self.model.columnCount() - 1]):
            self.table.setColumnWidth(column, width)
        said = [ngettext("{n} word said", "{n} words said", found.corpus).format(n=number(found.corpus)),
                ngettext("{n} different", "{n} different", len(found.words)).format(n=number(len(found.words)))]
        if read is not None:
            said.append(_("{n} in “{part}”").format(n=number(read.words), part=read.name))
        self.counted.setText(" · ".join(said))
        self._note.setVisible(read is not None)
        self.export.setEnabled(True)
        self.status_changed.emit()

    def _offer_parts(self) -> None:
        found = self.vocabulary.parts if self.vocabulary is not None else ()
        self.part.setVisible(bool(found))
        self.part.offer([Choice(place, _("{name} ({n} words)").format(name=part.name, n=number(part.words)),
                                short=part.name) for place, part in enumerate(found)],
                        self.part.current if found else None)
        self.pills.fit()

    def _reload(self) -> None:
        def show(there: Scope) -> None:
            self.group.offer(group_choices(there.groups, len(there.interviews)),
                             group_read(there.groups, self._group()))
            self.group.setVisible(bool(there.groups))
            self.unit.offer(_units(self.desk.read_now(projects.language)), self.unit.current)
            choices = [Choice("", _("nothing")), Choice("theme", _("by theme")),
                       Choice("interview", _("by interview"))]
            choices += [Choice("group", _("by group"))] if there.groups else []
            choices += [Choice(_ATTRIBUTE + name, name, apart=not place)
                        for place, name in enumerate(there.attributes)]
            self.by.offer(choices, self.by.current)
            self.count()

        self._scope.read(scope.scope, show)

    def _follow(self, change: Change) -> None:
        if change.touches("turn"):
            self._likeliest = {}
        if change.touches("turn", "interview", "speaker", "group", "group_member", "attribute", "attribute_value") or (
                self.by.current == "theme" and change.touches("passage", "coding", "code")):
            self._fresh.mark()

    def _turn(self) -> None:
        """What is being counted anew is no longer true; the keys come back to it afterwards, from the tabs."""
        busy = self.learning.busy
        if busy and self.table.hasFocus():
            self._held = True
            self.tabs.setFocus()
        self.table.setEnabled(not busy)
        if self._held and not busy:
            self._held = False
            if self.tabs.hasFocus():
                self.table.setFocus()

    def _group(self) -> int | None:
        return self.group.current if isinstance(self.group.current, int) else None

    def _open(self, index: QModelIndex) -> None:
        asked, word = self._asked or self.asked(), self.model.lines[index.row()].word
        self.word_asked.emit(Wanted(
            word if asked.lemmas else _("“{words}”").format(words=word), "lemma" if asked.lemmas else "words",
            None if asked.voices == "all" else asked.voices, asked.group_id))

    def _build(self) -> None:
        header = parts.Header("")
        header.add_left(self.tabs)
        header.add_left(self.counted)
        self.export = export_button(self.exporter, lambda: exports.vocabulary(
            self.asked(), self.small.isChecked(), self.desk.store.path.stem), self)
        self.export.setEnabled(False)
        header.add_right(self.export)
        self.unit.offer(_units("fr"), "forms")
        self.voice.offer([Choice("answers", _("those who answer")), Choice("asks", _("the interviewer")),
                          Choice("all", _("everyone"))], "answers")
        self.by.offer([Choice("", _("nothing"))], "")
        self.group.offer([Choice(None, _("all interviews"))], None)
        self.part.hide()
        second = parts.Panel("page")
        row = QHBoxLayout(second)
        row.setContentsMargins(LEFT, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self.pills, 1)
        row.addWidget(self.small)
        self.narrow.setFixedWidth(190)
        row.addWidget(self.narrow)
        self._note = parts.label(_(
            "Specificity: how many zeros follow “one chance in 1…” of a word being said so often here (+), or so "
            "seldom (−), if the words of the corpus were spread evenly. {describes}").format(
                describes=specificity.describes()), "hint", wrap=True)
        self._note.setContentsMargins(LEFT, 0, LEFT, 8)
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (header, second, LearnBar(self.learning, _("Reading the transcripts")), self._note):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.exporter.outcome)

    def _connect(self) -> None:
        for pill in (self.unit, self.voice, self.group, self.by):
            pill.chosen.connect(lambda _key: self.count())
        self.part.chosen.connect(lambda _key: self.show_part())
        self.small.toggled.connect(lambda _on: self.show_part())
        self.narrow.textChanged.connect(self.model.narrow)
        self.table.opened.connect(self._open)
        self.learning.turned.connect(self._turn)
        self.desk.changed.connect(self._follow)


def _units(language: str) -> list[Choice]:
    """What can be counted: lemmas in French alone."""
    forms = [Choice("forms", _("words as said"))]
    return [*forms, Choice("lemmas", _("lemmas (French)"), short=_("lemmas"))] if language == "fr" else forms


class _Words(QTableView):
    """``opened`` carries the word whose concordance is asked for."""

    opened = pyqtSignal(QModelIndex)

    def __init__(self, model: WordsModel) -> None:
        super().__init__()
        self.setModel(model)
        tables.rows(self, _("Vocabulary"), ROW)
        tables.sortable(self, model.sort)
        across = self.horizontalHeader()
        if across is not None:
            across.setStretchLastSection(True)  # the last one is empty: rows go on to the edge
        self.clicked.connect(lambda index: self.opened.emit(index) if index.column() in (WORD, COUNT) else None)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        if event is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
