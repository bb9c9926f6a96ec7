# SPDX-License-Identifier: GPL-3.0-or-later
"""What was read in the chosen files, to be looked at and corrected before anything goes into the project."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import parts
from app.corpus.import_file import FilePage
from app.corpus.import_files import FileList
from coding.arrivals import Correction, Incoming
from coding.comparing import Compared
from coding.label_memory import Reviewed
from coding.language import _, ngettext, pgettext
from coding.reviewing import FileReview, rivals


class ImportDialog(QDialog):
    """``chosen`` are the transcripts to take, as corrected; ``group`` the group the new ones join, None for none;
    ``learnt`` what was corrected in them."""

    def __init__(self, found: Sequence[Compared], groups: Sequence[str],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import transcripts"))
        self.reviews = [FileReview(one) for one in found]
        self.list = FileList(self.reviews)
        self.files = self.list.files
        self.pages = QStackedWidget()
        self._made: dict[int, FilePage] = {}
        self.group_box = QComboBox()
        self.group_box.setEditable(True)
        self.group_box.addItems(["", *groups])
        self.group_box.setMinimumWidth(260)
        self.group_box.setAccessibleName(_("Group"))
        line = self.group_box.lineEdit()
        if line is not None:
            line.setPlaceholderText(_("None, or the name of a new group"))
        self.take = parts.button("", self.accept, name="primary")
        self.take.setDefault(True)
        self._out = parts.label("", "muted")
        self._lay_out()
        self.list.shown.connect(self.show_file)
        self.list.ticked.connect(self._follow)
        self.files.setCurrentRow(0)
        self.resize(1140, 650)
        self._follow()

    def _lay_out(self) -> None:
        self.list.setFixedWidth(306)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.list)
        page = parts.Panel("page")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.pages)
        body.addWidget(page, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 12)
        foot.setSpacing(10)
        foot.addWidget(parts.label(_("Group")))
        foot.addWidget(self.group_box)
        foot.addStretch(1)
        foot.addWidget(self._out)
        foot.addWidget(parts.button(_("Cancel"), self.reject))
        foot.addWidget(self.take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addLayout(foot)

    def page(self, row: int) -> FilePage:
        """The page of a file, made when it is first wanted, and anew when it is taken as something else."""
        made, review = self._made.get(row), self.reviews[row]
        if made is not None and made.made_for == (review.refusal is not None, review.unturned):
            return made
        page = self._made[row] = FilePage(review)
        page.changed.connect(self._follow)
        page.spread.connect(lambda: self._spread(row))
        self.pages.addWidget(page)
        if made is not None:
            focused = made.isAncestorOf(self.focusWidget())
            self.pages.removeWidget(made)
            made.deleteLater()
            if focused:
                page.setFocus()
        return page

    def show_file(self, row: int) -> None:
        """Show one of the files."""
        if 0 <= row < len(self.reviews):
            self.pages.setCurrentWidget(self.page(row))
            self._refresh(row)

    @property
    def chosen(self) -> list[Incoming]:
        """The ticked transcripts, as corrected."""
        return [incoming for _review, incoming in self._taken]

    @property
    def learnt(self) -> list[Reviewed]:
        """What was corrected in those."""
        return [review.reviewed for review, _incoming in self._taken]

    @property
    def left(self) -> list[FileReview]:
        """The files that do not go in."""
        taken = {id(review) for review, _incoming in self._taken}
        return [review for review in self.reviews if id(review) not in taken]

    @property
    def _taken(self) -> list[tuple[FileReview, Incoming]]:
        second = rivals(self.reviews)
        return [(review, incoming) for place, review in enumerate(self.reviews)
                if place not in second and (incoming := review.incoming) is not None]

    @property
    def group(self) -> str | None:
        """The group they join."""
        return self.group_box.currentText().strip() or None

    def _spread(self, row: int) -> None:
        for other in self.reviews[row].alike(self.reviews):
            other.follow(self.reviews[row])
        self._follow()

    def _refresh(self, row: int) -> None:
        alike = self.reviews[row].alike(self.reviews)
        self._made[row].refresh(alike=len(alike), rival=rivals(self.reviews).get(row, ""))

    def _follow(self) -> None:
        """A review was corrected."""
        self.list.refresh()
        row = self.files.currentRow()
        if row in self._made:
            self.show_file(row)
        chosen = self.chosen
        count, replacing = len(chosen), sum(isinstance(one, Correction) for one in chosen)
        if not count:
            words = pgettext("button", "Import")
        elif replacing == count:
            words = ngettext("Replace {n} transcript", "Replace {n} transcripts", count)
        elif replacing:
            words = _("Import or replace {n} transcripts")
        else:
            words = ngettext("Import {n} interview", "Import {n} interviews", count)
        self.take.setText(words.format(n=count))
        self.take.setEnabled(count > 0)
        out = len(self.reviews) - count
        self._out.setText(ngettext("{n} file left out", "{n} files left out", out).format(n=out) if out else "")
