# SPDX-License-Identifier: GPL-3.0-or-later
"""Kinds of identifiers and what is done with them, as a researcher says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coding.identifiers.span import Label
from coding.language import N_, _, ngettext, number

if TYPE_CHECKING:
    from coding.pseudonyms.decisions import Action

KINDS: dict[Label, tuple[str, str]] = {
    Label.PERSON: (N_("person"), "#B4483A"),
    Label.LOC: (N_("place"), "#2F7D5B"),
    Label.ORG: (N_("service, institution"), "#2C67A6"),
    Label.DATE: (N_("date"), "#8A5FB0"),
    Label.AGE: (N_("age"), "#A8548F"),
    Label.PROFESSION: (N_("profession"), "#B07A18"),
    Label.ORIGIN: (N_("origin"), "#7A6A3A"),
    Label.PHONE: (N_("telephone"), "#5B6B76"),
    Label.EMAIL: (N_("e-mail, account"), "#5B6B76"),
    Label.ID: (N_("number"), "#5B6B76"),
}
ACTIONS: dict[Action, str] = {
    "replace": N_("pseudonym"), "class": N_("class"), "generalise": N_("generalised"), "keep": N_("kept as it is"),
    "never": N_("never ask again"),
}


def kind(label: Label) -> str:
    """«person», in the user's language."""
    return _(KINDS[label][0])


def colour(label: Label) -> str:
    """The colour of its chip."""
    return KINDS[label][1]


def occurrences(count: int) -> str:
    """«412 occurrences»."""
    return ngettext("{n} occurrence", "{n} occurrences", count).format(n=number(count))


def undecided(count: int) -> str:
    """«12 to decide»."""
    return ngettext("{n} to decide", "{n} to decide", count).format(n=number(count))


def decided(count: int) -> str:
    """«34 decided»."""
    return ngettext("{n} decided", "{n} decided", count).format(n=number(count))
