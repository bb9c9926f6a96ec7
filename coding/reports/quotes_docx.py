# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes in Word: by theme, code and interview, or by interview and theme, each as it will stand in the thesis."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coding.quotes import Order, Quote
from coding.reports.cover import Cover
from coding.reports.filing import Heading, filed
from coding.reports.word import Page
from coding.typography import quoted


def write(path: Path, found: Sequence[Quote], cover: Cover, *, order: Order = "theme") -> None:
    """Write the quotes to a .docx; one with several codes stands under each. Raises KnownError when it cannot."""
    page = Page(cover)
    for item in filed(found, order):
        if isinstance(item, Heading):
            page.heading(item.text, item.level)
        else:
            page.quote(quoted(item.printed, cover.language), item.attributed(cover.language))
    page.save(path)
