# SPDX-License-Identifier: GPL-3.0-or-later
"""COREQ, the checklist for reports of interviews and focus groups, as far as a project can answer it.

Tong, Sainsbury & Craig (2007), Int J Qual Health Care, 19(6), 349–357: 32 items in three domains. The titles are our
own words. An item that the project knows nothing of has no answer: its author completes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import attributes, codebook
from coding.fold import fold
from coding.interviews import InterviewRow, interviews
from coding.language import N_, _, clauses, ngettext, number
from coding.reports.recruitment import Recruited, ended, paragraph
from coding.saturation import Analysis, Measured, status_label
from coding.saturation.methods_words import Work, origin_counts
from coding.version import version
from models.code import Code
from models.contradiction import Contradiction
from models.guide import Guide, GuideQuestion, InterviewGuide
from models.memo import Memo
from models.passage import Coding, Passage
from models.project import Project

DOMAINS = (
    (1, N_("Research team and reflexivity")), (9, N_("Study design")), (24, N_("Analysis and findings")),
)
TITLES = (
    N_("Who led the interviews"), N_("Credentials of the researchers"), N_("Occupation at the time"), N_("Gender"),
    N_("Experience and training"), N_("Relationship before the study"), N_("What participants knew of the interviewer"),
    N_("What is said of the interviewer (assumptions, interest)"), N_("Methodological orientation"),
    N_("How participants were selected"), N_("How participants were approached"), N_("Sample size"),
    N_("Non-participation, with reasons"),
    N_("Setting of the interviews"), N_("Presence of others"), N_("Description of the sample"),
    N_("Interview guide"), N_("Repeat interviews"), N_("Recording"), N_("Field notes"), N_("Duration"),
    N_("Data saturation"), N_("Transcripts returned to participants"), N_("Number of coders"),
    N_("Description of the coding tree"), N_("Where the themes come from"), N_("Software"),
    N_("Findings checked by participants"), N_("Quotations, attributed"), N_("Data and findings consistent"),
    N_("Major themes"), N_("Minor themes and diverse cases"),
)
_FEW = 8  # values of an attribute that can be told one by one


@dataclass(frozen=True)
class Item:
    """One item of the checklist; ``answer`` is None where the project does not know."""

    number: int
    title: str
    answer: str | None


@dataclass(frozen=True)
class Studied:
    """What the answers are drawn from: an analysis, the interviews it counts, the groups they were recruited in, and
    the coding it rests on."""

    session: Session
    analysis: Analysis
    measured: Measured
    interview_ids: Sequence[int]
    recruited: Sequence[Recruited]
    work: Work

    @cached_property
    def rows(self) -> list[InterviewRow]:
        """The interviews counted."""
        return [row for row in interviews(self.session) if row.id in set(self.interview_ids)]

    @cached_property
    def project(self) -> Project:
        """The project's own row."""
        return self.session.scalars(select(Project)).one()


def items(studied: Studied) -> tuple[Item, ...]:
    """The 32 items, in order."""
    return tuple(Item(place, _(title), (_ANSWERS[place](studied) or None) if place in _ANSWERS else None)
                 for place, title in enumerate(TITLES, start=1))


def domain(item: int) -> str:
    """The domain of an item."""
    title = next(title for first, title in reversed(DOMAINS) if item >= first)
    return _(title)


def _orientation(studied: Studied) -> str:
    return _("Reflexive thematic analysis (Braun & Clarke).") if studied.project.is_reflexive else ""


def _sampling(studied: Studied) -> str:
    return " ".join(paragraph(one, justified=False) for one in studied.recruited if one.frame is not None)


def _size(studied: Studied) -> str:
    rows = studied.rows
    people = {role.participant_id for row in rows for role in row.participants}
    units = {name for row in rows for name in row.units}
    parts = [ngettext("{n} interview counted", "{n} interviews counted", len(rows)).format(n=len(rows))]
    if people:
        parts.append(ngettext("{n} participant", "{n} participants", len(people)).format(n=len(people)))
    if units:
        parts.append(ngettext("{n} unit", "{n} units", len(units)).format(n=len(units)))
    return _sentence(parts)


