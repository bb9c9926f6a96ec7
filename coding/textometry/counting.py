# SPDX-License-Identifier: GPL-3.0-or-later
"""Counting words: how often each is said, in how many interviews, and how often in each part of the corpus.

It reads every transcript, so it is done in a process of its own. A word is a run of letters and digits; it is counted
whatever its capitals, and shown in small ones.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook
from coding.attribute_columns import values_of
from coding.elsewhere import Told
from coding.fold import fold
from coding.intervals import Span
from coding.language import _
from coding.order import ordered_interviews
from coding.passage_bounds import whole_words
from coding.project import open_reader
from coding.textometry.small_words import small_words
from coding.transversal import groups_of
from models.interview import Interview, Speaker, Turn
from models.passage import Coding, Passage

Voices = Literal["answers", "asks", "all"]
By = Literal["theme", "group", "attribute", "interview", ""]
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Asked:
    """What is counted: who speaks, in which group (None: everyone), word forms or lemmas, and the parts to compare:
    ``by`` themes, groups, interviews, or the values of ``attribute``."""

    voices: Voices = "answers"
    group_id: int | None = None
    lemmas: bool = False
    by: By = ""
    attribute: str = ""


@dataclass(frozen=True)
class Part:
    """A part of the corpus: ``words`` is how many are said in it, ``counts`` how many of each, in the order of
    ``Vocabulary.words``, ``interviews`` how many it takes in, and ``spread`` in how many of those each is said."""

    name: str
    words: int
    counts: array[int]
    interviews: int
    spread: array[int]


@dataclass(frozen=True)
class Vocabulary:
    """Every word, the most said first: how often, in how many of the ``interviews`` read. ``corpus`` is how many words
    are said in all. Parts may share words: a passage bears several themes."""

    words: tuple[str, ...]
    counts: array[int]
    spread: array[int]
    corpus: int
    interviews: int
    parts: tuple[Part, ...]


def count(project: Path, asked: Asked, likeliest: Mapping[str, str] | None = None, *, told: Told) -> Vocabulary:
    """Count a project's words, and its parts'. ``likeliest`` is the lemma of each form, if it is known already:
    looking them up takes longer than all the rest. Raises KnownError when lemmas are asked for and the model is
    missing, or the attribute is gone."""
    with open_reader(project) as store, store.reading() as session:
        ids = ordered_interviews(session, asked.group_id).ids
        spans = _spans(session, asked, ids)
        by_interview: dict[int, Counter[str]] = {}
        by_theme: dict[int, dict[int, Counter[str]]] = defaultdict(dict)
        for place, key in enumerate(ids):
            told(place, len(ids), _("Counting the words"))
            text = session.scalars(select(Interview.text).where(Interview.id == key)).one()
            by_interview[key] = _counted(text, _turns(session, key, asked.voices))
            for theme, within in spans.get(key, {}).items():
                by_theme[theme][key] = _counted(text, within)
        parts = _parts(session, asked, ids, by_interview, by_theme)
    lemma = (likeliest or _lemmas(by_interview.values(), told)) if asked.lemmas else {}
    return _made(by_interview, parts, lemma)


def shown(found: Vocabulary, language: str, small: bool) -> list[int]:
    """The places of the words to show, in order: all of them, or those that are not ``small_words`` of the language,
    nor a single letter or digit."""
    if small:
        return list(range(len(found.words)))
    left_out = small_words(language)
    return [at for at, word in enumerate(found.words) if len(word) > 1 and fold(word) not in left_out]


def forms_of(project: Path) -> list[str]:
    """Every form said, in small letters."""
    found: set[str] = set()
    with open_reader(project) as store, store.reading() as session:
        for key in session.scalars(select(Interview.id)):
            text = session.scalars(select(Interview.text).where(Interview.id == key)).one()
            found.update(_WORD.findall(text.lower()))
    return sorted(found)


def _turns(session: Session, interview_id: int, voices: Voices) -> list[Span]:
    rows = select(Turn.start, Turn.end).where(Turn.interview_id == interview_id).order_by(Turn.label_start)
    if voices != "all":
        asking = select(Speaker.id).where(Speaker.interview_id == interview_id, Speaker.is_interviewer)
        rows = rows.where(Turn.speaker_id.in_(asking) if voices == "asks" else
                          Turn.speaker_id.is_(None) | Turn.speaker_id.not_in(asking))
    return [(start, end) for start, end in session.execute(rows)]


def _counted(text: str, spans: Iterable[Span]) -> Counter[str]:
    found: Counter[str] = Counter()
    for start, end in spans:
        found.update(_WORD.findall(text[start:end].lower()))
    return found


def _spans(session: Session, asked: Asked, ids: Sequence[int]) -> dict[int, dict[int, list[Span]]]:
    """Interview → theme → what is said under it by these voices, no word twice. Empty but for themes."""
    if asked.by != "theme":
        return {}
    book = codebook.read(session)
    raw: dict[int, dict[int, set[Span]]] = defaultdict(lambda: defaultdict(set))
    for interview_id, start, end, code_id in session.execute(
        select(Passage.interview_id, Passage.start, Passage.end, Coding.code_id)
        .join(Coding, Coding.passage_id == Passage.id).where(Passage.interview_id.in_(ids))
    ):
        raw[interview_id][book.theme_of(code_id).id].add((start, end))
    found: dict[int, dict[int, list[Span]]] = {}
    for key, themes in raw.items():
        text = session.scalars(select(Interview.text).where(Interview.id == key)).one()
        said = _turns(session, key, asked.voices)
        found[key] = {theme: list(_shared(_joined(whole_words(text, *span) for span in spans), said))
                      for theme, spans in themes.items()}
    return found


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The same words without overlaps, in order."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _shared(one: Sequence[Span], other: Sequence[Span]) -> Iterator[Span]:
    """What stands in both, two lists in order."""
    at = 0
    for start, end in one:
        while at < len(other) and other[at][1] <= start:
            at += 1
        here = at
        while here < len(other) and other[here][0] < end:
            yield max(start, other[here][0]), min(end, other[here][1])
            here += 1


_Part = tuple[str, list[Counter[str]]]  # its name, and what is said in each of its interviews


def _parts(session: Session, asked: Asked, ids: Sequence[int], by_interview: Mapping[int, Counter[str]],
           by_theme: Mapping[int, Mapping[int, Counter[str]]]) -> list[_Part]:
    if asked.by == "theme":
        return [(theme.name, list(found.values())) for theme in codebook.read(session).themes
                if (found := by_theme.get(theme.id))]
    if asked.by == "interview":
        return [(row.title, [by_interview[row.id]]) for row in ordered_interviews(session, asked.group_id)]
    if not asked.by:
        return []
    members = groups_of(session, ids) if asked.by == "group" else values_of(session, asked.attribute, ids)
    return [(name, [by_interview[key] for key in keys]) for name, keys in members.items()]


def _totals(counters: Iterable[Counter[str]]) -> tuple[Counter[str], Counter[str]]:
    """How often each word is said in all, and in how many of them."""
    whole: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for one in counters:
        whole.update(one)
        spread.update(one.keys())
    return whole, spread


def _lemmas(counters: Iterable[Counter[str]], told: Told) -> dict[str, str]:
    """Form → its likeliest lemma."""
    from coding.searching.lemma_forms import lemmas_of

    told(0, 0, _("Loading the French language model"))
    forms = {form for counter in counters for form in counter}
    return {form: lemmas[0] for form, lemmas in lemmas_of(sorted(forms)).items()}


def _made(by_interview: Mapping[int, Counter[str]], parts: Sequence[_Part], lemma: Mapping[str, str]) -> Vocabulary:
    def under(counter: Counter[str]) -> Counter[str]:
        if not lemma:
            return counter
        found: Counter[str] = Counter()
        for form, said in counter.items():
            found[lemma.get(form, form)] += said
        return found

    def counts(counter: Counter[str]) -> array[int]:
        return array("L", (counter[word] for word in ranked))

    whole, spread = _totals(map(under, by_interview.values()))
    ranked = sorted(whole, key=lambda word: (-whole[word], word))
    made = []
    for name, counters in parts:
        said, within = _totals(map(under, counters))
        made.append(Part(name, said.total(), counts(said), len(counters), counts(within)))
    return Vocabulary(tuple(ranked), counts(whole), counts(spread), whole.total(), len(by_interview), tuple(made))
