# SPDX-License-Identifier: GPL-3.0-or-later
"""A pattern of fields, brackets and words, and writing it out so that an empty field leaves nothing stray.

Commas and the like part a pattern into segments. A field that is empty takes along the words of its segment that were
there for it, the separator and the brackets. The segments that speak of people are repeated for each voice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from coding.typography import NBSP

if TYPE_CHECKING:
    from coding.voices import Voice

_TOKEN = re.compile(
    r"(?P<marked>[«“\"][ \u00a0\u202f]*\{quote\}[ \u00a0\u202f]*[»”\"])|\{(?P<field>[^{}]*)\}|(?P<open>[(\[])"
    r"|(?P<close>[)\]])|(?P<apart>\s*[,;·•|]\s*|\s+[–—/-]\s+)")
STRAY = " \u00a0\u202f,;:·•|–—/-"


@dataclass(frozen=True)
class Field:
    name: str
    marked: bool = False


@dataclass(frozen=True)
class Bracketed:
    opening: str
    closing: str
    body: Body


Item = str | Field | Bracketed
Body = tuple[tuple[str, tuple[Item, ...]], ...]  # segments, each after its separator
Fill = Callable[[Field, "Voice | None"], str]



@dataclass(frozen=True)
class Writer:
    """Writes a pattern out; ``voice`` is the one spoken of within a segment that is repeated for each."""

    fill: Fill
    personal: Callable[[Field], bool]
    people: Sequence[Voice]
    language: str

    def body(self, body: Body, voice: Voice | None) -> str:
        """The segments that have something to say, each after its separator."""
        line = ""
        for repeated, run in groupby(body, lambda segment: voice is None and self._repeated(segment[1])):
            segments = tuple(run)
            said: list[tuple[str, str]]
            if repeated:
                each = dict.fromkeys(filter(None, (self.body(segments, one) for one in self.people)))
                said = [(segments[0][0], between_voices(self.language).join(each))]
            else:
                said = [(apart, self._segment(items, voice)) for apart, items in segments]
            for apart, text in said:
                if text:
                    line += (apart if line else "") + text
        return line

    def _repeated(self, items: Sequence[Item]) -> bool:
        fields = named((("", tuple(items)),))
        return any(map(self.personal, fields)) and all(one.name != "quote" for one in fields)

    def _segment(self, items: Sequence[Item], voice: Voice | None) -> str:
        """Words go with the field they lead to, those at the end with the last field."""
        line, lead, dropped, last = "", "", False, True
        for item in items:
            if isinstance(item, str):
                lead = item
                continue
            value = self.fill(item, voice) if isinstance(item, Field) else self._group(item, voice)
            last = bool(value)
            if value:
                line += self._lead(lead.lstrip(STRAY) if dropped and not line else lead, item) + value
            dropped, lead = dropped or not value, ""
        if last or (line and not any(map(str.isalnum, lead))):
            line += lead
        return line

    def _lead(self, text: str, item: Item) -> str:
        numbered = isinstance(item, Field) and item.name == "turn" and text.endswith(" ")
        return text[:-1] + NBSP if numbered else text

    def _group(self, group: Bracketed, voice: Voice | None) -> str:
        within = self.body(group.body, voice)
        return f"{group.opening}{within}{group.closing}" if within else ""


def named(body: Body) -> list[Field]:
    """The fields of a pattern, as they come."""
    found: list[Field] = []
    for _apart, items in body:
        for item in items:
            if isinstance(item, Field):
                found.append(item)
            elif isinstance(item, Bracketed):
                found.extend(named(item.body))
    return found


def parsed(pattern: str) -> Body:
    """A pattern as segments; a bracket without its fellow, or with no field inside, is a word like another."""
    opened: list[tuple[str, list[tuple[str, list[Item]]]]] = [("", [("", [])])]
    at = 0
    for token in _TOKEN.finditer(pattern):
        _add(opened[-1][1], pattern[at : token.start()])
        at = token.end()
        if token["marked"] or token["field"] is not None:
            opened[-1][1][-1][1].append(Field(token["field"] or "quote", marked=bool(token["marked"])))
        elif token["open"]:
            opened.append((token["open"], [("", [])]))
        elif token["apart"]:
            opened[-1][1].append((token["apart"], []))
        elif len(opened) > 1 and opened[-1][0] + token["close"] in ("()", "[]"):
            opening, segments = opened.pop()
            body = _body(segments)
            _add(opened[-1][1], Bracketed(opening, token["close"], body) if named(body)
                 else opening + _text(body) + token["close"])
        else:
            _add(opened[-1][1], token["close"])
    _add(opened[-1][1], pattern[at:])
    while len(opened) > 1:  # never closed
        opening, segments = opened.pop()
        _add(opened[-1][1], opening)
        first, *others = segments
        for item in first[1]:
            _add(opened[-1][1], item)
        opened[-1][1].extend(others)
    return _body(opened[0][1])


def _add(segments: list[tuple[str, list[Item]]], item: Item) -> None:
    """Put an item at the end of the last segment, words after words being one."""
    items = segments[-1][1]
    if isinstance(item, str) and items and isinstance(items[-1], str):
        items[-1] += item
    elif item != "":
        items.append(item)


def _body(segments: Sequence[tuple[str, Sequence[Item]]]) -> Body:
    return tuple((apart, tuple(items)) for apart, items in segments)


def _text(body: Body) -> str:
    return "".join(apart + "".join(item for item in items if isinstance(item, str)) for apart, items in body)


def between_voices(language: str) -> str:
    """What parts two voices."""
    return f"{NBSP}; " if language == "fr" else "; "
