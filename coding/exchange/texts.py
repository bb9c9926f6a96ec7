# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of a REFI-QDA project, wherever the file keeps them."""

from __future__ import annotations

import io
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from lxml import etree

from coding.exchange.foreign import Foreign
from coding.exchange.hostile import Package, child
from coding.intake import docx_reader, refusals
from coding.intake.txt_reader import CONTROLS, decoded_bytes
from models.errors import KnownError

_SCHEMES = ("internal", "relative", "absolute")
_LARGEST = 40_000_000  # bytes of one text beside the file
_MOST_CONTROLS = 0.01  # of control characters, over which it is no text
_KINDS = (".txt", ".md", ".docx")


class Texts:
    """Reads the texts that elements point to. Nothing is read outside of the file but what lies beside it, under the
    name that the file gives: a path to elsewhere is never followed."""

    def __init__(self, file: Foreign, package: Package, folder: Path) -> None:
        self._file = file
        self._package = package
        self._folder = folder

    def of(self, element: etree._Element) -> tuple[str, bool] | None:
        """The text of an element as it was written, byte order mark included, and whether it comes from a Word
        document only; None when it is nowhere."""
        inline = child(element, "PlainTextContent")
        if inline is not None:
            return "".join(map(str, inline.itertext())), False
        plain = self._bytes(self._file.said(element, "plainTextPath"))
        if plain is not None:
            return self._decoded(plain), False
        rich = self._file.said(element, "richTextPath")
        raw = self._bytes(rich)
        if raw is None:
            return None
        if rich.lower().endswith(".docx"):
            try:
                content = docx_reader.read(io.BytesIO(raw), rich)
            except KnownError:
                return None
            return "\n".join(line.text for line in content.lines), True
        return (self._decoded(raw), False) if rich.lower().endswith((".txt", ".md")) else None

    def key(self, element: etree._Element) -> str:
        """What tells the text of an element from others: its path, or nothing when it stands in the element."""
        return self._file.said(element, "plainTextPath").casefold()

    def _bytes(self, path: str) -> bytes | None:
        scheme, separator, rest = path.partition("://")
        if scheme.lower() not in _SCHEMES or not separator:
            rest = path
        rest = unquote(rest) if "%" in rest else rest
        found = self._package.text(rest) if rest else None
        return found if found is not None or not rest or scheme.lower() == "internal" else self._beside(rest)

    def _beside(self, path: str) -> bytes | None:
        """A text kept beside the file, in its folder or in one below that the path names."""
        parts = PurePosixPath(path.replace("\\", "/")).parts
        if ".." in parts or PurePosixPath(path).suffix.lower() not in _KINDS:
            return None
        for tail in (parts, parts[-2:], parts[-1:]):
            place = self._folder.joinpath(*(part for part in tail if part.strip("/") and ":" not in part))
            if place.is_file() and not place.is_symlink() and place.stat().st_size <= _LARGEST:
                try:
                    return place.read_bytes()
                except OSError:
                    return None
        return None

    def _decoded(self, raw: bytes) -> str:
        """The characters; a byte order mark stays, since positions may count it."""
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = decoded_bytes(raw, self._file.name)[0]
        if len(CONTROLS.findall(text)) > max(2, _MOST_CONTROLS * len(text)):
            text = decoded_bytes(raw, self._file.name)[0]
            if len(CONTROLS.findall(text)) > max(2, _MOST_CONTROLS * len(text)):
                raise refusals.not_text(self._file.name)
        return text
