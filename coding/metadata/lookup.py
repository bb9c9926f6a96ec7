# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding by name, within one import, the interviews and codes that rows speak of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook
from coding.codebook import PATH_SEPARATOR
from coding.language import N_
from coding.metadata.sheets import Row
from models.errors import KnownError
from models.interview import Interview

_ABOVE = re.compile(r"(?:(?<=\s)|^)>(?=\s|$)")  # PATH_SEPARATOR, even where a name between two is missing

_DEEPEST = 50  # levels of a codebook: no one reads more, and a tree is walked from its root down


class Interviews:
    """Interviews by title and by file name, as they stand when the import begins; ``rename`` keeps up."""

    def __init__(self, session: Session) -> None:
        self._titles: dict[str, int] = {}
        self._files: dict[str, list[int]] = {}
        for key, title, file_name in session.execute(select(Interview.id, Interview.title, Interview.file_name)):
            self._titles[title] = key
            self._files.setdefault(_file_key(file_name), []).append(key)

    def titled(self, title: str) -> int:
        """The interview of that title. Raises KnownError when there is none."""
        found = self._titles.get(title)
        if found is None and title:
            raise KnownError(N_("There is no interview “{title}”."), title=title)
        if found is None:
            raise KnownError(N_("The row does not say which interview it speaks of."))
        return found

    def described(self, row: Row) -> int:
        """The interview that a row names by its file, or else by its title. Raises KnownError when there is none, or
        when several were read from files of that name and the title does not tell which."""
        title, file = row.get("interview"), row.get("file")
        found = self._files.get(_file_key(file), []) if file else []
        if len(found) == 1:
            return found[0]
        if title in self._titles and (not found or self._titles[title] in found):
            return self._titles[title]
        if found:
            raise KnownError(N_("Several interviews were read from “{file}”: name one by its title."), file=file)
        if file:
            raise KnownError(N_("No interview was read from “{file}”."), file=file)
        return self.titled(title)


class Codes:
    """The codebook by path, kept in step with the codes that an import adds."""

    def __init__(self, session: Session) -> None:
        book = codebook.read(session)
        self._ids = {book.path(node.id): node.id for node in book}

    def find(self, path: Sequence[str]) -> int | None:
        """The code at a path, theme first; None when there is none."""
        return self._ids.get(tuple(path))

    def note(self, path: Sequence[str], code_id: int) -> None:
        """Remember a code just added."""
        self._ids[tuple(path)] = code_id

    def of(self, row: Row) -> int:
        """The code that a row names. Raises KnownError saying whether its theme or its code is unknown."""
        path = path_of(row)
        found = self.find(path)
        if found is not None:
            return found
        if self.find(path[:1]) is None:
            raise KnownError(N_("There is no theme “{theme}” in the codebook."), theme=path[0])
        raise KnownError(
            N_("There is no code “{code}” in the theme “{theme}”."), theme=path[0], code=PATH_SEPARATOR.join(path[1:]))

    def linked(self, path: str) -> int:
        """The theme or the code at a path as exports write it. Raises KnownError when there is none."""
        found = self.find([codebook.clean_name(name) for name in path.split(PATH_SEPARATOR)])
        return self.theme(path) if found is None else found

    def theme(self, name: str) -> int:
        """The theme of that name. Raises KnownError when there is none."""
        found = self.find([codebook.clean_name(name)])
        if found is None:
            raise KnownError(N_("There is no theme “{theme}” in the codebook."), theme=name)
        return found


def path_of(row: Row) -> tuple[str, ...]:
    """The names from the theme down that a row gives, in ``path`` or in ``theme`` and ``code`` (a path below the
    theme, empty for the theme itself). Raises KnownError when a name is missing."""
    if row.get("path"):
        names = [codebook.clean_name(name) for name in _ABOVE.split(row.get("path"))]
    else:
        below = _ABOVE.split(row.get("code")) if row.get("code") else []
        names = [codebook.clean_name(name) for name in (row.get("theme"), *below)]
    if len(names) > _DEEPEST:
        raise KnownError(N_("A path has at most {n} names."), n=_DEEPEST)
    if not all(names):
        raise KnownError(N_("The row does not name a theme, or leaves a name of its path empty."))
    return tuple(names)


def _file_key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
