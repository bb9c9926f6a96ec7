# SPDX-License-Identifier: GPL-3.0-or-later
"""A profile in words, as the window shows it and as Word prints it."""

from __future__ import annotations

from collections.abc import Iterator

from coding.interview_words import KINDS, clock, duration
from coding.language import _, ngettext, number, percent, short_date
from coding.profiles.profile import Mark, Person, Profile, ThemePart, Tick
from coding.typography import NBSP

FIRST = "◆"
Fact = tuple[str, str]  # what is told, what it is


def subtitle(profile: Profile) -> str:
    """«interview · 2025-03-04 · face to face · 52 min»."""
    told = profile.context
    day = short_date(told.date) if told.date is not None else ""
    return _dotted(_(KINDS[told.kind]), day, told.mode, duration(told.duration_min))


def person(one: Person) -> str:
    """What is known of a participant beside the name: the role, then the attributes."""
    return _dotted(one.role, *(_("{name}: {value}").format(name=name, value=value) for name, value in one.attributes))


def facts(profile: Profile) -> list[Fact]:
    """What is known of the interview, those that nobody filled in left out."""
    told = profile.context
    units = ngettext("Structure", "Structures", len(told.units))
    groups = ngettext("Group", "Groups", len(told.groups))
    found = [(units, _dotted(*told.units)), (groups, _dotted(*told.groups)), *told.attributes,
             (_("Length"), length(profile)), (_("Speech"), speech(profile))]
    return [(name[:1].upper() + name[1:], value) for name, value in found if value]


def length(profile: Profile) -> str:
    """«1,344 words · 30 turns · 21 coded passages»."""
    words, turns, passages = profile.context.words, profile.context.turns, profile.passages
    return _dotted(
        ngettext("{n} word", "{n} words", words).format(n=number(words)),
        ngettext("{n} turn", "{n} turns", turns).format(n=number(turns)) if turns else "",
        ngettext("{n} coded passage", "{n} coded passages", passages).format(n=number(passages)))


def speech(profile: Profile) -> str:
    """«Nora 90% · interviewer 10%», those who answer first; empty where nobody is told apart."""
    voices = sorted(profile.context.voices, key=lambda voice: voice.is_interviewer)
    if len(voices) < 2:
        return ""
    return _dotted(*(f"{_voice(voice.name, voice.is_interviewer)} {percent(voice.share)}".replace(" ", NBSP)
                     for voice in voices))


def where(mark: Mark) -> str:
    """«turn 12 · 14:32»."""
    turn = mark.quote.turn
    return _dotted(_("turn {n}").format(n=turn).replace(" ", NBSP) if turn is not None else "",
                   clock(mark.time_ms) if mark.time_ms is not None else "")


def landmark(tick: Tick) -> str:
    """«15 min», «1 h 05»; «turn 20» where there are no times."""
    if tick.time_ms is not None:
        return duration(tick.time_ms // 60_000)
    return _("turn {n}").format(n=tick.turn).replace(" ", NBSP)


def figures(theme: ThemePart) -> str:
    """«7 passages · 12%» of the words spoken."""
    count = len(theme.marks)
    return _dotted(ngettext("{n} passage", "{n} passages", count).format(n=number(count)),
                   percent(theme.share, 0 if theme.share >= 0.01 else 1))


def codes(theme: ThemePart) -> str:
    """The codes given below the theme, each with how many passages; ◆ before those first seen here."""
    return _dotted(*(f"{FIRST + NBSP if code.first else ''}{code.name}{NBSP}({number(code.passages)})"
                     for code in theme.codes))


def summaries(theme: ThemePart) -> Iterator[str]:
    """The written cells of a theme, each after the name of its code."""
    for name, text in theme.summaries:
        yield _("{name}: {value}").format(name=name, value=text.strip()) if name else text.strip()


def unheard(profile: Profile) -> list[Fact]:
    """The themes of which the interview says nothing, by what is known of the guide."""
    titles = {True: _("Asked, nothing coded"), False: _("Not asked"), None: _("Nothing coded")}
    return [(titles[said], _dotted(*(theme.name for theme in themes)))
            for said, themes in profile.silent.items() if themes]


def _voice(name: str, is_interviewer: bool) -> str:
    if is_interviewer:
        return _("interviewer")
    return name or _("unnamed voice")


def _dotted(*parts: str) -> str:
    return f"{NBSP}· ".join(part for part in parts if part)
