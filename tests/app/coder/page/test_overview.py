# SPDX-License-Identifier: GPL-3.0-or-later
"""The strip beside the scroll bar: what stands where in the whole interview, patched, pointed at, clicked."""

from __future__ import annotations

from random import Random

from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QColor, QImage

from app import theme
from app.acts import passages as acts
from app.coder.page.overview import SIDE, Overview
from app.coder.page.shown import What
from coding.language import _
from tests.app.coder.conftest import CODES, Coder


def strip(coder: Coder) -> Overview:
    """The strip, drawn."""
    coder.qtbot.waitUntil(lambda: not coder.text.overview._soon.isActive())
    return coder.text.overview


def picture(overview: Overview) -> QImage:
    assert overview._picture is not None
    return overview._picture.toImage()


def test_patches_equal_a_picture_drawn_anew(coder: Coder) -> None:
    random, overview = Random(3), strip(coder)
    assert coder.page.reading is not None
    length = len(coder.page.reading.transcript.text)
    acts.code_span(coder.desk, interview_id=1, start=20, end=30, code_ids=[coder.id_of(path) for path in CODES])
    for n in range(25):
        start = random.randrange(10, length - 60)
        if n % 4 == 3:
            coder.desk.undo()
        else:
            acts.code_span(coder.desk, interview_id=1, start=start, end=start + random.randrange(4, 50),
                           code_ids=[coder.id_of(random.choice(CODES))])
        patched = picture(strip(coder))
        overview._draw_all()
        assert patched == picture(overview)


def test_a_theme_lives_where_its_passages_are(coder: Coder) -> None:
    start, end = coder.select("poser mes limites")
    coder.key(Qt.Key.Key_3)
    overview = strip(coder)
    image = picture(overview)
    colour = theme.tint(coder.desk.codebook.themes[1].colour, 0.85)
    middle = (overview._row(start) + overview._row(end)) // 2
    assert image.pixelColor(4, middle) == colour
    assert image.pixelColor(4, overview._row(end) + 6) == QColor(theme.palette().panel)
    coder.page.showing.pick(What.CODE, coder.desk.codebook.themes[0].id)
    assert picture(strip(coder)).pixelColor(4, middle) != colour


def test_pointing_tells_and_clicking_goes_there(coder: Coder) -> None:
    start, end = coder.select("sortais de la salle")
    coder.key(Qt.Key.Key_2)
    overview = strip(coder)
    y = (overview._row(start) + overview._row(end)) // 2
    assert overview.tip(y).splitlines() == [f"{_('Turn {n}').format(n=4)} · Inès", "Secret professionnel"]
    asked: list[int] = []
    overview.asked.connect(asked.append)
    coder.click(overview, QPoint(10, y))
    assert start - 5 < asked[0] < end + 5


def test_a_click_scrolls_the_page(coder: Coder) -> None:
    coder.page.resize(900, 200)
    overview = strip(coder)
    bar = coder.text.verticalScrollBar()
    assert bar is not None
    before = bar.value()
    coder.click(overview, QPoint(10, overview.height() - 3))
    assert bar.value() > before
    assert overview._frame.bottom() > overview.height() // 2


def test_hits_bookmarks_and_the_end_of_reading_are_marked(coder: Coder) -> None:
    overview = strip(coder)
    overview.set_hits([(40, 50)])
    overview.set_bookmarks([90])
    overview.set_read_to(150)
    image, colours = overview.grab().toImage(), theme.palette()
    assert image.pixelColor(SIDE // 2, overview._row(40)) == colours.accent
    assert image.pixelColor(SIDE // 2, overview._row(90)) == colours.warn
    assert image.pixelColor(20, overview._row(150)) == colours.ok
