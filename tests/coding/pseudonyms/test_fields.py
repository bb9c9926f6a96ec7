# SPDX-License-Identifier: GPL-3.0-or-later
"""No column of words is forgotten, and every one can be edited in place."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import JSON, String

from coding.anchors import Edit
from coding.pseudonyms.fields import BETWEEN, BY_COLUMN, EXCUSED, EXCUSED_EVERYWHERE, Field
from models import tables
from models.change import ChangeEntry
from models.code import Code


def columns_of_words() -> set[tuple[str, str]]:
    return {
        (table.name, column.name) for table in tables.metadata.tables.values() for column in table.columns
        if isinstance(column.type, String | JSON) and column.name not in EXCUSED_EVERYWHERE
    }


def test_every_column_of_words_is_rewritten_or_excused_by_name() -> None:
    assert columns_of_words() == set(BY_COLUMN) | EXCUSED
    assert not set(BY_COLUMN) & EXCUSED


def test_the_search_index_is_the_only_other_table() -> None:
    assert set(tables.BY_NAME) == set(tables.metadata.tables)


def test_the_words_of_a_column_are_edited_in_place() -> None:
    field = Field(Code, "name")
    assert field.edited("Martine dit", [Edit(0, 7, "Hélène")]) == "Hélène dit"


def test_the_codebook_of_an_act_reads_as_its_words() -> None:
    field = BY_COLUMN["change_log", "codebook"]
    value = [{"id": 3, "before": None, "after": {"name": "Chez Martine", "guid": "Martine", "example": "", "pin": 1}}]
    assert field.text(value) == f"Chez Martine{BETWEEN}"
    assert field.edited(value, [Edit(5, 12, "Hélène")]) == [
        {"id": 3, "before": None, "after": {"name": "Chez Hélène", "guid": "Martine", "example": "", "pin": 1}}]


words = st.text("ab \x1e", max_size=6)
json = st.recursive(words | st.integers() | st.none(),
                    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("xyz", max_size=2), inner),
                    max_leaves=6)


@given(json, st.data())
def test_edits_in_json_read_as_edits_of_its_text(value: Any, data: st.DataObject) -> None:
    field = Field(ChangeEntry, "values")
    text = field.text(value)
    at = data.draw(st.integers(0, len(text)))
    end = next((n for n in range(at, len(text)) if text[n] == BETWEEN), len(text))
    stop = data.draw(st.integers(at, end))
    if at == stop:
        assert field.edited(value, []) == value
        return
    assert field.text(field.edited(value, [Edit(at, stop, "new")])) == text[:at] + "new" + text[stop:]
