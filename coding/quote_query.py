# SPDX-License-Identifier: GPL-3.0-or-later
"""What quotes are sought by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relation = Literal["overlaps", "near", "same_turn", "before", "after"]
RELATIONS: tuple[Relation, ...] = ("overlaps", "near", "same_turn", "before", "after")


@dataclass(frozen=True)
class Meets:
    """How the passage stands to another passage of its interview, which bears one of ``code_ids`` or a code below.

    «overlaps»: they share at least one code point; «same_turn»: they share a turn; «near»: at most ``turns`` turns lie
    from the end of one to the beginning of the other, either way (0: they share one); «before» and «after»: it begins
    and ends before the other begins, or after the other ends, at most ``turns`` turns away. Every turn counts, those of
    the interviewer too. ``absent``: there is no such passage.
    """

    relation: Relation
    code_ids: tuple[int, ...]
    turns: int = 1
    absent: bool = False


@dataclass(frozen=True)
class Query:
    """What is sought: within a field any value will do, all the fields must hold; an empty field asks nothing.

    A code takes the codes below it along. ``all_code_ids`` are each to be borne, ``without_code_ids`` none of them;
    ``meets`` each hold. ``where`` holds (attribute, value) pairs, values of one attribute being alternatives; values
    are compared without accents or case. A participant's attribute is that of who speaks. ``participant_ids``: who
    speaks; ``asks``: only the interviewer does (True), or someone who answers (False). ``words``: all of them, accents
    and case aside, a phrase between quotation marks. ``cited``: in some chapter or not. ``withheld``: only what may not
    be cited (True), only what may (False).
    """

    code_ids: tuple[int, ...] = ()
    group_ids: tuple[int, ...] = ()
    interview_ids: tuple[int, ...] = ()
    coder_ids: tuple[int, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    strong: bool = False
    passage_ids: tuple[int, ...] = ()
    all_code_ids: tuple[int, ...] = ()
    without_code_ids: tuple[int, ...] = ()
    meets: tuple[Meets, ...] = ()
    participant_ids: tuple[int, ...] = ()
    asks: bool | None = None
    memo: bool | None = None
    words: str = ""
    cited: bool | None = None
    withheld: bool | None = None
