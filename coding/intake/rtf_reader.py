# SPDX-License-Identifier: GPL-3.0-or-later
"""Rich text (.rtf), as its plain words: striprtf knows the encodings and what is not body."""

from __future__ import annotations

from pathlib import Path

from coding.intake import refusals
from coding.intake.cleaning import clean
from coding.intake.lines import Content, Line


def read(path: Path, name: str) -> Content:
    """The lines of an .rtf. KnownError when it is none, or cannot be read."""
    from striprtf.striprtf import rtf_to_text

    raw = refusals.content(path, name)
    if not raw.lstrip().startswith(b"{\\rtf"):
        raise refusals.not_of_kind(name, "RTF")
    try:
        text: str = rtf_to_text(raw.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError, OverflowError) as error:
        raise refusals.damaged(name) from error
    return Content(tuple(Line(line) for line in clean(text)[0].split("\n")))
