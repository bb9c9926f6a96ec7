# SPDX-License-Identifier: GPL-3.0-or-later
"""What the project has already, told by GUID, or else by name, by text or by place: programs that give new GUIDs at
each export bring nothing in twice."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from coding.codebook import clean_name
from coding.corpus import text_hash
from coding.exchange.model import Source
from models.base import Table, new_guid
from models.code import Code
from models.contradiction import Contradiction
from models.group import Group
from models.interview import Interview
from models.memo import MEMO_TARGETS, CellSummary, Memo
from models.participant import Attribute, Participant
from models.passage import Coding, Passage
from models.project import Coder

Key = Hashable


class Index:
    """Rows of one table, by GUID and by key; what an import adds is added here."""

    def __init__(self, rows: Iterable[tuple[int, str, Key]]) -> None:
        self.by_guid: dict[str, int] = {}
        self.by_key: dict[Key, int] = {}
        for row_id, guid, key in rows:
            self.note(row_id, guid, key)
        self._before = frozenset(self.by_guid)

    def find(self, guid: str, key: Key) -> int | None:
        """The row that was there under this GUID, or else the one of this key."""
        return self.by_guid[guid] if guid in self._before else self.by_key.get(key)

    def note(self, row_id: int, guid: str, key: Key) -> None:
        """Remember a row."""
        self.by_guid.setdefault(guid, row_id)
        self.by_key.setdefault(key, row_id)

    def free(self, guid: str) -> str:
        """The GUID for a new row: this one, unless another row has it."""
        return new_guid() if not guid or guid in self.by_guid else guid


class There:
    """The indexes of one project, as they stand when an import begins."""

    def __init__(self, session: Session) -> None:
        self.coders = _index(session, Coder, lambda row: row.name, Coder.name)
        self.codes = _index(session, Code, lambda row: (row.parent_id, row.name), Code.parent_id, Code.name)
        self.attributes = _index(session, Attribute, lambda row: (row.target, row.name), Attribute.target,
                                 Attribute.name)
        self.participants = _index(session, Participant, lambda row: row.name, Participant.name)
        self.interviews = _index(session, Interview, lambda row: row.text_hash, Interview.text_hash)
        self.groups = _index(session, Group, lambda row: row.name, Group.name)
        self.passages = _index(session, Passage, lambda row: (row.interview_id, row.start, row.end),
                               Passage.interview_id, Passage.start, Passage.end)
        self.codings = _index(session, Coding, lambda row: (row.passage_id, row.code_id, row.coder_id),
                              Coding.passage_id, Coding.code_id, Coding.coder_id)
        self.memos = _index(session, Memo, _memo_key, Memo.title, Memo.text,
                            *(getattr(Memo, name) for name in MEMO_TARGETS))
        self.summaries = _index(session, CellSummary, lambda row: (row.code_id, row.interview_id),
                                CellSummary.code_id, CellSummary.interview_id)
        self.contradictions = _index(session, Contradiction, lambda row: (row.one_id, row.other_id),
                                     Contradiction.one_id, Contradiction.other_id)

    def interview(self, source: Source) -> int | None:
        """The interview that a source is."""
        return self.interviews.find(source.guid, text_hash(source.text))


def memo_key(target: str | None, target_id: int | None, title: str, text: str) -> Key:
    """What tells a memo: what it is on, and what it says."""
    return target, target_id, title, text


def named(name: str, fallback: str) -> str:
    """A name as the project stores it, at most as long as it stores."""
    return (clean_name(name) or fallback)[:500]


def _memo_key(row: Any) -> Key:
    target = next((name for name in MEMO_TARGETS if getattr(row, name) is not None), None)
    return memo_key(target, getattr(row, target) if target else None, row.title, row.text)


def _index(session: Session, model: type[Table], key: Any, *columns: Any) -> Index:
    guid: Any = model.guid  # type: ignore[attr-defined]
    columns = (inspect(model).columns["id"], guid, *columns)
    return Index((row.id, row.guid, key(row)) for row in session.execute(select(*columns)))