def _non_participation(studied: Studied) -> str:
    told = []
    for one in studied.recruited:
        frame = one.frame
        if frame is None or not frame.answers_known:
            continue
        words = _("{group}: {missing} of the {invited} invited").format(
            group=one.group, missing=frame.non_responses, invited=frame.solicited)
        kinds = [text.format(n=count) for text, count in (
            (_("refused: {n}"), frame.refused), (_("without an answer: {n}"), frame.silent)) if count is not None]
        why = ended(frame.justification) if frame.justified else ""
        if not why and frame.non_responses:
            why = _("Reasons not recorded.")
        told.append((f"{words} ({', '.join(kinds)}). {why}" if kinds else f"{words}. {why}").strip())
    return " ".join(told)


def _setting(studied: Studied) -> str:
    return _tally(row.mode for row in studied.rows)


def _sample(studied: Studied) -> str:
    """Each attribute tabulated: interviews by value for those of interviews, participants for those of people."""
    told = []
    for target in ("interview", "participant"):
        for attribute in attributes.listed(studied.session, target):
            found = _values(studied, attribute)
            if found:
                told.append(_("{attribute}: {values}").format(attribute=attribute.name, values=found))
    return _sentence([clauses(told)])


def _values(studied: Studied, attribute: attributes.AttributeRow) -> str:
    held = attributes.values_held(studied.session, attribute.id)
    keys: Iterable[int] = studied.interview_ids
    if attribute.target == "participant":
        keys = dict.fromkeys(role.participant_id for row in studied.rows for role in row.participants)
    values = [held[key] for key in keys if held.get(key, "").strip()]
    if attribute.type == "number" and values:
        figures = sorted(float(value) for value in values)
        low, high, middle = (attributes.shown(f"{value:g}", "number")
                             for value in (figures[0], figures[-1], median(figures)))
        return _("from {low} to {high} (median {median})").format(low=low, high=high, median=middle)
    if len(set(values)) > _FEW:
        return ngettext("{n} value", "{n} different values", len(set(values))).format(n=len(set(values)))
    return ", ".join(f"{attributes.shown(value, attribute.type)} {count}"
                     for value, count in Counter(values).most_common())


def _guide(studied: Studied) -> str:
    rows = studied.session.execute(
        select(Guide.title, func.count(GuideQuestion.id.distinct()), func.count(InterviewGuide.interview_id.distinct()))
        .outerjoin(GuideQuestion, GuideQuestion.guide_id == Guide.id)
        .outerjoin(InterviewGuide, InterviewGuide.guide_id == Guide.id)
        .group_by(Guide.id, Guide.title, Guide.position).order_by(Guide.position, Guide.id))
    return " ".join(
        ngettext("Guide “{title}”, {n} question.", "Guide “{title}”, {n} questions.", questions)
        .format(title=title, n=questions) for title, questions, _interviews in rows)


def _repeats(studied: Studied) -> str:
    met = Counter(role.participant_id for row in studied.rows for role in row.participants)
    if not met:
        return ""
    again = sum(1 for count in met.values() if count > 1)
    if not again:
        return _("No participant was interviewed twice.")
    return ngettext("{n} participant was interviewed more than once.",
                    "{n} participants were interviewed more than once.", again).format(n=again)


def _notes(studied: Studied) -> str:
    days, written = studied.session.execute(select(func.count(Memo.day), func.count(Memo.id))).one()
    parts = []
    if days:
        parts.append(ngettext("field journal, {n} entry", "field journal, {n} entries", days).format(n=days))
    if written - days:
        parts.append(ngettext("{n} memo", "{n} memos", written - days).format(n=written - days))
    return _sentence(parts)


def _duration(studied: Studied) -> str:
    known = [row.duration_min for row in studied.rows if row.duration_min is not None]
    if not known:
        return ""
    said = _("From {low} to {high} minutes, {mean} on average").format(
        low=min(known), high=max(known), mean=number(sum(known) / len(known)))
    if len(known) < len(studied.rows):
        said = _("{duration} (known of {n} interviews in {total})").format(
            duration=said, n=len(known), total=len(studied.rows))
    return said + "."


