# SPDX-License-Identifier: GPL-3.0-or-later
"""A first codebook from a guide: its sections or its questions become themes and codes, which its questions open.

What is planned can be shown before it is done. Questions that open a theme already are left as they are, and names
that the codebook has already serve again: doing it twice changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from sqlalchemy.orm import Session

from coding import code_path, codebook
from coding.codebook import PATH_SEPARATOR
from coding.guides import asked, guides
from coding.guides.guides import GuideRow, QuestionRow
from coding.language import _

By = Literal["sections", "questions"]
LONGEST = 60  # characters of a name
_OPENINGS = re.compile(
    r"(?:(?:pouvez|pourriez|voulez)[- ]vous (?:m[e’']\s?|nous )?(?:raconter|parler d(?:e |[’'])|dire|décrire|"
    r"expliquer|présenter)|(?:racontez|parlez|dites|décrivez|expliquez|présentez)[- ](?:moi|nous)(?: d(?:e |[’']))?|"
    r"est[- ]ce qu(?:e |[’'])|(?:selon vous|à votre avis|d[’']après vous),?|"
    r"y a[- ]t[- ]il|(?:que|qu[’']en) pensez[- ]vous (?:d(?:e |u |es )|d[’'])?|et (?=\w)|"
    r"(?:could|can|would) you (?:please )?(?:tell (?:me|us)(?: about)?|describe|explain)|(?:please )?tell (?:me|us)"
    r"(?: about)?|do you think(?: that)?|in your opinion,?)\s*", re.IGNORECASE)
_WHAT = re.compile(r"\Aqu[’']est[- ]ce (qu(?:e |i |[’']))", re.IGNORECASE)  # what «Ce qui vous a amené» is made of
_ASIDES = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\s*")
_SIGNS = " .,;:!?…\u00a0\u202f–-"


@dataclass(frozen=True)
class Planned:
    """A code that the guide would give: its path, whether the codebook has it, and the questions that would open
    it."""

    path: tuple[str, ...]
    there: bool
    questions: tuple[int, ...]


def planned(session: Session, guide_id: int, by: By) -> tuple[Planned, ...]:
    """What ``from_guide`` would make, in the order of the guide, themes before their codes."""
    book = codebook.read(session)
    paths: dict[tuple[str, ...], list[int]] = {}
    for path, question_id in _paths(guides.get(session, guide_id), by):
        for depth in range(1, len(path)):
            paths.setdefault(path[:depth], [])
        paths.setdefault(path, []).append(question_id)
    return tuple(Planned(path, code_path.at(book, path) is not None, tuple(ids)) for path, ids in paths.items())


def from_guide(session: Session, guide_id: int, by: By, *, left_out: Collection[tuple[str, ...]] = ()) -> list[int]:
    """Make the codes planned and say that the questions open them; returns the codes that are new. With ``sections``,
    each section is a theme and each of its questions a code of it; with ``questions``, each question is a theme.
    Paths ``left_out`` are not made, nor what stands below them."""
    made: list[int] = []
    for plan in planned(session, guide_id, by):
        if any(plan.path[: len(path)] == path for path in left_out):
            continue
        code_id: int | None = None
        for name in plan.path:
            found = code_path.among(codebook.read(session).children(code_id), name)
            if found is None:
                code_id = codebook.add(session, name=name, parent_id=code_id, origin="guide")
                made.append(code_id)
            else:
                code_id = found.id
        for question_id in plan.questions:
            guides.question(session, question_id).theme_id = code_id
    session.flush()
    asked.derive(session)
    return made


def short_name(text: str) -> str:
    """A question as the name of a code: without its opening formula, its asides and its question mark, in whole words
    and at most 60 characters."""
    whole = _ASIDES.sub(" ", text).strip(_SIGNS) or text.strip(_SIGNS)
    bare = whole
    while (found := _OPENINGS.match(bare)) and len(bare) - found.end() >= 6:
        bare = bare[found.end() :].strip(_SIGNS)
    bare = _WHAT.sub(r"ce \1", bare)
    sentence = re.split(r"[?!.…]\s", bare, maxsplit=1)[0].strip(_SIGNS) or bare
    if len(sentence) > LONGEST:
        cut = sentence[:LONGEST].rsplit(" ", 1)[0]
        comma = max(cut.rfind(sign) for sign in ",;:")
        sentence = cut[:comma] if comma > LONGEST // 2 else cut + "…"
    return _named(sentence.strip(" ,;:\u00a0\u202f") or text)


def _paths(guide: GuideRow, by: By) -> Iterator[tuple[tuple[str, ...], int]]:
    """The path of each question that opens nothing yet. Prompts go with their question."""
    taken: dict[tuple[str, ...], str] = {}
    for row in guide.questions:
        if row.theme_id is not None or row.main_id != row.id:
            continue
        above = () if by == "questions" else (_named(row.section or guide.title),)
        path = (*above, short_name(row.text))
        if taken.setdefault(path, row.text) != row.text:  # shortened, two questions would be one
            path = (*above, _whole(row))
        yield path, row.id


def _whole(row: QuestionRow) -> str:
    return _named(row.text.strip(_SIGNS)[:200])


def _named(text: str) -> str:
    name = codebook.clean_name(text).replace(PATH_SEPARATOR, " – ").strip()
    return name[:1].upper() + name[1:] if name else _("Question")
