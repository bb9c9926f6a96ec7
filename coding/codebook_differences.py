# SPDX-License-Identifier: GPL-3.0-or-later
"""A codebook that comes from a file beside the project's: what is new, changed, moved, the same, gone; and the act that
takes what was chosen of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, examples
from coding.changes import Label, Writer
from coding.codebook import Codebook
from coding.exchange import codebooks
from coding.exchange.codebooks import Proposed
from coding.language import N_
from coding.metadata.report import Report
from models.code import Code

Kind = Literal["new", "changed", "moved", "same", "gone"]
FIELDS = ("name", "definition", "include", "exclude", "example", "colour", "origin")
Path = tuple[str, ...]


@dataclass(frozen=True)
class Value:
    """What one field says in the project, and in the file."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Difference:
    """One code. ``path`` is where the file has it (the project, when it is gone); ``old_path`` where the project has
    it, None when it is new. ``above_id`` is the code of the project under which the file has it. A code that moved may
    have changed too; ``implied``: no row of the file, but a level above one."""

    kind: Kind
    path: Path
    old_path: Path | None
    code_id: int | None = None
    values: tuple[Value, ...] = ()
    guid: str = ""
    above_id: int | None = None
    implied: bool = False


def compare(session: Session, rows: Sequence[Proposed]) -> list[Difference]:
    """The codes of the file in its order, levels above them included, then those of the project that it has not.

    A code of the file is the project's of the same GUID; else of the same path; else the one of that name, when it is
    alone to bear it on either side: it moved. What a row leaves empty changes nothing.
    """
    book = codebook.read(session)
    stored = {row.id: row for row in session.scalars(select(Code))}
    wanted = _whole(rows)
    matched, given = _matched(book, wanted), {row.path for row in rows}
    found = [_difference(book, stored, row, matched, implied=row.path not in given) for row in wanted]
    there = set(matched.values())
    gone = [Difference("gone", book.path(node.id), book.path(node.id), node.id, guid=node.guid)
            for node in book if node.id not in there]
    return [*found, *gone]


def apply(session: Session, chosen: Collection[Difference]) -> Counter[Kind]:
    """Take what was chosen: make what is new (and the levels above it), change, move, delete what is gone. Returns how
    many of each."""
    done: Counter[Kind] = Counter()
    places = dict(_paths(codebook.read(session)))
    for one in sorted((one for one in chosen if one.kind in ("new", "moved")), key=lambda one: len(one.path)):
        parent = one.above_id or _above(session, places, one.path)
        if one.kind == "new" and one.path not in places:
            fields = {value.field: value.new for value in one.values}
            free = one.guid and session.scalar(select(Code.id).where(Code.guid == one.guid)) is None
            places[one.path] = codebook.add(session, name=one.path[-1], parent_id=parent,
                                            **{"origin": "unknown", **fields, **({"guid": one.guid} if free else {})})
            done["new"] += 1
        elif one.kind == "moved" and one.code_id is not None:
            _rename(session, one)
            codebook.move(session, one.code_id, parent_id=parent, position=1 << 30)
            places = dict(_paths(codebook.read(session)))
            done["moved"] += 1
    for one in chosen:
        if one.kind in ("changed", "moved") and one.code_id is not None:
            _edit(session, one)
            done["changed"] += one.kind == "changed"
    done["gone"] += _remove(session, [one.code_id for one in chosen if one.kind == "gone" and one.code_id is not None])
    return done


def take(writer: Writer, path: FilePath, *, unfold: bool = False) -> Report:
    """Take a codebook of any make in one act: what is new is added, what a row gives is updated, nothing moves or
    goes."""
    book = codebooks.read(path)

    def act(session: Session) -> Report:
        found = compare(session, book.unfolded if unfold else book.rows)
        changed = [replace(one, kind="changed") for one in found if one.kind in ("changed", "moved") and one.values]
        done = apply(session, [*(one for one in found if one.kind == "new"), *changed])
        same = sum(one.kind in ("same", "moved") and not one.values and not one.implied for one in found)
        return Report(done["new"], done["changed"], same, list(book.problems))

    report: Report = writer.do(Label(N_("import the codebook “{file}”"), {"file": path.name}), act).result
    return report


