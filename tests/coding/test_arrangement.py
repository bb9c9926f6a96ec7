# SPDX-License-Identifier: GPL-3.0-or-later
"""A transversal table laid out: what moves, what goes, and what never changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coding.arrangement import Arrangement, arranged
from coding.transversal import Band, Row, Table

DEPTHS = (0, 1, 2, 1, 0, 1, 1)
NAMES = ("Statut", "Zèle", "œuvre", "Âge", "Cadre", "b", "A")


def _table(figures: list[list[int]], cut: int | None) -> Table:
    columns = len(figures[0])
    rows = tuple(
        Row(place + 1, "", None, name, "", depth, tuple(own), sum(map(bool, own)),
            next((n for n, count in enumerate(own) if count), None))
        for place, (name, depth, own) in enumerate(zip(NAMES, DEPTHS, figures, strict=True)))
    bands = None if cut is None else (Band("un", 0, cut, cut), Band("deux", cut, columns, columns - cut))
    return Table(None, None if cut is None else "Métier", "passages", tuple(f"E{7 * n % 10}" for n in range(columns)),
                 tuple(range(columns)), columns, rows, bands=bands)


TABLES = st.builds(
    _table, st.lists(st.lists(st.integers(0, 2), min_size=5, max_size=5), min_size=7, max_size=7),
    st.one_of(st.none(), st.integers(0, 5)))
ARRANGEMENTS = st.builds(
    Arrangement, st.sampled_from(["codebook", "most", "name"]), st.sampled_from(["recorded", "title", "most"]),
    st.frozensets(st.sampled_from([1, 5])), st.booleans(), st.booleans())


def _cells(table: Table) -> dict[tuple[int, int], float]:
    return {(row.code_id, key): count for row in table.rows
            for key, count in zip(table.interview_ids, row.counts, strict=True)}


@given(TABLES, ARRANGEMENTS)
def test_cells_firsts_and_totals_stay_what_they_were(table: Table, arrangement: Arrangement) -> None:
    found = arranged(table, arrangement)
    whole = _cells(table)
    assert all(whole[key] == count for key, count in _cells(found).items())
    before = {row.code_id: row for row in table.rows}
    for row in found.rows:
        same = before[row.code_id]
        assert row.present == same.present
        if same.first is not None:
            assert row.first is not None
            assert found.interview_ids[row.first] == table.interview_ids[same.first]
        assert [band.present(row) for band in found.bands or ()] == [band.present(same) for band in table.bands or ()]


@given(TABLES, ARRANGEMENTS)
def test_only_what_is_folded_or_empty_goes(table: Table, arrangement: Arrangement) -> None:
    found = arranged(table, arrangement)
    gone = {row.code_id for row in table.rows} - {row.code_id for row in found.rows}
    folded = ({2, 3, 4} if 1 in arrangement.folded else set()) | ({6, 7} if 5 in arrangement.folded else set())
    empty = {row.code_id for row in table.rows if not row.present} if arrangement.hide_empty_rows else set()
    assert gone == folded | empty
    unseen = set(table.interview_ids) - set(found.interview_ids)
    assert all(not count for (_code, key), count in _cells(table).items() if key in unseen)
    assert arrangement.hide_empty_columns or not unseen


def test_rows_are_sorted_under_their_own_theme() -> None:
    table = _table([[1, 1, 0], [1, 0, 0], [1, 0, 0], [1, 1, 0], [1, 1, 1], [0, 0, 1], [1, 1, 1]], None)
    names = [row.name for row in arranged(table, Arrangement(rows="most")).rows]
    assert names == ["Statut", "Âge", "Zèle", "œuvre", "Cadre", "A", "b"]
    names = [row.name for row in arranged(table, Arrangement(rows="name")).rows]
    assert names == ["Cadre", "A", "b", "Statut", "Âge", "Zèle", "œuvre"]


def test_columns_are_sorted_within_their_band() -> None:
    table = _table([[1, 2, 0, 0, 1], *([[0] * 5] * 6)], 2)
    found = arranged(table, Arrangement(columns="most", hide_empty_columns=True))
    assert found.interview_ids == (1, 0, 4)
    assert [(band.start, band.stop, band.interviews) for band in found.bands or ()] == [(0, 2, 2), (2, 3, 3)]
