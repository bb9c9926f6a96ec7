# SPDX-License-Identifier: GPL-3.0-or-later
"""The words around the figures: the paragraph of the methods report, and the short finding of the side panel.

Nothing here ever says that saturation is proved: a status, its parameters, its grounds and its limits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coding.language import _, current_language, ngettext, short_date
from coding.saturation.analysis import Analysis
from coding.saturation.block import Block
from coding.saturation.literature_words import batches_words, francis_words
from coding.saturation.parameters import Frame
from coding.saturation.reason_words import figure, part_words, sentence, share_words, status_label
from coding.saturation.stopping import Guest
from coding.saturation.verdict import Reason, Status


@dataclass(frozen=True)
class Finding:
    """What the side panel says of a theme: the finding, the figures below it, and the limits to mention."""

    text: str
    figures: str
    limits: tuple[str, ...]


def ordinal(place: int) -> str:
    """1st, 2nd, 3rd, 11th … or 1ᵉʳ, 2ᵉ, 3ᵉ …"""
    if current_language() == "fr":
        return "1ᵉʳ" if place == 1 else f"{place}ᵉ"
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"


def threshold_words(rule: Guest) -> str:
    """The threshold as a percentage, or «no new code» where the base is so small that it means just that."""
    return _("0 new codes") if rule.tolerates_none else share_words(rule.threshold)


def guest_words(rule: Guest) -> str:
    """Guest's rule and where it was met."""
    if rule.ratios is None:
        result = _("cannot be computed")
    else:
        result = _("not reached") if rule.label is None else _("reached at {label}").format(label=rule.label)
    return _("Base {base}, run {run}, threshold {threshold} (Guest et al., 2020): {result}.").format(
        base=rule.base, run=rule.run, threshold=threshold_words(rule), result=result
    )


def robustness_words(block: Block) -> str:
    """Order robustness in a sentence; empty when it could not be computed."""
    run, share = block.order_robustness.run, block.order_robustness.share
    if share is None:
        return ""
    return ngettext(
        "In {share} of the possible orders, the last interview would have brought no new code.",
        "In {share} of the possible orders, the last {run} interviews would have brought no new code.",
        run,
    ).format(share=part_words(share), run=run)


def frame_answer(frame: Frame) -> str:
    """What is known of the population."""
    return {
        "yes": _("frame known"),
        "partial": _("frame known in part"),
        "not_applicable": _("frame not applicable"),
        "no": _("frame not known"),
    }[frame.known]


def frame_words(frame: Frame) -> str:
    """The population as it was approached."""
    known = frame_answer(frame)
    unit = frame.unit or _("people")
    if not frame.answers_known:
        return _("Population: {frame}.").format(frame=known) if frame.invited is None else _(
            "Population: {frame}; invited ({unit}): {invited}; non-responses: not recorded.").format(
                frame=known, invited=frame.invited, unit=unit)
    return ngettext(
        "Population: {frame}; invited ({unit}): {invited}; non-responses: {missing}.",
        "Population: {frame}; invited ({unit}): {invited}; non-responses: {missing}.",
        frame.non_responses,
    ).format(frame=known, invited=frame.solicited, unit=unit, missing=frame.non_responses)


def paragraph(analysis: Analysis, block: Block, *, codebook_date: date | None = None) -> str:
    """The paragraph of the methods report for one block: what was done, the figures, the status, its reasons."""
    verdict = block.verdict
    grounds = [sentence(reason) for reason in verdict.grounds]
    parts = [] if block.theme is None else [_("Theme “{theme}”.").format(theme=block.theme)]
    if verdict.status is Status.NOT_DECLARABLE:
        parts.append(_("Saturation is not declared for {scope}.").format(scope=_scope(analysis)))
        parts += [*grounds, _("The absence of anything new may be due to the people who were not met.")]
    parts.append(_material(analysis, block, codebook_date))
    parts += [guest_words(block.guest), *_figures(block), robustness_words(block)]
    if analysis.frame is not None:
        parts.append(frame_words(analysis.frame))
    parts.append(_("Status: {status}.").format(status=status_label(verdict.status)))
    if verdict.status not in (Status.NOT_DECLARABLE, Status.SATURATED):
        parts += grounds
    parts += [sentence(reason) for reason in verdict.limits]
    return " ".join(part for part in parts if part)


def _scope(analysis: Analysis) -> str:
    if analysis.group is None:
        return _("the matrix") if analysis.order_basis == "columns" else _("the whole corpus")
    return _("the group “{group}”").format(group=analysis.group)


def _of_scope(analysis: Analysis) -> str:
    """The same after «of», which French joins to the article (du, de la)."""
    if analysis.group is None:
        return _("of the matrix") if analysis.order_basis == "columns" else _("of the whole corpus")
    return _("of the group “{group}”").format(group=analysis.group)


