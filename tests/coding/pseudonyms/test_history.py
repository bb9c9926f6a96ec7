# SPDX-License-Identifier: GPL-3.0-or-later
"""The history of the codebook, once names were replaced: it tells all it told, and none of the names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from coding import codebook, codebook_history, merging
from coding.changes import Label, Writer
from coding.pseudonyms.replacing import replace
from models.base import now
from tests.coding.pseudonyms.people import martine, named, orvault

NAMES = ("martine", "guilbaud", "orvault")


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = named(tmp_path)
    yield made
    made.store.close()


def do(writer: Writer, key: str, act: Callable[[Session], Any], **values: str) -> Any:
    return writer.do(Label(key, values), act).result


def told(writer: Writer, since: datetime) -> tuple[int, str]:
    """How many acts the history tells, and every word of it."""
    with writer.store.reading() as session:
        entries = codebook_history.timeline(session)
        found = codebook_history.differences(session, since, now() + timedelta(days=1))
    return len(entries), repr((entries, found))


def test_no_original_is_told(writer: Writer) -> None:
    since = now() - timedelta(days=1)
    first = do(writer, "new code “{code}”", lambda s: codebook.add(s, name="Chez Martine"), code="Chez Martine")
    second = do(writer, "new code “{code}”", lambda s: codebook.add(
        s, name="Orvault", definition="Là où vit Mme Guilbaud", example="MARTINE, toujours"), code="Orvault")
    third = do(writer, "new code “{code}”", lambda s: codebook.add(s, name="Sa sœur"), code="Sa sœur")
    do(writer, "rename “{old}” to “{new}”", lambda s: codebook.edit(s, first, name="Chez elle"), old="Chez Martine",
       new="Chez elle")
    do(writer, "edit “{code}”", lambda s: codebook.edit(s, second, include="martine guilbaud, Orvault"), code="Orvault")
    do(writer, "merge “{code}” into “{into}”", lambda s: merging.merge(s, second, into=third), code="Orvault",
       into="Sa sœur")
    do(writer, "delete “{code}”", lambda s: codebook.remove(s, first), code="Chez Martine")
    count, before = told(writer, since)
    assert all(name in before.casefold() for name in NAMES)
    replace(writer, [martine(writer), orvault(writer)], None)
    after, words = told(writer, since)
    assert after == count
    assert not [name for name in NAMES if name in words.casefold()]
    assert "Chez Hélène" in words and "Mme Morin" in words
    writer.undo()
    assert told(writer, since) == (count, before)
