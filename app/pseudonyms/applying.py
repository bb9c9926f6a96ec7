# SPDX-License-Identifier: GPL-3.0-or-later
"""From what was decided to the texts, and back: the windows that ask, the act, what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PyQt6.QtWidgets import QWidget

from app import messages
from app.acts import pseudonyms as acts
from app.desk import Desk
from app.progress import Progress
from app.pseudonyms.add_dialog import AddDialog
from app.pseudonyms.apply_dialog import ApplyDialog, kept
from app.pseudonyms.back_dialog import BackDialog
from app.pseudonyms.open_table import OpenTable
from app.pseudonyms.sitting import Sitting
from app.pseudonyms.table_choice import TableWish
from app.pseudonyms.told_bar import ToldBar
from app.settings import Settings
from coding.language import _, ngettext, number, say
from coding.pseudonyms.correspondence import Correspondence, Entry
from coding.pseudonyms.decisions import Decision
from coding.pseudonyms.going_back import WentBack
from coding.pseudonyms.identity import Identity
from coding.pseudonyms.replacing import Replaced


class Applying:
    """What the Pseudonyms page does to the project. ``outcome`` says what came of it, at the page's foot."""

    def __init__(self, desk: Desk, settings: Settings, sitting: Sitting, page: QWidget) -> None:
        self._desk = desk
        self._settings = settings
        self._sitting = sitting
        self._page = page
        self._chosen: Path | None = None
        self.outcome = ToldBar(desk)

    # -- there

    def ask(self) -> None:
        """Say what will happen; then do it."""
        decisions = self._sitting.review.decisions()
        if not decisions or not self._sitting.fresh or self._desk.read_only:
            return
        project = self._desk.store.path.stem
        dialog = ApplyDialog(decisions, self._sitting.review.table, self._settings, project, self._page)
        dialog.accepted.connect(lambda: self._with_table(dialog.wish, partial(self._apply, decisions)))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def _with_table(self, wish: TableWish, then: Callable[[Correspondence | None], None]) -> None:
        """Make or open the table that is wished for: its key takes a second to derive."""
        if wish.path is None:
            then(self._sitting.review.table if wish.kind == "opened" else None)
            return
        obtain, path = Correspondence.create if wish.kind == "new" else Correspondence.open, wish.path

        def opened(table: Correspondence) -> None:
            self._sitting.open_table(table)
            then(table)

        Progress(_("Opening the correspondence table…"), self._page, inline=self._desk.tasks.inline).run(
            lambda _told, _cancelled: obtain(path, wish.passphrase), opened)

    def _apply(self, decisions: list[Decision], table: Correspondence | None) -> None:
        if any(one.rewrites for one in decisions):
            self.outcome.working(_("Replacing in the whole project…"))
        acts.replace(self._desk, decisions=decisions, table=table, then=partial(self._applied, decisions))

    def _applied(self, decisions: list[Decision], done: Replaced) -> None:
        self._sitting.review.forget([one.identity.key for one in decisions])
        if any(one.rewrites for one in decisions):
            self.outcome.done(_told(done))
            self._sitting.look()  # what is left may have moved
        else:
            self.outcome.done(" ".join((kept(len(decisions)), _("Ctrl+Z takes it back until the project is closed."))))

    # -- and back

    def open_table(self) -> None:
        """Ask for a table: the pseudonyms it knows are proposed again."""
        self._ask_table(_("The pseudonyms that it knows are proposed again for the same people and places."),
                        lambda _table: None)

    def go_back(self) -> None:
        """Choose which names come back, with the table that knows them."""
        if self._sitting.review.table is not None:
            self._choose_back(self._sitting.review.table)
            return
        self._ask_table(_("Only this table knows which name each pseudonym stands for."), self._choose_back)

    def _ask_table(self, why: str, then: Callable[[Correspondence | None], None]) -> None:
        """Which table; the file chosen last is still there when its passphrase was not the right one."""
        dialog = OpenTable(self._settings, why, self._page, path=self._chosen)

        def accept() -> None:
            self._chosen = dialog.wish.path
            self._with_table(dialog.wish, then)

        dialog.accepted.connect(accept)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def _choose_back(self, table: Correspondence | None) -> None:
        if table is None:
            return
        entries = acts.known_by(self._desk, table)
        if not entries:
            messages.tell(self._page, _("This table knows no name of this project."),
                          _("Open the one that was made when its pseudonyms were applied."))
            return
        dialog = BackDialog(entries, self._page)
        dialog.accepted.connect(lambda: self._go_back(table, dialog.chosen))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def _go_back(self, table: Correspondence, entries: list[Entry]) -> None:
        self.outcome.working(_("Bringing the names back…"))
        acts.go_back(self._desk, table=table, entries=entries, then=self._went_back)

    def _went_back(self, done: WentBack) -> None:
        count = sum(done.counts.values())
        said = [ngettext("{n} occurrence is as it was.", "{n} occurrences are as they were.", count).format(
            n=number(count))]
        if done.missing:
            said.append(ngettext("{n} pseudonym is no longer where it was put.",
                                 "{n} pseudonyms are no longer where they were put.", len(done.missing)).format(
                                     n=number(len(done.missing))))
        self.outcome.done(" ".join(said))

    # -- what was missed

    def add(self, typed: str, then: Callable[[str], object]) -> None:
        """Ask for words that the search missed; ``then`` gets the key of their line."""
        if self._desk.read_only:
            return
        dialog = AddDialog(typed, self._page)
        dialog.accepted.connect(lambda: acts.find_words(
            self._desk, words=dialog.words, label=dialog.label, then=partial(self._add, dialog.words, then)))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def _add(self, typed: str, then: Callable[[str], object], found: Identity | None) -> None:
        if found is None:
            messages.tell(self._page, _("“{words}” stands nowhere in the project.").format(words=typed))
            return
        self._sitting.review.add(found)
        then(found.key)


def _told(done: Replaced) -> str:
    """«412 words replaced in 12 interviews. …»."""
    count = sum(done.counts.values())
    said = [ngettext("{n} occurrence replaced.", "{n} occurrences replaced.", count).format(n=number(count))]
    if done.merged:
        said.append(ngettext("{n} passage came to hold the same words as another, and is one with it.",
                             "{n} passages came to hold the same words as others, and are one with them.",
                             done.merged).format(n=number(done.merged)))
    if done.skipped:
        said.append(ngettext("{n} place had changed since and is as it was: look again.",
                             "{n} places had changed since and are as they were: look again.",
                             len(done.skipped)).format(n=number(len(done.skipped))))
    if done.left:
        said.append(ngettext("{n} place reads as a name that was replaced: it is listed again.",
                             "{n} places read as names that were replaced: they are listed again.",
                             len(done.left)).format(n=number(len(done.left))))
    if done.file_named:
        said.append(_("The project’s own file, or its folder, is called by one of these names: rename it once closed."))
    if done.trouble is not None:
        said.append(say(done.trouble))
    said.append(_("Ctrl+Z takes it back until the project is closed."))
    return " ".join(said)
