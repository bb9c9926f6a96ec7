# SPDX-License-Identifier: GPL-3.0-or-later
"""The report on the saturation of a group, in Word: a methods paragraph ready for an article, then all that lets a
reviewer judge it: recruitment, parameters, figures, other choices, decisions, COREQ, references.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coding.language import _, ngettext, short_date
from coding.reports import recruitment, saturation_rules, saturation_tables
from coding.reports.accumulation_figure import draw
from coding.reports.cover import Cover
from coding.reports.recruitment import ended
from coding.reports.references import ALWAYS, OTHER_RULES, cited
from coding.reports.saturation_facts import Facts
from coding.reports.word import COMMAND, Page
from coding.saturation import general_limits, sentence
from coding.saturation.methods_words import methods, order_words, theme_words, whole_words
from coding.standing import Standing

WIDTH = 17.0  # centimetres of text between margins of 2
_SMALL = 8.0


def write(path: Path, facts: Facts, cover: Cover, companions: Sequence[Path], command: str) -> None:
    """Write the report to a .docx. ``companions`` are the tables written beside it, ``command`` what recomputes the
    figures from them. Raises KnownError when it cannot."""
    page = Page(cover, margin=2.0)
    for section in (_methods, _recruitment, _parameters, _findings, _figures, _by_unit, _others, _sensitivity,
                    _literature, _nuances, _decisions, _rereadings, _checklist):
        section(page, facts)
    _recompute(page, companions, command)
    _references(page, facts)
    page.save(path)


def _methods(page: Page, facts: Facts) -> None:
    page.heading(_("Methods paragraph"), 1)
    if not facts.recorded:
        page.note(_("A trial: by parameters, an order or interviews other than those recorded in the project."))
    for text in methods(facts.analysis, facts.work):
        page.line(text)


def _recruitment(page: Page, facts: Facts) -> None:
    page.heading(_("Recruitment"), 1)
    for one in facts.own:
        page.line(recruitment.paragraph(one))
    if facts.analysis.group is None:
        page.line(_("No sampling frame covers the whole corpus: recruitment is recorded group by group."))
    if facts.own:
        page.table(recruitment.rows(facts.own), (2.8, 1.7, 2.4, 1.7, 1.8, 1.4, 1.2, 2.1, 1.9), size=_SMALL)


def _parameters(page: Page, facts: Facts) -> None:
    claimed = not facts.work.is_reflexive
    page.heading(_("Parameters and material") if claimed else _("Material"), 1)
    if claimed:
        page.table(saturation_tables.parameters(facts.analysis.parameters), (8.4, 2.2, 2.2, 4.2), size=9,
                   together=True)
        page.note(_("In bold: values that are not the usual ones. All are conventions."))
    overall = facts.analysis.overall
    counted = ngettext("{n} counted, {order}.", "{n} counted, {order}.", overall.interviews)
    page.labelled(_("Interviews."), counted.format(
        n=overall.interviews, order=order_words(facts.analysis.order_basis)))
    for text in _not_counted(facts.standings):
        page.line(text)
    since, state = facts.codebook_date, facts.state
    if since is not None:
        words = _("State of {date}, {codes} themes and codes, fingerprint (SHA-256) {hash}.")
        page.labelled(_("Codebook."), words.format(date=short_date(since), codes=state.codes, hash=state.hash))


def _not_counted(standings: Sequence[Standing]) -> list[str]:
    """Those left out, each with its reason, then those that cannot count, by why."""
    parts = [
        _("Left out by the researcher: {title}. Reason: {reason}").format(title=one.title, reason=ended(one.reason))
        for one in standings if one.why == "left_out"]
    for why, words in (
        ("under_way", _("Coding under way, not counted: {names}.")),
        ("not_coded", _("Not coded, not counted: {names}.")),
        ("not_interview", _("Not interviews, not counted: {names}.")),
    ):
        names = ", ".join(one.title for one in standings if one.why == why)
        parts += [words.format(names=names)] if names else []
    return parts


def _findings(page: Page, facts: Facts) -> None:
    claimed = not facts.work.is_reflexive
    page.heading(_("Status and figures") if claimed else _("Figures"), 1)
    page.table(saturation_tables.verdicts(facts.analysis, claimed=claimed, whole=_whole(facts)),
               saturation_tables.FIGURE_WIDTHS, size=7)
    page.note(saturation_tables.key())
    page.heading(_("Grounds and limits"), 2)
    overall = facts.analysis.overall
    page.labelled(_("{theme}.").format(theme=_whole(facts)), whole_words(overall, is_reflexive=not claimed))
    for block in facts.analysis.themes:
        words = theme_words(block, overall, is_reflexive=not claimed)
        if words:
            page.labelled(_("{theme}.").format(theme=block.theme), words)
    for limit in general_limits():
        page.note(limit)


def _figures(page: Page, facts: Facts) -> None:
    whole = draw(facts.analysis.overall, width=WIDTH, height=6.5, signs=facts.signs(facts.measured.overall))
    if not whole:
        return
    page.heading(_("Accumulation of codes"), 1)
    page.picture(whole, WIDTH, _("New codes and codes seen, interview by interview; the figures are in the table."))
    page.note(_("Bars: new codes of each interview. Line: codes seen, in the order of analysis. Dashes: mean over all "
                "orders. Band: 95% of 10,000 random orders. Dots: extrapolation beyond the interviews held, and the "
                "minimum that Chao2 estimates. Signs under the axis: codes merged, split or added while that interview "
                "was being coded."))
    drawn = [(block, facts.signs(one)) for block, one in zip(facts.analysis.themes, facts.measured.themes, strict=True)
             if block.codes]
    if drawn:
        page.heading(_("By theme"), 2)
        page.gallery([(block.theme or "", draw(block, width=WIDTH / 2, height=4.2, dpi=150, small=True, signs=signs))
                      for block, signs in drawn], WIDTH)


def _by_unit(page: Page, facts: Facts) -> None:
    found = facts.analysis.by_unit
    if found is None:
        return
    page.heading(_("By unit"), 1)
    warnings = [limit for limit in found.overall.verdict.limits if limit.code == "same_unit"]
    page.line(" ".join(sentence(limit) for limit in warnings) + " " + _(
        "The figures again, with units in place of interviews:"))
    page.table(saturation_tables.verdicts(found, claimed=not facts.work.is_reflexive, whole=_whole(facts)),
               saturation_tables.FIGURE_WIDTHS, size=7)


def _others(page: Page, facts: Facts) -> None:
    if not facts.others or facts.work.is_reflexive:
        return
    page.heading(_("Other groups"), 1)
    page.table(saturation_tables.others(facts.others, facts.analysis.parameters), (4.2, 1.8, 3.8, 7.2), size=9)


def _sensitivity(page: Page, facts: Facts) -> None:
    if facts.work.is_reflexive or not facts.analysis.overall.codes:
        return
    page.heading(_("Under other choices"), 1)
    rows = saturation_tables.sensitivity(facts.measured, facts.material.around, facts.analysis, _whole(facts))
    if not rows:
        page.line(_("The refusal stands under each of the other usual values tried: it rests on recruitment, not on "
                    "the codes."))
        return
    page.line(_("What the status would be under other usual values of each parameter, one changed at a time, and the "
                "share of all possible orders of the interviews that give the same status."))
    page.table(rows, (3.4, 3.0, 8.2, 2.4), size=_SMALL)


def _literature(page: Page, facts: Facts) -> None:
    if facts.work.is_reflexive or not facts.analysis.overall.codes:
        return
    page.heading(_("By other rules and estimators"), 1)
    page.line(_("They are reported beside the status and do not decide it."))
    page.table(saturation_rules.rules(facts.analysis, facts.measured, _whole(facts)), (3.4, 1.6, 5.6, 1.6, 4.8),
               size=_SMALL)
    page.note(_(
        "Guest: base + run at which the rule was first met; over other orders: the share of those in which it is met, "
        "the usual place and that of nine in ten (5% to 95%). Francis: interview at which the stopping criterion was "
        "met (10 + 3). Batches of 6 interviews (Guest, Bunce & Johnson, 2006): codes created in each, over those of "
        "them all. –: cannot be computed, or not met."))
    page.table(saturation_rules.estimates(facts.analysis, _whole(facts)), (3.4, 1.2, 3.2, 3.2, 1.5, 1.5, 1.5, 1.5),
               size=_SMALL)
    page.note(_(
        "How many codes there would be, seen or not: lower bounds or rough guides, never ceilings (Chao, 1987; Burnham "
        "& Overton, 1978; Smith & van Belle, 1984; Lee & Chao, 1994). They assume interchangeable interviews and a "
        "closed set of codes. –: cannot be computed, or falls below the codes seen."))


def _nuances(page: Page, facts: Facts) -> None:
    if not facts.answers:
        return
    page.heading(_("New nuances"), 1)
    page.line(_("Passages unlike what was said before (TF-IDF of lemmas, which misses paraphrase and finds long "
                "passages redundant), and whether the researcher read something new in them. An aid, never a verdict."))
    page.table(saturation_tables.answers(facts.answers), (1.9, 2.6, 2.4, 6.2, 1.6, 2.3), size=_SMALL)


def _decisions(page: Page, facts: Facts) -> None:
    if facts.decisions:
        page.heading(_("Decisions logged"), 1)
        page.table(saturation_tables.decided(facts.decisions), (2.2, 3.0, 11.8), size=9)
    if len(facts.past) > 1 and not facts.work.is_reflexive:
        page.heading(_("Earlier findings"), 1)
        page.table(saturation_tables.past(facts.past), (2.0, 2.0, 2.0, 2.0, 3.2, 5.8), size=_SMALL)


def _rereadings(page: Page, facts: Facts) -> None:
    if facts.due:
        page.heading(_("Interviews to be read again"), 1)
        page.line(_("They were coded before a code existed; until they are read again, the theme is at most partial."))
        page.table(saturation_tables.due(facts.due), (3.6, 3.6, 7.4, 2.4), size=_SMALL)


def _checklist(page: Page, facts: Facts) -> None:
    page.heading(_("COREQ"), 1, new_page=True)
    page.line(_("The items that the project can answer, to be checked and reworded; the others are for the authors "
                "(Tong, Sainsbury & Craig, 2007)."))
    page.table(saturation_tables.checklist(facts.items), (0.9, 5.1, 11.0), size=9)


def _recompute(page: Page, companions: Sequence[Path], command: str) -> None:
    page.heading(_("To recompute these figures"), 1)
    page.line(_(
        "The codes × interviews table is in {files}: 1 where the code occurs, 0 where it does not, empty where the "
        "theme was neither asked nor spoken of (? where that is not known). It has no sampling frame, reservation or "
        "re-reading, so the figures are the same but a status may differ. Command:").format(
            files=", ".join(file.name for file in companions)))
    page.line(command, style=COMMAND)


def _references(page: Page, facts: Facts) -> None:
    page.heading(_("References"), 1)
    for text in cited((*ALWAYS, "malterud") if facts.work.is_reflexive else (*ALWAYS, *OTHER_RULES)):
        page.note(text)


def _whole(facts: Facts) -> str:
    return _("Whole corpus") if facts.analysis.group is None else _("Whole group")
