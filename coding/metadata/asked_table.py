# SPDX-License-Identifier: GPL-3.0-or-later
"""Which theme was put to whom, in and out by csv or xlsx: interview, theme, asked (yes or no), by_hand.

What a table says is said by hand; only rows that say of themselves that they are not, as exports write those that
follow from the guide, leave what the project has.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook
from coding.changes import Label, Writer
from coding.codebook import clean_name
from coding.language import N_
from coding.metadata import sheets, values
from coding.metadata.lookup import Codes, Interviews
from coding.metadata.report import Outcome, Report, take
from coding.metadata.sheets import Row
from coding.order import ordered_interviews
from models.guide import ThemeAsked

COLUMNS = ("interview", "theme", "asked")
BY_HAND = "by_hand"
ALIASES = {"entretien": "interview", "pose": "asked", "aborde": "asked"}


def import_asked(writer: Writer, path: Path) -> Report:
    """Take the table in one act; what it does not mention stays. Raises KnownError when the file is no such table;
    rows that fail are in the report."""
    sheet = sheets.read(path, aliases=ALIASES)
    sheet.require(*COLUMNS)

    def act(session: Session) -> Report:
        interviews, codes = Interviews(session), Codes(session)
        asked = {(row.theme_id, row.interview_id): row for row in session.scalars(select(ThemeAsked))}

        def handle(row: Row) -> Outcome:
            interview_id = interviews.titled(clean_name(row.get("interview")))
            key = codes.theme(row.get("theme")), interview_id
            said = values.yes_no(row.get("asked"), "asked")
            known = asked.get(key)
            if known is None:
                asked[key] = ThemeAsked(theme_id=key[0], interview_id=key[1], asked=said)
                session.add(asked[key])
                return "added"
            by_hand = not row.get(BY_HAND) or values.yes_no(row.get(BY_HAND), BY_HAND)
            if not by_hand or (known.asked == said and known.by_hand):
                return "unchanged"
            if known.asked != said:
                known.asked = said
            if not known.by_hand:
                known.by_hand = True
            return "updated"

        return take(sheet.rows, handle)

    report: Report = writer.do(Label(N_("import the themes asked of “{file}”"), {"file": path.name}), act).result
    return report


def export_asked(session: Session, path: Path) -> None:
    """Write what is known, by interview then theme."""
    asked = {(row.interview_id, row.theme_id): row for row in session.scalars(select(ThemeAsked))}
    sheets.write(path, (*COLUMNS, BY_HAND), (
        (interview.title, theme.name, _word(asked[interview.id, theme.id].asked),
         _word(asked[interview.id, theme.id].by_hand))
        for interview in ordered_interviews(session) for theme in codebook.read(session).themes
        if (interview.id, theme.id) in asked
    ))


def _word(said: bool) -> str:
    return "yes" if said else "no"
