# SPDX-License-Identifier: GPL-3.0-or-later
"""What a name in the margin stands for, in full: its path and definition, who gave it, the memo of the passage."""

from __future__ import annotations

from app.coder.page.page import Page
from app.desk import Desk
from coding import codebook, coders, passage_memos
from coding.language import _

MEMO = 400  # characters of a memo; the whole of it is in the panel


class Telling:
    """Asked when the pointer rests; a memo and the names of coders are read then."""

    def __init__(self, desk: Desk, page: Page) -> None:
        self._desk = desk
        self._page = page

    def full(self, passage_id: int, code_id: int | None) -> str:
        """A few lines of plain text."""
        said = [self._desk.codebook.path_text(code_id)] if code_id is not None else []
        reading = self._page.reading
        mark = reading.index.get(passage_id) if reading is not None else None
        if reading is None or mark is None:
            return "\n".join(said)
        if code_id is not None:
            written = self._desk.read_now(lambda session: codebook.get(session, code_id).definition)
            definition = written.strip().partition("\n")[0]
            said += [definition] if definition else []
            said += self._given(code_id, reading.index.codings_of(passage_id))
        if mark.strong:
            said.append(_("Strong quote"))
        if mark.has_memo:
            memo = self._desk.read_now(lambda session: passage_memos.whole(session, passage_id))
            said.append(_("Memo: {text}").format(text=memo if len(memo) <= MEMO else f"{memo[:MEMO]}…"))
        return "\n".join(said)

    def _given(self, code_id: int, codings: list[tuple[int, int]]) -> list[str]:
        """Who gave the code, in a project of several coders."""
        names = self._desk.read_now(coders.names)
        gave = [names[coder] for code, coder in codings if code == code_id and coder in names]
        return [_("Coded by {names}").format(names=", ".join(gave))] if gave and len(names) > 1 else []
