# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of a guide with what tells a section from a question from a prompt: headings, numbers, bullets, indents.

A line's ``kind`` and ``depth`` make its level; what each level holds is told by ``coding.guides.layout``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["title", "heading", "roman", "upper", "bold", "number", "lower", "plain", "bullet"]
Role = Literal["", "section", "question", "prompt"]
KINDS: tuple[Kind, ...] = ("title", "heading", "roman", "upper", "bold", "number", "lower", "plain", "bullet")

_MARKERS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("heading", re.compile(r"(#{1,6})\s+")),
    ("number", re.compile(r"(?:Q|Question)\s*(?:n°\s*)?\d{1,3}\s*[.:)–—-]\s*", re.IGNORECASE)),
    ("roman", re.compile(r"[IVX]{1,5}\s*(?:[.)/:]|[–—-](?=\s))\s*")),
    ("upper", re.compile(r"[A-H]\s*(?:[.)/]|[–—-](?=\s))\s+")),
    ("number", re.compile(r"(\d{1,2}(?:\.\d{1,2})+)\s*[.):–—-]?\s*")),
    ("number", re.compile(r"\d{1,2}\s*(?:[.)°/:]|[–—-](?=\s))\s*(?!\d)")),
    ("lower", re.compile(r"[a-h]\s*[.)]\s+")),
    ("bullet", re.compile(r"(?:[-–—•*▪◦→‣·○●■□➢✓➔⇒\uf0b7\uf0a7]|o(?=\s))\s*")),
)
_SECTION = re.compile(
    r"(?:th[èe]me|th[ée]matique|partie|section|axe|bloc|rubrique|volet|part|topic|theme|block)\s*(?:n°\s*)?"
    r"(?:\d{1,2}|[IVX]{1,4}|[A-H])?\s*(?:[:.)–—-]\s*|$)", re.IGNORECASE)
_PROMPT = re.compile(
    r"(?:relances?|sous[- ]questions?|prompts?|probes?|follow[- ]?ups?(?: questions?)?)"
    r"(?:\s+(?:possibles?|éventuelles?|thématiques?))?(?:\s+\d{1,2})?\s*(?::|–|—|-(?=\s)|$)\s*", re.IGNORECASE)
_QUESTION = re.compile(r"questions?(?:\s+(?:principales?|de départ|initiale|d[’']ouverture))?\s*"
                       r"(?::|–|—|$)\s*", re.IGNORECASE)
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("prompt", _PROMPT), ("question", _QUESTION), ("section", _SECTION))
_ASKS = re.compile(
    r"(?:pouvez|pourriez|voulez|avez|êtes|comment|pourquoi|quand|combien|quel|qu[’']|que |qui |où |est[- ]ce|racont|"
    r"parl|décri|expliqu|présent|dites|revenons|what|how|why|who|when|where|which|can you|could you|tell|describe|"
    r"do you|did you|have you|are you)", re.IGNORECASE)


@dataclass(frozen=True)
class GuideLine:
    """A line without its number or bullet. ``role`` is said by the file itself («Relances : …», a table's column);
    ``sign`` tells one sort of bullets from another."""

    text: str
    kind: Kind = "plain"
    depth: int = 0
    role: Role = ""
    sign: str = ""

    @property
    def level(self) -> tuple[int, int, str]:
        """What lines of the same standing share; the smaller, the higher."""
        return KINDS.index(self.kind), self.depth, self.sign

    @property
    def asks(self) -> bool:
        """Whether the words are a question, or ask to tell something."""
        return "?" in self.text or bool(_ASKS.match(self.text))


def line_of(raw: str, kind: Kind = "plain", depth: int = 0) -> GuideLine:
    """A line as it stands in a file. A ``kind`` other than plain or bold is the file's own word for it, which a number
    typed before the words does not change."""
    indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
    text, sign = raw.strip(), ""
    depth = depth or (indent if kind == "plain" else 0)
    for own, marker in _MARKERS:
        found = marker.match(text)
        if found is None or found.end() == len(text):
            continue
        if kind in ("plain", "bold"):
            kind = own
            depth = _depth(own, found, indent)
            sign = text[0] if own == "bullet" else ""
        text = text[found.end() :].strip()
        break
    return _spoken(GuideLine(" ".join(text.strip("*_ ").split()), kind, depth, sign=sign))


def _depth(kind: Kind, found: re.Match[str], indent: int) -> int:
    if kind == "heading":
        return len(found[1])
    if kind == "number" and found.re.groups:
        return found[1].count(".")
    return indent if kind in ("bullet", "lower") else 0


def _spoken(line: GuideLine) -> GuideLine:
    """What the line says of itself: «Thème 2 : l’arrivée», «Relances : l’équipe, les usagers»."""
    for role, said in _ROLES:
        found = said.match(line.text)
        if found and (line.text[found.end() :] or role != "section"):
            return replace(line, text=line.text[found.end() :].strip(), role=role)
    return line
