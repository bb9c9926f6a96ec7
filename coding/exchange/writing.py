# SPDX-License-Identifier: GPL-3.0-or-later
"""REFI-QDA files written: projects (.qdpx) and codebooks (.qdc), valid against the standard's schemas.

A project is a zip of ``project.qde`` and of one text a source, ``sources/<GUID>.txt`` (UTF-8, LF, no BOM). Positions
count code points; the end is exclusive, as in the standard's own example. The same project gives the same bytes.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from coding.exchange import project_xml, xsd
from coding.exchange.elements import document
from coding.exchange.model import Exchange
from coding.language import N_, _
from coding.reports.leaving import save_whole
from models.errors import KnownError

if TYPE_CHECKING:
    from coding.elsewhere import Told

CODEBOOK = "urn:QDA-XML:codebook:1.0"
MAIN = "project.qde"


def write_project(path: Path, exchange: Exchange, told: Told = lambda _done, _total, _what: None) -> None:
    """Write a project. Raises KnownError when it cannot be written; ValueError, a bug, when it would not be valid. The
    earlier file is whole then."""
    steps = 2 * len(exchange.sources) + 1

    def save(file: BytesIO) -> None:
        with zipfile.ZipFile(file, "w") as whole:
            with whole.open(_entry(MAIN), "w", force_zip64=True) as entry, document(entry) as out:
                project_xml.write(out, exchange, lambda done, name: told(done, steps, name))
            for done, source in enumerate(exchange.sources, len(exchange.sources)):
                whole.writestr(_entry(f"sources/{source.guid}.txt"), plain(source.text).encode())
                told(done + 1, steps, source.name)
        told(steps - 1, steps, _("Checking against the standard"))
        with zipfile.ZipFile(file) as whole, whole.open(MAIN) as entry:
            xsd.check("Project", entry)

    save_whole(path, save)


def write_codebook(path: Path, exchange: Exchange) -> None:
    """Write the codes and their sets as a codebook. Raises KnownError when there is no code, or as
    ``write_project``."""
    if not exchange.codes:
        raise KnownError(N_("There is no code yet: nothing was exported."))

    def save(file: BytesIO) -> None:
        with document(file) as out, out.within("CodeBook", xmlns=CODEBOOK, origin=exchange.origin or None):
            with out.within("Codes"):
                project_xml.put_codes(out, exchange.codes)
            with out.within_some("Sets", exchange.sets):
                for one in exchange.sets:
                    with out.within("Set", guid=one.guid, name=one.name):
                        project_xml.describe(out, one.description)
                        for guid in one.codes:
                            out.put("MemberCode", guid=guid)
        file.seek(0)
        xsd.check("Codebook", file)

    save_whole(path, save)


def plain(text: str) -> str:
    """A text as its file holds it: a first sign that would be read as a BOM is a word joiner instead, as wide and as
    invisible."""
    return "\u2060" + text[1:] if text.startswith("\ufeff") else text


def _entry(name: str) -> zipfile.ZipInfo:
    """An entry that bears no date of today."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
