# SPDX-License-Identifier: GPL-3.0-or-later
"""The project that the benchmarks measure: the sample's sentences, many times over."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from coding import project as projects
from coding import search
from coding.intake.reader import read_transcript
from models.base import new_guid, now
from models.code import Code
from models.group import Group, GroupMember, SamplingFrame
from models.interview import Interview, Speaker, Turn
from models.participant import Participant, Participation
from models.passage import Coding, Passage
from models.store import Store

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "transcripts"


def sentences() -> list[str]:
    """The words of the sample's turns."""
    found = []
    for path in sorted(SAMPLE.iterdir()):
        transcript = read_transcript(path)
        found += [transcript.text[turn.start : turn.end] for turn in transcript.turns]
    return [words for words in found if words]


def build(path: Path, *, interviews: int = 100, length: int = 90_000, codes: int = 300, themes: int = 20,
          passages: int = 50_000, seed: int = 1) -> Store:
    """A project of that size at ``path``; ``length`` in characters an interview. Returns its open store.

    Rows go in by bulk, in one transaction: the benchmark measures what comes after.
    """
    chance = random.Random(seed)
    source = sentences()
    writer = projects.create(path, title="Bench")
    with writer.store.writing() as session, session.begin():
        code_ids = _codes(session, codes, themes)
        group = Group(name="Tous")
        session.add(group)
        session.flush()
        session.add(SamplingFrame(group_id=group.id, unit="entretien", frame_known="yes", invited=interviews + 8,
                                  reached=interviews, refused=3, silent=5, justification="Indisponibilités."))
        for number in range(interviews):
            _interview(session, number, group.id, list(_turns(chance, source, length)), code_ids,
                       passages // interviews, chance)
    return writer.store


def _codes(session: Session, codes: int, themes: int) -> list[int]:
    rows: list[dict[str, Any]] = [
        {"id": n + 1, "guid": new_guid(), "parent_id": None, "name": f"Thème {n + 1}", "position": n,
         "colour": "#3B6EB0"} for n in range(themes)
    ]
    rows += [
        {"id": themes + n + 1, "guid": new_guid(), "parent_id": n % themes + 1, "name": f"Code {n + 1}",
         "position": n // themes, "colour": ""} for n in range(codes)
    ]
    common = {"definition": "", "include": "", "exclude": "", "example": "", "reservation": "",
              "origin": "emergent", "pin": None, "created_at": now()}
    session.execute(insert(Code), [row | common for row in rows])
    return [row["id"] for row in rows[themes:]]


def _turns(chance: random.Random, source: list[str], length: int) -> Iterator[tuple[str, str]]:
    total, number = 0, 0
    while total < length:
        words = chance.choice(source)
        label = "Enquêteur" if number % 2 == 0 else "Inès"
        total += len(label) + 3 + len(words) + 1
        number += 1
        yield label, words


def _interview(session: Session, number: int, group_id: int, turns: list[tuple[str, str]], code_ids: list[int],
               passages: int, chance: random.Random) -> None:
    text = "\n".join(f"{label} : {words}" for label, words in turns)
    row = Interview(title=f"Entretien {number + 1}", text=text, length=len(text), position=number, status="coded",
                    date=date(2025, 1, 6) + timedelta(days=number),
                    text_hash=hashlib.sha256(text.encode()).hexdigest())
    person = Participant(name=f"Personne {number + 1}")
    session.add_all([row, person])
    session.flush()
    speakers = [Speaker(interview_id=row.id, label="Enquêteur", is_interviewer=True),
                Speaker(interview_id=row.id, label="Inès", participant_id=person.id)]
    session.add_all([*speakers, Participation(interview_id=row.id, participant_id=person.id, role="pair aidante"),
                     GroupMember(group_id=group_id, interview_id=row.id)])
    session.flush()
    by_label = {speaker.label: speaker.id for speaker in speakers}
    at = 0
    spans: list[dict[str, Any]] = []
    for index, (label, words) in enumerate(turns):
        start = at + len(label) + 3
        spans.append({"guid": new_guid(), "interview_id": row.id, "number": index + 1, "label_start": at,
                      "start": start, "end": start + len(words), "speaker_id": by_label[label], "time_ms": None})
        at = start + len(words) + 1
    session.execute(insert(Turn), spans)
    _passages(session, row.id, text, [s for s in spans if s["end"] - s["start"] > 40], code_ids, passages, chance)
    keys = [key for (key,) in session.query(Turn.id).filter(Turn.interview_id == row.id)]
    search.refresh(session, keys)


def _passages(session: Session, interview_id: int, text: str, spans: list[dict[str, Any]], code_ids: list[int],
              wanted: int, chance: random.Random) -> None:
    found: set[tuple[int, int]] = set()
    while len(found) < wanted:
        turn = chance.choice(spans)
        start = chance.randrange(turn["start"], turn["end"] - 30)
        end = min(turn["end"], start + chance.randrange(20, 250))
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if start < end:
            found.add((start, end))
    rows = [{"guid": new_guid(), "interview_id": interview_id, "start": start, "end": end, "quote": text[start:end],
             "is_strong": False, "created_at": now()} for start, end in sorted(found)]
    session.execute(insert(Passage), rows)
    keys = [key for (key,) in session.query(Passage.id).filter(Passage.interview_id == interview_id)]
    session.execute(insert(Coding), [
        {"guid": new_guid(), "passage_id": key, "coder_id": 1, "created_at": now(), "code_id": code}
        for key in keys for code in {min(len(code_ids) - 1, int(chance.expovariate(0.015))) + code_ids[0]}
    ])
