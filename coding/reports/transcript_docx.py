# SPDX-License-Identifier: GPL-3.0-or-later
"""A coded interview in Word: its text exactly as it stands, each passage bearing its codes and memos as comments."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, transcripts
from coding.comments.notes import Marking, Note, notes
from coding.comments.word_file import BODY, GUID, SENT
from coding.interview_words import duration
from coding.language import _, short_date
from coding.reports import comments_xml
from coding.reports.comments_xml import text_xml
from coding.reports.cover import Cover, cover
from coding.reports.word import Page
from coding.reports.word_table import Cell
from coding.transcripts import TranscriptText
from models.interview import Interview
from models.passage import Passage

TURN, MORE = "FilRougeTurn", "FilRougeTurnMore"  # a turn's first paragraph, and its others
NUMBER, SPEAKER, STRONG = "FilRougeNumber", "FilRougeSpeaker", "FilRougeStrong"
STRONG_FILL = "FFF3C4"
_BOOKMARK = 900_000  # an id that no comment has
_REFERENCE = ('<w:commentRangeEnd w:id="{n}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
              '<w:commentReference w:id="{n}"/></w:r>')


@dataclass(frozen=True)
class Sent:
    """One interview to write. ``strong`` are the spans of strong quotes; ``legend`` names the codes, theme first,
    each with how many of the comments say it."""

    guid: str
    read: TranscriptText
    notes: tuple[Note, ...]
    strong: tuple[tuple[int, int], ...]
    legend: tuple[tuple[str, str, int], ...]
    front: Cover


def gather(session: Session, interview_id: int, marking: Marking) -> Sent:
    """What is written of an interview. Raises KnownError when it is gone."""
    read = transcripts.read(session, interview_id)
    row = session.execute(select(Interview.guid, Interview.date).where(Interview.id == interview_id)).one()
    found = notes(session, interview_id, marking)
    strong = session.execute(select(Passage.start, Passage.end).where(
        Passage.interview_id == interview_id, Passage.is_strong).order_by(Passage.start)).all()
    people = " · ".join(f"{name}, {role}" if role else name for name, role in read.people)
    details = " · ".join(part for part in (
        short_date(row.date) if row.date else "", read.mode, duration(read.duration_min)) if part)
    told = _("Codes and memos are in the comments; strong quotes are shaded.") if strong else _(
        "Codes and memos are in the comments.")
    return Sent(row.guid, read, tuple(found), tuple((start, end) for start, end in strong),
                _legend(session, found) if marking.legend else (), cover(session, read.title, people, details, told))


def write(path: Path, sent: Sent) -> None:
    """Write it to a .docx. Raises KnownError when it cannot."""
    page = Page(sent.front)
    _add_styles(page.document.styles)
    body = page.document.element.body
    for element in parse_xml(f"<w:body {nsdecls('w')}>{''.join(_paragraphs(sent))}</w:body>"):
        body[-1].addprevious(element)
    comments_xml.add(page.document, sent.notes)
    now = datetime.now().isoformat(timespec="seconds")
    comments_xml.set_properties(page.document, {GUID: sent.guid, SENT: now})
    if sent.legend:
        page.heading(_("Codes in this interview"), 1, new_page=True)
        head = Cell(_("Theme"), bold=True), Cell(_("Code"), bold=True), Cell(_("Passages"), bold=True, align="right")
        rows = [(Cell(theme), Cell(code), Cell(str(count), align="right")) for theme, code, count in sent.legend]
        page.table([head, *rows], (5.5, 8.0, 2.5))
    page.save(path)


def _legend(session: Session, found: Sequence[Note]) -> tuple[tuple[str, str, int], ...]:
    """Codes in the order of the codebook; a passage counts once, however many gave it the code."""
    spans = {(note.code_id, note.start, note.end) for note in found if note.code_id is not None}
    counts = Counter(code_id for code_id, _start, _end in spans)
    book = codebook.read(session)
    lines, theme = [], None
    for node in book:
        if counts[node.id]:
            above = book.theme_of(node.id).name
            lines.append((above if above != theme else "", book.path_below_theme(node.id) or "", counts[node.id]))
            theme = above
    return tuple(lines)


def _paragraphs(sent: Sent) -> Iterator[str]:
    """The transcript as paragraphs, each a line of its text; lines without a word are left out."""
    marks = _Marks(sent)
    lines = list(_lines(sent.read))
    bookmark = f'<w:bookmarkStart w:id="{_BOOKMARK}" w:name="{BODY}"/>'
    for place, (start, end, style, number) in enumerate(lines):
        inside = bookmark if place == 0 else ""
        if number:
            inside += f'<w:r><w:rPr><w:rStyle w:val="{NUMBER}"/></w:rPr><w:t>{number}</w:t><w:tab/></w:r>'
        inside += marks.runs(start, end)
        if place == len(lines) - 1:
            inside += marks.rest() + f'<w:bookmarkEnd w:id="{_BOOKMARK}"/>'
        apart = '<w:spacing w:before="240"/>' if place == 0 else ""
        yield f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{apart}</w:pPr>{inside}</w:p>'


def _lines(read: TranscriptText) -> Iterator[tuple[int, int, str, int]]:
    """Start, end, style, and the turn's number where one begins. A turn always begins a line."""
    text, heads = read.text, {turn.label_start: turn for turn in read.turns}
    cuts = sorted({0, *heads, *(at + 1 for at, sign in enumerate(text) if sign == "\n"), len(text)})
    number, style = 0, "Normal"
    for start, end in pairwise(cuts):
        if start in heads:
            number, style = heads[start].number, TURN
        if text[start:end].strip():
            yield start, start + len(text[start:end].rstrip("\n")), style, number
            number, style = 0, MORE if style in (TURN, MORE) else style


