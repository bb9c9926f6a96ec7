# SPDX-License-Identifier: GPL-3.0-or-later
"""Every place of a line where a label could stand; which of them are speakers is for ``evidence`` to say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from coding.intake.cleaning import key_of
from coding.intake.lines import Line
from coding.intake.shapes import LONGEST_LABEL
from coding.intake.stamps import BRACKETED, SPACE, STAMP, milliseconds

# No label with its time is longer: what follows need not be looked at.
_WINDOW = 200
_NAME = r"[^\n\t:：\[\](){}<>«»“”\"?!;,…#]"
_ASIDE = rf"(?:{SPACE}*\((?!\d+:)[^()\n:]{{1,40}}\))?"

# An indent, a dash, a time, a turn number.
_LEAD = re.compile(
    rf"{SPACE}*(?:[-–—•*]{SPACE}*)?(?:(?P<time>{STAMP}){SPACE}*\t?(?:[-–—]{SPACE}+)?)?"
    rf"(?:\d{{1,4}}[.)]?{SPACE}+(?=[^\W\d_]))?"
)
_BRACKET_NAME = re.compile(r"[\[(](?P<name>[^\[\]()\n\t:]{1,60})[\])]")
_AFTER_BRACKET = re.compile(rf"{SPACE}*(?P<time>{STAMP})?{SPACE}*(?P<colon>[:：])?[ \t]*")
_COLON = re.compile(
    rf"(?P<name>{_NAME}{{1,60}}?)(?:{SPACE}*(?P<time>{STAMP}))?{_ASIDE}{SPACE}*[:：](?!//)(?:{SPACE}*(?P<after>{BRACKETED}))?"
)
# «Rendez-vous à 12:31» has no label.
_CLOCK_AROUND = re.compile(r"(?:^|\s)\d{1,2}:[0-5]\d(?!\w)")
_TIMED = re.compile(rf"(?P<name>{_NAME}{{1,60}}?){SPACE}*(?:(?P<time>{BRACKETED})|\t?(?P<bare>{STAMP}){SPACE}*$)")
_TAB = re.compile(rf"(?P<name>{_NAME}{{1,60}}?){SPACE}*\t(?=.*\S)")
_DASH = re.compile(
    rf"(?P<name>{_NAME}{{1,60}}?)(?:{SPACE}+[-–—]{SPACE}+|(?<=^[A-ZÀ-Þ])\.{SPACE}+|{SPACE}?[>|]{SPACE})(?=\S)"
)
_ALONE = re.compile(rf"(?P<name>{_NAME}{{1,60}}?){SPACE}*$")


class Form(Enum):
    """How the label is set off from the words."""

    ROW = "row"
    COLON = "colon"
    TIMED = "timed"
    BRACKET = "bracket"
    BOLD = "bold"
    ALONE = "alone"
    TAB = "tab"
    DASH = "dash"
    TIME_ONLY = "time only"


@dataclass(frozen=True)
class Candidate:
    """A possible label: ``text[start:words]`` of its line, with separator and spaces.

    ``above``: its time stands alone on the line before, which goes with it.
    """

    line: int
    form: Form
    label: str
    start: int
    words: int
    time_ms: int | None
    bold: bool
    above: bool = False

    @property
    def key(self) -> str:
        return key_of(self.label)


def candidates(number: int, line: Line) -> list[Candidate]:
    """The possible labels of a line, the most explicit form first."""
    if line.row:
        return _from_row(number, line)
    head = line.text[:_WINDOW]
    lead = _LEAD.match(head)
    assert lead is not None  # every part of it is optional
    reading = _Reading(number, line, head, lead)
    found = [reading.bracket(), reading.colon(), reading.timed(), reading.bold(), reading.alone(), reading.tab()]
    found += [reading.dash(), reading.time_only()]
    return [c for c in found if c]


def certain(number: int, line: Line) -> Candidate | None:
    """The label of a line whose file itself says who speaks; its label is empty when it says only when."""
    row = line.row
    if row is None or not row.certain:
        return None
    time = milliseconds(line.text[slice(*row.time)]) if row.time else None
    return Candidate(number, Form.ROW, line.text[slice(*row.label)], 0, row.words[0], time, False)


def _from_row(number: int, line: Line) -> list[Candidate]:
    assert line.row is not None
    label = line.text[slice(*line.row.label)].strip()
    stripped = label.rstrip(":： \u00a0\u202f\t").strip("[]").strip()
    if not stripped:
        return []
    cell = line.text[slice(*line.row.time)] if line.row.time else label
    time = milliseconds(cell)
    if time is not None:
        stripped = re.sub(STAMP, "", stripped).strip(" \u00a0\u202f:\n[]()") or stripped
    start = len(line.text) - len(line.text.lstrip())
    words = line.row.words[0]
    bold = line.bold >= line.row.label[1]
    return [Candidate(number, Form.ROW, " ".join(stripped.split()), start, words, time, bold)]


class _Reading:
    """One line being read, past its dash and leading time."""

    def __init__(self, number: int, line: Line, head: str, lead: re.Match[str]) -> None:
        self._number, self._line, self._head = number, line, head
        self._time = milliseconds(lead["time"]) if lead["time"] else None
        self._start = len(head) - len(head.lstrip())
        self._at = lead.end()

    def _make(self, form: Form, label: str, words: int, stamp: str | None = None) -> Candidate | None:
        name = " ".join(label.split()).strip("-–—_* ")
        if not name or len(name) > LONGEST_LABEL or not any(c.isalpha() for c in name):
            return None
        end_of_name = self._head.find(label.strip(), self._at) + len(label.strip())
        time = milliseconds(stamp) if stamp else self._time
        bold = self._line.bold >= end_of_name
        return Candidate(self._number, form, name, self._start, words, time, bold)

    def bracket(self) -> Candidate | None:
        name = _BRACKET_NAME.match(self._head, self._at)
        if not name:
            return None
        rest = _AFTER_BRACKET.match(self._head, name.end())
        assert rest is not None  # every part of it is optional
        form = Form.COLON if rest["colon"] else Form.TIMED if rest["time"] or self._time is not None else Form.BRACKET
        return self._make(form, name["name"], rest.end(), rest["time"])

    def colon(self) -> Candidate | None:
        found = _COLON.match(self._head, self._at)
        if not found or (not found["time"] and _CLOCK_AROUND.search(self._head[: found.end() + 3], self._at)):
            return None
        return self._make(Form.COLON, found["name"], found.end(), found["time"] or found["after"])

    def timed(self) -> Candidate | None:
        found = _TIMED.match(self._head, self._at)
        if not found:
            return None
        return self._make(Form.TIMED, found["name"], found.end(), found["time"] or found["bare"])

    def bold(self) -> Candidate | None:
        end = self._line.bold
        name = self._head[self._at : end]
        if not self._at < end < len(self._line.text.rstrip()) or "\t" in name.strip():
            return None
        return self._make(Form.BOLD, name, end)

    def alone(self) -> Candidate | None:
        found = _ALONE.match(self._head, self._at) if len(self._line.text) <= _WINDOW else None
        return self._make(Form.ALONE, found["name"], len(self._line.text)) if found else None

    def tab(self) -> Candidate | None:
        found = _TAB.match(self._head, self._at)
        return self._make(Form.TAB, found["name"], found.end()) if found else None

    def dash(self) -> Candidate | None:
        # Matched on the rest alone, for the initial of «Q. Depuis quand» is told by the beginning of the text.
        found = _DASH.match(self._head[self._at :])
        return self._make(Form.DASH, found["name"], self._at + found.end()) if found else None

    def time_only(self) -> Candidate | None:
        if self._time is None:
            return None
        return Candidate(self._number, Form.TIME_ONLY, "", self._start, self._at, self._time, False)
