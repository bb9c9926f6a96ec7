# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes of the codebook as one reads them: before → after, and in long texts the words that went or came."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from html import escape
from itertools import groupby

from app import theme
from coding.code_changes import Alteration
from coding.language import _

TEXTS = ("definition", "include", "exclude", "example", "reservation")
_WORD = re.compile(r"\s+|[^\s]+")


def grouped(found: Iterable[Alteration]) -> str:
    """Changes under the word that says what they are; they come in that order."""
    pieces = []
    for title, changes in groupby(found, key=Alteration.title):
        told = [line(change, titled=False) for change in changes]
        pieces.append(f'<p style="margin:10px 0 2px 0"><b>{escape(title)}</b> '
                      f'<span style="color:{theme.palette().faint.name()}">{len(told)}</span></p>')
        pieces += told
    return "".join(pieces)


def line(change: Alteration, *, titled: bool = True) -> str:
    """One change, as a paragraph."""
    *above, name = change.code.split(" > ")
    path = escape(" > ".join(above)) + " &gt; " if above else ""
    code = f'<span style="color:{theme.palette().faint.name()}">{path}</span>{escape(name)}'
    title = f"<b>{escape(change.title())}</b> · " if titled else ""
    return f'<p style="margin:0 0 5px 0; line-height:135%">{title}{code}{_said(change)}</p>'


def _said(change: Alteration) -> str:
    before, after = escape(change.before), escape(change.after)
    match change.what:
        case "created" | "deleted":
            text = after or before
            return f"<br>{_paragraphs(text)}" if text else ""
        case "merged":
            return " → " + (after or before)
        case "split":
            return " ← " + before
        case "order":
            return ""
        case "name":
            return f"<br>{_gone(before)} → {_come(after)}"
        case _ if change.what in TEXTS:
            return "<br>" + _paragraphs(_words(change.before, change.after))
    nothing = _("none")
    return f"<br>{_gone(before or nothing)} → {_come(after or nothing)}"


def _words(before: str, after: str) -> str:
    """The text with what went struck out and what came underlined; words that changed one after another go, then
    come, together."""
    one, other = _WORD.findall(before), _WORD.findall(after)
    pieces, gone, come = [], "", ""
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        was, now = "".join(one[a:b]), "".join(other[c:d])
        if kind == "equal" and not now.isspace():
            pieces += [_changed(gone, come), escape(now)]
            gone = come = ""
        else:
            gone, come = gone + was, come + now
    return "".join([*pieces, _changed(gone, come)])


def _changed(gone: str, come: str) -> str:
    if gone == come:
        return escape(come)
    return (_gone(escape(gone)) if gone else "") + (_come(escape(come)) if come else "")


def _gone(text: str) -> str:
    return f'<s style="color:{theme.palette().bad.name()}">{text}</s>'


def _come(text: str) -> str:
    return f'<u style="color:{theme.palette().ok.name()}">{text}</u>'


def _paragraphs(text: str) -> str:
    return text.replace("\n", "<br>")