class _Marks:
    """Puts comments, labels and strong quotes in the runs of one line after another."""

    def __init__(self, sent: Sent) -> None:
        self._text = sent.read.text
        self._starts = [(note.start, place) for place, note in enumerate(sent.notes)]
        self._ends = sorted((note.end, -place) for place, note in enumerate(sent.notes))
        self._begun = self._ended = 0
        self._labels = _Spans([(turn.label_start, turn.start) for turn in sent.read.turns])
        self._strong = _Spans(_joined(sent.strong))

    def runs(self, start: int, end: int) -> str:
        """The runs of [start, end), with the comments that begin or end there."""
        made, at = "", start
        for cut in sorted({*self._cuts(start, end), end}):
            if cut > at:
                made += self._run(at, cut)
                at = cut
            made += self._close(cut) + (self._open(cut) if cut < end else "")
        return made

    def rest(self) -> str:
        """What is still open at the end of the text."""
        return self._open(len(self._text)) + self._close(len(self._text))

    def _cuts(self, start: int, end: int) -> Iterator[int]:
        yield start
        place = self._begun
        while place < len(self._starts) and self._starts[place][0] < end:
            yield max(start, self._starts[place][0])
            place += 1
        place = self._ended
        while place < len(self._ends) and self._ends[place][0] <= end:
            yield max(start, self._ends[place][0])
            place += 1
        for spans in (self._labels, self._strong):
            yield from spans.bounds(start, end)

    def _open(self, upto: int) -> str:
        made = ""
        while self._begun < len(self._starts) and self._starts[self._begun][0] <= upto:
            made += f'<w:commentRangeStart w:id="{self._starts[self._begun][1]}"/>'
            self._begun += 1
        return made

    def _close(self, upto: int) -> str:
        made = ""
        while self._ended < len(self._ends) and self._ends[self._ended][0] <= upto:
            made += _REFERENCE.format(n=-self._ends[self._ended][1])
            self._ended += 1
        return made

    def _run(self, start: int, end: int) -> str:
        style = SPEAKER if self._labels.hold(start) else STRONG if self._strong.hold(start) else ""
        look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
        return f"<w:r>{look}{text_xml(self._text[start:end])}</w:r>"


class _Spans:
    """Disjoint spans in order."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._bounds = [bound for span in spans for bound in span]

    def hold(self, offset: int) -> bool:
        """Whether one of them holds an offset."""
        return bisect_right(self._bounds, offset) % 2 == 1

    def bounds(self, start: int, end: int) -> Sequence[int]:
        """Where they begin or end within (start, end)."""
        low, high = bisect_right(self._bounds, start), bisect_right(self._bounds, end - 1)
        return self._bounds[low:high]


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    made: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = made[-1][0], max(made[-1][1], end)
        else:
            made.append((start, end))
    return made


def _add_styles(styles: Any) -> None:
    """Those of a transcript and of comments, which the template lacks."""
    for name, key, size in ((_("Turn of speech"), TURN, 0), (_("Turn of speech, continued"), MORE, 0),
                            ("annotation text", "CommentText", 10)):
        style = _style(styles, name, key, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        if size:
            style.font.size = Pt(size)
            continue
        style.paragraph_format.left_indent = Cm(1.1)
        style.paragraph_format.first_line_indent = Cm(-1.1 if key == TURN else 0)
        style.paragraph_format.tab_stops.add_tab_stop(Cm(1.1))
    number = _style(styles, _("Turn number"), NUMBER, WD_STYLE_TYPE.CHARACTER)
    number.font.size, number.font.color.rgb = Pt(8.5), RGBColor(0x6B, 0x74, 0x7C)
    _style(styles, _("Speaker"), SPEAKER, WD_STYLE_TYPE.CHARACTER).font.bold = True
    strong = _style(styles, _("Strong interview quote"), STRONG, WD_STYLE_TYPE.CHARACTER)
    strong.element.get_or_add_rPr().append(parse_xml(
        f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{STRONG_FILL}"/>'))
    _style(styles, "annotation reference", "CommentReference", WD_STYLE_TYPE.CHARACTER).font.size = Pt(8)


def _style(styles: Any, name: str, key: str, kind: WD_STYLE_TYPE) -> Any:
    made = styles.add_style(name, kind, builtin=not key.startswith("FilRouge"))
    made.element.set(qn("w:styleId"), key)
    made.quick_style = key.startswith("FilRouge")
    return made
