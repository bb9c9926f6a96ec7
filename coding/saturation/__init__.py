# SPDX-License-Identifier: GPL-3.0-or-later
"""Saturation of a group of interviews, from an incidence of codes. No database, no window; needs numpy.

    incidence = read_matrix(path, themes)          # or build an Incidence from a project
    analysis = analyse(incidence, frame_required=False)
    document(analysis)                             # the JSON contract
    analysis.overall, analysis.themes              # Blocks: every figure, and block.verdict
    paragraph(analysis, block)                     # the methods report, in the user's language
    finding(block), status_label(block.verdict.status), sentences(block.verdict)   # for the window

To build an Incidence: columns are the interviews that count (coded, not under way), in the recorded order; rows are
codes, a theme's own direct codings being one more row; ``theme_of`` and ``origins`` follow the rows; ``themes`` lists
every root, coded or not; ``asked[theme]`` and ``units`` follow the columns. All results are frozen and picklable.
Import this package where it is used, not at start-up: numpy takes a tenth of a second.
"""

from __future__ import annotations

from coding.saturation.alternatives import Alternative, alternatives, by_order
from coding.saturation.analysis import Analysis, Around, Measured, analyse, measure_group
from coding.saturation.block import Block, CurvePoint
from coding.saturation.document import document
from coding.saturation.guest_orders import GuestOrders, guest_orders
from coding.saturation.incidence import Incidence
from coding.saturation.literature_words import batches_words, francis_words, orders_words
from coding.saturation.matrix_file import read_matrix, write_matrix
from coding.saturation.parameters import Frame, Parameters
from coding.saturation.reason_words import figure, part_words, sentence, sentences, share_words, status_label
from coding.saturation.report_words import (
    Finding,
    finding,
    frame_words,
    general_limits,
    guest_words,
    ordinal,
    paragraph,
    refusal_words,
    robustness_words,
    threshold_words,
)
from coding.saturation.sample import Sample
from coding.saturation.verdict import Reason, Status, Verdict

__all__ = [
    "Alternative",
    "Analysis",
    "Around",
    "Block",
    "CurvePoint",
    "Finding",
    "Frame",
    "GuestOrders",
    "Incidence",
    "Measured",
    "Parameters",
    "Reason",
    "Sample",
    "Status",
    "Verdict",
    "alternatives",
    "analyse",
    "batches_words",
    "by_order",
    "document",
    "figure",
    "finding",
    "frame_words",
    "francis_words",
    "general_limits",
    "guest_orders",
    "guest_words",
    "measure_group",
    "orders_words",
    "ordinal",
    "paragraph",
    "part_words",
    "read_matrix",
    "refusal_words",
    "robustness_words",
    "sentence",
    "sentences",
    "share_words",
    "status_label",
    "threshold_words",
    "write_matrix",
]
