# SPDX-License-Identifier: GPL-3.0-or-later
"""Who codes in a foreign file, and under which names they come."""

from __future__ import annotations

from dataclasses import dataclass

from coding.exchange.conventions import AUTHOR
from coding.exchange.derived import named
from coding.exchange.model import Exchange
from coding.exchange.taking_work import Choices, Work
from coding.exchange.there import There
from coding.exchange.there import named as as_stored
from coding.language import _
from models.project import Coder


@dataclass(frozen=True)
class Coming:
    """A coder of the file; ``guid`` is empty for codings that say nobody made them. ``is_there``: the project has
    them."""

    guid: str
    name: str
    codings: int
    is_there: bool


def coming(exchange: Exchange, there: There, choices: Choices, *, ours: bool) -> list[Coming]:
    """The coders of a file, in its order: users who code, and in a file of ours those who may. Codings whose user the
    file does not name are all one coder's."""
    coded: dict[str, int] = {}
    for source in exchange.sources:
        for codings in (source.codings, *(selection.codings for selection in source.selections)):
            for coding in codings:
                coded[coding.user] = coded.get(coding.user, 0) + 1
    names = {user.guid: user.name for user in exchange.users}
    found = []
    for user in exchange.users:
        if user.guid in coded or (ours and user.guid != named(AUTHOR, user.name)):
            found.append(_coming(user.guid, user.name, coded.get(user.guid, 0), there, choices))
    nobodys = sum(count for guid, count in coded.items() if guid not in names)
    if nobodys:
        found.append(_coming("", _("Coder of “{file}”").format(file=exchange.name), nobodys, there, choices))
    return found


def take(work: Work) -> None:
    """Make the coders that the project lacks."""
    index = work.there.coders
    for one in coming(work.exchange, work.there, work.choices, ours=work.ours):
        row_id = _find(work.there, one.guid, one.name, chosen=one.guid in work.choices.coders)
        work.count("coders", new=row_id is None)
        if row_id is None:
            row = Coder(guid=index.free(one.guid), name=one.name)
            work.session.add(row)
            work.session.flush()
            row_id = row.id
            index.note(row_id, row.guid, row.name)
        work.coders[one.guid] = row_id


def _coming(guid: str, name: str, codings: int, there: There, choices: Choices) -> Coming:
    chosen = choices.coders.get(guid, "").strip()
    shown = as_stored(chosen or name, _("Coder"))
    return Coming(guid, shown, codings, _find(there, guid, shown, chosen=bool(chosen)) is not None)


def _find(there: There, guid: str, name: str, *, chosen: bool) -> int | None:
    """The coder of the project; a name that the user chose says more than a GUID."""
    return there.coders.by_key.get(name) if chosen else there.coders.find(guid, name)
