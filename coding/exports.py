# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves a project in one call: read, then written in the format that the file's extension names."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from coding import memos as memos_of
from coding import project as projects
from coding import scope as scopes
from coding.language import N_, _, ngettext, number, speaking
from coding.quotes import Order, Query
from coding.reports.cover import cover
from coding.reports.leaving import filling, plain_name, replacing, together
from coding.reports.quote_layout import USUAL, Layout
from coding.transversal import GROUPS, Table
from models.errors import KnownError

if TYPE_CHECKING:
    from coding.comments.notes import Marking
    from coding.elsewhere import Told
    from coding.exchange.model import Loss
    from coding.memo_shelf import Kind
    from coding.profiles.profile import Profile
    from coding.reports.participants_annex import Order as AnnexOrder
    from coding.saturation import Analysis, Parameters
    from coding.verdicts import Order as InterviewOrder

QUOTES = (".docx", ".odt", ".html", ".md", ".xlsx", ".csv")
TRANSVERSAL = (".xlsx", ".csv", ".docx")
STATUSES = (".xlsx", ".csv")
CITATIONS = (".xlsx", ".csv")
WORD = (".docx",)
CODEBOOK = (".docx", ".qdc", ".csv", ".xlsx")
REFI = (".qdpx",)
IRAMUTEQ = (".txt",)
MEMOS = (".docx", ".md", ".csv")
ANNEX = (".docx", ".xlsx")
PROFILES = (".docx", ".png", ".svg")


def check_format(path: Path, formats: Collection[str]) -> str:
    """The extension of ``path`` in lower case. Raises KnownError naming ``formats`` when it is none of them."""
    extension = path.suffix.lower()
    if extension not in formats:
        raise KnownError(
            N_("“{name}” cannot be written in this format. End its name in one of: {formats}."), name=path.name,
            formats=", ".join(formats),
        )
    return extension


def quotes(session: Session, path: Path, query: Query, *, layout: Layout = USUAL, order: Order | None = None) -> int:
    """Write the quotes that answer ``query``, laid out; returns how many. ``order`` is another name for the layout's
    grouping. Raises KnownError, as do all of these, when the format is not one of QUOTES or the file cannot be written;
    here also when the layout's template or pattern is none."""
    from coding.reports import quote_content

    extension = check_format(path, QUOTES)
    content = quote_content.read(session, query, replace(layout, grouping=order) if order else layout)
    match extension:  # python-docx, openpyxl and odfdo take longer to come than a few quotes to write
        case ".docx":
            from coding.reports.quotes_docx import write
        case ".odt":
            from coding.reports.quotes_odt import write
        case ".html":
            from coding.reports.quotes_html import write
        case ".md":
            from coding.reports.quotes_markdown import write
        case ".xlsx":
            from coding.reports.quotes_sheet import write_xlsx as write
        case _:
            from coding.reports.quotes_sheet import write_csv_table as write
    write(path, content)
    return len(content.found)


def transversal(session: Session, path: Path, table: Table, *, prose: bool = False) -> None:
    """Write a transversal table, in one of TRANSVERSAL; with ``prose`` the summaries of its cells in place of its
    figures (as csv, a line each)."""
    from coding.reports import transversal_docx, transversal_sheet
    from coding.reports.transversal_content import Content

    extension = check_format(path, TRANSVERSAL)
    group = _("All interviews") if table.group is None else _("Group: {name}").format(name=table.group)
    front = cover(session, _("Transversal analysis"), group, _("Summaries of cells") if prose else _cells(table),
                  *_bands(table))
    content = Content(table, scopes.asked(session), memos_of.summaries(session))
    match extension:
        case ".xlsx":
            transversal_sheet.write_xlsx(path, content, front, prose=prose)
        case ".docx":
            transversal_docx.write(path, content, front, prose=prose)
        case _ if prose:
            transversal_sheet.write_csv_summaries(path, content)
        case _:
            transversal_sheet.write_csv_table(path, table)


