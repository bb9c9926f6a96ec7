# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of the comments that came: who wrote each, what, on which words, and what it becomes."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from app import theme
from coding.codebook import Codebook
from coding.comments.arriving import Act, Arrival, Decision
from coding.language import _, short_date
from coding.typography import one_line

AUTHOR, COMMENT, WORDS, BECOMES = range(4)
ROW = 26  # pixels
WIDTHS = ((AUTHOR, 170), (BECOMES, 210))


class DecisionList(QTreeWidget):
    """One row a comment; several may be selected and decided together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.arrivals: Sequence[Arrival] = ()
        self.acts: list[Act] = []
        self.codes: list[int | None] = []
        self._book: Codebook | None = None
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.setAccessibleName(_("Comments that came"))
        self.setHeaderLabels([_("Author and date"), _("Comment"), _("On the words"), _("What it becomes")])
        head = self.header()
        if head is not None:
            head.setStretchLastSection(False)
            for column in (COMMENT, WORDS):
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            for column, width in WIDTHS:
                head.resizeSection(column, width)

    def show_arrivals(self, arrivals: Sequence[Arrival], book: Codebook) -> None:
        """Fill the list, each comment becoming what it usually does."""
        self.arrivals, self._book = arrivals, book
        self.acts = [arrival.usual for arrival in arrivals]
        self.codes = [arrival.code_id for arrival in arrivals]
        self.clear()
        for arrival in arrivals:
            self.addTopLevelItem(_item(arrival))
        for place in range(len(arrivals)):
            self._say(place)
        if arrivals:
            self.setCurrentItem(self.topLevelItem(0))

    @property
    def places(self) -> list[int]:
        """The rows selected."""
        return sorted(self.indexOfTopLevelItem(item) for item in self.selectedItems())

    def decide(self, place: int, act: Act, code_id: int | None) -> None:
        """What becomes of a comment; one on no words of the interview gives no code."""
        if self.arrivals[place].place is None and act in ("code", "both"):
            act = "memo"
        self.acts[place], self.codes[place] = act, code_id
        self._say(place)

    def decisions(self) -> list[Decision]:
        """What becomes of all of them."""
        return [Decision(*one) for one in zip(self.arrivals, self.acts, self.codes, strict=True)]

    def unnamed(self) -> int:
        """How many are to give a code that is not named yet."""
        return sum(act in ("code", "both") and code is None for act, code in zip(self.acts, self.codes, strict=True))

    def _say(self, place: int) -> None:
        item = self.topLevelItem(place)
        if item is None or self._book is None:
            return
        act, code_id = self.acts[place], self.codes[place]
        named = self._book.path_text(code_id) if code_id in self._book.by_id and code_id is not None else ""
        memo = _("Memo on the interview") if self.arrivals[place].place is None else _("Memo")
        said = {
            "memo": memo, "ignore": _("Left out"), "code": named or _("Choose a code"),
            "both": _("Memo + {code}").format(code=named or _("choose a code")),
        }[act]
        item.setText(BECOMES, said)
        item.setToolTip(BECOMES, said)
        colours = theme.palette()
        missing = act in ("code", "both") and not named
        item.setForeground(BECOMES, colours.bad if missing else colours.muted if act == "ignore" else colours.ink)


def who(arrival: Arrival) -> str:
    """«Pr. Martin, 12/03/2026»."""
    comment = arrival.comment
    author = comment.author or _("Unnamed commentator")
    if comment.at is None:
        return author
    return _("{author}, {date}").format(author=author, date=short_date(comment.at.date()))


def _item(arrival: Arrival) -> QTreeWidgetItem:
    words = one_line(arrival.words) or _("place not found")
    if arrival.place is not None and arrival.place.changed:
        words = f"≈ {words}"
    item = QTreeWidgetItem([who(arrival), one_line(arrival.comment.text), words, ""])
    for column, whole in ((AUTHOR, who(arrival)), (COMMENT, arrival.comment.text), (WORDS, words)):
        item.setToolTip(column, whole)
    colours = theme.palette()
    if arrival.place is None:
        item.setForeground(WORDS, colours.bad)
    elif arrival.place.changed:
        item.setForeground(WORDS, colours.warn)
    size = item.sizeHint(0)
    size.setHeight(ROW)
    item.setSizeHint(0, size)
    item.setTextAlignment(AUTHOR, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return item
