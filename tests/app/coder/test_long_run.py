# SPDX-License-Identifier: GPL-3.0-or-later
"""A long run of acts, all undone, all redone: what is shown always equals what would be read afresh."""

from __future__ import annotations

from random import Random

import pytest

from app.acts import codes
from app.acts import passages as acts
from app.coder.page.reading import Reading
from coding import codebook
from coding.counts import Counts
from tests.app.coder.conftest import CODES, Coder

STEPS = 60


def act(coder: Coder, random: Random) -> None:
    """One act, whichever can be done."""
    assert coder.page.reading is not None
    desk, marks, book = coder.desk, coder.marks, list(coder.desk.codebook)
    code, mark = random.choice(book).id, random.choice(marks) if marks else None
    start = random.randrange(10, 120)
    kind = random.randrange(10)
    if mark is None or kind < 4:
        coder.text.pick(start, start + random.randrange(4, 60))
        coder.page.giving.give(code)
    elif kind == 4:
        acts.resize(desk, passage_id=mark.id, start=start, end=start + 20, then=None)
    elif kind == 5:
        acts.remove(desk, passage_id=mark.id)
    elif kind == 6:
        coder.text.choose(mark.id)
        coder.page.passage.memo.setPlainText(f"Note {start}")
        coder.page.passage.memo.keep()
    elif kind == 7 and mark.codes:
        acts.uncode(desk, passage_id=mark.id, code_id=mark.codes[0])
    elif kind == 8 and len(book) > 4:
        codes.merge(desk, coder.id_of(CODES[0]) if desk.codebook.find(CODES[0].split(" > ")) else book[-1].id,
                    into=book[0].id)
    else:
        coder.text.pick(start, start + 9)
        coder.page.giving.give_new(["Neuf", f"Code {random.randrange(99)}"], None)


def assert_shown(coder: Coder) -> None:
    """Page, lanes, counts, tree and panel agree with the project."""
    shown, desk = coder.page.reading, coder.desk
    assert shown is not None
    fresh = desk.read_now(lambda session: Reading.load(session, shown.transcript.interview_id))
    marks = list(fresh.index)
    assert coder.marks == marks
    book = desk.read_now(codebook.read)
    counts = desk.read_now(lambda session: Counts.load(session, book))
    model = coder.page.codebook.model
    assert [node.id for node in desk.codebook] == [node.id for node in book]
    for node in book:
        assert desk.counts.total(node.id) == counts.total(node.id)
        assert model.index_of(node.id).data() == node.name
    panel = coder.page.passage
    assert panel.mark == coder.text.chosen_mark
    if panel.mark is not None:
        assert len(panel.chips.widgets()) == len(panel.mark.codes) + 1
        assert panel.mark.has_memo == bool(panel.memo.toPlainText())
    coder.text.margin.grab()
    coder.text.grab()


@pytest.mark.parametrize("seed", [1, 2])
def test_everything_follows(coder: Coder, seed: int) -> None:
    random, done = Random(seed), 0
    for _n in range(STEPS):
        before = coder.desk.store.revision()
        act(coder, random)
        done += coder.desk.store.revision() != before
        assert coder.errors == []
    assert_shown(coder)
    for back in (coder.desk.undo, coder.desk.redo, coder.desk.undo):
        for n in range(done):
            back()
            if n % 9 == 0:
                assert_shown(coder)
        assert coder.errors == []
    assert coder.marks == []
    assert_shown(coder)
