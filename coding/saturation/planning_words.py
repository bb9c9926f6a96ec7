# SPDX-License-Identifier: GPL-3.0-or-later
"""What further interviews may bring, in sentences, with what that supposes; in the user's language."""

from __future__ import annotations

from coding.language import _, clauses, ngettext, number
from coding.saturation.planning import Plan
from coding.saturation.reason_words import sentence, share_words
from coding.saturation.verdict import Reason


def assumptions() -> tuple[str, ...]:
    """What the estimates suppose, and what they are worth."""
    return (
        _("The interviews to come would be like those made: the same population, the same guide, in any order."),
        _("The codebook stays as it is: no code is merged, split or redefined meanwhile."),
        _("Purposive sampling breaks this: people chosen because they differ may bring more than is said here."),
        _("It is a minimum, not a ceiling (Chao2 is a lower bound), and it is nothing more than a description."),
        _("Nothing is estimated beyond twice the interviews made."),
    )


def refusal(why: Reason) -> str:
    """Why nothing is estimated."""
    match why.code:
        case "not_declarable":
            return _("No estimate for this group: nothing tells how the people who were not met differ from those who "
                     "were. See the finding for what is missing.")
        case "single":
            return _("No estimate: a single code rests on one interview alone and none on two, which is too little to "
                     "reckon from.")
    return _("No estimate. {reason}").format(reason=sentence(why))


def until(plan: Plan) -> tuple[str, ...]:
    """How many more interviews until few codes are expected, until the coverage wanted, and without a new code."""
    quiet = ngettext("The finding asks besides for {n} more informative interview without a new code.",
                     "The finding asks besides for {n} more informative interviews without a new code.",
                     plan.quiet).format(n=plan.quiet)
    return (_until_expected(plan), _until_coverage(plan), *((quiet,) if plan.quiet else ()))


def paragraph(plan: Plan, name: str) -> str:
    """All of it, ready to be copied; ``name`` is that of the theme or of the group."""
    if plan.refusals:
        return f"{name}. " + " ".join(refusal(why) for why in plan.refusals)
    seen = _("{name}: {interviews} interviews, {codes} codes.").format(
        name=name, interviews=plan.interviews, codes=plan.codes)
    gains = clauses(
        ngettext("after {n} more interview, {gained} new codes expected and a coverage of {coverage}",
                 "after {n} more interviews, {gained} new codes expected and a coverage of {coverage}",
                 one.more).format(n=one.more, gained=number(one.gained, 1), coverage=share_words(one.coverage))
        for one in plan.steps)
    supposed = _("Estimates by extrapolation (Colwell et al., 2012; Chao & Jost, 2012; Chao et al., 2014), which suppose "
                 "interviews alike and a closed set of codes; with purposive sampling they describe, and give a minimum "
                 "rather than a ceiling.")
    return " ".join((seen, _("By estimate, {gains}.").format(gains=gains), *until(plan), supposed))


def _until_expected(plan: Plan) -> str:
    wanted = number(plan.expected_max, 1)
    if plan.complete:
        return _("No code rests on one interview alone: the estimate expects no new one.")
    if plan.until_expected is None:
        return _("Fewer than {wanted} new codes at the next interview: not by {limit} interviews, as far as one can "
                 "estimate.").format(wanted=wanted, limit=2 * plan.interviews)
    if not plan.until_expected:
        return _("Fewer than {wanted} new codes are already expected at the next interview.").format(wanted=wanted)
    return ngettext("Fewer than {wanted} new codes would be expected at the next interview after {n} more.",
                    "Fewer than {wanted} new codes would be expected at the next interview after {n} more.",
                    plan.until_expected).format(wanted=wanted, n=plan.until_expected)


def _until_coverage(plan: Plan) -> str:
    wanted = share_words(plan.coverage_min)
    if plan.until_coverage is None:
        return _("A coverage of {wanted}: not by {limit} interviews, as far as one can estimate.").format(
            wanted=wanted, limit=2 * plan.interviews)
    if not plan.until_coverage:
        return _("The coverage of {wanted} is already reached.").format(wanted=wanted)
    return ngettext("The coverage would reach {wanted} after {n} more interview.",
                    "The coverage would reach {wanted} after {n} more interviews.",
                    plan.until_coverage).format(wanted=wanted, n=plan.until_coverage)
