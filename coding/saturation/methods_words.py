# SPDX-License-Identifier: GPL-3.0-or-later
"""The methods paragraph, ready to be pasted into an article: what was coded, how redundancy was assessed, what was
found. Where the word saturation is refused, or rejected by the method, it says so first and describes the material.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from coding.language import _, ngettext, quoted_list, short_date
from coding.saturation.analysis import Analysis
from coding.saturation.block import Block
from coding.saturation.parameters import Parameters
from coding.saturation.reason_words import figure, sentence, share_words, status_label
from coding.saturation.report_words import guest_words, paragraph
from coding.saturation.verdict import Reason, Status

_OF_A_RULE = ("rule_broken", "less_by_unit")


@dataclass(frozen=True)
class Work:
    """The coding that an analysis rests on: by which version of the program, how many coders, which codebook (its
    date and the first characters of its fingerprint), the origins of its codes, and whether the researcher works by
    reflexive thematic analysis. ``codes`` and ``origins`` count a theme too where it bears codings of its own."""

    version: str
    coders: int
    themes: int
    codes: int
    codebook_date: date | None
    codebook_hash: str
    origins: Mapping[str, int]
    is_reflexive: bool = False


def methods(analysis: Analysis, work: Work) -> tuple[str, ...]:
    """Two or three paragraphs: the finding, how it was made, the themes."""
    if work.is_reflexive:
        return _not_claimed(), _coding(work), _described(analysis)
    refused = analysis.overall.verdict.status is Status.NOT_DECLARABLE
    first = paragraph(analysis, analysis.overall, codebook_date=work.codebook_date)
    if refused:
        return first, f"{_coding(work)} {_figures_only()}"
    return first, f"{_coding(work)} {_rule(analysis)}", _by_theme(analysis)


def theme_words(block: Block, whole: Block, *, is_reflexive: bool = False) -> str:
    """A theme in a few sentences: Guest’s rule, then why its status was given and what limits it. What holds for the
    ``whole`` group as well is left to be said once; empty when nothing is left."""
    verdict, shared = block.verdict, {*whole.verdict.grounds, *whole.verdict.limits}
    parts = [sentence(reason) for reason in _reasons(block, is_reflexive) if reason not in shared]
    if verdict.status is not Status.NOT_DECLARABLE and not is_reflexive:
        parts.insert(0, guest_words(block.guest))
    return " ".join(parts)


def whole_words(block: Block, *, is_reflexive: bool = False) -> str:
    """The same of the whole group, of which every theme is a part."""
    return " ".join(sentence(reason) for reason in _reasons(block, is_reflexive))


def _reasons(block: Block, is_reflexive: bool) -> list[Reason]:
    """Grounds and limits; where nothing is claimed, only the limits that do not speak of a rule."""
    if is_reflexive:
        return [limit for limit in block.verdict.limits if limit.code not in _OF_A_RULE]
    return [*block.verdict.grounds, *block.verdict.limits]


def origin_counts(origins: Mapping[str, int]) -> str:
    """How many codes come from the guide, were set beforehand, or emerged; «unknown» when nobody said."""
    words = {
        "guide": ngettext("{n} from the guide", "{n} from the guide", origins.get("guide", 0)),
        "a_priori": ngettext("{n} set beforehand", "{n} set beforehand", origins.get("a_priori", 0)),
        "emergent": ngettext("{n} emergent", "{n} emergent", origins.get("emergent", 0)),
        "unknown": ngettext("{n} of unknown origin", "{n} of unknown origin", origins.get("unknown", 0)),
    }
    return ", ".join(text.format(n=origins[origin]) for origin, text in words.items() if origins.get(origin))


def order_words(basis: str) -> str:
    """What the interviews are ordered by."""
    return {
        "date": _("in the order of their dates"), "manual": _("in the order given by hand"),
        "import": _("in the order of import"), "columns": _("in the order of the columns"),
        "random": _("in a random order"),
    }[basis]


def _coding(work: Work) -> str:
    """Who coded with what, on which codebook."""
    parts = [ngettext("The interviews were coded by {n} person with Fil rouge {version}.",
                      "The interviews were coded by {n} people with Fil rouge {version}.", work.coders).format(
                          n=work.coders, version=work.version)] if work.coders else []
    themes = ngettext("{n} theme", "{n} themes", work.themes).format(n=work.themes)
    codes = ngettext("{n} code", "{n} codes", work.codes).format(n=work.codes)
    origins = origin_counts(work.origins)
    if work.codebook_date is not None:
        parts.append(_("The codebook in force ({date}, fingerprint {hash}) has {themes} and {codes}{origins}.").format(
            date=short_date(work.codebook_date), hash=work.codebook_hash, themes=themes, codes=codes,
            origins=f" ({origins})" if origins else ""))
    return " ".join(parts)


def _rule(analysis: Analysis) -> str:
    """How a status is given: the conditions, by the parameters in force, with their sources."""
    used: Parameters = analysis.parameters
    return _(
        "New codes were counted interview by interview, taken {order}; an interview counts for a theme when the theme "
        "was asked or spoken of in it, or when nothing is known of the question. Code saturation is said to be "
        "observed when at least {least} informative interviews are held, the last {tail} bring no new code, the "
        "estimated coverage reaches {coverage} (Chao & Jost, 2012), fewer than {expected} new codes are expected at "
        "the next interview, the theme has at least {codes} codes, one of them at least emergent (Saunders et al., "
        "2018), and no reservation or re-reading is pending; it is refused where the people who were not met are not "
        "accounted for, or are more than {missing} of those invited. These thresholds are conventions. The rule of "
        "Guest et al. (2020) is reported beside the status and does not decide it, as are the stopping criterion of "
        "Francis et al. (2010) and the estimated minimum number of codes (Chao2; Chao, 1987)."
    ).format(
        order=order_words(analysis.order_basis), least=used.base + used.run, tail=used.tail,
        coverage=share_words(used.coverage_min), expected=figure(used.expected_max), codes=used.few_codes,
        missing=share_words(used.non_response_max),
    )


def _figures_only() -> str:
    return _("New codes were counted interview by interview; these figures describe the people who were met and say "
             "nothing of the others.")


def _by_theme(analysis: Analysis) -> str:
    """How many themes have each status, and which."""
    named: dict[Status, list[str]] = {}
    for block in analysis.themes:
        named.setdefault(block.verdict.status, []).append(block.theme or "")
    parts = [_("{status}: {themes}.").format(status=status_label(status), themes=quoted_list(named[status]))
             for status in reversed(Status) if status in named]
    return _("By theme. {statuses}").format(statuses=" ".join(parts)) if parts else ""


def _not_claimed() -> str:
    """Why a reflexive thematic analysis claims no saturation, and what is argued in its place."""
    return _(
        "Saturation is not claimed. This work is a reflexive thematic analysis, in which meaning is made by the "
        "researcher in reading, not found in the data until none is left: the criterion does not apply to it (Braun & "
        "Clarke, 2021). The size of the sample is better argued from the aim of the study, the specificity of the "
        "sample, the theory used, the quality of the dialogue and the strategy of analysis (information power; "
        "Malterud et al., 2016)."
    )


def _described(analysis: Analysis) -> str:
    """The figures of a reflexive analysis: counts of what was coded, and no more."""
    block = analysis.overall
    count = ngettext("{n} interview", "{n} interviews", block.interviews).format(n=block.interviews)
    codes = ngettext("{n} code", "{n} codes", block.codes).format(n=block.codes)
    parts = [_("The figures describe the interviews held, nothing more: {count}, {codes}.").format(
        count=count, codes=codes)]
    if block.last_new is not None:
        parts.append(_("The last code to appear did so at interview {place}, taken {order}.").format(
            place=block.last_new, order=order_words(analysis.order_basis)))
    return " ".join(parts)
