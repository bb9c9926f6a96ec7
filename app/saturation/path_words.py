# SPDX-License-Identifier: GPL-3.0-or-later
"""A day of the path to a verdict, as rich text. Imports numpy."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from itertools import groupby
from typing import Any

from app import theme
from app.saturation.status_words import marked
from coding.calendar_words import day_written
from coding.code_changes import Alteration
from coding.codebook import PATH_SEPARATOR
from coding.decisions import changed, changes_said
from coding.language import _, ngettext
from coding.past_verdicts import Past
from coding.saturation import Status, figure, ordinal, share_words
from coding.verdict_path import Day, Step


def day(one: Day) -> str:
    """The date, then the verdict, what differs from the one before, the decisions, the changes of the codebook."""
    muted = theme.palette().muted.name()
    pieces = [f'<p style="margin: 0 0 3px 0; color: {muted}">{escape(day_written(one.day))}</p>']
    if one.step is not None:
        pieces += [_line(marked(Status(one.step.finding.status), bold=True)), _line(escape(figures(one.step)), muted)]
        pieces += [_line(escape(said)) for said in differences(one.step)]
    pieces += [_line(f"– {escape(said.text)}") for said in one.decisions]
    for title, changes in groupby(sorted(one.alterations, key=Alteration.title), key=Alteration.title):
        pieces.append(_line(f"{escape(title)}{escape(_(': '))}" + "; ".join(_change(change) for change in changes)))
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
    return " · ".join(parts)


def differences(step: Step) -> list[str]:
    """What else differs from the verdict before: thresholds, order, interviews left out, codebook."""
    past, before = step.past, step.before
    said = [] if before is None else [
        changes_said(changed(_settings(before), _settings(past))), _left_out(before, past)]
    if before is None or before.codebook_hash != past.codebook_hash:
        said.append(_("Codebook {hash}").format(hash=past.codebook_hash[:8]))
    return [f"{text[:1].upper()}{text[1:]}" for text in said if text]


def _settings(past: Past) -> Mapping[str, Any]:
    return {**past.parameters, "order": past.order_basis}


def _left_out(before: Past, past: Past) -> str:
    if before.left_out == past.left_out:
        return ""
    return _("left out: {before} → {after}").format(before=before.left_out, after=past.left_out)


def _change(change: Alteration) -> str:
    name = change.code.split(PATH_SEPARATOR)[-1]
    match change.what:
        case "merged":
            return f"{escape(name)} → {escape(change.after)}"
        case "split":
            return f"{escape(name)} ← {escape(change.before)}"
        case "name" | "parent_id":
            return f"{escape(change.before)} → {escape(change.after)}"
    return escape(name)


def _line(html: str, colour: str = "") -> str:
    style = f"color: {colour}; " if colour else ""
    return f'<p style="{style}margin: 0 0 3px 0; line-height: 118%">{html}</p>'
