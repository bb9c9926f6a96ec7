# SPDX-License-Identifier: GPL-3.0-or-later
"""All that the chart of a theme shows, gathered from a reading. Imports no numpy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coding.codebook import PATH_SEPARATOR
from coding.codebook_marks import beside

if TYPE_CHECKING:
    from app.saturation.lines import Line
    from app.saturation.reading import Reading
    from coding.codebook_marks import Mark
    from coding.saturation import Block, Sample


@dataclass(frozen=True)
class Drawn:
    """A theme, or the whole group, and what stands around its accumulation. One entry for each interview counted, in
    order: ``informative``, ``interview_ids``, ``code_ids`` (the codes first seen there) and ``codes`` (their names).
    ``signs`` are the changes of the codebook by the 0-based place of the interview that was being coded. ``base`` and
    ``tail`` are the parameters, ``extrapolated`` whether what lies beyond the interviews held is drawn."""

    name: str
    block: Block
    base: int
    tail: int
    informative: tuple[bool, ...]
    interview_ids: tuple[int, ...]
    code_ids: tuple[tuple[int, ...], ...]
    codes: tuple[tuple[str, ...], ...]
    signs: Mapping[int, tuple[Mark, ...]]
    extrapolated: bool

    @property
    def beyond(self) -> tuple[tuple[int, float], ...]:
        """What is drawn of the extrapolation: (n, codes expected)."""
        return (self.block.extrapolation or ()) if self.extrapolated else ()

    @property
    def ending(self) -> frozenset[int]:
        """The places of the last ``tail`` informative interviews."""
        return frozenset([place for place, told in enumerate(self.informative) if told][-self.tail:])

    @property
    def run(self) -> tuple[int, int] | None:
        """Where the run that first met Guest's rule stands: its first place, and the one after its last."""
        rule = self.block.guest
        return None if rule.reached_at is None else (rule.reached_at, rule.reached_at + rule.run)


def drawn(line: Line, reading: Reading, marks: Sequence[Mark], *, extrapolated: bool) -> Drawn:
    """What the chart of a line shows."""
    sample = _sample(line, reading)
    counted, parameters = reading.material.counted, reading.analysis.parameters
    first: dict[int, list[int]] = defaultdict(list)
    for row, place in zip(sample.rows, sample.first.tolist(), strict=True):
        first[place].append(row)
    rows = [first.get(place, []) for place in range(sample.size)]
    ids = tuple(counted.interview_ids[column] for column in sample.columns)
    return Drawn(
        line.name, line.block, parameters.base, parameters.tail, tuple(sample.informative.tolist()), ids,
        tuple(tuple(counted.code_ids[row] for row in found) for found in rows),
        tuple(tuple(_name(counted.incidence.codes[row], line) for row in found) for found in rows),
        beside(marks, ids, line.block.theme), extrapolated,
    )


def _sample(line: Line, reading: Reading) -> Sample:
    if line.theme_id is None:
        return reading.measured.overall.sample
    return next(one.sample for one, node in zip(reading.measured.themes, reading.themes, strict=True)
                if node.id == line.theme_id)


def _name(path: str, line: Line) -> str:
    """«Code» in its theme, «Theme › Code» in the whole group."""
    names = path.split(PATH_SEPARATOR)
    return " › ".join(names[1:] or names if line.theme_id is not None else names)