def _whole(rows: Iterable[Proposed]) -> list[Proposed]:
    """The rows, each once, with the levels above them that have none."""
    kept: dict[Path, Proposed] = {}
    for row in rows:
        for depth in range(1, len(row.path)):
            kept.setdefault(row.path[:depth], Proposed(row.path[:depth]))
        known = kept.get(row.path)
        if known is None or not known.fields:
            kept[row.path] = row
    return sorted(kept.values(), key=_order(list(kept)))


def _order(paths: Sequence[Path]) -> Any:
    """The order of the file, each code before those below it."""
    rank = {path: place for place, path in enumerate(paths)}
    return lambda row: [rank[row.path[:depth]] for depth in range(1, len(row.path) + 1)]


def _matched(book: Codebook, rows: Sequence[Proposed]) -> dict[Path, int]:
    by_guid = {node.guid: node.id for node in book}
    paths = dict(_paths(book))
    found = {row.path: by_guid[row.guid] for row in rows if row.guid in by_guid}
    taken = set(found.values())
    for row in rows:
        key = paths.get(row.path)
        if row.path not in found and key is not None and key not in taken:
            found[row.path] = key
            taken.add(key)
    names = Counter(node.name for node in book)
    theirs = Counter(row.path[-1] for row in rows)
    alone = {node.name: node.id for node in book if names[node.name] == 1 and node.id not in taken}
    for row in rows:
        name = row.path[-1]
        if row.path not in found and theirs[name] == 1 and name in alone and row.fields is not None:
            found[row.path] = alone[name]
    return found


def _difference(book: Codebook, stored: dict[int, Code], row: Proposed, matched: dict[Path, int], *,
                implied: bool) -> Difference:
    code_id, above_id = matched.get(row.path), matched.get(row.path[:-1])
    if code_id is None:
        values = tuple(Value(key, "", str(row.fields[key])) for key in FIELDS if row.fields.get(key))
        return Difference("new", row.path, None, None, values, row.guid, above_id, implied)
    old, held = book.path(code_id), stored[code_id]
    values = tuple(_values(held, row))
    stays = held.parent_id == above_id and (above_id is None) == (len(row.path) == 1)
    kind: Kind = "changed" if stays and values else "same" if stays else "moved"
    return Difference(kind, row.path, old, code_id, values, row.guid, above_id, implied)


def _values(held: Code, row: Proposed) -> Iterable[Value]:
    if held.name != row.path[-1]:
        yield Value("name", held.name, row.path[-1])
    for key in FIELDS[1:]:
        old = examples.written(held.example) if key == "example" else str(getattr(held, key))
        new = str(row.fields.get(key, ""))
        if new and new != old and not (key == "colour" and new.lower() == old.lower()):
            yield Value(key, old, new)


def _paths(book: Codebook) -> Iterable[tuple[Path, int]]:
    return ((book.path(node.id), node.id) for node in book)


def _above(session: Session, places: dict[Path, int], path: Path) -> int | None:
    """The code right above a path, made with all the levels that lack."""
    parent: int | None = None
    for depth in range(1, len(path)):
        here = path[:depth]
        if here not in places:
            places[here] = codebook.add(session, name=here[-1], parent_id=parent, origin="unknown")
        parent = places[here]
    return parent


def _remove(session: Session, ids: Collection[int]) -> int:
    """Delete codes, those with others below them only where these go too. Returns how many went."""
    book, gone = codebook.read(session), 0
    for key in sorted(ids, key=lambda key: -book.by_id[key].depth if key in book.by_id else 0):
        if key in book.by_id and set(book.below(key)) <= set(ids):
            codebook.remove(session, key)
            gone += 1
    return gone


def _rename(session: Session, one: Difference) -> None:
    name = next((value.new for value in one.values if value.field == "name"), None)
    if name is not None and one.code_id is not None:
        codebook.edit(session, one.code_id, name=name)


def _edit(session: Session, one: Difference) -> None:
    row = codebook.get(session, one.code_id or 0)
    fields = {value.field: value.new for value in one.values}
    if one.kind == "moved":
        fields.pop("name", None)
    if "example" in fields:  # a file holds the written example, not the passages
        fields["example"] = examples.composed(fields["example"], examples.guids(row.example))
    if fields:
        codebook.edit(session, row.id, **fields)
