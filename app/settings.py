# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program remembers of its user, declared once; kept in one file on this machine and sent nowhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Generic, TypeVar, cast, overload

import platformdirs
from PyQt6.QtCore import QObject, QSettings, pyqtSignal

T = TypeVar("T")
RECENT_KEPT = 8


class Setting(Generic[T]):
    """One remembered value: its default gives its type, and stands in for anything unreadable."""

    def __init__(self, default: T) -> None:
        self.default = default
        self.name = ""

    def __set_name__(self, _owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, settings: None, _owner: type) -> Setting[T]: ...
    @overload
    def __get__(self, settings: Settings, _owner: type) -> T: ...
    def __get__(self, settings: Settings | None, _owner: type) -> Setting[T] | T:
        return self if settings is None else cast(T, settings.read(self.name, self.default))

    def __set__(self, settings: Settings, value: T) -> None:
        settings.write(self.name, value)


class Settings(QObject):
    """The remembered values. ``changed`` carries the name of the one just set."""

    changed = pyqtSignal(str)

    language = Setting("system")  # system, fr or en
    theme = Setting("system")  # system, light or dark
    recent = Setting[list[str]]([])  # project files, the latest first
    last_folder = Setting("")
    geometry = Setting("")  # Qt's, in base 64
    splitters = Setting[dict[str, list[int]]]({})  # sizes in pixels by splitter name
    tables = Setting[dict[str, dict[str, Any]]]({})  # by table: widths, hidden columns, what it is sorted by
    places = Setting[dict[str, dict[str, Any]]]({})  # by project file: workspace, interview
    reading_size = Setting(17)  # pixels
    reading_width = Setting(68)  # characters a line
    reading_font = Setting("")  # a family; empty for the bundled serif. These and the next: app.coder.look
    reading_spacing = Setting("comfortable")
    reading_gap = Setting("usual")
    reading_numbers = Setting(True)
    reading_speakers = Setting("always")
    reading_times = Setting(True)
    reading_interviewer = Setting("muted")
    extrapolated = Setting(True)  # whether the chart of saturation goes beyond the interviews held
    quote_layout = Setting[dict[str, Any]]({})  # app.quotes.layout_kept.Kept
    annex_columns = Setting[list[str]]([])  # of the table of participants: coding.reports.participants_annex
    annex_order = Setting("interview")
    folded_panels = Setting[list[str]]([])  # the panels beside the page that are put away

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        """``path`` is the file; the user's configuration folder unless told."""
        super().__init__(parent)
        file = path or Path(platformdirs.user_config_dir("filrouge", appauthor=False)) / "filrouge.ini"
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def read(self, name: str, default: object) -> object:
        """The value as JSON, or the default when there is none of its type."""
        try:
            value = json.loads(str(self._store.value(name, "")))
        except ValueError:
            return default
        return value if isinstance(value, type(default)) else default

    def write(self, name: str, value: object) -> None:
        """Keep a value; anything JSON can write."""
        text = json.dumps(value)
        if text != self._store.value(name, ""):
            self._store.setValue(name, text)
            self.changed.emit(name)

    def remember_project(self, path: Path) -> None:
        """Put a project first among the recent ones."""
        self.recent = [str(path), *(name for name in self.recent if name != str(path))][:RECENT_KEPT]
        self.last_folder = str(path.parent)

    def forget_project(self, path: Path) -> None:
        """Take a project off the recent ones."""
        self.recent = [name for name in self.recent if name != str(path)]

    def place(self, project: Path) -> dict[str, Any]:
        """Where the user was in a project: ``workspace`` (its key), ``interview`` (its id)."""
        return dict(self.places.get(str(project), {}))

    def remember_place(self, project: Path, **values: Any) -> None:
        """Change some of a project's place."""
        self.places = {**self.places, str(project): {**self.place(project), **values}}
