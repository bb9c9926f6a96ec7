# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on interviews, their people and their values, between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.desk import Desk
from app.progress import Progress
from coding import attributes, corpus, groups, participants, speakers, units
from coding.arrivals import Arrivals, Incoming, take_in
from coding.changes import Change, Label
from coding.label_memory import Reviewed
from coding.language import N_

Then = Callable[[Change], None] | None


def add_all(desk: Desk, *, transcripts: Sequence[Incoming], group: str | None, learnt: Sequence[Reviewed],
            progress: Progress, then: Callable[[Arrivals], None]) -> None:
    """Put transcripts into the corpus in one act, and remember what was corrected in them; ``then`` gets what became
    of each."""
    progress.run(
        lambda told, cancelled: take_in(desk.writer, transcripts, group=group, learnt=learnt, progress=told,
                                        cancelled=cancelled),
        then, lambda work, done, otherwise: desk.run(lambda _writer: work(), done, otherwise))


def remove(desk: Desk, *, interview_id: int, title: str, then: Then = None) -> None:
    """Delete an interview with all that hangs on it."""
    desk.do(Label(N_("delete the interview “{title}”"), {"title": title}),
            lambda s: corpus.remove_interview(s, interview_id), then)


def rename(desk: Desk, *, interview_id: int, title: str, new: str) -> None:
    """Give an interview another title."""
    desk.do(Label(N_("rename “{title}”"), {"title": title}), lambda s: corpus.rename(s, interview_id, new))


def set_details(desk: Desk, *, interview_id: int, title: str, **fields: Any) -> None:
    """Change kind, status, date, mode or duration_min."""
    desk.do(Label(N_("edit “{title}”"), {"title": title}), lambda s: corpus.set_details(s, interview_id, **fields))


def set_groups(desk: Desk, *, interview_id: int, title: str, names: Sequence[str]) -> None:
    """Make an interview a member of these groups, made if needed, and no other."""
    desk.do(Label(N_("groups of “{title}”"), {"title": title}),
            lambda s: groups.set_groups(s, interview_id, [groups.obtain(s, name) for name in names]))


def set_units(desk: Desk, *, interview_id: int, title: str, names: Sequence[str]) -> None:
    """Make these the units an interview speaks for."""
    desk.do(Label(N_("units of “{title}”"), {"title": title}), lambda s: units.set_units(s, interview_id, names))


def set_attribute(desk: Desk, *, interview_id: int, title: str, name: str, value: str) -> None:
    """Set an attribute of an interview; an empty value removes it."""
    desk.do(
        Label(N_("“{attribute}” of “{title}”"), {"attribute": name, "title": title}),
        lambda s: attributes.set_value(s, attributes.obtain(s, name), value, interview_id=interview_id),
    )


def add_attribute(desk: Desk, *, name: str) -> None:
    """A new attribute of interviews: one more column to fill; one that is already there changes nothing."""
    desk.do(Label(N_("add the attribute “{attribute}”"), {"attribute": name}), lambda s: attributes.obtain(s, name))


def set_interviewers(desk: Desk, *, interview_id: int, title: str, labels: Sequence[str]) -> None:
    """Say who asks the questions."""
    desk.do(Label(N_("interviewers of “{title}”"), {"title": title}),
            lambda s: speakers.set_interviewer(s, interview_id, *labels))


def link_speaker(desk: Desk, *, speaker_id: int, label: str, participant: str) -> None:
    """Say which participant a voice is, made if needed; nobody when the name is empty."""
    desk.do(
        Label(N_("participant of “{label}”"), {"label": label}),
        lambda s: speakers.link_speaker(
            s, speaker_id, participants.obtain(s, participant) if participant.strip() else None),
    )


def set_role(desk: Desk, *, interview_id: int, participant_id: int, name: str, role: str) -> None:
    """Write the role of a participant in an interview."""
    desk.do(Label(N_("role of “{name}”"), {"name": name}),
            lambda s: participants.set_role(s, interview_id, participant_id, role))


def rename_participant(desk: Desk, *, participant_id: int, name: str, new: str) -> None:
    """Give a participant another name."""
    desk.do(Label(N_("rename “{title}”"), {"title": name}), lambda s: participants.rename(s, participant_id, new))
