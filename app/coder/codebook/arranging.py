# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a code goes when it is moved by key."""

from __future__ import annotations

from coding.codebook import Codebook, CodeNode


def moved(book: Codebook, node: CodeNode, verb: str) -> tuple[int | None, int] | None:
    """The parent (None: among the themes) and the place among its new siblings that «up», «down», «in» or «out»
    leads to; None when it leads nowhere."""
    siblings = book.children(node.parent_id)
    place = siblings.index(node)
    match verb:
        case "up" if place > 0:
            return node.parent_id, place - 1
        case "down" if place < len(siblings) - 1:
            return node.parent_id, place + 1
        case "in" if place > 0:
            above = siblings[place - 1].id
            return above, len(book.children(above))
        case "out" if node.parent_id is not None:
            parent = book.by_id[node.parent_id]
            return parent.parent_id, book.children(parent.parent_id).index(parent) + 1
    return None
