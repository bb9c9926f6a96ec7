# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person decides about each file read, before anything goes in: its title, what its labels stand for, whether
and how it is taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from coding.arrivals import Again, Correction, Incoming
from coding.comparing import Compared
from coding.intake.batch import Refusal
from coding.intake.cleaning import key_of
from coding.intake.corrections import Voice, as_read, corrected
from coding.intake.transcript import Transcript
from coding.label_memory import Reviewed
from coding.retranscribing import Replacement


class FileReview:
    """One file, with what has been decided so far. ``wanted``: it is to go in; ``replacing``: in the place of the
    interview that it looks like; ``agreed``: passages whose words are gone may go to a memo."""

    def __init__(self, one: Compared) -> None:
        self.compared = one
        self.wanted = not isinstance(one.outcome, Refusal) and not one.there
        self.replacing = one.proposed
        self.agreed = False
        self.title = "" if isinstance(one.outcome, Refusal) else one.outcome.title
        self.voices: dict[str, Voice] = {} if isinstance(one.outcome, Refusal) else {
            **as_read(one.outcome), **one.recalled}
        self._remembered = dict(one.recalled)
        self._made: tuple[dict[str, Voice], Transcript] | None = None  # the voices that it was corrected with

    @property
    def refusal(self) -> Refusal | None:
        """Why the file cannot go in, when it cannot."""
        return self.compared.outcome if isinstance(self.compared.outcome, Refusal) else None

    @property
    def name(self) -> str:
        """The file's."""
        return self.refusal.path.name if self.refusal else self.read.file_name

    @property
    def read(self) -> Transcript:
        """The transcript as it was read; only of a file that is not refused."""
        assert isinstance(self.compared.outcome, Transcript)
        return self.compared.outcome

    @cached_property
    def _guessed(self) -> dict[str, Voice]:
        return as_read(self.read)

    @property
    def transcript(self) -> Transcript:
        """The transcript as it will go in."""
        title = self.title.strip() or self.read.title
        if self._made is None or self._made[0] != self.voices:
            self._made = (dict(self.voices), corrected(self.read, self.voices) if self.changed else self.read)
        made = self._made[1]
        return made if made.title == title else replace(made, title=title)

    @property
    def changed(self) -> dict[str, Voice]:
        """The labels that do not stand for what intake understood."""
        return {label: voice for label, voice in self.voices.items() if voice != self._guessed[label]}

    @property
    def recalled(self) -> dict[str, Voice]:
        """What earlier files of its make proposed, and still holds."""
        return {label: voice for label, voice in self._remembered.items() if self.voices[label] == voice}

    @property
    def doubts(self) -> dict[str, str]:
        """Labels that still look mistyped, each with the speaker that was probably meant."""
        return {label: self.voices[other].becomes for label, other in self.read.doubts.items()
                if self.voices[label] == self._guessed[label] and self.voices[other].becomes}

    @property
    def speaking(self) -> list[str]:
        """The speakers there will be, in order of appearance."""
        return list(dict.fromkeys(voice.becomes for voice in self.voices.values() if voice.becomes))

    @property
    def lost(self) -> Replacement | None:
        """What replacing would lose; None when nothing is lost or replaced."""
        told = self.compared.replacement
        return told if self.replacing and told is not None and told.lost else None

    @property
    def to_look_at(self) -> bool:
        """Whether something about it asks for a person's eye."""
        if self.refusal:
            return True
        like = self.compared.likeness is not None or self.compared.there
        nobody_asks = len(self.speaking) > 1 and not any(voice.asks for voice in self.voices.values())
        doubtful = any(notice.doubtful for notice in self.read.notices)
        return bool(like or nobody_asks or doubtful or self.doubts or self.read.oddities)

    def join(self, labels: Iterable[str], speaker: str) -> None:
        """Give the turns of these labels to one speaker, who asks if they already do; a new name renames."""
        named = " ".join(speaker.split())
        if not named:
            return
        moved = list(labels)
        others = [voice for label, voice in self.voices.items() if voice.becomes == named and label not in moved]
        asks = any(voice.asks for voice in others or [self.voices[label] for label in moved])
        self.voices |= {label: Voice(named, asks) for label in moved}

    def rename(self, label: str, speaker: str) -> None:
        """Another name for the speaker of a label, and for every label joined to them."""
        was = self.voices[label].becomes
        self.join([other for other, voice in self.voices.items() if voice.becomes == was] if was else [label], speaker)

    def is_no_speaker(self, labels: Iterable[str]) -> None:
        """These labels are none: their lines go on what was being said."""
        self.voices |= {label: Voice("") for label in labels}

    def restore(self, labels: Iterable[str]) -> None:
        """Take these labels as they were read."""
        self.voices |= {label: self._guessed[label] for label in labels}

    def set_asks(self, label: str, asks: bool) -> None:
        """Whether the speaker of a label asks the questions."""
        who = self.voices[label].becomes
        self.voices |= {other: replace(voice, asks=asks) for other, voice in self.voices.items()
                        if who and voice.becomes == who}

    def would_take_over(self, changed: Mapping[str, Voice]) -> bool:
        """Whether another file's corrections would change anything here."""
        return any(self.voices[label] != voice for label, voice in self._named(changed).items())

    def take_over(self, changed: Mapping[str, Voice]) -> None:
        """Correct the labels that another file's corrections name."""
        self.voices |= self._named(changed)

    def _named(self, changed: Mapping[str, Voice]) -> dict[str, Voice]:
        wanted = {key_of(label): voice for label, voice in changed.items()}
        return {label: wanted[key_of(label)] for label in self.voices if key_of(label) in wanted}

    @property
    def incoming(self) -> Incoming | None:
        """How it goes in; None when it does not, or not yet."""
        if self.refusal or not self.wanted or (self.lost and not self.agreed) or not self.transcript.turns:
            return None
        if self.replacing and self.compared.likeness is not None:
            return Correction(self.transcript, self.compared.likeness.interview_id, self.agreed)
        return Again(self.transcript) if self.compared.there else self.transcript

    @property
    def reviewed(self) -> Reviewed:
        """What there is to learn from it."""
        return Reviewed(self.read, self.voices, frozenset(set(self._remembered) - set(self.recalled)))


def rivals(files: Sequence[FileReview]) -> dict[int, str]:
    """Files (by their place) that would replace an interview which an earlier one already replaces, each with the name
    of that one."""
    first: dict[int, str] = {}
    found: dict[int, str] = {}
    for place, one in enumerate(files):
        incoming = one.incoming
        if isinstance(incoming, Correction):
            if incoming.interview_id in first:
                found[place] = first[incoming.interview_id]
            first.setdefault(incoming.interview_id, one.name)
    return found
