# SPDX-License-Identifier: GPL-3.0-or-later
"""The verdicts as a table shows them, in the report and in the terminal. Imports numpy: import it where it is used."""

from __future__ import annotations

from coding.language import _, percent
from coding.saturation import Block, Parameters, figure, ordinal, share_words


def titles() -> list[str]:
    """The titles of a table of verdicts: theme, status, then those of ``figures``."""
    return [
        _("Theme"), _("Status"), _("Codes"), _("Raised"), _("Last new"), _("Run without new"), _("Expected"),
        _("Coverage"),
    ]


def figures(block: Block) -> list[str]:
    """Codes, informative interviews, place of the last new code, run since, expected codes, coverage; – for none."""
    last = "–" if block.last_new is None else ordinal(block.last_new)
    run = "–" if block.run_without_new is None else str(block.run_without_new)
    expected = "–" if block.expected_new is None else figure(block.expected_new)
    coverage = "–" if block.coverage is None else share_words(block.coverage)
    return [str(block.codes), f"{block.informative}/{block.interviews}", last, run, expected, coverage]


def parameters_words(used: Parameters) -> str:
    """Every threshold that the statuses rest on."""
    return _(
        "Parameters: base {base}, run {run}, threshold {threshold}; {tail} informative interviews without a new code "
        "at the end; coverage of at least {coverage}; fewer than {expected} new codes expected; at least {codes} codes "
        "in a theme; non-responses of at most {missing}."
    ).format(
        base=used.base, run=used.run, threshold=share_words(used.threshold), tail=used.tail,
        coverage=share_words(used.coverage_min), expected=figure(used.expected_max), codes=used.few_codes,
        missing=percent(used.non_response_max),
    )
