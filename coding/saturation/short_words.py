# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a status was given, in a few words for a cell of a table; ``reason_words`` has the whole sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from coding.language import _, ngettext, number, percent
from coding.saturation.block import Block
from coding.saturation.reason_words import decimals, figure, share_words
from coding.saturation.verdict import Reason, Verdict

_Values = Mapping[str, Any]


def why(verdict: Verdict) -> tuple[str, ...]:
    """A few words for each ground of the status; coverage that is enough stands in its own column."""
    return tuple(short(reason) for reason in verdict.grounds if reason.code != "enough_coverage")


def summary(block: Block) -> str:
    """«4 codes · 11/12 · 5 without new»."""
    said = [ngettext("{n} code", "{n} codes", block.codes).format(n=block.codes),
            f"{block.informative}/{block.interviews}"]
    if block.run_without_new is not None:
        said.append(_("{n} without new").format(n=block.run_without_new))
    return " · ".join(said)


def short(reason: Reason) -> str:
    """A few words for one ground."""
    return SHORT[reason.code](dict(reason.values))


def _non_response_high(v: _Values) -> str:
    return ngettext("{missing} non-response of {invited}", "{missing} non-responses of {invited}", v["missing"]).format(
        missing=v["missing"], invited=v["invited"])


def _non_response_unjustified(v: _Values) -> str:
    return ngettext("{missing} non-response without justification", "{missing} non-responses without justification",
                    v["missing"]).format(missing=v["missing"])


def _few_interviews(v: _Values) -> str:
    return ngettext("{n} informative interview, {needed} needed", "{n} informative interviews, {needed} needed",
                    v["informative"]).format(n=v["informative"], needed=v["needed"])


def _few_codes(v: _Values) -> str:
    return ngettext("{n} code only, {needed} needed", "{n} codes only, {needed} needed", v["codes"]).format(
        n=v["codes"], needed=v.get("needed", 2))


def _still_new(v: _Values) -> str:
    if not v["run"]:
        return _("a new code in the last interview")
    return ngettext("{n} interview without a new code, {needed} needed",
                    "{n} interviews without a new code, {needed} needed", v["run"]).format(
                        n=v["run"], needed=v["tail"])


def _run_met(v: _Values) -> str:
    return ngettext("{n} interview without a new code", "{n} interviews without a new code", v["run"]).format(
        n=v["run"])


def _unread(v: _Values) -> str:
    return ngettext("{n} interview to re-read", "{n} interviews to re-read", v["count"]).format(n=v["count"])


def _share(v: _Values) -> str:
    """The coverage, never rounded to the one that is needed."""
    said = share_words(v["share"])
    return said if said != share_words(v["floor"]) else percent(
        v["share"], decimals(v["share"] * 100, v["floor"] * 100))


SHORT: dict[str, Callable[[_Values], str]] = {
    "frame_missing": lambda v: _("recruitment not recorded"),
    "frame_unknown": lambda v: _("sampling frame not known"),
    "frame_partial_unjustified": lambda v: _("frame known in part, without justification"),
    "frame_not_applicable_unjustified": lambda v: _("frame not applicable, without justification"),
    "non_response_high": _non_response_high,
    "non_response_unjustified": _non_response_unjustified,
    "few_interviews": _few_interviews,
    "too_few_codes": _few_codes,
    "still_new": _still_new,
    "low_coverage": lambda v: _("coverage {share}, {floor} needed").format(
        share=_share(v), floor=share_words(v["floor"])),
    "more_expected": lambda v: _("{expected} new codes expected, fewer than {ceiling} needed").format(
        expected=number(v["expected"], decimals(v["expected"], v["ceiling"])), ceiling=figure(v["ceiling"])),
    "few_codes": _few_codes,
    "none_emergent": lambda v: _("no emergent code"),
    "reservation": lambda v: _("your reservation"),
    "unread": _unread,
    "run_met": _run_met,
}
