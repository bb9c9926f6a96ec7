# SPDX-License-Identifier: GPL-3.0-or-later
"""Foreign REFI-QDA files, opened as what they are: nothing is unpacked to disk, fetched, or believed.

Whatever is refused is refused in one sentence that names the file; the project is not touched.
"""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from lxml import etree

from coding.file_name import readable
from coding.intake import refusals
from coding.intake.xml import local
from coding.intake.zipped import BROKEN
from coding.language import N_
from models.errors import KnownError

MOST_ENTRIES = 50_000
LARGEST_PART = 200_000_000  # bytes of the part that holds the project, or of one text
LARGEST_WHOLE = 600_000_000  # bytes of all that is read of one file
MOST_RATIO = 300  # unpacked to packed, from SUSPECT bytes on: project files compress some thirty times
SUSPECT = 20_000_000
MOST_MARKS = 12_000_000  # of opening and closing tags: 50,000 passages have some two million
LONGEST = 1_000_000  # characters of one attribute
_MARKUP = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DRIVE = re.compile(r"^[A-Za-z]:")


class Package:
    """The parts of one .qdpx, found whatever the case of their names. Every method may raise a KnownError."""

    def __init__(self, path: Path) -> None:
        self.name = name_of(path)
        self._read = 0
        try:
            self._zip = zipfile.ZipFile(path)
        except OSError as error:
            raise refusals.unreadable(self.name, error) from error
        except BROKEN as error:
            raise not_a_project(self.name) from error
        try:
            self._parts = dict(_checked(self._zip.infolist(), self.name))
        except KnownError:
            self._zip.close()
            raise

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_error: object) -> None:
        self._zip.close()

    def project(self) -> bytes:
        """The one part that holds the project."""
        found = [part for part in self._parts if part.endswith(".qde") and not part.startswith("__macosx/")]
        if len(found) != 1:
            raise not_a_project(self.name)
        return self._bytes(found[0])

    def text(self, file: str) -> bytes | None:
        """The bytes of a source, by its name in the folder of sources (or its whole path); None when it is not here."""
        wanted = file.replace("\\", "/").strip("/").casefold()
        last = wanted.rpartition("/")[2]
        for part in (f"sources/{wanted}", wanted, f"sources/{last}"):
            if part in self._parts:
                return self._bytes(part)
        return None

    def holds(self, file: str) -> bool:
        """Whether a source is here."""
        return f"sources/{file.casefold()}" in self._parts

    def _bytes(self, part: str) -> bytes:
        entry = self._parts[part]
        if entry.file_size > LARGEST_PART or self._read + entry.file_size > LARGEST_WHOLE:
            raise too_large(self.name)
        try:
            with self._zip.open(entry) as stream:
                raw = stream.read(min(entry.file_size, LARGEST_PART) + 1)
        except RuntimeError as error:  # the zip module's word for a wrong password
            raise refusals.password(self.name) from error
        except (*BROKEN, OSError) as error:
            raise refusals.damaged(self.name) from error
        if len(raw) > entry.file_size:  # it lied about its size
            raise too_large(self.name)
        self._read += len(raw)
        return raw


def parse(raw: bytes, name: str) -> etree._Element:
    """The root of the XML of a project or a codebook. Refuses what declares a document type or entities (how XML bombs
    are made, and how other files are fetched), what is nested or long beyond any project, and what is no XML."""
    if _MARKUP.search(raw.replace(b"\0", b"") if b"\0" in raw else raw):  # UTF-16 hides words behind null bytes
        raise KnownError(N_("{file} declares XML entities, which no REFI-QDA program writes: it was not read. Ask for "
                            "it again from a source you trust."), file=name)
    if raw.count(b"<") > MOST_MARKS:
        raise too_large(name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
                             remove_pis=True, huge_tree=False)
    try:
        return etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _broken(error, name) from error


def attribute(element: etree._Element, name: str, file: str, *, most: int = LONGEST) -> str:
    """An attribute whatever its case; empty when there is none."""
    value = element.get(name)
    if value is None:
        wanted = name.casefold()
        value = next((str(each) for key, each in element.attrib.items() if str(key).casefold() == wanted), "")
    if len(value) > most:
        raise too_large(file)
    return value


def children(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """The children of these names, in whatever namespace."""
    for each in element if element is not None else ():
        if local(each) in names:
            yield each


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that name."""
    return next(children(element, name), None)


def name_of(path: Path) -> str:
    """What a file is called in messages."""
    return readable(path.name)


def not_a_project(name: str) -> KnownError:
    """No .qdpx, or a broken one."""
    return KnownError(N_("{file} is no REFI-QDA project, or it is damaged. Export it again from the program that made "
                         "it."), file=name)


def too_large(name: str) -> KnownError:
    """More than any project."""
    return KnownError(N_("{file} unpacks to more than any project of interviews: it was not read. Export it again, "
                         "with fewer sources."), file=name)


def _checked(entries: list[zipfile.ZipInfo], name: str) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """The entries by lower-case path. Refuses too many, encrypted ones, links, and paths that lead out of the file."""
    if len(entries) > MOST_ENTRIES:
        raise too_large(name)
    for entry in entries:
        path = entry.filename.replace("\\", "/")
        if ".." in PurePosixPath(path).parts or path.startswith("/") or _DRIVE.match(path) or "\0" in path:
            raise KnownError(N_("{file} holds files that would be written outside of it (“{part}”): it was not read."),
                             file=name, part=path[:80])
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise KnownError(N_("{file} holds links to other files (“{part}”): it was not read."),
                             file=name, part=path[:80])
        if entry.flag_bits & 0x1:
            raise refusals.password(name)
        if entry.file_size > SUSPECT and entry.file_size > MOST_RATIO * max(1, entry.compress_size):
            raise too_large(name)
        yield path.casefold(), entry


def _broken(error: etree.XMLSyntaxError | ValueError, name: str) -> KnownError:
    code = getattr(error, "code", 0)  # of libxml2; a ValueError has none
    if code == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        return KnownError(N_("{file}: its XML is nested, or long, beyond that of any project: it was not read. Export "
                             "it again from the program that made it."), file=name)
    if code == etree.ErrorTypes.ERR_DOCUMENT_EMPTY:
        return KnownError(N_("{file} is no REFI-QDA file, whatever its name says. Export it again from the program "
                             "that made it."), file=name)
    return KnownError(N_("{file} is damaged: its XML cannot be read from line {line} on. Export it again from the "
                         "program that made it."), file=name, line=getattr(error, "lineno", 0) or 1)
