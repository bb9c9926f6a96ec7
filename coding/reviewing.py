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
from coding.intake.unturned import AsText, paragraphs, taken_as
from coding.label_memory import Reviewed, text_learnt
from coding.retranscribing import Replacement


class FileReview:
    """One file, with what has been decided so far. ``wanted``: it is to go in; ``replacing``: in the place of the
    interview that it looks like; ``agreed``: passages whose words are gone may go to a memo; ``as_text``: what a file
    in which nothing says who speaks goes in as."""

    def __init__(self, one: Compared) -> None:
        self.compared = one
        self.as_text = one.as_text
        self.wanted = self.refusal is None and not one.there
        self.replacing = one.proposed
        self.agreed = False
        self.title = one.read.title if one.read else ""
        self.voices: dict[str, Voice] = {**as_read(one.read), **one.recalled} if one.read else {}
        self._remembered = dict(one.recalled)
        self._made: tuple[tuple[dict[str, Voice], AsText | None], Transcript] | None = None  # how it was corrected

    @property
    def refusal(self) -> Refusal | None:
        """Why the file cannot go in, when it cannot."""
        return self.compared.outcome if isinstance(self.compared.outcome, Refusal) and self.as_text is None else None

    @property
    def unturned(self) -> bool:
        """Whether it goes in as a text without turns, or not at all."""
        return self.as_text is not None or (self.refusal is not None and self.compared.read is not None)

    @property
    def name(self) -> str:
        """The file's."""
        return self.refusal.path.name if self.refusal else self.read.file_name

    @property
    def read(self) -> Transcript:
        """The transcript as it was read, or its paragraphs; only of a file that is not refused, or could be taken as a
        text."""
        assert self.compared.read is not None
        return self._paragraphs if self.unturned else self.compared.read

    @cached_property
    def _paragraphs(self) -> Transcript:
        outcome, read = self.compared.outcome, self.compared.read
        assert read is not None
        return read if isinstance(outcome, Refusal) else paragraphs(read)

    @cached_property
    def _guessed(self) -> dict[str, Voice]:
        return as_read(self.compared.read) if self.compared.read else {}

    @property
    def transcript(self) -> Transcript:
        """The transcript as it will go in."""
        title = self.title.strip() or self.read.title
        if self._made is None or self._made[0] != (self.voices, self.as_text):
            read = self.read
            if self.as_text is not None:
                read = taken_as(read, self.as_text)
            elif self.changed:
                read = corrected(read, self.voices)
            self._made = (dict(self.voices), self.as_text), read
        made = self._made[1]
        return made if made.title == title else replace(made, title=title)

    @property
    def changed(self) -> dict[str, Voice]:
        """The labels that do not stand for what intake understood."""
        return {label: voice for label, voice in self.voices.items() if voice != self._guessed[label]}

    @property
    def recalled(self) -> dict[str, Voice]:
        """What earlier files of its make proposed, and still holds."""
        return {label: voice for label, voice in self._remembered.items()
                if self.voices[label] == voice and self.as_text is None}

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
        proposed = self.as_text is not None and self.as_text == self.compared.as_text
        return bool(proposed or like or self.nobody_asks or self.doubts or self.doubtful_remarks)

    @property
    def nobody_asks(self) -> bool:
        """Whether several speak and none of them is said to ask the questions."""
        asked = self.as_text is not None or any(voice.asks for voice in self.voices.values())
        return len(self.speaking) > 1 and not asked

    @property
    def doubtful_remarks(self) -> bool:
        """Whether what is said of the file is more than for the record."""
        return bool(self.read.oddities) or any(notice.doubtful for notice in self.read.notices)

    def take_as_text(self, how: AsText | None) -> None:
        """Take the file as a text without turns; None: as what it was read, if it is a transcript."""
        if (how is None) != (self.as_text is None) and isinstance(self.compared.outcome, Refusal):
            self.wanted = how is not None and not self.compared.there
        self.as_text = how

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

    def alike(self, files: Iterable[FileReview]) -> list[FileReview]:
        """Those of some files that what was decided here would change."""
        read = self.compared.read
        others = [one for one in files if one is not self and read and one.compared.read
                  and one.compared.read.make == read.make]
        if self.as_text is not None:
            return [one for one in others if one.as_text != self.as_text]
        changed = self.changed
        return [one for one in others if changed and not one.as_text and one.would_take_over(changed)]

    def follow(self, one: FileReview) -> None:
        """Decide as was decided of another file."""
        if one.as_text is not None:
            self.take_as_text(one.as_text)
        else:
            self.take_over(one.changed)

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
        if self.as_text is not None:
            return text_learnt(self.read, self.as_text)
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
