# SPDX-License-Identifier: GPL-3.0-or-later
"""Rich text (.rtf), as its plain words: striprtf knows the encodings and what is not body."""

from __future__ import annotations

import re
from pathlib import Path

from coding.intake import refusals
from coding.intake.cleaning import clean
from coding.intake.lines import Content, Line
from coding.intake.transcript import Notice
from coding.language import N_

_LEFT_OUT = {
    N_("Comments are left out: {n}."): re.compile(rb"\{\s*\\\*\s*\\annotation\b"),
    N_("Footnotes and endnotes are left out: {n}."): re.compile(rb"\{\s*\\footnote\b"),
    N_("Headers and footers are left out: {n}."): re.compile(rb"\{\s*\\(?:header|footer)[lrf]?\b"),
    N_("Pictures are left out: {n}."): re.compile(rb"\{\s*\\pict\b"),
}


TRACKED = N_("The file holds tracked changes: what was inserted is kept, what was deleted is left out.")
_DELETED = re.compile(r"(?<!\\)\\deleted(?!0|[a-z])")  # by a tracked change: to the end of its group


def read(path: Path, name: str) -> Content:
    """The lines of an .rtf. KnownError when it is none, or cannot be read."""
    from striprtf.striprtf import rtf_to_text

    raw = refusals.content(path, name)
    if not raw.lstrip().startswith(b"{\\rtf"):
        raise refusals.not_of_kind(name, "RTF")
    marked, tracked = _DELETED.subn(r"\\*\g<0>", raw.decode("latin-1"))
    try:
        text: str = rtf_to_text(marked, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError, OverflowError) as error:
        raise refusals.damaged(name) from error
    left = ((key, len(found.findall(raw))) for key, found in _LEFT_OUT.items())
    notices = [Notice(TRACKED)] if tracked else []
    return Content(tuple(Line(line) for line in clean(text)[0].split("\n")),
                   (*notices, *(Notice(key, {"n": n}) for key, n in left if n)))
