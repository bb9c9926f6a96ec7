# SPDX-License-Identifier: GPL-3.0-or-later
"""Which possible labels are speakers, judged over the whole file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from coding.intake.census import Census, Habit, habit_of
from coding.intake.cleaning import fold
from coding.intake.labels import Candidate, Form
from coding.intake.shapes import Shape
from coding.intake.spelling import alike
from coding.intake.words import ASIDES

# Below this share of the lines, an unlikely label stays speech however often it comes back.
_INSISTENT = 0.08
# Above this share, the file has shown its habit: other forms count only for the same names.
_SETTLED = 0.3
_MOST_SINGLES = 6
_MAIN = (Form.ROW, Form.COLON, Form.BRACKET, Form.BOLD, Form.ALONE, Form.TAB)


def labelled_lines(census: Census, hint: str = "") -> dict[int, Candidate]:
    """The line numbers where a turn begins, each with its label. Empty when nothing speaks for turns.

    ``hint`` (the file's name) may say who speaks in a monologue.
    """
    habits = _recurrent(census, _MAIN)
    habits |= _singles(census, habits) if habits else _all_singles(census, hint)
    if not habits:
        habits = _recurrent(census, (Form.DASH,))
    if not habits:
        habits = _time_only(census)
    chosen: dict[int, Candidate] = {}
    for number, found in enumerate(census.by_line):
        first = next((c for c in found if habit_of(c) in habits), None)
        if first and not _is_column_title(number, first, census):
            chosen[number] = first
    return chosen


def _recurrent(census: Census, forms: Iterable[Form]) -> set[Habit]:
    kept: set[Habit] = set()
    for form in forms:
        fits = _RULES[form]
        alive = {h for h in census.places if h[0] is form and census.count(h) >= 2 and fits(census, h)}
        alive -= _plain_beside_bold(census, alive)
        if census.share(kept) >= _SETTLED:
            known = {key for _form, key in kept}
            alive = {h for h in alive if h[1] in known}
        if census.share(alive) >= _LEAST_SHARE.get(form, 0):
            kept |= alive
    return kept


def _plain_beside_bold(census: Census, habits: set[Habit]) -> set[Habit]:
    """Where names are in bold, the phrases that are not and do not look like names."""
    bold = {h for h in habits if census.bold_share([h]) > 0.5}
    if not bold or census.share(bold) < census.share(habits) / 2:
        return set()
    return {h for h in habits - bold if census.shape(h) < Shape.NAME}


def _set_off(census: Census, habit: Habit) -> bool:
    """A label before a colon, or with a time."""
    shape, n, share = census.shape(habit), census.count(habit), census.share([habit])
    if shape >= Shape.CODE:
        return True
    timed = census.timed_share([habit]) > 0.5
    if shape >= Shape.MIXED and (timed or census.bold_share([habit]) > 0.5):
        return True
    if shape is Shape.NAME:
        return share >= 0.02 or not census.is_common_noun(census.places[habit][0].label)
    if shape is Shape.MIXED:
        return share >= 0.03 and n >= 3
    # «Moi» and «Lui» may name the speakers; «Par exemple» and «Exemple» may not.
    insists = n >= 3 and share >= _INSISTENT and fold(habit[1]) not in ASIDES
    return insists and len(habit[1].split()) <= (2 if shape is Shape.LOWER else 1)


def _own_line(census: Census, habit: Habit) -> bool:
    """A name alone on its line, in capitals, in bold, or so often that it can be nothing else; words follow."""
    shape, places = census.shape(habit), census.places[habit]
    if shape < Shape.MIXED or not all(_words_follow(census, c) for c in places):
        return False
    if any(c.label.isupper() and len(c.label) > 1 for c in places) or census.bold_share([habit]) > 0.5:
        return True
    if census.timed_share([habit]) > 0.5:
        return True
    return shape >= Shape.NAME and len(places) >= 3 and census.share([habit]) >= 0.1


def _words_follow(census: Census, candidate: Candidate) -> bool:
    following = (census.lines[n].text for n in range(candidate.line + 1, len(census.lines)))
    text = next((t for t in following if t.strip()), "")
    return bool(text) and len(text) > len(candidate.label) / 2


def _named(census: Census, habit: Habit) -> bool:
    return census.shape(habit) >= Shape.NAME


def _named_bold(census: Census, habit: Habit) -> bool:
    return census.shape(habit) >= Shape.MIXED


def _cell(census: Census, habit: Habit) -> bool:
    return census.shape(habit) is not Shape.SPEECH or census.share([habit]) >= _INSISTENT


_RULES: dict[Form, Callable[[Census, Habit], bool]] = {
    Form.ROW: _cell,
    Form.COLON: _set_off,
    Form.BRACKET: _named,
    Form.BOLD: _named_bold,
    Form.ALONE: _own_line,
    Form.TAB: _named,
    Form.DASH: _named,
}
# The share of lines that a form must account for before it counts as this file's habit.
_LEAST_SHARE = {Form.BRACKET: 0.1, Form.BOLD: 0.05, Form.ALONE: 0.02, Form.TAB: 0.2, Form.DASH: 0.3}


def _singles(census: Census, known: set[Habit]) -> set[Habit]:
    """Labels seen once, beside others that recur: a passer-by, a short answer, a slip of the keyboard."""
    forms, keys = {form for form, _key in known}, {key for _form, key in known}
    in_bold = census.bold_share(known) >= 0.8
    names = [census.places[h][0].label for h in known]
    kept: set[Habit] = set()
    for habit, places in census.places.items():
        alone = habit[0] is Form.ALONE and places[0].time_ms is None
        if len(places) == 1 and habit[0] is Form.ROW and habit[1] in keys:  # a small table among paragraphs
            kept.add(habit)
        if len(places) > 1 or habit[0] not in forms or alone:
            continue
        if _single_fits(census, habit, in_bold, names):
            kept.add(habit)
    return kept


def _single_fits(census: Census, habit: Habit, in_bold: bool, names: Sequence[str]) -> bool:
    shape, candidate = census.shape(habit), census.places[habit][0]
    if shape is not Shape.SPEECH and any(alike(candidate.label, name) for name in names):
        return True
    if shape <= Shape.LOWER or (in_bold and not candidate.bold):
        return False
    if in_bold or habit[0] is Form.ROW or candidate.time_ms is not None:
        return True
    if shape is Shape.CODE:
        return not census.spoken_of(candidate.label)
    if shape is Shape.NAME:
        return len(candidate.label.split()) <= 3 and not census.is_common_noun(candidate.label)
    return shape is Shape.ROLE


def _all_singles(census: Census, hint: str) -> set[Habit]:
    """Labels of a very short file, where nobody speaks twice; with many labels it is a list, a form, a glossary."""
    likely = {
        h: places[0]
        for h, places in census.places.items()
        if len(places) == 1
        and h[0] in (Form.ROW, Form.COLON)
        and census.shape(h) >= Shape.NAME
        and not census.is_common_noun(places[0].label)
    }
    if not 1 <= len(likely) <= _MOST_SINGLES:
        return set()
    first = min(c.line for c in likely.values())
    rest = sum(1 for line in census.lines[first:] if line.text.strip())
    if len(likely) > 1 and len(likely) >= rest / 2:
        return set(likely)
    before = fold(" ".join([hint, *(line.text for line in census.lines[:first])])).split()
    return {h for h, c in likely.items() if census.shape(h) is Shape.ROLE or c.bold or fold(c.label) in before}


def _time_only(census: Census) -> set[Habit]:
    habit = (Form.TIME_ONLY, "")
    return {habit} if census.count(habit) >= 3 and census.share([habit]) >= 0.1 else set()


def _is_column_title(number: int, candidate: Candidate, census: Census) -> bool:
    """Whether a table row is its heading («Locuteur | Propos»)."""
    row = census.lines[number].row
    if candidate.form is not Form.ROW or row is None or census.count(habit_of(candidate)) > 1:
        return False
    words = fold(census.lines[number].text[slice(*row.words)]).split()
    return 1 <= len(words) <= 2 and words[0] in _COLUMN_TITLES


_COLUMN_TITLES = frozenset(
    "propos texte parole paroles verbatim verbatims transcription contenu discours text words speech content "
    "intervention interventions".split()
)
