# SPDX-License-Identifier: GPL-3.0-or-later
"""What else the literature would say of the same codes, as cells: other stopping rules, other estimates."""

from __future__ import annotations

from collections.abc import Iterator

from coding.language import _
from coding.reports.saturation_tables import Rows, estimated, titled
from coding.saturation import Analysis, Block, Measured, guest_orders, orders_words, ordinal
from coding.saturation.block import Measure
from coding.saturation.literature_words import batch_parts
from coding.saturation.parameters import Parameters
from coding.saturation.reason_words import figure


def rules(analysis: Analysis, measured: Measured, whole: str) -> Rows:
    """Guest's rule as met and over other orders, the criterion of Francis, the batches of Guest, Bunce & Johnson."""
    titles = (_("Theme"), _("Guest"), _("Guest, other orders"), _("Francis"), _("New codes by batches of 6"))
    return titled(titles, [(
        block.theme or whole, block.guest.label or "–", _orders(measure, analysis.parameters),
        "–" if block.francis.reached_at is None else ordinal(block.francis.reached_at), batch_parts(block) or "–",
    ) for block, measure in _each(analysis, measured)], left=1)


def estimates(analysis: Analysis, whole: str) -> Rows:
    """The number of codes there would be, seen or not, by each estimator."""
    titles = (_("Theme"), _("Codes"), _("Chao2 [95%]"), _("Chao2, bias-corrected [95%]"), _("Jackknife 1"),
              _("Jackknife 2"), _("Bootstrap"), "ICE")
    return titled(titles, [(
        block.theme or whole, str(block.codes), estimated(block.chao2), estimated(block.chao2_bc),
        *("–" if value is None else figure(value)
          for value in (block.jackknife1.estimate, block.jackknife2, block.bootstrap, block.ice)),
    ) for block in (analysis.overall, *analysis.themes)])


def _each(analysis: Analysis, measured: Measured) -> Iterator[tuple[Block, Measure]]:
    yield from zip((analysis.overall, *analysis.themes), (measured.overall, *measured.themes), strict=True)


def _orders(measure: Measure, used: Parameters) -> str:
    return orders_words(guest_orders(measure.sample, base=used.base, run=used.run, threshold=used.threshold)) or "–"
