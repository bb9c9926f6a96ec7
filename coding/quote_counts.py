# SPDX-License-Identifier: GPL-3.0-or-later
"""How the quotes found spread over the corpus: how many an interview holds, in how many interviews of a group or of an
attribute's value there are any. Interviews are counted, never made into percentages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.fold import fold
from coding.quotes import Quote
from models.group import GroupMember
from models.participant import Attribute, AttributeValue


@dataclass(frozen=True)
class Spread:
    """``interviews``: quotes by interview id, where there are any; ``people``: quotes by participant id; ``groups`` and
    ``values``: interviews with a quote, by group id and by (attribute, value), both without accents or case. A
    participant's value counts the interviews where a quote is his."""

    interviews: Mapping[int, int] = field(default_factory=dict)
    people: Mapping[int, int] = field(default_factory=dict)
    groups: Mapping[int, int] = field(default_factory=dict)
    values: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def value(self, name: str, value: str) -> int:
        """Interviews with a quote, of this value of an attribute."""
        return self.values.get((fold(name), fold(value)), 0)


def spread(session: Session, quotes: Iterable[Quote]) -> Spread:
    """Count the quotes found."""
    interviews: Counter[int] = Counter()
    people: Counter[int] = Counter()
    heard: dict[int, set[int]] = defaultdict(set)  # participant → interviews where a quote is his
    for quote in quotes:
        interviews[quote.interview_id] += 1
        for voice in quote.voices:
            if voice.participant_id is not None:
                people[voice.participant_id] += 1
                heard[voice.participant_id].add(quote.interview_id)
    groups = Counter(row.group_id for row in session.execute(select(GroupMember.group_id, GroupMember.interview_id))
                     if row.interview_id in interviews)
    values: dict[tuple[str, str], set[int]] = defaultdict(set)
    for name, value, interview_id, participant_id in session.execute(
        select(Attribute.name, AttributeValue.value, AttributeValue.interview_id, AttributeValue.participant_id)
        .join(Attribute, Attribute.id == AttributeValue.attribute_id)
    ):
        key = fold(name), fold(value.strip())
        if interview_id is not None and interview_id in interviews:
            values[key].add(interview_id)
        elif participant_id is not None and participant_id in heard:
            values[key] |= heard[participant_id]
    return Spread(dict(interviews), dict(people), dict(groups),
                  {key: len(found) for key, found in values.items()})
