# SPDX-License-Identifier: GPL-3.0-or-later
"""The methods report on saturation: one page with the finding, its parameters, its limits and its references."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from coding.language import _
from coding.reports.accumulation_figure import draw
from coding.reports.cover import Cover
from coding.reports.word import Page
from coding.reports.word_table import Cell
from coding.saturation import (
    Analysis,
    Block,
    frame_words,
    general_limits,
    paragraph,
    sentence,
    status_label,
)
from coding.verdict_words import figures, parameters_words, titles

_WIDTHS = (4.6, 4.0, 1.3, 1.6, 1.5, 1.7, 1.7, 2.0)
_MANY = 12  # themes beyond which the figure and the table give way, so that one page still holds all
REFERENCES = (
    ("Balard, F., Kivits, J., Schrecker, C., Volery, I. (2016). L’analyse qualitative en santé. "
    "In J. Kivits et al., Les recherches qualitatives en santé. Armand Colin."),
    "Chao, A., Jost, L. (2012). Coverage-based rarefaction and extrapolation. Ecology, 93(12), 2533–2547.",
    ("Guest, G., Namey, E., Chen, M. (2020). A simple method to assess and report thematic saturation in qualitative "
    "research. PLoS ONE, 15(5), e0232076."),
    ("Hennink, M. M., Kaiser, B. N., Marconi, V. C. (2017). Code saturation versus meaning saturation. Qualitative "
    "Health Research, 27(4), 591–608."),
    "Saunders, B. et al. (2018). Saturation in qualitative research. Quality & Quantity, 52, 1893–1907.",
)


def write(path: Path, analysis: Analysis, cover: Cover, *, codebook_date: date | None = None) -> None:
    """Write the report on a group to a .docx. Raises KnownError when it cannot."""
    page = Page(cover, tight=True)
    page.line(paragraph(analysis, analysis.overall, codebook_date=codebook_date))
    page.note(parameters_words(analysis))
    crowded = len(analysis.themes) > _MANY
    picture = draw(analysis.overall, height=4.4 if crowded else 6.0)
    if picture:
        page.picture(picture, 16)
    page.table(rows(analysis), _WIDTHS, size=7 if crowded else 8)
    page.labelled(_("Limits."), " ".join(_limits(analysis)), small=True)
    page.labelled(_("References."), " ".join(REFERENCES), small=True)
    page.save(path)


def rows(analysis: Analysis) -> list[list[Cell]]:
    """A title row, then the group and each theme: status and figures."""
    title = [Cell(text, bold=True, align="left" if place < 2 else "center") for place, text in enumerate(titles())]
    blocks = (analysis.overall, *analysis.themes)
    return [title, *(_row(block, bold=block is analysis.overall) for block in blocks)]


def _row(block: Block, *, bold: bool) -> list[Cell]:
    name = _("Whole group") if block.theme is None else block.theme
    return [
        Cell(name, bold=bold), Cell(status_label(block.verdict.status), bold=bold),
        *(Cell(text, bold=bold, align="center") for text in figures(block)),
    ]


def _limits(analysis: Analysis) -> list[str]:
    """The frame's words, what limits any theme, and what holds for every analysis, each sentence once."""
    found = [frame_words(analysis.frame)] if analysis.frame else []
    if analysis.frame and analysis.frame.justified:
        found.append(_("Justification: {text}").format(text=analysis.frame.justification.strip()))
    if analysis.by_unit:
        found.append(_("Counted by unit: {status}.").format(
            status=status_label(analysis.by_unit.overall.verdict.status)))
    for block in analysis.themes:
        found += [sentence(reason) for reason in block.verdict.limits if reason.code == "reservation"]
    return list(dict.fromkeys([*found, *general_limits()]))
