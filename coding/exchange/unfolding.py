# SPDX-License-Identifier: GPL-3.0-or-later
"""Trees of codes that a program flattens into names: «Theme::Code» (ATLAS.ti), «theme/code» (Taguette),
«category>>code» (QualCoder)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from coding.codebook import clean_name
from coding.exchange.atoms import made_guid
from coding.exchange.model import CodeNode

SEPARATORS = ("::", ">>>", ">>", " / ", "/", "\\")


def separator(codes: Sequence[CodeNode], origin: str = "") -> str:
    """What seems to stand between the levels of names; empty when nothing does. A lone slash is only that in a file of
    Taguette's, or when two names at least begin alike before one."""
    for sign in SEPARATORS:
        heads = [names[0] for code in codes if len(names := levels(code.name, sign)) > 1]
        if heads and (sign in SEPARATORS[:3] or "taguette" in origin.casefold() or len(set(heads)) < len(heads)):
            return sign
    return ""


def levels(name: str, sign: str) -> tuple[str, ...]:
    """The names from the theme down; the whole name when a level would be empty."""
    names = tuple(clean_name(part) for part in name.split(sign))
    return names if all(names) else (clean_name(name),)


def unfolded(codes: Iterable[CodeNode], sign: str) -> list[CodeNode]:
    """The tree that the names tell. A code that is named keeps its place and its identifier; a level that is no code of
    the file becomes one."""
    roots: list[CodeNode] = []
    at: dict[tuple[str, ...], CodeNode] = {}
    waiting = [(levels(code.name, sign), code) for code in codes]
    own = dict(reversed(waiting))
    for path, code in waiting:
        if own[path] is not code:  # two codes of one path: both stay
            _below(roots, at, path).append(replace(code, name=path[-1]))
            continue
        for depth in range(1, len(path) + 1):
            here = path[:depth]
            if here not in at:
                made = own.get(here) or CodeNode(made_guid("code", *here), here[-1])
                at[here] = replace(made, name=here[-1], codes=list(made.codes))
                _below(roots, at, here).append(at[here])
    return roots


def _below(roots: list[CodeNode], at: dict[tuple[str, ...], CodeNode], path: tuple[str, ...]) -> list[CodeNode]:
    return at[path[:-1]].codes if len(path) > 1 else roots
