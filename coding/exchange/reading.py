# SPDX-License-Identifier: GPL-3.0-or-later
"""REFI-QDA files read, whatever program wrote them: projects (.qdpx) and codebooks (.qdc).

Files that are not valid are read all the same. Elements are known by their local names, whatever the namespace;
identifiers, colours and moments come in any dress (``atoms``). What is not carried is in ``Exchange.losses``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from coding.codebook import clean_name
from coding.collecting import put_off
from coding.exchange import atoms, hostile
from coding.exchange.foreign import GRAPHS, Foreign, within, words
from coding.exchange.model import Case, CodeNode, Exchange, Link, Set, User, ValueType, Variable
from coding.exchange.reading_notes import read_notes
from coding.exchange.reading_sources import Sources
from coding.intake import refusals
from coding.intake.xml import local
from coding.language import N_, _
from models.errors import KnownError

if TYPE_CHECKING:
    from coding.elsewhere import Told

DEEPEST = 50  # levels of a codebook
LARGEST_CODEBOOK = 50_000_000  # bytes
OURS = "Fil rouge"  # how ``gathering`` signs
_TYPES: dict[str, ValueType] = {"text": "Text", "boolean": "Boolean", "integer": "Integer", "float": "Float",
                                "decimal": "Float", "date": "Date", "datetime": "DateTime"}


def read_project(path: Path, told: Told = lambda _done, _total, _what: None) -> Exchange:
    """What a .qdpx holds. Raises KnownError, in one sentence, for what is no such file, is damaged, protected or
    hostile."""
    with put_off(), hostile.Package(path) as package:
        file = Foreign(name=package.name)
        root = hostile.parse(package.project(), package.name)
        if local(root) != "Project":
            raise hostile.not_a_project(package.name)
        found = _begun(root, file)
        sources = Sources(file, package, path.parent, types_of(found),
                          ours=found.origin.startswith(OURS))
        found.sources = sources.read(root, told)
        found.notes = read_notes(root, file, package, path.parent)
        _tie(found, root, file, sources.aliases)
    found.losses = file.losses
    return found


def read_codebook(path: Path) -> Exchange:
    """What a .qdc holds: codes and sets of codes. Raises KnownError as ``read_project``."""
    name = hostile.name_of(path)
    try:
        if path.stat().st_size > LARGEST_CODEBOOK:
            raise hostile.too_large(name)
        raw = path.read_bytes()
    except OSError as error:
        raise refusals.unreadable(name, error) from error
    root = hostile.parse(raw, name)
    if local(root) not in ("CodeBook", "Project"):
        raise KnownError(N_("{file} is no REFI-QDA codebook, whatever its name says. Export it again from the program "
                            "that made it."), file=name)
    file = Foreign(name=name)
    found = Exchange(file.said(root, "name") or path.stem, file.said(root, "origin"))
    book = root if local(root) == "CodeBook" else next(within(root, "CodeBook"), root)
    found.codes = _codes(book, file)
    found.sets = _sets(book, file, {})
    found.losses = file.losses
    return found


def types_of(exchange: Exchange) -> dict[str, ValueType]:
    """The types of the variables, by GUID."""
    return {variable.guid: variable.type for variable in exchange.variables}


def _begun(root: etree._Element, file: Foreign) -> Exchange:
    """The project with its users, its codes and its variables."""
    file.user = file.by(root)
    found = Exchange(file.said(root, "name") or file.name, file.said(root, "origin"), file.at(root),
                     file.at(root, "modifiedDateTime"), words(root, "Description"))
    found.users = [User(file.guid(each, "user", file.said(each, "name")), file.said(each, "name") or
                        file.said(each, "id")) for each in within(root, "Users", "User")]
    for book in within(root, "CodeBook"):
        found.codes += _codes(book, file)
    found.variables = [
        Variable(file.guid(each, "variable", file.said(each, "name")), clean_name(file.said(each, "name")) or
                 _("Attribute"), _TYPES.get(file.said(each, "typeOfVariable").casefold(), "Text"),
                 words(each, "Description"))
        for each in within(root, "Variables", "Variable")]
    found.project_notes = file.references(root, "NoteRef")
    return found


def _codes(above: etree._Element, file: Foreign, path: tuple[str, ...] = ()) -> list[CodeNode]:
    """The codes below an element, whether a «Codes» stands between or not."""
    if len(path) >= DEEPEST:
        if next(within(above, "Code"), None) is not None:
            raise KnownError(N_("{file}: its codes are nested more than {most} levels deep. No codebook is: it was not "
                                "read."), file=file.name, most=DEEPEST)
        return []
    found: list[CodeNode] = []
    for each in (*within(above, "Codes", "Code"), *within(above, "Code")):
        name = clean_name(file.said(each, "name")) or _("Unnamed code")
        node = CodeNode(file.guid(each, "code", *path, name), name, atoms.truth(file.said(each, "isCodable")) is not
                        False, atoms.colour(file.said(each, "color") or file.said(each, "colour")),
                        words(each, "Description"), file.references(each, "NoteRef"))
        node.codes = _codes(each, file, (*path, name))
        found.append(node)
    return found


def _tie(found: Exchange, root: etree._Element, file: Foreign, aliases: Mapping[str, str]) -> None:
    """What names the sources and the selections: cases, links, sets."""
    types = types_of(found)
    for each in within(root, "Cases", "Case"):
        name = clean_name(file.said(each, "name"))
        found.cases.append(Case(
            file.guid(each, "case", name), name, words(each, "Description"), file.references(each, "CodeRef"),
            file.values(each, types), _known(file.references(each, "SourceRef"), aliases),
            file.references(each, "SelectionRef")))
    for each in within(root, "Links", "Link"):
        ends = [atoms.guid(file.said(each, end)) for end in ("originGUID", "targetGUID")]
        origin, target = _known(ends, aliases)
        found.links.append(Link(file.guid(each, "link", *ends), origin, target, file.said(each, "name"),
                                file.said(each, "direction"), file.references(each, "NoteRef")))
    found.sets = _sets(root, file, aliases)
    graphs = [file.said(each, "name") for each in within(root, "Graphs", "Graph")]
    if graphs:
        file.lose(GRAPHS, *graphs)


def _sets(above: etree._Element, file: Foreign, aliases: Mapping[str, str]) -> list[Set]:
    return [
        Set(file.guid(each, "set", file.said(each, "name")), file.said(each, "name") or _("Set"),
            words(each, "Description"), file.references(each, "MemberCode"),
            list(dict.fromkeys(_known(file.references(each, "MemberSource"), aliases))),
            file.references(each, "MemberNote", "NoteRef"))
        for each in within(above, "Sets", "Set")]


def _known(guids: Sequence[str], aliases: Mapping[str, str]) -> list[str]:
    """Identifiers of sources, those of their parts and versions being theirs."""
    return [aliases.get(guid, guid) for guid in guids]
