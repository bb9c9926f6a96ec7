# SPDX-License-Identifier: GPL-3.0-or-later
"""The layout of quotes as it is remembered on this machine."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast, get_args

from app.settings import Settings
from coding.reports.quote_layout import Form, Grouping, Layout


@dataclass(frozen=True)
class Kept:
    """As ``Layout``; ``grouping`` «page» is that of the page, ``template`` a path, empty for none."""

    grouping: str = "page"
    form: str = "paragraphs"
    definitions: bool = False
    contents: bool = True
    template: str = ""
    continued: bool = False

    def layout(self, page: str) -> Layout:
        """What an export is given, the page grouping its quotes by ``page``."""
        grouping = page if self.grouping == "page" else self.grouping
        return Layout(cast(Grouping, grouping), cast(Form, self.form), self.definitions, self.contents,
                      Path(self.template) if self.template else None, self.continued)


def read(settings: Settings) -> Kept:
    """What is remembered; the usual in place of anything unreadable."""
    usual, found = asdict(Kept()), settings.quote_layout
    known: dict[str, Any] = {key: found[key] for key, value in usual.items()
                             if isinstance(found.get(key), type(value))}
    if known.get("grouping") not in ("page", *get_args(Grouping)):
        known.pop("grouping", None)
    if known.get("form") not in get_args(Form):
        known.pop("form", None)
    return Kept(**known)


def write(settings: Settings, kept: Kept) -> None:
    """Remember it."""
    settings.quote_layout = asdict(kept)
