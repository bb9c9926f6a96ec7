# SPDX-License-Identifier: GPL-3.0-or-later
"""A passage cut in two, two passages made one.

Acts take a session and are run by the writer. With ``coder_id`` only what that coder coded is cut or joined: the
codings of others stay on the old bounds.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from coding import citations, passages
from coding.language import N_
from coding.passage_bounds import cleared, labels_in
from models.errors import KnownError


def split(session: Session, *, passage_id: int, at: int, coder_id: int | None = None) -> tuple[int, int]:
    """Cut a passage in two at a code point; returns the ids of both halves.

    Each half bears all the codes, the star if there was one, and is never to be cited if it was not; the memo and the
    text as cited stay with the first. Raises KnownError when a half would hold no word.
    """
    passage = passages.get(session, passage_id)
    interview_id, start, end, strong = passage.interview_id, passage.start, passage.end, passage.is_strong
    withheld = citations.read(session, passage_id).is_withheld
    text, labels = passages.text_of(session, interview_id), labels_in(session, interview_id, start, end)
    first = cleared(text, start, at, labels) if start < at < end else None
    second = cleared(text, at, end, labels) if first is not None else None
    if first is None or second is None:
        raise KnownError(N_("Put the caret between two words of the passage to split it there."))
    _every, codings = passages.codings_of(session, passage_id, coder_id)
    if not codings:
        raise KnownError(N_("This passage has no code: give it one before you split it."))
    right = passages.at(session, interview_id, *second)
    passages.give(session, codings, right.id)
    left_id = passages.resize(session, passage_id=passage_id, start=first[0], end=first[1], coder_id=coder_id)
    for half in (passages.get(session, left_id), right):
        if strong and not half.is_strong:
            half.is_strong = True
        if withheld:
            citations.write(session, half.id, is_withheld=True)
    session.flush()
    return left_id, right.id


def join(session: Session, *, passage_id: int, other_id: int, coder_id: int | None = None) -> int:
    """Make one passage of two of the same interview, from the first word of either to the last; returns its id.

    It bears the codes of both, each once a coder; it is strong if one of them was, and its memo says what both said.
    """
    one, other = passages.get(session, passage_id), passages.get(session, other_id)
    if one.interview_id != other.interview_id:
        raise ValueError("passages of two interviews")
    start, end = min(one.start, other.start), max(one.end, other.end)
    earlier, later = sorted((one, other), key=lambda passage: (passage.start, passage.end))
    later_id = later.id
    made = passages.resize(session, passage_id=earlier.id, start=start, end=end, coder_id=coder_id)
    return made if made == later_id else passages.resize(
        session, passage_id=later_id, start=start, end=end, coder_id=coder_id)
