# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of the saturation report, as cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from coding import codebook_log
from coding.citations import KEPT_BACK
from coding.decisions import Decision
from coding.language import _, clauses, current_language, exact, ngettext, short_date
from coding.nuances import Answer
from coding.past_verdicts import Past
from coding.reports.coreq import Item, domain
from coding.reports.recruitment import Recruited
from coding.reports.word_table import Align, Cell
from coding.rereading import Due
from coding.saturation import (
    Alternative,
    Analysis,
    Block,
    Measured,
    Parameters,
    Status,
    alternatives,
    by_order,
    figure,
    ordinal,
    share_words,
    status_label,
)
from coding.saturation.analysis import Around
from coding.saturation.block import Measure
from coding.saturation.reason_words import part_words, sentence
from coding.saturation.richness import Estimate
from coding.saturation.verdict import Circumstances, frame_refusals
from coding.typography import quoted

Rows = list[list[Cell]]
FIGURE_WIDTHS = (2.7, 2.2, 1.0, 1.15, 1.15, 0.85, 1.35, 1.55, 1.0, 1.15, 1.75, 1.15)  # centimetres: 17 in all


def titled(titles: Sequence[str], rows: Iterable[Sequence[str]], *, left: int = 1, bold: Sequence[int] = ()) -> Rows:
    """Cells below a row of titles: the first ``left`` columns at the left, the others centred; the rows ``bold``
    stand out."""
    def side(place: int) -> Align:
        return "left" if place < left else "center"

    head = [Cell(text, bold=True, align=side(place)) for place, text in enumerate(titles)]
    return [head, *([Cell(text, bold=at in bold, align=side(place)) for place, text in enumerate(row)]
                    for at, row in enumerate(rows))]


def parameters(used: Parameters) -> Rows:
    """Each threshold: its value, the usual one, and where it comes from. One that is not the usual is in bold."""
    usual = Parameters()
    guest = "Guest et al., 2020"
    lines = (
        (_("Base: interviews that make the first set of codes"), str(used.base), str(usual.base), guest),
        (_("Run: interviews looked at after it"), str(used.run), str(usual.run), guest),
        (_("Threshold: new codes of a run over those of the base"), share_words(used.threshold),
         share_words(usual.threshold), guest),
        (_("Informative interviews without a new code, at the end"), str(used.tail), str(usual.tail),
         "Francis et al., 2010"),
        (_("Estimated coverage, at least"), share_words(used.coverage_min), share_words(usual.coverage_min),
         _("Chao & Jost, 2012")),
        (_("New codes expected at the next interview, fewer than"), figure(used.expected_max),
         figure(usual.expected_max), _("Chao & Jost, 2012")),
        (_("Codes in a theme, at least"), str(used.few_codes), str(usual.few_codes), _("convention of this tool")),
        (_("Invitations without an interview, at most"), share_words(used.non_response_max),
         share_words(usual.non_response_max), _("convention of this tool")),
    )
    changed = [place for place, line in enumerate(lines) if line[1] != line[2]]
    made = titled((_("Parameter"), _("Value"), _("Usual value"), _("Source")), lines, bold=changed)
    return [[*row[:3], Cell(row[3].text, bold=row[3].bold)] for row in made]


def verdicts(analysis: Analysis, *, claimed: bool, whole: str) -> Rows:
    """The group, then a row a theme: status and figures. Without a claim the status is not named."""
    titles = (
        _("Theme"), _("Status"), _("Codes"), _("Inform."), _("Last new"), _("Run"), _("Expected"), _("Coverage"),
        _("Guest"), _("Francis"), _("Chao2 [95%]"), _("Orders"),
    )
    blocks = (analysis.overall, *analysis.themes)
    return titled(titles, (_figures(block, claimed, whole) for block in blocks), left=2, bold=(0,))


