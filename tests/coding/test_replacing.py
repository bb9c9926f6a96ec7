# SPDX-License-Identifier: GPL-3.0-or-later
"""Words sought wherever they are said, as whole words, labels left out."""

from __future__ import annotations

from pathlib import Path

from coding import interviews, replacing
from tests import build


def test_every_place_is_found_with_what_stands_around(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    build.interview(writer, "A", [("Marc", "Le Dr Marc a dit : Marc, Marceau."), ("Q", "Dr\nMarc ?")])
    build.interview(writer, "B", [("Q", "x" * 60 + " marc " + "y" * 60)])
    with writer.store.reading() as session:
        texts = {key: interviews.text(session, key) for key in (1, 2)}
        said = replacing.places(session, " Marc ")
        assert [(place.interview, place.turn) for place in said] == [("A", 1), ("A", 1), ("A", 2)]
        assert (said[0].before, said[0].after) == ("Le Dr ", " a dit : Marc, Marceau.")
        assert [place.found for place in replacing.places(session, "Dr Marc")] == ["Dr Marc", "Dr\nMarc"]
        other = replacing.places(session, "marc", interview_id=2, any_case=True)
        assert len(other) == 1 and other[0].before.startswith("…xx") and other[0].after.endswith("yy…")
        for place in (*said, *other):
            assert texts[place.interview_id][place.start : place.end] == place.found
        assert replacing.places(session, "  ") == [] == replacing.places(session, "eau")
    writer.store.close()
