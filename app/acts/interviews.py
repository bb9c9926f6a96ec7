# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on interviews, their people and their values, between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.desk import Desk
from app.progress import Progress
from coding import corpus, decisions, order, participants, speakers
from coding.arrivals import Arrivals, Incoming, take_in
from coding.changes import Change, Label
from coding.label_memory import Reviewed
from coding.language import N_
from coding.order import Basis

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


def set_order(desk: Desk, *, interview_ids: Sequence[int], title: str) -> None:
    """Put the interviews in this order, which is then the one given by hand."""
    desk.do(Label(N_("place of “{title}” in the order"), {"title": title}),
            lambda s: corpus.set_order(s, interview_ids))


def choose_order(desk: Desk, *, basis: Basis) -> None:
    """Say what orders the interviews: their dates, an order given by hand, or the import."""
    before = {"order": desk.read_now(order.chosen)}
    desk.do(Label(N_("order of the interviews"), decisions.changed(before, {"order": basis})),
            lambda s: order.choose(s, basis))


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


def set_portrait(desk: Desk, *, interview_id: int, title: str, text: str) -> None:
    """Write the portrait of an interview."""
    desk.do(Label(N_("portrait of “{title}”"), {"title": title}),
            lambda s: corpus.set_details(s, interview_id, portrait=text if text.strip() else ""))
