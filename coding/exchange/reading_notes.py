# SPDX-License-Identifier: GPL-3.0-or-later
"""The notes of a REFI-QDA project."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from coding.exchange import foreign
from coding.exchange.foreign import Foreign, within, words
from coding.exchange.hostile import Package, children
from coding.exchange.model import Note
from coding.exchange.texts import Texts
from coding.intake.cleaning import clean


def read_notes(root: etree._Element, file: Foreign, package: Package, folder: Path) -> list[Note]:
    """Each note with its text, then its description; one that says nothing at all keeps its name."""
    texts = Texts(file, package, folder)
    found = []
    for each in within(root, "Notes", "Note"):
        name = file.said(each, "name")
        text = texts.of(each)
        own = clean((text[0] if text else "").removeprefix("\ufeff"))[0]
        said = "\n\n".join(filter(None, (own if own.strip() else "", words(each, "Description"))))
        coded = sum(1 for _one in children(each, "PlainTextSelection", "Coding"))
        if coded:
            file.lose(foreign.NOTE_CODINGS, *[name] * coded)
        found.append(Note(file.guid(each, "note", name, said[:200]), name, said, file.by(each), file.at(each),
                          file.at(each, "modifiedDateTime")))
    return found
