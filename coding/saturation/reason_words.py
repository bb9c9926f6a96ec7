# SPDX-License-Identifier: GPL-3.0-or-later
"""Reasons and statuses in the user's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from coding.language import _, ngettext, number, percent
from coding.saturation.verdict import Reason, Status, Verdict

_Values = Mapping[str, Any]


def share_words(share: float) -> str:
    """A share as a percentage, with a decimal only where it has one."""
    whole = round(share * 100, 1) == round(share * 100)
    return percent(share, 0 if whole else 1)


def part_words(share: float) -> str:
    """A share as a whole percentage; never 0 nor 100 where it is neither."""
    if 0 < share < 0.01:
        return _("less than {share}").format(share=percent(0.01))
    if 0.99 < share < 1:
        return _("more than {share}").format(share=percent(0.99))
    return percent(share)


def decimals(value: float, bound: float, least: int = 1) -> int:
    """With how many decimals a value reads otherwise than the bound it misses; ``least`` where they are one."""
    return next((digits for digits in range(least, 5) if round(value, digits) != round(bound, digits)), least)


def figure(value: float) -> str:
    """A small figure such as the codes expected, with one decimal; two where one would print a mere 0."""
    return number(value, 2 if 0 < value < 0.05 else 1)


def status_label(status: Status) -> str:
    """The name of a status, as shown on screen and printed."""
    match status:
        case Status.NOT_DECLARABLE:
            return _("Not declarable")
        case Status.NOT_TESTABLE:
            return _("Not testable")
        case Status.NOT_SATURATED:
            return _("Saturation not reached")
        case Status.PARTIAL_REDUNDANCY:
            return _("Partial redundancy")
        case Status.SATURATED:
            return _("Code saturation observed")


def sentence(reason: Reason) -> str:
    """One sentence for a reason."""
    return SENTENCES[reason.code](dict(reason.values))


def sentences(verdict: Verdict) -> list[str]:
    """Every ground, then every limit, of a verdict."""
    return [sentence(reason) for reason in (*verdict.grounds, *verdict.limits)]


def _non_response_high(v: _Values) -> str:
    if abs(v["ceiling"] - 1 / 3) < 1e-9:  # said as it is thought
        return ngettext(
            "{missing} of the {invited} invitations went without an interview: more than a third, whatever the justification.",
            "{missing} of the {invited} invitations went without an interview: more than a third, whatever the justification.",
            v["missing"],
        ).format(missing=v["missing"], invited=v["invited"])
    return ngettext(
        "{missing} of the {invited} invitations went without an interview: more than {ceiling}, whatever the justification.",
        "{missing} of the {invited} invitations went without an interview: more than {ceiling}, whatever the justification.",
        v["missing"],
    ).format(missing=v["missing"], invited=v["invited"], ceiling=share_words(v["ceiling"]))


def _non_response_unjustified(v: _Values) -> str:
    return ngettext(
        "{missing} of the {invited} invitations went without an interview, and no justification is recorded.",
        "{missing} of the {invited} invitations went without an interview, and no justification is recorded.",
        v["missing"],
    ).format(**v)


def _non_response(v: _Values) -> str:
    return ngettext(
        "{missing} of the {invited} invitations went without an interview (justification recorded): the finding holds for the people who were met.",
        "{missing} of the {invited} invitations went without an interview (justification recorded): the finding holds for the people who were met.",
        v["missing"],
    ).format(**v)


def _few_interviews(v: _Values) -> str:
    return ngettext(
        "{informative} informative interview, where base and run need {needed}.",
        "{informative} informative interviews, where base and run need {needed}.",
        v["informative"],
    ).format(**v)


def _too_few_codes(v: _Values) -> str:
    return ngettext(
        "{codes} code seen: at least 2 are needed.",
        "{codes} codes seen: at least 2 are needed.",
        v["codes"],
    ).format(**v)


def _few_codes(v: _Values) -> str:
    return ngettext(
        "{codes} code only (fewer than {needed}): a coarse codebook saturates trivially.",
        "{codes} codes only (fewer than {needed}): a coarse codebook saturates trivially.",
        v["codes"],
    ).format(**v)


def _still_new(v: _Values) -> str:
    return ngettext(
        "A new code appeared at interview {place}, with {run} informative interview since; {tail} without a new code are needed.",
        "A new code appeared at interview {place}, with {run} informative interviews since; {tail} without a new code are needed.",
        v["run"],
    ).format(**v)


def _run_met(v: _Values) -> str:
    return ngettext(
        "No new code in the last {run} informative interview; the last one appeared at interview {place}.",
        "No new code in the last {run} informative interviews; the last one appeared at interview {place}.",
        v["run"],
    ).format(**v)


def _unread(v: _Values) -> str:
    return ngettext(
        "{count} interview coded before a code existed is not yet re-read: {names}.",
        "{count} interviews coded before a code existed are not yet re-read: {names}.",
        v["count"],
    ).format(**v)


def _excluded(v: _Values) -> str:
    return ngettext(
        "{count} text is left out (not yet coded, under way, or not an interview): {names}.",
        "{count} texts are left out (not yet coded, under way, or not interviews): {names}.",
        v["count"],
    ).format(**v)


def _left_out(v: _Values) -> str:
    which = "; ".join(f"{title} ({why})" if why else title for title, why in v["which"])
    return ngettext(
        "{count} interview left out by the researcher: {which}.",
        "{count} interviews left out by the researcher: {which}.",
        v["count"],
    ).format(count=v["count"], which=which)


def _unprompted(v: _Values) -> str:
    return ngettext(
        "{count} interview speaks of the theme although it was not asked; it is counted.",
        "{count} interviews speak of the theme although it was not asked; they are counted.",
        v["count"],
    ).format(**v)


SENTENCES: dict[str, Callable[[_Values], str]] = {
    "frame_missing": lambda v: _("No sampling frame is recorded: record whom you invited, group by group."),
    "frame_unknown": lambda v: _("The sampling frame of this group is not known: nothing says who is missing."),
    "frame_partial_unjustified": lambda v: _(
        "The sampling frame is known in part only, and no justification is recorded."
    ),
    "frame_not_applicable_unjustified": lambda v: _(
        "The sampling frame is said not to apply, and no justification is recorded."
    ),
    "non_response_high": _non_response_high,
    "non_response_unjustified": _non_response_unjustified,
    "few_interviews": _few_interviews,
    "too_few_codes": _too_few_codes,
    "still_new": _still_new,
    "low_coverage": lambda v: _("Estimated coverage {share}, below {floor}.").format(
        share=percent(v["share"], decimals(v["share"] * 100, v["floor"] * 100)), floor=share_words(v["floor"])
    ),
    "more_expected": lambda v: _(
        "New codes expected at the next interview: {expected}; fewer than {ceiling} are needed."
    ).format(expected=number(v["expected"], decimals(v["expected"], v["ceiling"], 2)), ceiling=number(v["ceiling"], 1)),
    "few_codes": _few_codes,
    "none_emergent": lambda v: _(
        "None of the codes is emergent: they were all set before reading (a priori saturation; Saunders et al., 2018)."
    ),
    "reservation": lambda v: _("Reservation of the researcher: {text}").format(**v),
    "unread": _unread,
    "run_met": _run_met,
    "enough_coverage": lambda v: _(
        "Estimated coverage {share}; new codes expected at the next interview: {expected}."
    ).format(share=share_words(v["share"]), expected=figure(v["expected"])),
    "no_frame": lambda v: _(
        "A bare matrix has no sampling frame: the people who were not met could not be taken into account."
    ),
    "frame_partial": lambda v: _("The sampling frame is known in part only."),
    "frame_not_applicable": lambda v: _("The sampling frame is said not to apply."),
    "non_response": _non_response,
    "invited_missing": lambda v: _("The number of people invited is not recorded: non-responses could not be checked."),
    "answers_missing": lambda v: _("Refusals and silences are not recorded: non-responses could not be checked."),
    "frame_sum": lambda v: _(
        "The sampling frame does not add up: {invited} invited, {reached} reached, {missing} non-responses."
    ).format(**v),
    "origin_unknown": lambda v: _(
        "The origin of some codes is not known: whether any is emergent could not be checked."
    ),
    "rule_broken": lambda v: _("Guest’s rule was met once ({label}) and broken later, at interview {place}.").format(
        **v
    ),
    "unprompted": _unprompted,
    "excluded": _excluded,
    "left_out": _left_out,
    "themes_reserved": lambda v: _("The researcher holds a reservation on: {names}.").format(**v),
    "same_unit": lambda v: _(
        "{interviews} interviews come from {units} units: two interviews from one unit are not independent."
    ).format(**v),
    "less_by_unit": lambda v: _("Counted by unit: {status}.").format(status=status_label(v["status"])),
}
