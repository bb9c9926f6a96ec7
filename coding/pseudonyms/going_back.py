# SPDX-License-Identifier: GPL-3.0-or-later
"""From pseudonyms back to names, with the correspondence table: in one act, place by place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.changes import Change, Label, Writer
from coding.language import N_
from coding.pseudonyms import fields
from coding.pseudonyms.correspondence import Correspondence, Entry, Put
from coding.pseudonyms.fields import BY_COLUMN
from coding.pseudonyms.planning import counted
from coding.pseudonyms.replacing import digest
from coding.pseudonyms.retracing import retraced
from coding.pseudonyms.rewriting import Swap, Target, rewrite, told_apart
from models.cleared_form import ClearedForm
from models.errors import KnownError
from models.project import Project


@dataclass(frozen=True)
class WentBack:
    """What was done. ``counts``: words that are as they were, by table; ``missing``: pseudonyms that are no longer
    where they were put, or of which it cannot be told whom they stand for."""

    change: Change
    counts: Mapping[str, int]
    missing: tuple[Put, ...]


def known(session: Session, table: Correspondence) -> tuple[Entry, ...]:
    """What a table has of this project."""
    return table.of(session.scalars(select(Project.guid)).one())


def go_back(writer: Writer, table: Correspondence, chosen: Collection[Entry] | None = None) -> WentBack:
    """Put the names back in the place of their pseudonyms: those of the entries chosen, or all that the table has of
    this project. The table stays as it is. Raises KnownError when it has nothing of this project."""
    with writer.store.reading() as session:
        entries = known(session, table)
    wanted = [entry for entry in entries if chosen is None or entry in chosen]
    if not wanted:
        raise KnownError(N_("“{name}” holds no pseudonym of this project. Open the table that was made with it."),
                         name=table.path.name)
    ids = {id(entry) for entry in wanted}
    counts: Counter[str] = Counter()
    missing: list[Put] = []

    def act(session: Session) -> None:
        sure = _sure(entries)
        for act_id in reversed(dict.fromkeys(entry.act for entry in entries)):
            every = [entry for entry in entries if entry.act == act_id]
            if any(id(entry) in ids for entry in every):
                swaps = _Act(session, table, act_id, sure).swaps(every, ids, missing)
                for field in {field for field, _row in swaps}:
                    rows = {row_id: swaps[field, row_id] for one, row_id in swaps if one is field}
                    told_apart(session, field, rows)
                    swaps |= {(field, row_id): listed for row_id, listed in rows.items()}
                rewrite(session, swaps)
                counts.update(counted(swaps))
        _uncleared(session, entries, wanted)

    label = Label(N_("names back for {n} identities"), {"n": len({(entry.label, entry.name) for entry in wanted})})
    change = writer.do(label, act, codebook_logged=False)
    return WentBack(change, counts, tuple(missing))


class _Act:
    """What one act of pseudonymisation put, and where it is now."""

    def __init__(self, session: Session, table: Correspondence, act_id: str, sure: Collection[str]) -> None:
        self._session = session
        self._table = table
        self._id = act_id
        self._sure = sure

    def swaps(self, entries: Sequence[Entry], ids: Collection[int], missing: list[Put]) -> dict[Target, list[Swap]]:
        """What brings back the names of the entries of these ``id``; those that cannot be placed are added to
        ``missing``."""
        rows: dict[tuple[str, str, str, int], list[tuple[Put, bool]]] = defaultdict(list)
        for entry in entries:
            for put in entry.puts:
                rows[put.table, put.column, put.guid, put.row_id].append((put, id(entry) in ids))
        found: dict[Target, list[Swap]] = {}
        for (table, column, guid, row_id), listed in rows.items():
            if not any(wants for _put, wants in listed):
                continue
            field = BY_COLUMN[table, column]
            row = self._row(field.model, guid, row_id)
            puts = [put for put, _wants in listed]
            text = field.text(getattr(row, column)) if row is not None else ""
            spans = self._spans(fields.key(field, guid, row_id), text, puts)
            swaps: list[Swap] = []
            for (put, wants), span in zip(listed, spans, strict=True):
                if wants and span is None:
                    missing.append(put)
                elif wants and span is not None and text[slice(*span)] == put.now:
                    swaps += _back(put, span[0])
            if row is not None and swaps:
                found[field, row.id] = sorted(swaps, key=lambda swap: swap.start)
        return found

    def _row(self, model: type[Any], guid: str, row_id: int) -> Any:
        if guid:
            return self._session.scalars(select(model).where(model.guid == guid)).one_or_none()
        return self._session.get(model, row_id)

    def _spans(self, key: str, text: str, puts: Sequence[Put]) -> Sequence[tuple[int, int] | None]:
        if digest(text) == self._table.left(self._id, key):
            return [(put.start, put.start + len(put.now)) for put in puts]
        return retraced(text, puts, sure=self._sure)


def _back(put: Put, at: int) -> list[Swap]:
    """What undoes a put that stands at ``at``: the little word by itself, so that passages stay on the name."""
    was, now = put.heads
    end = at + len(put.now)
    name = Swap(at + now, end, put.was[was:], 0)
    return [Swap(at, at + now, put.was[:was], 0), name] if now or was else [name]


def _sure(entries: Sequence[Entry]) -> set[str]:
    """The words put that stand for the same ones everywhere."""
    stands: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for put in entry.puts:
            stands[put.now].add(put.was)
    return {now for now, was in stands.items() if len(was) == 1}


def _uncleared(session: Session, entries: Sequence[Entry], wanted: Sequence[Entry]) -> None:
    """Pseudonyms that are in use no more may be asked about again."""
    gone = {words for entry in wanted for words in (entry.words, *entry.forms.values())}
    ids = {id(entry) for entry in wanted}
    gone -= {words for entry in entries if id(entry) not in ids for words in (entry.words, *entry.forms.values())}
    for row in session.scalars(select(ClearedForm).where(ClearedForm.reason == "pseudonym")):
        if row.form in gone:
            session.delete(row)
    session.flush()