def _saturation(studied: Studied) -> str:
    if studied.project.is_reflexive:
        return _("Not claimed: reflexive thematic analysis rejects the criterion. The figures describe the material.")
    found = Counter(block.verdict.status for block in studied.analysis.themes)
    words = _("Whole corpus: {status}.") if studied.analysis.group is None else _("Whole group: {status}.")
    whole = words.format(status=status_label(studied.analysis.overall.verdict.status))
    themes = ", ".join(_("{status} {n}").format(status=status_label(status), n=count)
                       for status, count in found.most_common())
    return f"{whole} " + _("Themes: {statuses}. Parameters, grounds and limits in this report.").format(
        statuses=themes or "–")


def _coders(studied: Studied) -> str:
    count = studied.session.scalar(
        select(func.count(Coding.coder_id.distinct())).join(Passage, Passage.id == Coding.passage_id)
        .where(Passage.interview_id.in_(studied.interview_ids))) or 0
    return ngettext("{n} person coded these interviews.", "{n} people coded these interviews.", count).format(
        n=count) if count else ""


def _tree(studied: Studied) -> str:
    book = codebook.read(studied.session)
    if not len(book):
        return ""
    defined = studied.session.scalar(select(func.count(Code.id)).where(Code.definition != "")) or 0
    below, depth = len(book) - len(book.themes), 1 + max(node.depth for node in book)
    parts = [
        ngettext("{n} theme", "{n} themes", len(book.themes)).format(n=len(book.themes)),
        ngettext("{n} code below them", "{n} codes below them", below).format(n=below),
        ngettext("{n} level", "{n} levels", depth).format(n=depth),
        ngettext("{n} definition written", "{n} definitions written", defined).format(n=defined) if defined else "",
    ]
    return _sentence(parts)


def _derivation(studied: Studied) -> str:
    return _sentence([origin_counts(studied.work.origins)])


def _software(_studied: Studied) -> str:
    return _("Fil rouge, version {version}.").format(version=version())


def _quotations(studied: Studied) -> str:
    coded, strong = studied.session.execute(
        select(func.count(Passage.id), func.count().filter(Passage.is_strong))
        .where(Passage.interview_id.in_(studied.interview_ids),
               Passage.id.in_(select(Coding.passage_id)))).one()
    if not coded:
        return ""
    parts = [ngettext("{n} passage coded", "{n} passages coded", coded).format(n=number(coded))]
    if strong:
        parts.append(ngettext("{n} marked as a strong quote", "{n} marked as strong quotes", strong).format(n=strong))
    parts.append(_("each quote can be attributed to its participant, by the name and role recorded here"))
    return _sentence(parts)


def _major(studied: Studied) -> str:
    held = [(one.figures.theme or "", int(one.sample.present.any(axis=0).sum())) for one in studied.measured.themes]
    return _sentence([clauses(
        ngettext("{theme} ({n} interview)", "{theme} ({n} interviews)", n).format(theme=theme, n=n)
        for theme, n in held if n)])


def _minor(studied: Studied) -> str:
    alone = studied.analysis.overall.q1
    parts = [ngettext("{n} code occurs in one interview only", "{n} codes occur in one interview only each",
                      alone).format(n=alone)] if alone else []
    pairs = studied.session.scalar(select(func.count(Contradiction.id))) or 0
    if pairs:
        parts.append(ngettext("{n} pair of codes is marked as contradictory",
                              "{n} pairs of codes are marked as contradictory", pairs).format(n=pairs))
    return _sentence(parts)


_ANSWERS: dict[int, Callable[[Studied], str]] = {
    9: _orientation, 10: _sampling, 12: _size, 13: _non_participation, 14: _setting, 16: _sample, 17: _guide,
    18: _repeats, 20: _notes, 21: _duration, 22: _saturation, 24: _coders, 25: _tree, 26: _derivation, 27: _software,
    29: _quotations, 31: _major, 32: _minor,
}


def _tally(values: Iterable[str]) -> str:
    """How many of each value, those that differ by case or accents being one; empty when none is known."""
    shown: dict[str, str] = {}
    found: Counter[str] = Counter()
    for value in values:
        if value.strip():
            shown.setdefault(fold(value), value.strip())
            found[fold(value)] += 1
    return _sentence([f"{shown[key]} {count}" for key, count in found.most_common()])


def _sentence(parts: Sequence[str]) -> str:
    words = ", ".join(part for part in parts if part)
    return f"{words[0].upper()}{words[1:]}." if words else ""