def _figures(block: Block, claimed: bool, whole: str) -> tuple[str, ...]:
    share, reached = block.order_robustness.share, block.francis.reached_at
    return (
        whole if block.theme is None else block.theme,
        status_label(block.verdict.status) if claimed else _("Not claimed"),
        str(block.codes),
        f"{block.informative}/{block.interviews}",
        "–" if block.last_new is None else ordinal(block.last_new),
        "–" if block.run_without_new is None else str(block.run_without_new),
        "–" if block.expected_new is None else figure(block.expected_new),
        "–" if block.coverage is None else share_words(block.coverage),
        block.guest.label or "–",
        "–" if reached is None else ordinal(reached),
        estimated(block.chao2),
        "–" if share is None else part_words(share),
    )


def estimated(found: Estimate) -> str:
    """An estimate with its interval where it has one; – for none."""
    if found.estimate is None:
        return "–"
    if found.low is None or found.high is None:
        return figure(found.estimate)
    return _("{estimate} [{low}; {high}]").format(
        estimate=figure(found.estimate), low=figure(found.low), high=figure(found.high))


def key() -> str:
    """What the columns of ``verdicts`` hold."""
    return _(
        "Inform.: informative interviews over those counted. Last new: place of the last interview that brought a new "
        "code. Run: informative interviews since. Expected: new codes expected at the next interview. Coverage: share "
        "of occurrences that belong to codes already seen (Chao & Jost, 2012). Guest: base + run at which the rule was "
        "first met. Francis: interview at which the stopping criterion was met (10 + 3). Chao2: estimated minimum "
        "number of codes, with its 95% interval. Orders: share of the possible orders in which the last interviews "
        "would have brought nothing. –: cannot be computed, or not reached."
    )


def others(found: Sequence[Recruited], used: Parameters) -> Rows:
    """The other groups: what their recruitment lets one say, a row each."""
    lines = []
    for one in found:
        refusals = frame_refusals(one.frame, used)
        why = " ".join(sentence(reason) for reason in refusals)
        said = status_label(Status.NOT_DECLARABLE) if refusals else _("May be declared if the codes show it")
        lines.append((one.group, str(one.interviews), said, why or _("The sampling does not stand in the way.")))
    made = titled((_("Group"), _("Interviews"), _("Saturation"), _("Reason")), lines)
    return [[row[0], row[1], *(Cell(cell.text, bold=cell.bold) for cell in row[2:])] for row in made]


def sensitivity(measured: Measured, around: Around, analysis: Analysis, whole: str) -> Rows:
    """For the group and each theme: the other usual choices that would give another status, and how often another
    order would give the same. Empty where the group is refused whatever the choice."""
    circumstances = around.of_group(measured.incidence.themes)
    if {one.status for one in alternatives(measured.overall, circumstances, analysis.parameters)} == {
            Status.NOT_DECLARABLE}:
        return []
    lines = []
    for block, measure in zip((analysis.overall, *analysis.themes), (measured.overall, *measured.themes), strict=True):
        if block.theme is not None:
            circumstances = around.of_theme(block.theme)
        lines.append((
            block.theme or whole, status_label(block.verdict.status),
            _elsewhere(alternatives(measure, circumstances, analysis.parameters), block.verdict.status),
            _same_order(measure, block, circumstances, analysis.parameters),
        ))
    return titled((_("Theme"), _("Status"), _("Other usual choices that change it"), _("Same, other orders")), lines,
                  left=3)


def _elsewhere(found: Sequence[Alternative], status: Status) -> str:
    """By the status they would give, a line each."""
    other = dict.fromkeys(one.status for one in found if one.status is not status)
    if not other:
        count = sum(1 for one in found if not one.chosen)
        return ngettext("none of the {n} tried", "none of the {n} tried", count).format(n=count)
    return "\n".join(
        _("{status}: {choices}").format(status=status_label(reached), choices=_choices(
            [one for one in found if one.status is reached])) for reached in other)


