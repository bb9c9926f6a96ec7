# SPDX-License-Identifier: GPL-3.0-or-later
"""What could stand for an identity, and for each of its forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from coding.pseudonyms.decisions import Decision
from coding.pseudonyms.identity import Identity


def propose(identity: Identity, taken: Collection[str], classes: Counter[str]) -> Decision:
    """A pseudonym of the same gender, generation and origin that no word of ``taken`` is; a class («[ville 1]»), whose
    number is counted in ``classes``; or, of a date or an age, something wider."""
    raise NotImplementedError


def fill(decision: Decision) -> Decision:
    """The decision with the words for every form of its identity that has none: «MARTINE» → «HÉLÈNE»."""
    raise NotImplementedError
