# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels that look like one another: «Enquêtice» beside «Enquêtrice»."""

from __future__ import annotations

from collections.abc import Mapping

from coding.intake.cleaning import fold

# A file with more labels than this has another trouble than typing slips.
_MOST_LABELS = 200


def distance(a: str, b: str) -> int:
    """Edits between two words: insertion, deletion, substitution, swap of neighbours (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, last, row = row, before, [i]
        for j, y in enumerate(b, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y)))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                row[j] = min(row[j], last[j - 2] + 1)
    return row[-1]


def alike(a: str, b: str) -> bool:
    """Whether two different labels may be one, mistyped. Labels told apart by a figure are not."""
    x, y = fold(a), fold(b)
    if x == y:
        return True
    letters = "".join(c for c in x if not c.isdigit()), "".join(c for c in y if not c.isdigit())
    if min(len(x), len(y)) < 4 or letters[0] == letters[1] or abs(len(x) - len(y)) > 2:
        return False
    return distance(x, y) <= (2 if min(len(x), len(y)) >= 8 else 1)


def doubtful(counts: Mapping[str, int]) -> dict[str, str]:
    """Each rare label that looks like a much more frequent one, with that one."""
    found: dict[str, str] = {}
    if len(counts) > _MOST_LABELS:
        return found
    for rare, n in counts.items():
        near = [o for o, m in counts.items() if o != rare and m > n and n <= max(2, m // 20) and alike(rare, o)]
        if near:
            found[rare] = max(near, key=lambda o: counts[o])
    return found
