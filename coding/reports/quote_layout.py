# SPDX-License-Identifier: GPL-3.0-or-later
"""How quotes are laid out when they leave."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Grouping = Literal["theme", "interview", "query"]
Form = Literal["paragraphs", "table"]


@dataclass(frozen=True)
class Layout:
    """``grouping``: under themes and codes, under interviews, or under saved queries (``query_ids``, all of them when
    it is empty). ``form``: each quote a paragraph, or a row of a table (quote, attribution, place). ``definitions``:
    what each code means, takes in and leaves out. ``contents``: a table of contents, in docx, odt and html.
    ``template``: a .docx or .dotx whose styles, margins, headers and footers a .docx takes; ``continued``: after what
    it holds already, rather than in its place. ``pattern``: how quotes are attributed, the project's way when None."""

    grouping: Grouping = "theme"
    form: Form = "paragraphs"
    definitions: bool = False
    contents: bool = True
    template: Path | None = None
    continued: bool = False
    pattern: str | None = None
    query_ids: tuple[int, ...] = ()


USUAL = Layout()