def profiles(session: Session, path: Path, found: Sequence[Profile], group: str = "", told: Told | None = None) -> None:
    """Write profiles in Word, those of ``group`` when it is named, ``told`` of each; or the code line of the only one
    as a picture. In one of PROFILES."""
    from coding.reports import code_line_figure, profile_docx

    extension = check_format(path, PROFILES)
    if extension == ".docx":
        scope = _("Group: {name}").format(name=group) if group else _("All interviews")
        count = ngettext("{n} interview", "{n} interviews", len(found)).format(n=number(len(found)))
        title = _("Profiles of the interviews") if len(found) != 1 else found[0].title
        targets = profile_docx.read_targets(session, found)
        profile_docx.write(path, found, targets, cover(session, title, scope, count), told)
        return
    image = code_line_figure.draw(found[0], kind="png" if extension == ".png" else "svg")
    if not image:
        raise KnownError(N_("Nothing is coded in “{title}” yet: it has no code line."), title=found[0].title)
    with replacing(path) as partial:
        partial.write_bytes(image)


def _bands(table: Table) -> list[str]:
    """What interviews stand side by side by."""
    if table.bands is None:
        return []
    return [_("Side by side: {name}").format(name=table.by or _("groups"))]


def _cells(table: Table) -> str:
    """What the figures count."""
    if table.gathered:
        return _("Interviews of each group") if table.by == GROUPS else _(
            "Interviews for each value of “{name}”").format(name=table.by)
    match table.measure:
        case "passages":
            return _("Passages in each interview")
        case "words":
            return _("Words coded in each interview")
        case "share":
            return _("Share of each interview’s words")
        case "presence":
            return _("Presence in each interview")


def codebook(session: Session, path: Path) -> None:
    """Write the codebook in one of CODEBOOK: as an annex in Word, for other programs (REFI-QDA), or as a table."""
    match check_format(path, CODEBOOK):
        case ".docx":
            from coding.reports import codebook_docx

            codebook_docx.write(path, codebook_docx.entries(session), cover(session, _("Codebook")))
        case ".qdc":
            from coding.exchange import gathering, writing

            writing.write_codebook(path, gathering.gather_codebook(session))
        case _:
            from coding.metadata.codebook_table import export_codebook

            export_codebook(session, path)


def refi(session: Session, path: Path, told: Told = lambda _done, _total, _what: None) -> list[Loss]:
    """Write the whole project for other programs (REFI-QDA), in one of REFI; returns what such a file cannot hold."""
    from coding.exchange import gathering, writing

    check_format(path, REFI)
    exchange = gathering.gather(session)
    writing.write_project(path, exchange, told)
    return exchange.losses


def iramuteq(session: Session, path: Path, by_theme: bool, told: Told = lambda _done, _total, _what: None) -> int:
    """Write what is answered in the interviews as a corpus for IRaMuTeQ, in one of IRAMUTEQ: whole, or with
    ``by_theme`` the coded passages under their themes; returns how many texts there are."""
    from coding.reports import iramuteq as corpus

    check_format(path, IRAMUTEQ)
    with speaking(projects.language(session)):
        return corpus.write(session, path, by_theme=by_theme, told=told)


def transcript(session: Session, path: Path, interview_id: int, marking: Marking) -> None:
    """Write a coded interview in Word, its codes and memos as comments."""
    from coding.reports import transcript_docx

    check_format(path, WORD)
    transcript_docx.write(path, transcript_docx.gather(session, interview_id, marking))


def transcripts(session: Session, folder: Path, interview_ids: Collection[int], marking: Marking,
                told: Told | None = None) -> None:
    """Write several coded interviews in Word, a file each, in a new folder, whole or not at all. Raises KnownError when
    something is there already."""
    from coding.reports import transcript_docx

    with filling(folder) as partial:
        names: set[str] = set()
        for done, interview_id in enumerate(interview_ids):
            sent = transcript_docx.gather(session, interview_id, marking)
            if told is not None:
                told(done, len(interview_ids), sent.read.title)
            name = plain_name(sent.read.title, names)
            transcript_docx.write(partial / f"{name}.docx", sent)


