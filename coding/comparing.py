# SPDX-License-Identifier: GPL-3.0-or-later
"""Transcripts just read, beside what the project holds: what earlier files say of their labels, which are there
already, and what replacing would do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from coding.elsewhere import Cancelled
from coding.intake.batch import Refusal
from coding.intake.corrections import Voice, corrected
from coding.intake.transcript import Transcript
from coding.intake.unturned import AsText
from coding.label_memory import proposed, recall, text_proposed
from coding.language import N_
from coding.likeness import Likeness, likenesses
from coding.retranscribing import Replacement, foreseen

# «E01 (copie).docx», «Copy of E01.docx», «E01 (1).docx»
_COPY = re.compile(r"(?<![^\W_])(?:copie|copy)(?![^\W_])|\(\d+\)", re.IGNORECASE)


@dataclass(frozen=True)
class Compared:
    """One file. ``likeness`` is the interview it looks like; ``replacement`` what taking its place would do, None when
    the text is the same. ``twin`` names the file of the batch that brings the same text in. ``proposed``: taking
    the interview's place is what the researcher most probably wants. ``recalled``: what was corrected in earlier files
    of its make; ``as_text``: how the last text without turns of its make went in."""

    outcome: Transcript | Refusal
    likeness: Likeness | None = None
    replacement: Replacement | None = None
    twin: str = ""
    proposed: bool = False
    recalled: Mapping[str, Voice] = field(default_factory=dict)
    as_text: AsText | None = None

    @property
    def read(self) -> Transcript | None:
        """What the file holds, whether someone speaks in it or not; None when it cannot be read."""
        return self.outcome.text if isinstance(self.outcome, Refusal) else self.outcome

    @property
    def there(self) -> bool:
        """Whether its text is in the project already, or comes with another file."""
        return bool(self.twin) or (self.likeness is not None and self.likeness.same)


def compared(session: Session, outcomes: Sequence[Transcript | Refusal],
             progress: Callable[[int, int, str], None] = lambda _done, _total, _name: None,
             cancelled: Callable[[], bool] = lambda: False) -> list[Compared]:
    """The files, each beside the interview it looks like. Takes a while: not for the GUI thread. Raises Cancelled
    once ``cancelled()`` turns true."""

    def look() -> None:
        if cancelled():
            raise Cancelled(N_("Stopped. Nothing was changed."))

    texts = [one.text if isinstance(one, Refusal) else one for one in outcomes]
    found = iter(likenesses(session, [one for one in texts if one is not None], look))
    memory = recall(session)
    bringing = _bringing(texts)
    taken: set[int] = set()  # interviews that a file already proposes to replace
    told = []
    for done, (outcome, one) in enumerate(zip(outcomes, texts, strict=True)):
        look()
        if one is None:
            told.append(Compared(outcome))
            continue
        progress(done, len(outcomes), one.file_name)
        like, brings, recalled = next(found), bringing[one.text], proposed(memory, one)
        twin = "" if brings is one else brings.file_name
        version = like if like is not None and not like.same else None
        told.append(Compared(
            outcome, like, foreseen(session, version.interview_id, corrected(one, recalled)) if version else None, twin,
            version is not None and version.versions and not twin and version.interview_id not in taken, recalled,
            text_proposed(memory, one) if isinstance(outcome, Refusal) else None))
        taken |= {version.interview_id} if version else set()
    return told


def _bringing(texts: Sequence[Transcript | None]) -> dict[str, Transcript]:
    """For each text, the first of the files that hold it; one whose name is not that of a copy, if there is."""
    found: dict[str, Transcript] = {}
    for one in sorted((one for one in texts if one is not None), key=lambda one: bool(_COPY.search(one.file_name))):
        found.setdefault(one.text, one)
    return found
