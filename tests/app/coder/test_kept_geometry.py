# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page has measured and kept equals what would be measured now, whatever was done in between."""

from __future__ import annotations

from random import Random

import pytest

from app.acts import passages as acts
from app.coder.page.beneath import Beneath
from app.coder.page.geometry import Geometry
from app.coder.page.shown import What
from tests.app.coder.conftest import CODES, Coder

STEPS = 40


def step(coder: Coder, random: Random) -> None:
    """An act, an undo, a width, a filter, a scroll."""
    marks, start = coder.marks, random.randrange(10, 170)
    kind = random.randrange(9)
    if kind < 3 or not marks:
        codes = [coder.id_of(path) for path in random.sample(CODES, random.randrange(1, 4))]
        acts.code_span(coder.desk, interview_id=1, start=start, end=start + random.randrange(3, 90), code_ids=codes)
    elif kind == 3:
        acts.resize(coder.desk, passage_id=random.choice(marks).id, start=start, end=start + 25)
    elif kind == 4:
        acts.remove(coder.desk, passage_id=random.choice(marks).id)
    elif kind == 5:
        coder.desk.undo()
    elif kind == 6:
        coder.page.resize(random.choice((900, 1100, 1360)), random.choice((300, 840)))
    elif kind == 7:
        coder.text.choose(random.choice(marks).id, show=True)
    else:
        theme = coder.desk.codebook.themes[0].id
        coder.page.showing.pick(random.choice((What.EVERYTHING, What.CODE, What.UNCODED)), theme)


def assert_kept(coder: Coder) -> None:
    text = coder.text
    assert text.sight is not None and text.reading is not None and text._beneath is not None
    fresh = Geometry(text, text.reading)
    height = 840
    assert list(text.sight.piles(0, height)) == list(fresh.piles(0, height))
    assert text.sight.stripes(0, height) == fresh.stripes(0, height)
    painted = Beneath(text.reading, fresh, text._colour)
    blocks = list(fresh.blocks(0, height))
    assert [block.number for block in blocks] == [block.number for block in text.sight.blocks(0, height)]
    for block in blocks:
        assert text._beneath._runs_of(text.sight.block(block.number)) == painted._runs_of(block)
        for line, kept in zip(block.lines, text.sight.block(block.number).lines, strict=True):
            assert (line.start, line.end, line.last, line.base) == (kept.start, kept.end, kept.last, kept.base)
            assert line.box(line.start, line.end) == kept.box(kept.start, kept.end)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_kept_is_what_would_be_measured(coder: Coder, seed: int) -> None:
    random = Random(seed)
    for _n in range(STEPS):
        step(coder, random)
        assert_kept(coder)


def test_a_filtered_view_follows_every_act(coder: Coder) -> None:
    random = Random(9)
    coder.page.showing.pick(What.CODE, coder.desk.codebook.themes[0].id)
    for _n in range(STEPS):
        step(coder, random)
        reading = coder.page.reading
        assert reading is not None
        shown = (reading.shown.of(mark, reading.index) for mark in reading.index)
        assert list(reading.view) == [mark for mark in shown if mark is not None]
