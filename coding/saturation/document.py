# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON document of ``saturation --json``: a public contract, key for key."""

from __future__ import annotations

from typing import Any

from coding.saturation.analysis import Analysis
from coding.saturation.block import Block
from coding.saturation.reason_words import sentence, sentences
from coding.saturation.stopping import Guest


def document(analysis: Analysis) -> dict[str, Any]:
    """The analysis as plain values; the keys of the overall block stand at the top level. None = not computed.

    ``by_unit`` has the same keys (a block and ``themes``), with ``units``, their names, and the ``warning``.
    """
    return {
        "group": analysis.group,
        "order_basis": analysis.order_basis,
        "excluded": list(analysis.excluded),
        "by_unit": None if analysis.by_unit is None else _by_unit(analysis.by_unit),
        **block_document(analysis.overall),
        "themes": _themes(analysis),
    }


def _by_unit(analysis: Analysis) -> dict[str, Any]:
    warning = next(limit for limit in analysis.overall.verdict.limits if limit.code == "same_unit")
    return {
        "units": list(analysis.overall.names),
        "warning": sentence(warning),
        **block_document(analysis.overall),
        "themes": _themes(analysis),
    }


def _themes(analysis: Analysis) -> list[dict[str, Any]]:
    return [{"theme": block.theme, **block_document(block)} for block in analysis.themes]


def block_document(block: Block) -> dict[str, Any]:
    """The figures of one block as plain values."""
    return {
        "interviews": block.interviews,
        "codes": block.codes,
        "informative": block.informative,
        "q1": block.q1,
        "q2": block.q2,
        "curve": _fields(block.curve, "n", "observed", "new", "expected", "sd_order", "coverage"),
        "chao2": _pick(block.chao2, "estimate", "se", "low", "high"),
        "chao2_bc": _pick(block.chao2_bc, "estimate", "se", "low", "high"),
        "jackknife1": _pick(block.jackknife1, "estimate", "se"),
        "jackknife2": block.jackknife2,
        "bootstrap": block.bootstrap,
        "ice": block.ice,
        "coverage": block.coverage,
        "expected_new": block.expected_new,
        "extrapolation": None
        if block.extrapolation is None
        else [{"n": n, "expected": expected} for n, expected in block.extrapolation],
        "guest": {**_rule(block.guest), "reached_at": block.guest.reached_at, "ratios": _ratios(block.guest)},
        "guest_grid": [_rule(rule) for rule in block.guest_grid],
        "francis": _pick(block.francis, "initial", "stopping", "reached_at"),
        "order_robustness": _pick(block.order_robustness, "run", "share"),
        "last_new": block.last_new,
        "run_without_new": block.run_without_new,
        "status": block.verdict.status.value,
        "reasons": sentences(block.verdict),
    }


def _rule(rule: Guest) -> dict[str, Any]:
    return _pick(rule, "base", "run", "threshold", "label")


def _ratios(rule: Guest) -> list[float] | None:
    return None if rule.ratios is None else list(rule.ratios)


def _pick(source: object, *names: str) -> dict[str, Any]:
    return {name: getattr(source, name) for name in names}


def _fields(sources: tuple[object, ...], *names: str) -> list[dict[str, Any]]:
    return [_pick(source, *names) for source in sources]