def annex(session: Session, path: Path, columns: Sequence[str], order: AnnexOrder = "interview") -> int:
    """Write the table of participants with these columns (``participants_annex.columns``), in one of ANNEX; returns how
    many participants it has."""
    from coding.reports import participants_annex

    extension = check_format(path, ANNEX)
    found = participants_annex.rows(session, columns, order)
    count = ngettext("{n} participant", "{n} participants", len(found)).format(n=number(len(found)))
    front = cover(session, _("Participants"), count)
    write = participants_annex.write_docx if extension == ".docx" else participants_annex.write_xlsx
    write(path, columns, found, front)
    return len(found)


def memos(session: Session, path: Path, kinds: Collection[Kind]) -> int:
    """Write the memos of some kinds, and the field journal, in one of MEMOS; returns how many."""
    from coding.reports import memos_docx

    extension = check_format(path, MEMOS)
    found, targets = memos_docx.read(session, kinds)
    title = _("Field journal") if list(kinds) == ["journal"] else _("Memos")
    front = cover(session, title, ngettext("{n} memo", "{n} memos", len(found)).format(n=len(found)))
    match extension:
        case ".docx":
            memos_docx.write(path, memos_docx.lines(found, targets, front.language), front)
        case ".md":
            memos_docx.write_markdown(path, memos_docx.lines(found, targets, front.language), front)
        case _:
            memos_docx.write_table(path, found, targets, front.language)
    return len(found)


@dataclass(frozen=True)
class Report:
    """A saturation report written: the analysis it tells, and its files, the Word document first."""

    analysis: Analysis
    files: tuple[Path, ...]


def saturation(
    session: Session, path: Path, group_id: int | None = None, *, parameters: Parameters | None = None,
    language: str | None = None, order: InterviewOrder = "recorded", seed: int = 1, out: Collection[int] | None = None,
) -> Report:
    """Write the methods report on a group (on the whole corpus when None) in Word, in the project's language or
    another, with the codes × interviews table beside it. ``parameters``, ``order``, ``seed`` and ``out`` are what is
    tried in place of what the project records (``coding.verdicts.material``)."""
    from coding.reports import saturation_docx, saturation_facts, saturation_matrix

    check_format(path, WORD)
    language = language or projects.language(session)
    with speaking(language):
        facts = saturation_facts.gather(
            session, group_id, parameters=parameters, order=order, seed=seed, out=out)
        scope = _("Whole corpus") if facts.analysis.group is None else _("Group: {name}").format(
            name=facts.analysis.group)
        front = replace(cover(session, _("Redundancy of the information collected"), scope), language=language)
        tables = saturation_matrix.names(path, by_unit=facts.measured.by_unit is not None)
        command = saturation_matrix.command(tables, facts.analysis.parameters)
        with together(path) as folder:
            saturation_docx.write(folder / path.name, facts, front, tables, command)
            saturation_matrix.write([folder / table.name for table in tables], facts.measured)
    return Report(facts.analysis, (path, *tables))


def citations(session: Session, path: Path) -> None:
    """Write how often each participant, interview and group is cited, in one of CITATIONS."""
    from coding import citation_counts
    from coding.reports import citations_sheet

    extension = check_format(path, CITATIONS)
    found = citation_counts.read(session)
    if extension == ".csv":
        citations_sheet.write_csv(path, found)
    else:
        citations_sheet.write_xlsx(path, found, cover(session, _("Who is cited")))


def statuses(session: Session, path: Path, parameters: Parameters | None = None) -> None:
    """Write the verdicts of every theme in every group, in one of STATUSES."""
    from coding import groups_compared, verdict_words
    from coding.reports import statuses_sheet

    extension = check_format(path, STATUSES)
    found = groups_compared.compare(session, _("Whole group"), parameters=parameters)
    if extension == ".csv":
        statuses_sheet.write_csv_table(path, found)
        return
    front = cover(session, _("Saturation by group and theme"), verdict_words.parameters_words(found.parameters))
    statuses_sheet.write_xlsx(path, found, front)
