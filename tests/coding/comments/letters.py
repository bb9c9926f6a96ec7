# SPDX-License-Identifier: GPL-3.0-or-later
"""What a supervisor does to a file that was sent: comments on words, words changed, with or without track changes."""

from __future__ import annotations

from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

WHO, WHEN = "Pr. Martin", datetime.fromisoformat("2099-03-12T10:30:00")


class Supervisor:
    """Opens a file; ``save`` writes it back."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.document = Document(str(path))

    def comment(self, words: str, text: str, *, author: str = WHO, at: datetime = WHEN) -> None:
        """Comment the first place where these words stand, within one paragraph."""
        made = self.document.add_comment(self._cut(words), text, author=author, initials="PM")
        made._comment_elm.set(qn("w:date"), at.isoformat() + "Z")

    def replace(self, words: str, by: str) -> None:
        """Change words as one types over them."""
        first, *rest = self._cut(words)
        first.text = by
        for run in rest:
            run.text = ""

    def track(self, words: str, by: str) -> None:
        """Delete words and put others in, under track changes."""
        runs = self._cut(words)
        gone, new = OxmlElement("w:del"), OxmlElement("w:ins")
        for mark in (gone, new):
            for name, value in (("w:id", "9001"), ("w:author", WHO), ("w:date", "2099-03-12T10:30:00Z")):
                mark.set(qn(name), value)
        runs[0]._r.addprevious(gone)
        fresh = deepcopy(runs[0]._r)
        for run in runs:
            for text in run._r.findall(qn("w:t")):
                text.tag = qn("w:delText")
            gone.append(run._r)
        for child in list(fresh):
            if child.tag != qn("w:rPr"):
                fresh.remove(child)
        text = OxmlElement("w:t")
        text.text = by
        fresh.append(text)
        new.append(fresh)
        gone.addnext(new)

    def save(self, path: Path | None = None) -> Path:
        """Write the file."""
        self.document.save(str(path or self._path))
        return path or self._path

    def _cut(self, words: str) -> list[Any]:
        """The runs of the first place where words stand, cut so that they hold nothing else."""
        for paragraph in self.document.paragraphs:
            at = paragraph.text.find(words)
            if at >= 0:
                return self._runs(paragraph, at, at + len(words))
        raise AssertionError(f"no paragraph says {words!r}")

    def _runs(self, paragraph: Any, start: int, end: int) -> list[Any]:
        place, found = 0, []
        for run in list(paragraph.runs):
            low, high = max(start - place, 0), min(end - place, len(run.text))
            place += len(run.text)
            if low >= high:
                continue
            whole = run.text
            if "\t" in whole:
                found.append(run)
                continue
            pieces = [whole[:low], whole[low:high], whole[high:]]
            run.text = pieces[1]
            if pieces[0]:
                before = deepcopy(run._r)
                run._r.addprevious(before)
                before.find(qn("w:t")).text = pieces[0]
                before.find(qn("w:t")).set(qn("xml:space"), "preserve")
            if pieces[2]:
                after = deepcopy(run._r)
                run._r.addnext(after)
                after.find(qn("w:t")).text = pieces[2]
                after.find(qn("w:t")).set(qn("xml:space"), "preserve")
            found.append(run)
        return found
