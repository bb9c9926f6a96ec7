# SPDX-License-Identifier: GPL-3.0-or-later
"""What a query asks, as words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from coding.language import _, ngettext, number
from coding.quote_query import Meets, Query, Relation


def either(names: Iterable[str]) -> str:
    """Alternatives, as «Réticences ou Statut»; there is at least one."""
    return reduce(lambda one, other: _("{one} or {other}").format(one=one, other=other), names)


def relation(meets: Meets, codes: str) -> str:
    """A relation to other passages, as words; ``codes`` are theirs."""
    said = _absent(meets) if meets.absent else _present(meets)
    return said.format(n=number(meets.turns), codes=codes)


def _present(meets: Meets) -> str:
    alone: dict[Relation, str] = {"overlaps": _("overlapping {codes}"), "same_turn": _("in the same turn as {codes}")}
    if meets.relation == "near":
        return ngettext("within {n} turn of {codes}", "within {n} turns of {codes}", meets.turns)
    if meets.relation == "before":
        return ngettext("at most {n} turn before {codes}", "at most {n} turns before {codes}", meets.turns)
    if meets.relation == "after":
        return ngettext("at most {n} turn after {codes}", "at most {n} turns after {codes}", meets.turns)
    return alone[meets.relation]


def _absent(meets: Meets) -> str:
    alone: dict[Relation, str] = {
        "overlaps": _("overlapping no {codes}"), "same_turn": _("no {codes} in the same turn")}
    if meets.relation == "near":
        return ngettext("no {codes} within {n} turn", "no {codes} within {n} turns", meets.turns)
    if meets.relation == "before":
        return ngettext("no {codes} in the {n} turn that follows", "no {codes} in the {n} turns that follow",
                        meets.turns)
    if meets.relation == "after":
        return ngettext("no {codes} in the {n} turn before", "no {codes} in the {n} turns before", meets.turns)
    return alone[meets.relation]


def marks(query: Query) -> dict[str, str]:
    """What is asked of who speaks and of the marks that quotes bear, by field of the query."""
    said = {
        ("asks", True): _("the interviewer’s words"), ("asks", False): _("those who answer"),
        ("strong", True): _("strong"), ("memo", True): _("with a memo"), ("memo", False): _("without a memo"),
        ("cited", True): _("cited"), ("cited", False): _("not cited"),
        ("withheld", False): _("may be cited"), ("withheld", True): _("not to be cited"),
    }
    return {name: text for (name, value), text in said.items() if getattr(query, name) is value}
