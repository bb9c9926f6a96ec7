# SPDX-License-Identifier: GPL-3.0-or-later
"""Verdict: one of five statuses, the first that matches, with its grounds and its limits (SPEC, «Status»)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from coding.saturation.parameters import Frame, Parameters
from coding.saturation.sample import Sample
from coding.saturation.stopping import Guest


class Status(StrEnum):
    """What may be said of a theme in a group, or of the group; the weakest first."""

    NOT_DECLARABLE = "not_declarable"
    NOT_TESTABLE = "not_testable"
    NOT_SATURATED = "not_saturated"
    PARTIAL_REDUNDANCY = "partial_redundancy"
    SATURATED = "saturated"


@dataclass(frozen=True)
class Reason:
    """Why a status was given, or what limits it: a stable code, and the values its sentence needs.

    `reason_words.sentence` puts it in the user's language.
    """

    code: str
    values: tuple[tuple[str, object], ...] = ()


def reason(code: str, **values: object) -> Reason:
    """A Reason from keyword values."""
    return Reason(code, tuple(values.items()))


@dataclass(frozen=True)
class Verdict:
    """A status with the grounds that gave it and the limits that go with it."""

    status: Status
    grounds: tuple[Reason, ...]
    limits: tuple[Reason, ...]


@dataclass(frozen=True)
class Circumstances:
    """What the figures do not show of a theme (or of the group) but the status depends on.

    ``frame_required`` is False for a bare matrix only, which has no group and so no frame. ``reservation`` is the
    researcher's own; ``unread`` names the interviews coded before a code existed and not yet re-read.
    """

    frame: Frame | None
    frame_required: bool
    reservation: str = ""
    unread: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    warnings: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """The figures the status rests on."""

    sample: Sample
    coverage: float | None
    expected_new: float | None
    guest: Guest


def judge(evidence: Evidence, circumstances: Circumstances, parameters: Parameters) -> Verdict:
    """The first status that matches, with every ground of that status."""
    candidates = (
        (Status.NOT_DECLARABLE, _refusals(circumstances, parameters)),
        (Status.NOT_TESTABLE, _too_little(evidence.sample, parameters)),
        (Status.NOT_SATURATED, _still_new(evidence.sample, parameters)),
        (Status.PARTIAL_REDUNDANCY, _reserves(evidence, circumstances, parameters)),
        (Status.SATURATED, _findings(evidence)),
    )
    status, grounds = next((status, grounds) for status, grounds in candidates if grounds)
    return Verdict(status, tuple(grounds), tuple(_limits(evidence, circumstances, parameters)))


def run_met(evidence: Evidence, circumstances: Circumstances, parameters: Parameters) -> Status:
    """The status of what may be declared and tested, in an order whose last interviews bring no new code."""
    return Status.PARTIAL_REDUNDANCY if _reserves(evidence, circumstances, parameters) else Status.SATURATED


def _refusals(circumstances: Circumstances, parameters: Parameters) -> list[Reason]:
    if circumstances.frame is None and not circumstances.frame_required:
        return []
    return frame_refusals(circumstances.frame, parameters)


def frame_refusals(frame: Frame | None, parameters: Parameters) -> list[Reason]:
    """Why a group recruited so may not be declared saturated; empty when it may."""
    if frame is None:
        return [reason("frame_missing")]
    if frame.known == "no":
        return [reason("frame_unknown")]
    grounds = []
    if frame.known in ("partial", "not_applicable") and not frame.justified:
        grounds.append(reason(f"frame_{frame.known}_unjustified"))
    missing, solicited = frame.non_responses, frame.solicited
    if frame.missing_share > parameters.non_response_max:
        grounds.append(
            reason("non_response_high", missing=missing, invited=solicited, ceiling=parameters.non_response_max)
        )
    elif missing and not frame.justified:
        grounds.append(reason("non_response_unjustified", missing=missing, invited=solicited))
    return grounds


def _too_little(sample: Sample, parameters: Parameters) -> list[Reason]:
    grounds = []
    informative, needed = int(sample.informative.sum()), parameters.base + parameters.run
    if informative < needed:
        grounds.append(reason("few_interviews", informative=informative, needed=needed))
    if sample.seen < 2:
        grounds.append(reason("too_few_codes", codes=sample.seen))
    return grounds


def _still_new(sample: Sample, parameters: Parameters) -> list[Reason]:
    run = sample.run_without_new
    if run is None or run >= parameters.tail:
        return []
    return [reason("still_new", place=sample.last_new, run=run, tail=parameters.tail)]


def _reserves(evidence: Evidence, circumstances: Circumstances, parameters: Parameters) -> list[Reason]:
    sample, share, more = evidence.sample, evidence.coverage, evidence.expected_new
    grounds = []
    if share is not None and share < parameters.coverage_min:
        grounds.append(reason("low_coverage", share=share, floor=parameters.coverage_min))
    if more is not None and more >= parameters.expected_max:
        grounds.append(reason("more_expected", expected=more, ceiling=parameters.expected_max))
    if sample.seen < parameters.few_codes:
        grounds.append(reason("few_codes", codes=sample.seen, needed=parameters.few_codes))
    if all(origin not in (None, "emergent") for origin in sample.origins):
        grounds.append(reason("none_emergent"))
    if circumstances.reservation.strip():
        grounds.append(reason("reservation", text=circumstances.reservation.strip()))
    if circumstances.unread:
        grounds.append(reason("unread", count=len(circumstances.unread), names=", ".join(circumstances.unread)))
    return grounds


def _findings(evidence: Evidence) -> list[Reason]:
    sample = evidence.sample
    return [
        reason("run_met", place=sample.last_new, run=sample.run_without_new),
        reason("enough_coverage", share=evidence.coverage, expected=evidence.expected_new),
    ]


def _limits(evidence: Evidence, circumstances: Circumstances, parameters: Parameters) -> list[Reason]:
    sample, rule = evidence.sample, evidence.guest
    limits = _frame_limits(circumstances, parameters)
    origins: Sequence[str | None] = sample.origins
    if origins and None in origins and "emergent" not in origins:
        limits.append(reason("origin_unknown"))
    if rule.broken_at is not None:
        limits.append(reason("rule_broken", label=rule.label, place=rule.broken_at))
    if sample.unprompted:
        limits.append(reason("unprompted", count=sample.unprompted))
    if circumstances.excluded:
        limits.append(reason("excluded", count=len(circumstances.excluded), names=", ".join(circumstances.excluded)))
    if circumstances.left_out:
        limits.append(reason("left_out", count=len(circumstances.left_out), which=circumstances.left_out))
    return [*limits, *circumstances.warnings]


def _frame_limits(circumstances: Circumstances, parameters: Parameters) -> list[Reason]:
    frame = circumstances.frame
    if frame is None:
        return [] if circumstances.frame_required else [reason("no_frame")]
    limits = []
    if frame.known in ("partial", "not_applicable"):
        limits.append(reason(f"frame_{frame.known}"))
    if frame.justified and 0 < frame.missing_share <= parameters.non_response_max:
        limits.append(reason("non_response", missing=frame.non_responses, invited=frame.solicited))
    if frame.known in ("yes", "partial") and not frame.answers_known:
        limits.append(reason("invited_missing" if frame.invited is None else "answers_missing"))
    if not frame.adds_up:
        limits.append(reason("frame_sum", invited=frame.invited, reached=frame.reached, missing=frame.non_responses))
    return limits
