# SPDX-License-Identifier: GPL-3.0-or-later
"""Concordance and vocabulary to files, from the project's: what a process of its own can be asked to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from coding import citations
from coding import project as projects
from coding.elsewhere import Told
from coding.exports import check_format
from coding.language import _, ngettext, number
from coding.quotes import Query
from coding.reports import concordance as concordances
from coding.reports import vocabulary_sheet
from coding.reports.cover import asked as conditions
from coding.reports.cover import cover, kept_back
from coding.search import Hit
from coding.searching import lines, places
from coding.searching.lines import Order
from coding.searching.query import Sought
from coding.textometry import counting, specificity
from coding.textometry.counting import Asked, Part

CONCORDANCE = (".xlsx", ".csv", ".docx")
VOCABULARY = (".xlsx", ".csv")


def concordance(project: Path, path: Path, sought: Sought, order: Order) -> None:
    """Write every place found, in one of CONCORDANCE. Its lines are quotes: those in an interview that is never to be
    cited stay, and those that show a word of a passage that is not; the cover says how many. Raises KnownError when the
    format is another or the file cannot be written."""
    extension = check_format(path, CONCORDANCE)
    with projects.open_reader(project) as store, store.reading() as session:
        found = [place for some in places.walk(session, sought, tuple(places.tally(session, sought).turns))
                 for place in some]
        every = lines.lines(session, [found[at] for at in lines.ordered(session, found, order)])
        hits = _free(session, every)
        count = ngettext("{n} place", "{n} places", len(hits)).format(n=number(len(hits)))
        within = Query(asks=sought.asks, participant_ids=sought.participant_ids, group_ids=sought.group_ids,
                       interview_ids=sought.interview_ids)
        front = cover(session, _("Concordance of “{words}”").format(words=sought.line.strip()), count,
                      *_narrowed(session, within), kept_back(len(every) - len(hits)))
    write = {".csv": concordances.write_csv_table, ".docx": concordances.write_docx}.get(
        extension, concordances.write_xlsx)
    write(path, hits, front)


def vocabulary(project: Path, path: Path, asked: Asked, small: bool, *, told: Told) -> None:
    """Count the words and write them, in one of VOCABULARY; ``small`` says whether small words are in. Raises
    KnownError as ``concordance`` does, and when lemmas are asked for without the model."""
    extension = check_format(path, VOCABULARY)
    found = counting.count(project, asked, told=told)
    with projects.open_reader(project) as store, store.reading() as session:
        shown = counting.shown(found, projects.language(session), small)
        said = ngettext("{n} word said", "{n} words said", found.corpus).format(n=number(found.corpus))
        within = Query(asks={"asks": True, "answers": False}.get(asked.voices),
                       group_ids=(asked.group_id,) if asked.group_id is not None else ())
        front = cover(
            session, _("Vocabulary"), said, *_narrowed(session, within),
            _("Words are counted by their lemma.") if asked.lemmas else "", "" if small else _("Small words left out."),
            *(_part(part) for part in found.parts), specificity.describes() if found.parts else "")
    (vocabulary_sheet.write_csv_table if extension == ".csv" else vocabulary_sheet.write_xlsx)(
        path, found, shown, front)


def _narrowed(session: Session, within: Query) -> list[str]:
    """Whose words are read, and where; nothing where all are."""
    return conditions(session, within) if within != Query() else []


def _part(part: Part) -> str:
    """A part, with what it is made of."""
    return _("{part}: {words}, {interviews}").format(
        part=part.name, words=ngettext("{n} word", "{n} words", part.words).format(n=number(part.words)),
        interviews=ngettext("{n} interview", "{n} interviews", part.interviews).format(n=number(part.interviews)))


def _free(session: Session, found: Sequence[Hit]) -> list[Hit]:
    """The lines that show no word that is not to be cited."""
    whole, spans = citations.withheld_interviews(session), citations.withheld_spans(session)
    return [hit for hit in found if hit.interview_id not in whole and not any(
        start < hit.high and hit.low < end for start, end in spans.get(hit.interview_id, ()))]
