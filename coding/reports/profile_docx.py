# SPDX-License-Identifier: GPL-3.0-or-later
"""Profiles of interviews in Word: a page each, portrait text, code line, themes, strong quotes; what is long flows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from coding import memo_links
from coding.elsewhere import Told
from coding.language import _
from coding.memo_links import Targets
from coding.profiles import words
from coding.profiles.profile import Profile
from coding.reports import code_line_figure
from coding.reports.cover import Cover, kept_back
from coding.reports.word import Page
from coding.typography import spaced

WIDTH = 18.0  # centimetres between the margins


def write(path: Path, profiles: Sequence[Profile], targets: Targets, cover: Cover, told: Told | None = None) -> None:
    """Write the profiles to a .docx, each at the head of a page, after the cover where there are several;
    ``targets`` are what the links of portraits and memos lead to, ``told`` hears of each profile. Raises KnownError
    when it cannot be written."""
    several = len(profiles) != 1
    page = Page(cover, tight=True, front=several)
    for done, profile in enumerate(profiles):
        if told is not None:
            told(done, len(profiles), profile.title)
        _profile(page, profile, targets, new_page=several)
    if not several:
        page.note(cover.lines[0])
    page.save(path)


def read_targets(session: Session, profiles: Sequence[Profile]) -> Targets:
    """What the links of their portraits and memos lead to."""
    texts = [text for profile in profiles for text in (profile.portrait, *(memo.text for memo in profile.memos))]
    return memo_links.resolve(session, [link for text in texts for link in memo_links.links(text)])


def _profile(page: Page, profile: Profile, targets: Targets, *, new_page: bool) -> None:
    page.heading(profile.title, 1, new_page=new_page)
    page.note(words.subtitle(profile))
    for person in profile.people:
        page.labelled(_("{name}:").format(name=person.name) if words.person(person) else person.name,
                      spaced(words.person(person), profile.language), small=True)
    page.facts([(_("{name}:").format(name=name), value) for name, value in words.facts(profile)])
    if profile.portrait.strip():
        page.heading(_("Portrait"), 2)
        _prose(page, profile.portrait, targets, profile.language)
    if profile.passages:
        _themes(page, profile)
    if profile.strong:
        page.heading(_("Strong quotes"), 2)
        free = [mark for mark in profile.strong if not mark.quote.withheld]
        for quote, where in ((mark.quote, words.where(mark)) for mark in free):
            said = quote.manner.attribution(quote, profile.language)
            page.quote(quote.manner.pieces(quote, profile.language)[1],
                       ", ".join(part for part in (said, where) if part))
        if len(free) < len(profile.strong):
            page.note(kept_back(len(profile.strong) - len(free)))
    if profile.memos:
        page.heading(_("Memos"), 2)
        for memo in profile.memos:
            if memo.title:
                page.labelled(_("{name}:").format(name=memo.title), "")
            _prose(page, memo.text, targets, profile.language)


def _themes(page: Page, profile: Profile) -> None:
    page.heading(_("Themes along the interview"), 2)
    page.picture(code_line_figure.draw(profile, width=WIDTH), WIDTH, code_line_figure.told(profile))
    page.note(_("Dark, under a stroke: strong quotes. ◆ code first seen in this interview, in the order of the group."))
    for theme in profile.raised:
        if theme.codes or theme.summaries:
            page.labelled(_("{name}:").format(name=theme.name), words.codes(theme), small=True)
        for text in words.summaries(theme):
            page.line(spaced(text, profile.language))
    for name, themes in words.unheard(profile):
        page.labelled(_("{name}:").format(name=name), themes, small=True)


def _prose(page: Page, text: str, targets: Targets, language: str) -> None:
    for paragraph in memo_links.rendered(text, targets, language).splitlines():
        if paragraph.strip():
            page.line(spaced(paragraph.strip(), language))
