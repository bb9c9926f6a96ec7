# SPDX-License-Identifier: GPL-3.0-or-later
"""What keeps words and names aside: links and examples that lead to passages, the logs, what was remembered."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import examples, memo_links
from coding.consent.said import IN_VIVO, Names, Said, without
from coding.consent.silenced import WITHDRAWN
from coding.consent.whose import CUT
from coding.exports_log import GONE
from coding.intake.cleaning import key_of
from coding.language import N_, _
from coding.memo_links import Link, Piece
from coding.pseudonyms import fields
from coding.typography import one_line
from models.change import ChangeEntry
from models.cleared_form import ClearedForm
from models.code import Code
from models.export_entry import ExportEntry
from models.interview import Interview
from models.label_memory import LabelMemory
from models.memo import CellSummary, Memo
from models.passage import Passage

NO_PASSAGE, NO_INTERVIEW = N_("[withdrawn passage]"), N_("[withdrawn interview]")
LEAST = 3  # words of a link or an example that are somebody's


@dataclass(frozen=True)
class Leaving:
    """Passages that go, by GUID, and the words they hold; those that are cut; interviews that go, by GUID."""

    passages: frozenset[str]
    quotes: frozenset[str]
    cut: frozenset[str]
    interviews: frozenset[str]


# Links ------------------------------------------------------------------------------------------------------


def linking(session: Session, leaving: Leaving, said: Said) -> list[tuple[Any, str, str]]:
    """The texts whose links are to change, each with its column and what it becomes."""
    found = []
    for model, column in ((Memo, "text"), (CellSummary, "text"), (Interview, "portrait")):
        cell = getattr(model, column)
        for row in session.scalars(select(model).where(cell.contains("[[")).order_by(model.id)):
            text = getattr(row, column)
            after = memo_links.written(_relinked(session, memo_links.pieces(text), leaving, said))
            if after != text:
                found.append((row, column, after))
    return found


def relink(session: Session, leaving: Leaving, said: Said) -> None:
    """Let no link lead to what goes, or be labelled with words that do."""
    for row, column, after in linking(session, leaving, said):
        setattr(row, column, after)
    session.flush()


def _relinked(session: Session, pieces: Iterable[Piece], leaving: Leaving, said: Said) -> Iterable[Piece]:
    for piece in pieces:
        if isinstance(piece, str):
            yield piece
        elif piece.guid in leaving.interviews:
            yield _(NO_INTERVIEW)
        elif piece.guid in leaving.cut:
            yield _relabelled(session, piece)
        elif piece.guid in leaving.passages or (
                piece.kind == "passage" and said.holds(piece.label.rstrip("…"), least=LEAST)
                and not memo_links.resolve(session, [piece])):
            yield _(NO_PASSAGE)
        else:
            yield piece


def _relabelled(session: Session, link: Link) -> Piece:
    """A link to a passage that was cut, labelled with what it says now."""
    key = session.scalar(select(Passage.id).where(Passage.guid == link.guid))
    made = memo_links.to_passages(session, [key]) if key is not None else []
    return made[0] if made else _(NO_PASSAGE)


# Examples of codes ------------------------------------------------------------------------------------------


def exemplified(session: Session, leaving: Leaving, said: Said) -> list[tuple[Code, str]]:
    """The codes whose example gives their words, with the example that is left."""
    found = []
    for row in session.scalars(select(Code).where(Code.example != "").order_by(Code.id)):
        lines = [line for line in examples.written(row.example).splitlines() if not _theirs(line, leaving, said)]
        guids = [guid for guid in examples.guids(row.example) if guid not in leaving.passages]
        after = examples.composed("\n".join(lines), guids)
        if after != row.example and (guids != examples.guids(row.example)
                                     or lines != examples.written(row.example).splitlines()):
            found.append((row, after))
    return found


def _theirs(line: str, leaving: Leaving, said: Said) -> bool:
    bare = one_line(line).strip("«»“” \u00a0")
    return said.holds(line, least=LEAST) or (bool(bare) and bare in leaving.quotes)


# Logs -------------------------------------------------------------------------------------------------------


def forget_in_logs(session: Session, said: Said, names: Names, titles: Names, interview_ids: Collection[int]) -> None:
    """Take their words, their names and the titles of their interviews out of the logs and of what was remembered.
    What acts were called by goes whole, but those on the codebook: it may name what was deleted long ago."""
    standing = set(session.scalars(select(Code.name)))

    def cleaned(text: str) -> str:
        if said.holds(text, least=IN_VIVO) and text not in standing:  # a code was named with their words
            return CUT
        text = without(text, said.quoted_in(text), CUT)
        return titles.replaced(names.replaced(text, _(WITHDRAWN)), _(NO_INTERVIEW))

    changed = {}
    for key, values, codes in session.execute(select(ChangeEntry.id, ChangeEntry.values, ChangeEntry.codebook)):
        after = _through(values, cleaned) if codes else {}, _through(codes, cleaned)
        if after != (values, codes):
            changed[key] = after
    for key, (values, codes) in changed.items():
        entry = session.get_one(ChangeEntry, key)
        entry.values, entry.codebook = values, codes
    for export in session.scalars(select(ExportEntry)).all():
        if (path := cleaned(export.path)) != export.path:
            export.path = path
        kept = sorted({GONE if one in interview_ids else one for one in export.interviews})
        if kept != sorted(export.interviews):
            export.interviews = kept
    _forget_remembered(session, said, names)
    session.flush()


def _forget_remembered(session: Session, said: Said, names: Names) -> None:
    """Labels and cleared words that name them, or that they alone said."""
    forms = {key_of(form) for form in names.forms}
    for known in session.scalars(select(LabelMemory)).all():
        if key_of(known.label) in forms or key_of(known.becomes) in forms:
            session.delete(known)
    for form in session.scalars(select(ClearedForm)).all():
        if names.places(form.form) or key_of(form.form) in forms or (
                said.holds(form.form) and not _stands(session, form.form)):
            session.delete(form)


def _stands(session: Session, form: str) -> bool:
    """Whether a form is still in the project."""
    return any(form in text for field in fields.FIELDS if field.searched
               for _key, text in fields.texts(session, field))


def _through(value: Any, change: Callable[[str], str]) -> Any:
    """A value of JSON with each of its texts changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _through(one, change) for key, one in value.items()}
    return [_through(one, change) for one in value] if isinstance(value, list) else value
