# SPDX-License-Identifier: GPL-3.0-or-later
"""Interview guides: reading them, and every act on them.

Acts take a session and are run by the writer. Several guides live in a project, and an interview may follow several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import codebook
from coding.codebook import PATH_SEPARATOR, clean_name
from coding.guides import asked
from coding.guides.draft import GuideDraft
from coding.language import N_, _
from coding.order import ordered_interviews
from models.errors import KnownError
from models.guide import Guide, GuideQuestion, InterviewGuide, QuestionAsked
from models.interview import Turn


@dataclass(frozen=True)
class QuestionRow:
    """A question of a guide; ``theme_id`` is the theme or the code that it opens, ``main_id`` the question whose
    prompt it is, itself when it is no prompt."""

    id: int
    section: str
    text: str
    is_prompt: bool
    theme_id: int | None
    position: int
    main_id: int


@dataclass(frozen=True)
class GuideRow:
    """A guide, the interviews that followed it in corpus order, and its questions in order."""

    id: int
    title: str
    interviews: tuple[int, ...]
    questions: tuple[QuestionRow, ...]

    @property
    def sections(self) -> tuple[str, ...]:
        """Its sections, in order."""
        return tuple(dict.fromkeys(row.section for row in self.questions))


def read(session: Session) -> tuple[GuideRow, ...]:
    """Every guide, in order."""
    followed: dict[int, set[int]] = defaultdict(set)
    for guide_id, interview_id in session.execute(select(InterviewGuide.guide_id, InterviewGuide.interview_id)):
        followed[guide_id].add(interview_id)
    order = ordered_interviews(session).ids if followed else ()
    questions: dict[int, list[QuestionRow]] = defaultdict(list)
    for row in session.execute(
        select(GuideQuestion.guide_id, GuideQuestion.id, GuideQuestion.section, GuideQuestion.text,
               GuideQuestion.is_prompt, GuideQuestion.theme_id, GuideQuestion.position)
        .order_by(GuideQuestion.position, GuideQuestion.id)
    ):
        above = questions[row.guide_id]
        prompts = row.is_prompt and above and above[-1].section == row.section
        above.append(QuestionRow(row.id, row.section, row.text, row.is_prompt, row.theme_id, row.position,
                                 above[-1].main_id if prompts else row.id))
    return tuple(
        GuideRow(key, title, tuple(i for i in order if i in followed[key]), tuple(questions[key]))
        for key, title in session.execute(select(Guide.id, Guide.title).order_by(Guide.position, Guide.id)))


def get(session: Session, guide_id: int) -> GuideRow:
    """One guide. Raises KnownError when it no longer exists."""
    found = next((row for row in read(session) if row.id == guide_id), None)
    if found is None:
        raise _gone()
    return found


def add(session: Session, draft: GuideDraft) -> int:
    """A new guide after the others; returns its id. A title already taken gets a number; themes that the file names
    and the codebook has are linked."""
    last = session.scalar(select(func.max(Guide.position)))
    row = Guide(title=_free_title(session, draft.title), position=0 if last is None else last + 1)
    session.add(row)
    session.flush()
    book = codebook.read(session)
    for place, question in enumerate(draft.questions):
        theme = book.find(question.theme.split(PATH_SEPARATOR)) if question.theme else None
        session.add(GuideQuestion(
            guide_id=row.id, section=clean_name(question.section), text=question.text, is_prompt=question.is_prompt,
            position=place, theme_id=theme.id if theme else None))
    session.flush()
    return row.id


def rename(session: Session, guide_id: int, title: str) -> None:
    """Give a guide another title. Raises KnownError when it is empty or another guide has it."""
    row, title = _guide(session, guide_id), clean_name(title)
    if not title:
        raise KnownError(N_("A guide needs a title."))
    if session.scalar(select(Guide.id).where(Guide.title == title)) not in (None, guide_id):
        raise KnownError(N_("Another guide is already called “{title}”. Choose another title."), title=title)
    if row.title != title:
        row.title = title


def remove(session: Session, guide_id: int) -> None:
    """Delete a guide, its questions and where they were put. What was said by hand of themes asked stays."""
    row = _guide(session, guide_id)
    for question in _questions(session, guide_id):
        _drop(session, question)
    for follows in session.scalars(select(InterviewGuide).where(InterviewGuide.guide_id == guide_id)).all():
        session.delete(follows)
    session.flush()
    session.delete(row)
    session.flush()
    asked.derive(session)


def add_question(session: Session, guide_id: int, *, text: str, section: str = "", is_prompt: bool = False,
                 position: int | None = None) -> int:
    """A new question at a place in its guide, at the end without one; returns its id. Raises KnownError when it has
    no words."""
    _guide(session, guide_id)
    rows = _questions(session, guide_id)
    place = len(rows) if position is None else max(0, min(position, len(rows)))
    made = GuideQuestion(guide_id=guide_id, text=_words(text), section=clean_name(section), is_prompt=is_prompt,
                         position=place)
    session.add(made)
    rows.insert(place, made)
    _number(rows)
    session.flush()
    asked.derive(session)
    return made.id


def set_question(session: Session, question_id: int, *, text: str | None = None, section: str | None = None,
                 is_prompt: bool | None = None) -> None:
    """Change what a question says, its section, or whether it is a prompt. Raises KnownError when it would have no
    words."""
    row = question(session, question_id)
    values = {"text": None if text is None else _words(text), "is_prompt": is_prompt,
              "section": None if section is None else clean_name(section)}
    for key, value in values.items():
        if value is not None and getattr(row, key) != value:
            setattr(row, key, value)
    session.flush()
    asked.derive(session)


def rename_section(session: Session, guide_id: int, section: str, name: str) -> None:
    """Give a section of a guide another name; it joins one that has that name already."""
    for row in _questions(session, guide_id):
        if row.section == section != clean_name(name):
            row.section = clean_name(name)
    session.flush()
    asked.derive(session)


def remove_question(session: Session, question_id: int) -> None:
    """Delete a question and where it was put."""
    row = question(session, question_id)
    guide_id = row.guide_id
    _drop(session, row)
    _number(_questions(session, guide_id))
    session.flush()
    asked.derive(session)


def move_question(session: Session, question_id: int, position: int, *, section: str | None = None) -> None:
    """Put a question at another place in its guide, counted without it, and in another section if one is given."""
    row = question(session, question_id)
    rows = [other for other in _questions(session, row.guide_id) if other.id != question_id]
    rows.insert(max(0, min(position, len(rows))), row)
    _number(rows)
    set_question(session, question_id, section=section)


def set_theme(session: Session, question_id: int, code_id: int | None) -> None:
    """Say which theme or code a question opens, or that it opens none."""
    row = question(session, question_id)
    if code_id is not None:
        codebook.get(session, code_id)
    if row.theme_id != code_id:
        row.theme_id = code_id
    session.flush()
    asked.derive(session)


def follow(session: Session, guide_id: int, interview_ids: Collection[int]) -> None:
    """Say which interviews followed a guide: these and no other. Where its questions were put in the others is
    forgotten."""
    _guide(session, guide_id)
    wanted = set(interview_ids)
    for row in session.scalars(select(InterviewGuide).where(InterviewGuide.guide_id == guide_id)).all():
        if row.interview_id in wanted:
            wanted.discard(row.interview_id)
        else:
            session.delete(row)
    for interview_id in sorted(wanted):
        session.add(InterviewGuide(guide_id=guide_id, interview_id=interview_id))
    for put in session.scalars(
        select(QuestionAsked).join(Turn, Turn.id == QuestionAsked.turn_id)
        .join(GuideQuestion, GuideQuestion.id == QuestionAsked.question_id)
        .where(GuideQuestion.guide_id == guide_id, Turn.interview_id.not_in(set(interview_ids)))
    ).all():
        session.delete(put)
    session.flush()
    asked.derive(session)


def question(session: Session, question_id: int) -> GuideQuestion:
    """The row of a question. Raises KnownError when it no longer exists."""
    row = session.get(GuideQuestion, question_id)
    if row is None:
        raise KnownError(N_("This question is no longer in the guide. It may have been removed meanwhile."))
    return row


def _guide(session: Session, guide_id: int) -> Guide:
    row = session.get(Guide, guide_id)
    if row is None:
        raise _gone()
    return row


def _gone() -> KnownError:
    return KnownError(N_("This guide is no longer in the project. It may have been removed meanwhile."))


def _questions(session: Session, guide_id: int) -> list[GuideQuestion]:
    return list(session.scalars(select(GuideQuestion).where(GuideQuestion.guide_id == guide_id)
                                .order_by(GuideQuestion.position, GuideQuestion.id)))


def _number(rows: Sequence[GuideQuestion]) -> None:
    for place, row in enumerate(rows):
        if row.position != place:
            row.position = place


def _drop(session: Session, row: GuideQuestion) -> None:
    for put in session.scalars(select(QuestionAsked).where(QuestionAsked.question_id == row.id)).all():
        session.delete(put)
    session.flush()
    session.delete(row)
    session.flush()


def _words(text: str) -> str:
    words = clean_name(text)
    if not words:
        raise KnownError(N_("A question needs words."))
    return words


def _free_title(session: Session, title: str) -> str:
    taken: Iterable[str] = set(session.scalars(select(Guide.title)))
    wanted = clean_name(title) or _("Interview guide")
    free, number = wanted, 2
    while free in taken:
        free, number = f"{wanted} ({number})", number + 1
    return free