def _material(analysis: Analysis, block: Block, codebook_date: date | None) -> str:
    """What the figures were counted on; the word saturation only where it may be used."""
    count = ngettext("{n} interview", "{n} interviews", block.interviews).format(n=block.interviews)
    codes = ngettext("{n} code", "{n} codes", block.codes).format(n=block.codes)
    if codebook_date is not None:
        codes = _("codebook of {date}, {codes}").format(date=short_date(codebook_date), codes=codes)
    if block.verdict.status is Status.NOT_DECLARABLE:
        words = _("The figures describe the interviews held, nothing more: {count}, {codes}.")
    else:
        words = _("Code saturation assessed over {count} {of_scope} ({codes}).")
    return words.format(count=count, of_scope=_of_scope(analysis), codes=codes)


def _figures(block: Block) -> list[str]:
    """The run at the end, then coverage and expected codes, as far as they could be computed."""
    parts = []
    if block.run_without_new is not None:
        parts.append(_run_words(block))
    parts.append(_expected_words(block))
    if block.coverage is not None:
        parts.append(
            _("Estimated coverage, the share of occurrences that belong to codes already seen: {coverage}.").format(
                coverage=share_words(block.coverage)
            )
        )
    if block.chao2.estimate is not None:
        parts.append(
            _("Estimated minimum number of codes (Chao2): {estimate}.").format(estimate=figure(block.chao2.estimate))
        )
    return parts


def _run_words(block: Block) -> str:
    run = block.run_without_new or 0
    if not run:
        return _("The last informative interview still brought a new code.")
    if block.theme is None:
        return ngettext("No new code in the last interview.", "No new code in the last {run} interviews.", run).format(
            run=run
        )
    return ngettext(
        "No new code in the last interview that speaks of the theme.",
        "No new code in the last {run} interviews that speak of the theme.",
        run,
    ).format(run=run)


def refusal_words(grounds: Sequence[Reason]) -> str:
    """Why a group may not be declared saturated, and what that means for its figures."""
    return " ".join([*map(sentence, grounds), _("The figures stay visible, but the word saturation is not used.")])


def finding(block: Block) -> Finding:
    """The short, readable finding of the side panel."""
    verdict = block.verdict
    grounds = [sentence(reason) for reason in verdict.grounds]
    lead = {
        Status.NOT_DECLARABLE: _("The figures stay visible, but the word saturation is not used."),
        Status.NOT_TESTABLE: _("There is too little material to say anything about redundancy."),
        Status.NOT_SATURATED: _("New codes are still appearing."),
        Status.PARTIAL_REDUNDANCY: _("The information collected is becoming redundant, with reserves."),
        Status.SATURATED: _("The information collected is becoming redundant."),
    }[verdict.status]
    match verdict.status:
        case Status.NOT_DECLARABLE:
            parts = [*grounds, lead]
        case Status.NOT_TESTABLE | Status.NOT_SATURATED:
            parts = [lead, *grounds]
        case Status.PARTIAL_REDUNDANCY:
            parts = [lead, _story(block), *grounds]
        case Status.SATURATED:
            parts = [lead, _story(block), _expected_words(block)]
    figures = [guest_words(block.guest), robustness_words(block), francis_words(block), batches_words(block)]
    return Finding(
        text=" ".join(part for part in parts if part),
        figures=" ".join(part for part in figures if part),
        limits=tuple(sentence(reason) for reason in verdict.limits),
    )


def _expected_words(block: Block) -> str:
    if block.expected_new is None:
        return ""
    return _("New codes expected at the next interview: {expected}.").format(expected=figure(block.expected_new))


def _story(block: Block) -> str:
    """Where the last new code appeared, and what came after."""
    run = block.run_without_new or 0
    if block.theme is None:
        return ngettext(
            "The last new code appeared in the {place} interview, and the next interview brought none.",
            "The last new code appeared in the {place} interview, and the {run} interviews since brought none.",
            run,
        ).format(place=ordinal(block.last_new or 0), run=run)
    return ngettext(
        "The last new code appeared in the {place} interview, and the next interview that speaks of it brought none.",
        "The last new code appeared in the {place} interview, and the {run} interviews that speak of it since brought none.",
        run,
    ).format(place=ordinal(block.last_new or 0), run=run)


def general_limits() -> list[str]:
    """What holds for every analysis, printed at the end of the methods report."""
    return [
        _("These thresholds are conventions; they can be changed, and are printed with the result."),
        _(
            "Chao2 is an estimated minimum, never a ceiling. It assumes interchangeable interviews and a closed set of codes; purposive sampling departs from both, so it describes and does not infer."
        ),
        _("Saturation of codes is not saturation of meaning (Hennink, Kaiser & Marconi, 2017)."),
        _(
            "Saturation does not mean that the subject is exhausted, but that on precise points the information collected is becoming redundant (Balard et al., 2016)."
        ),
        _("In reflexive thematic analysis the criterion is rejected (Braun & Clarke, 2021)."),
    ]
