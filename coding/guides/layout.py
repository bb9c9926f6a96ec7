# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lines of a guide are: its title, its sections, their questions, and the prompts of these.

Guides are laid out in many ways. The highest level of which a good part asks something holds the questions; levels
above it are sections, levels below it prompts. What the file says itself («Relances : …») comes first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from coding.guides.draft import QuestionDraft
from coding.guides.outline import GuideLine, Role

ASKING = 0.4  # share of the lines of a level that ask something, where it holds the questions
HEADING = 90  # characters of the longest section
NOTE = 140  # characters from which a line that asks nothing is a note to the interviewer
_GUIDE = re.compile(r"guide|grille|canevas|trame|entretien|interview|questions", re.IGNORECASE)
_LISTS = ("number", "lower", "bullet")
_ABOVE = ("heading", "roman", "upper", "bold")

Level = tuple[int, int, str]


@dataclass(frozen=True)
class Laid:
    """A guide read: its title, empty when it gives none, and its questions."""

    title: str
    questions: tuple[QuestionDraft, ...]


def laid_out(lines: Sequence[GuideLine]) -> Laid:
    """Read the lines of a guide; no question when they are none."""
    title, body = _title(_whole([line for line in lines if line.text or line.role]))
    asking = _asking(body, title)
    if asking is None and not any(line.role == "question" for line in body):
        return Laid(title, ())
    return Laid(title, tuple(_questions(body, asking)))


def _whole(lines: Sequence[GuideLine]) -> list[GuideLine]:
    """Lines that go on from the one above joined to it: a small letter after words that do not end."""
    found: list[GuideLine] = []
    for line in lines:
        goes_on = line.kind == "plain" and not line.role and line.text[:1].islower()
        if goes_on and found and found[-1].text and found[-1].text[-1] not in ".?!:;…":
            found.append(replace(above := found.pop(), text=f"{above.text} {line.text}"))
        else:
            found.append(line)
    return found


def _title(lines: list[GuideLine]) -> tuple[str, list[GuideLine]]:
    """The title, and the other lines: what is styled so, or the first line when it names a guide and asks nothing."""
    for place, line in enumerate(lines[:5]):
        first = place == 0 and not line.asks and not line.role and len(line.text) <= NOTE
        alone = [one.level for one in lines].count(line.level) == 1
        if line.kind == "title" or (first and _GUIDE.search(line.text) and (line.kind == "plain" or alone)):
            return line.text, lines[:place] + lines[place + 1 :]
    return "", lines


def _asking(lines: Sequence[GuideLine], title: str) -> Level | None:
    """The level that holds the questions; None when these lines are no guide."""
    levels: dict[Level, list[GuideLine]] = defaultdict(list)
    for line in lines:
        if not line.role:
            levels[line.level].append(line)
    told = [level for level in sorted(levels)
            if sum(line.asks for line in levels[level]) >= ASKING * sum(len(line.text) <= NOTE or line.asks
                                                                       for line in levels[level])
            and any("?" in line.text or line.asks for line in levels[level])]
    if told:
        return told[0]
    listed = [level for level in sorted(levels) if levels[level][0].kind in _LISTS]
    above = any(line.kind in _ABOVE or line.role == "section" for line in lines)
    if not listed or not _GUIDE.search(title):
        return None
    return listed[0] if above or len(listed) == 1 else listed[1]  # a guide of topics, none of them a question


def _questions(lines: Sequence[GuideLine], asking: Level | None) -> Iterator[QuestionDraft]:
    headed = any(line.role == "section" or (not line.role and line.kind in _ABOVE and _higher(line, asking))
                 for line in lines)
    listed = any(line.kind in _LISTS and _higher(line, asking) for line in lines if not line.role)
    section, started, begun, waiting = "", False, False, False  # waiting: below a bare «Relances :»
    for line, below in zip_longest(lines, lines[1:]):
        role = line.role or _role(line, asking, headed or listed, started)
        if role == "prompt" and not headed and below is not None and _heads(line, below, asking):
            role = "section"
        if role == "prompt" and not line.text:
            waiting = True
            continue
        if not role or not line.text:
            continue
        if role == "section":
            section, started, begun, waiting = line.text.rstrip(" :"), True, False, False
            continue
        prompt = begun and (role == "prompt" or (waiting and not line.role and line.level != asking))
        waiting = waiting and prompt
        for text in _several(line.text) if line.role == "prompt" else [line.text]:
            yield QuestionDraft(section, text, prompt)
        started = begun = True


def _role(line: GuideLine, asking: Level | None, headed: bool, started: bool) -> Role:
    if asking is None:
        return ""
    if line.level == asking:
        if line.kind == "plain" and not line.asks:
            return _plain(line, headed, started)
        return "question"
    if line.kind == "plain" and not line.asks:
        return _plain(line, headed, started) if _higher(line, asking) or not started else _aside(line)
    if _higher(line, asking):
        return "section" if len(line.text) <= HEADING else ""
    return "prompt"


def _plain(line: GuideLine, headed: bool, started: bool) -> Role:
    """A plain line that asks nothing: a heading where there is no other sort, else a question said as a topic; a note
    when it is long or stands before all questions."""
    short = len(line.text) <= HEADING and not line.text.endswith((".", ",", ";"))
    if not headed:
        return "section" if short else ""
    return "question" if short and started else ""


def _aside(line: GuideLine) -> Role:
    return "prompt" if len(line.text) <= HEADING and not line.text.endswith(".") else ""


def _heads(line: GuideLine, below: GuideLine, asking: Level | None) -> bool:
    """Whether a plain line above a question, at the margin, is the heading that a pdf or a plain text does not tell."""
    return (line.kind == "plain" and not line.role and line.depth == 0 and not line.asks and line.text[:1].isupper()
            and below.level == asking)


def _higher(line: GuideLine, asking: Level | None) -> bool:
    return asking is not None and line.level < asking


def _several(text: str) -> list[str]:
    """The prompts of one line: «l’équipe ? les usagers ?», «l’équipe ; les usagers»."""
    parts = re.split(r"(?<=\?)\s+|\s*;\s*|\s+/\s+", text)
    return [part for part in (part.strip() for part in parts) if part]
