# SPDX-License-Identifier: GPL-3.0-or-later
"""A day of the path to a verdict, as rich text. Imports numpy."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from itertools import groupby
from typing import Any

from app import theme
from app.saturation.status_words import marked
from coding.calendar_words import capital, day_written, local_day
from coding.code_changes import Alteration
from coding.codebook import PATH_SEPARATOR
from coding.codebook_state import SHOWN
from coding.decisions import changed, changes_said
from coding.language import _, clauses, ngettext, short_date
from coding.past_verdicts import Past
from coding.saturation import Status, figure, ordinal, share_words
from coding.verdict_path import Day, Step


def day(one: Day) -> str:
    """The date, then the verdict, what differs from the one before, the decisions, the changes of the codebook."""
    muted = theme.palette().muted.name()
    pieces = [_line(f"<b>{escape(capital(day_written(one.day)))}</b>")]
    if one.step is not None:
        pieces += [_line(marked(Status(one.step.finding.status))), _line(escape(figures(one.step)), muted)]
        pieces += [_line(escape(said), muted) for said in differences(one.step, told=bool(one.decisions))]
    pieces += [_line(f"– {escape(said.text)}") for said in one.decisions]
    for title, changes in groupby(sorted(one.alterations, key=_title), key=_title):
        codes = clauses(dict.fromkeys(map(_change, changes)))
        pieces.append(_line("– " + escape(_("{what}: {codes}").format(what=title, codes=codes))))
    return "".join(pieces)


def figures(step: Step) -> str:
    """«5 codes · 12 interviews · last new 4th · coverage 93 % · 0,1 expected»."""
    found = step.finding
    parts = [
        ngettext("{n} code", "{n} codes", found.codes).format(n=found.codes),
        ngettext("{n} informative interview", "{n} informative interviews", found.informative).format(
            n=found.informative),
    ]
    if found.last_new is not None:
        parts.append(_("last new: {place}").format(place=ordinal(found.last_new)))
    if found.coverage is not None:
        parts.append(_("coverage {share}").format(share=share_words(found.coverage)))
    if found.expected_new is not None:
        parts.append(_("{codes} expected").format(codes=figure(found.expected_new)))
    if step.past.left_out:
        parts.append(ngettext("{n} interview left out", "{n} interviews left out", step.past.left_out).format(
            n=step.past.left_out))
    return " · ".join(parts)


def differences(step: Step, *, told: bool) -> list[str]:
    """What it rests on besides, where that differs from the verdict before: thresholds and order (unless the decisions
    of the day are ``told``), the codebook."""
    past, before = step.past, step.before
    said = [] if before is None or told else [changes_said(changed(_settings(before), _settings(past)))]
    if before is None or before.codebook_hash != past.codebook_hash:
        at = "–" if past.codebook_at is None else short_date(local_day(past.codebook_at))
        said.append(_("codebook of {day} ({hash})").format(day=at, hash=past.codebook_hash[:SHOWN]))
    return [capital(text) for text in said if text]


def _settings(past: Past) -> Mapping[str, Any]:
    return {**past.parameters, "order": past.order_basis}


def _title(change: Alteration) -> str:
    """The texts that say what a code is are one thing here."""
    return _("Redefined") if change.what in ("definition", "include", "exclude") else change.title()


def _change(change: Alteration) -> str:
    name = change.code.split(PATH_SEPARATOR)[-1]
    match change.what:
        case "merged":
            return f"{name} → {change.after}"
        case "split":
            return f"{name} ← {change.before}"
        case "name":
            return f"{change.before} → {change.after}"
        case "parent_id":
            return f"{name}, {change.before} → {change.after}"
    return name


def _line(html: str, colour: str = "") -> str:
    style = f"color: {colour}; " if colour else ""
    return f'<p style="{style}margin: 0 0 3px 0; line-height: 118%">{html}</p>'
