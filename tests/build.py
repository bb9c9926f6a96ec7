# SPDX-License-Identifier: GPL-3.0-or-later
"""Small projects for tests, made through the writer as the program makes them.

    writer = project(tmp_path)
    paul = interview(writer, "Paul", [("Q", "Et alors ?"), ("Paul", "Je ne sais pas.")], people={"Paul": "pair aidant"})
    code(writer, "Réticences > Crainte de l’inconnu")
    coded(writer, "Paul", "Je ne sais pas.", "Réticences > Crainte de l’inconnu")
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, passages
from coding import project as projects
from coding.changes import Label, Writer
from models.group import Group, GroupMember, SamplingFrame
from models.interview import Interview, InterviewUnit, Speaker, Turn, Unit
from models.participant import Attribute, AttributeValue, Participant, Participation

INTERVIEWERS = ("Q", "Chercheur")
BUILD = Label("build")


def project(folder: Path, *, title: str = "Essai", language: str = "fr") -> Writer:
    """A new project in ``folder``; the caller closes ``writer.store``."""
    return projects.create(folder / f"{title}.filrouge", title=title, language=language)


def interview(
    writer: Writer,
    title: str,
    turns: Sequence[tuple[str, str]],
    *,
    people: Mapping[str, str] | None = None,
    groups: Sequence[str] = (),
    units: Sequence[str] = (),
    attributes: Mapping[str, str] | None = None,
    day: date | None = None,
    status: str = "coded",
    kind: str = "interview",
) -> int:
    """An interview written as «Label : words», a paragraph a turn; returns its id.

    ``people`` gives roles by speaker label: each becomes a participant of that name, linked to the speaker.
    """

    def act(session: Session) -> int:
        text = "\n".join(f"{label} : {words}" for label, words in turns)
        row = Interview(
            title=title, file_name=f"{title}.docx", kind=kind, status=status, date=day, text=text, length=len(text),
            position=len(session.scalars(select(Interview.id)).all()),
            text_hash=hashlib.sha256(text.encode()).hexdigest(),
        )
        session.add(row)
        session.flush()
        speakers = _speakers(session, row.id, turns, people or {})
        _turns(session, row.id, turns, speakers)
        for name in groups:
            session.add(GroupMember(group_id=_named(session, Group, name), interview_id=row.id))
        for place, name in enumerate(units):
            session.add(InterviewUnit(unit_id=_named(session, Unit, name), interview_id=row.id, position=place))
        for name, value in (attributes or {}).items():
            session.add(AttributeValue(attribute_id=_named(session, Attribute, name), interview_id=row.id, value=value))
        return row.id

    return int(writer.do(BUILD, act).result)


def frame(writer: Writer, group: str, **fields: Any) -> None:
    """Record the sampling frame of a group."""
    writer.do(BUILD, lambda s: s.add(SamplingFrame(group_id=_named(s, Group, group), **fields)))


def code(writer: Writer, path: str, **fields: Any) -> int:
    """The code at «Theme > Code», made with all that is missing above it; ``fields`` go to the last one."""

    def act(session: Session) -> int:
        parent: int | None = None
        names = path.split(codebook.PATH_SEPARATOR)
        for depth, _name in enumerate(names, start=1):
            found = codebook.read(session).find(names[:depth])
            own = fields if depth == len(names) else {}
            parent = found.id if found else codebook.add(session, name=names[depth - 1], parent_id=parent, **own)
        assert parent is not None
        return parent

    return int(writer.do(BUILD, act).result)


def coded(writer: Writer, title: str, quote: str, *paths: str, coder_id: int | None = None) -> int:
    """Give codes to the first place where ``quote`` stands in an interview; returns the passage's id."""
    code_ids = [code(writer, path) for path in paths]

    def act(session: Session) -> int:
        row = session.scalars(select(Interview).where(Interview.title == title)).one()
        start = row.text.index(quote)
        return passages.code(
            session, interview_id=row.id, start=start, end=start + len(quote), code_ids=code_ids,
            coder_id=coder_id or writer.coder_id or 0,
        )

    return int(writer.do(BUILD, act).result)


def _speakers(
    session: Session, interview_id: int, turns: Sequence[tuple[str, str]], people: Mapping[str, str]
) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, (name, role) in enumerate(people.items()):
        session.add(Participation(
            interview_id=interview_id, participant_id=_named(session, Participant, name), role=role, position=place))
    for label in dict.fromkeys(label for label, _words in turns):
        speaker = Speaker(
            interview_id=interview_id, label=label, is_interviewer=label in INTERVIEWERS,
            participant_id=_named(session, Participant, label) if label in people else None,
        )
        session.add(speaker)
        session.flush()
        found[label] = speaker.id
    return found


def _turns(
    session: Session, interview_id: int, turns: Sequence[tuple[str, str]], speakers: Mapping[str, int]
) -> None:
    at = 0
    for number, (label, words) in enumerate(turns, start=1):
        start = at + len(f"{label} : ")
        session.add(Turn(
            interview_id=interview_id, number=number, label_start=at, start=start, end=start + len(words),
            speaker_id=speakers[label],
        ))
        at = start + len(words) + 1


def _named(session: Session, model: Any, name: str) -> int:
    """The row of that name, made if there is none yet."""
    found = session.scalar(select(model).where(model.name == name))
    if found is None:
        found = model(name=name)
        session.add(found)
        session.flush()
    return int(found.id)
