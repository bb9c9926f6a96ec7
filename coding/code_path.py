# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes named as one types them: «Theme > Code», and codes in vivo."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from coding import codebook
from coding.codebook import Codebook, CodeNode, clean_name
from coding.fold import fold
from coding.typography import one_line

IN_VIVO_LENGTH = 60
_SIGNS = " .,;:!?…\u00a0\u202f"


def obtain(session: Session, names: Sequence[str], *, parent_id: int | None = None) -> int:
    """The code at a path of names below ``parent_id`` (theme first when that is None), made with all that is
    missing above it. Accents and case do not tell two names apart. Raises KnownError for an empty name."""
    for name in names:
        book = codebook.read(session)
        found = among(book.children(parent_id), name)
        parent_id = found.id if found else codebook.add(session, name=name, parent_id=parent_id)
    if parent_id is None:
        raise ValueError("no name")
    return parent_id


def at(book: Codebook, names: Sequence[str], *, parent_id: int | None = None) -> CodeNode | None:
    """The code at a path of names below ``parent_id``, named as ``obtain`` takes them; None when there is none."""
    node: CodeNode | None = None
    for name in names:
        node = among(book.children(parent_id), name)
        if node is None:
            return None
        parent_id = node.id
    return node


def among(nodes: Sequence[CodeNode], name: str) -> CodeNode | None:
    """The node of that name, spelt so or, failing that, whatever the accents and case."""
    wanted = clean_name(name)
    exact = next((node for node in nodes if node.name == wanted), None)
    return exact or next((node for node in nodes if fold(node.name) == fold(wanted)), None)


def typed(text: str) -> list[str]:
    """The names of a path as typed, « > » between them; empty when there is none."""
    return [name for name in (clean_name(part) for part in text.split(">")) if name]


def in_vivo(quote: str) -> str:
    """The name that the participant's own words give to a code: one line, whole words, at most 60 characters, cut
    after a sign when one stands in their second half. Quotation marks within the words stay in pairs."""
    words = _bare(one_line(quote))
    if len(words) <= IN_VIVO_LENGTH:
        return words
    cut = words[:IN_VIVO_LENGTH].rsplit(" ", 1)[0]
    sign = max(cut.rfind(sign) for sign in ",;:.!?")
    return _bare(cut[:sign] if sign > IN_VIVO_LENGTH // 2 else cut) + "…"


def _bare(words: str) -> str:
    """Words without the signs around them, nor quotation marks around them all, nor half a pair of those."""
    words = words.strip(_SIGNS)
    for opening, closing in ("«»", "“”"):
        for at in _alone(words, opening, closing):
            words = f"{words[:at]} {words[at + 1 :]}"
        if words.startswith(opening) and words.find(closing) == len(words) - 1:
            words = words[1:-1]
    return " ".join(word for word in words.split(" ") if word).strip(_SIGNS)


def _alone(words: str, opening: str, closing: str) -> list[int]:
    """Where quotation marks stand whose other half does not."""
    opened: list[int] = []
    alone: list[int] = []
    for at, character in enumerate(words):
        if character == opening:
            opened.append(at)
        elif character == closing:
            if opened:
                opened.pop()
            else:
                alone.append(at)
    return alone + opened