def _choices(found: Sequence[Alternative]) -> str:
    """«base + run 5+3, 6+3; coverage 99 %»."""
    pairs = ", ".join(f"{one.value[0]}+{one.value[1]}" for one in found if isinstance(one.value, tuple))
    parts = [_("base + run {pairs}").format(pairs=pairs)] if pairs else []
    for choice, words in {
        "tail": _("{values} interviews without a new code"), "coverage_min": _("coverage {values}"),
        "expected_max": _("codes expected under {values}"), "few_codes": _("{values} codes in a theme"),
        "non_response_max": _("non-responses {values}"),
    }.items():
        values = [one.value for one in found if one.choice == choice and not isinstance(one.value, tuple)]
        if values:
            said = share_words if choice in ("coverage_min", "non_response_max") else exact
            parts.append(words.format(values=", ".join(said(value) for value in values)))
    return clauses(parts)


def _same_order(measure: Measure, block: Block, circumstances: Circumstances, used: Parameters) -> str:
    shares = by_order(measure, circumstances, used) if block.interviews > 1 else {}
    return part_words(shares.get(block.verdict.status, 0.0)) if shares else "–"


def by_unit(analysis: Analysis, *, claimed: bool) -> Rows:
    """The same figures with units in place of interviews."""
    return verdicts(analysis, claimed=claimed, whole=_("All codes"))


def answers(found: Iterable[Answer]) -> Rows:
    """The answers on nuances, a row each."""
    lines = [(short_date(codebook_log.local(one.at).date()), one.theme, one.interview,
              KEPT_BACK if one.withheld else quoted(one.quote, current_language()),
              _("new") if one.is_new else _("nothing new"), one.word)
             for one in found]
    return titled((_("Date"), _("Theme"), _("Interview"), _("Passage"), _("Answer"), _("Why")), lines, left=6)


def decided(found: Iterable[Decision]) -> Rows:
    """The decisions, a row each; what was done several times on end in one day, once."""
    lines = []
    for (day, coder, text), same in groupby(found, key=lambda one: (one.at.date(), one.coder, one.text)):
        times = len(list(same))
        said = text if times == 1 else ngettext("{text} ({n} time)", "{text} ({n} times)", times).format(
            text=text, n=times)
        lines.append((short_date(day), coder or "–", said))
    return titled((_("Date"), _("Who"), _("Decision")), lines, left=3)


def past(found: Sequence[Past]) -> Rows:
    """The findings of other days, a row each: on what, on which codebook, and what was found."""
    lines = []
    for one in found:
        counts = Counter(Status(row.status) for row in one.findings if row.theme_guid is not None)
        whole = one.of(None)
        lines.append((
            short_date(codebook_log.local(one.at).date()), str(one.interviews), str(one.left_out),
            one.codebook_hash[:8], status_label(Status(whole.status)) if whole is not None else "–",
            ", ".join(_("{status} {n}").format(status=status_label(status), n=count)
                      for status, count in counts.most_common())))
    made = titled((_("Date"), _("Interviews"), _("Left out"), _("Codebook"), _("All codes"), _("Themes")), lines)
    return [[*row[:4], *(Cell(cell.text, bold=cell.bold) for cell in row[4:])] for row in made]


def due(found: Iterable[Due]) -> Rows:
    """What is to be read again, a row each."""
    lines = [(one.theme, one.interview, ", ".join(one.codes), short_date(codebook_log.local(one.since).date()))
             for one in found]
    return titled((_("Theme"), _("Interview"), _("Codes it was not read with"), _("Since")), lines, left=4)


def checklist(found: Iterable[Item]) -> Rows:
    """The COREQ items: those that the project answers, and those that remain to be completed."""
    rows: Rows = [[Cell(text, bold=True) for text in ("", _("Item"), _("What the project says"))]]
    head = ""
    for item in found:
        if domain(item.number) != head:
            head = domain(item.number)
            rows.append([Cell(""), Cell(head, bold=True), Cell("")])
        rows.append([Cell(str(item.number)), Cell(item.title), Cell(item.answer or _("To be completed"))])
    return rows
