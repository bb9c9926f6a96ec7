# SPDX-License-Identifier: GPL-3.0-or-later
"""Interview offsets to the screen and back, over whatever a transcript may hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.coder.page.projection import LIMIT, Kind, Projection
from coding.transcripts import TranscriptText, TurnText

WORDS = st.text(st.sampled_from("aé’ \u00a0\u202f.?\n\t😀👩🏽\u200d\u0301ñ\u2028«»𝒳"), max_size=60)
LONG = st.builds(lambda words, n: words * n, WORDS, st.sampled_from([1, 1, 1, 80, 400]))


@st.composite
def transcripts(draw: st.DrawFn) -> TranscriptText:
    """A title block, then turns with their labels, white space between them."""
    text = draw(WORDS)
    turns = []
    for number in range(1, draw(st.integers(0, 5)) + 1):
        text += draw(st.sampled_from(["", "\n", "\n\n", "note\n"]))
        label, said = draw(st.sampled_from(["Q", "Inès😀", ""])), draw(LONG).strip()
        low, start = len(text), len(text) + len(label) + 3
        text += f"{label} : {said}"
        time = draw(st.sampled_from([None, 61000]))
        turns.append(TurnText(number, low, start, len(text), label, number % 2 == 1, time))
    return TranscriptText(1, "T", text, tuple(turns))


def units(text: str) -> int:
    """UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def screen(projection: Projection) -> str:
    """What the document holds, separators as line feeds."""
    return "\n".join(paragraph.shown for paragraph in projection.paragraphs)


def cut(text: str, low: int, high: int) -> str:
    """A slice counted in UTF-16 units."""
    return text.encode("utf-16-le")[low * 2 : high * 2].decode("utf-16-le")


@given(transcripts())
def test_every_shown_code_point_stands_where_it_is_said_to(transcript: TranscriptText) -> None:
    projection = Projection(transcript)
    shown = screen(projection)
    assert projection.length == units(shown)
    for paragraph in projection.paragraphs:
        assert paragraph.units == units(paragraph.shown)
        assert len(paragraph.shown) <= LIMIT
        for offset in range(paragraph.start, paragraph.end, 7):
            low, high = projection.span(offset, offset + 1)
            assert cut(shown, low, high).replace("\ufffd", "") in transcript.text[offset]
            assert projection.offset(low) == offset == projection.offset(projection.position(offset))
            assert projection.selected(low, high) == (offset, offset + 1)
            assert projection.first_shown(offset) == offset


@given(transcripts())
def test_all_the_words_are_shown_once_and_in_order(transcript: TranscriptText) -> None:
    projection = Projection(transcript)
    spans = [(p.start, p.end) for p in projection.paragraphs if p.kind is not Kind.LABEL]
    assert spans == sorted(spans)
    covered = [offset for start, end in spans for offset in range(start, end)]
    assert len(covered) == len(set(covered))
    labels = {n for turn in transcript.turns for n in range(turn.label_start, turn.start)}
    missing = set(range(len(transcript.text))) - set(covered) - labels
    assert not "".join(transcript.text[n] for n in sorted(missing)).strip()
    assert not labels & set(covered)


@given(transcripts(), st.data())
def test_a_selection_is_the_words_under_it(transcript: TranscriptText, data: st.DataObject) -> None:
    projection = Projection(transcript)
    low = data.draw(st.integers(0, projection.length))
    high = data.draw(st.integers(low, projection.length))
    start, end = projection.selected(low, high)
    assert 0 <= start <= end <= len(transcript.text)
    inside = [p for p in projection.paragraphs if p.kind is not Kind.LABEL and p.at < high and low < p.at + p.units]
    if inside:
        assert start == inside[0].offset(max(0, low - inside[0].at))
        assert end == inside[-1].offset(min(high - inside[-1].at, inside[-1].units))
    assert projection.offset(low) <= projection.offset(high)


@given(transcripts(), st.data())
def test_a_span_covers_its_words_and_no_others(transcript: TranscriptText, data: st.DataObject) -> None:
    projection = Projection(transcript)
    start = data.draw(st.integers(0, max(0, len(transcript.text) - 1)))
    end = data.draw(st.integers(start, len(transcript.text)))
    low, high = projection.span(start, end)
    assert 0 <= low <= projection.length
    assert 0 <= high <= projection.length
    for paragraph in projection.paragraphs:
        if paragraph.kind is not Kind.LABEL:
            for offset in range(paragraph.start, paragraph.end, 11):
                assert (low <= projection.position(offset) < high) == (start <= offset < end)


@given(transcripts())
def test_every_offset_belongs_to_the_words_that_follow_it(transcript: TranscriptText) -> None:
    projection = Projection(transcript)
    words = [p for p in projection.paragraphs if p.kind is not Kind.LABEL]
    for before, after in zip([None, *words], words, strict=False):
        assert projection.shown_before(after) == (before.end if before else 0)
        for offset in range(projection.shown_before(after), after.start):
            assert projection.first_shown(offset) == after.start
