# SPDX-License-Identifier: GPL-3.0-or-later
"""What most plainly identifies someone in a file about to leave, told in no time: no language model, no names.

The search of ``searching`` finds far more. This is for commands, which ask nothing and must not keep anyone waiting.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.identifiers import contacts
from coding.pseudonyms import fields
from coding.pseudonyms.cleared import Cleared
from coding.pseudonyms.held import quoted, takes
from models.interview import Interview


def reachable(session: Session, what: str, interviews: Collection[int] = ()) -> frozenset[str]:
    """The e-mails, telephones, web addresses and numbers of cards that a file of the kind ``what`` (of
    ``coding.exports_log``) may hold, but for those cleared; ``interviews`` are those whose words it holds, all of them
    when there are none."""
    cleared = Cleared.of(session)
    return frozenset(
        form for words in _words(session, what, interviews)
        for find in contacts.written(words)
        if not cleared.has(form := " ".join(words[find.start:find.end].split()), find.label))


def _words(session: Session, what: str, interviews: Collection[int]) -> Iterator[str]:
    for field in fields.FIELDS:
        if field.searched and takes(what, field.table, field.column):
            for row_id, words in fields.texts(session, field):
                if not interviews or field.table != "interview" or row_id in interviews:
                    yield words
    for interview_id, spans in quoted(session, what).items():
        text = session.scalars(select(Interview.text).where(Interview.id == interview_id)).one()
        yield from (text[start:end] for start, end in spans)
