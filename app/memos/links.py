# SPDX-License-Identifier: GPL-3.0-or-later
"""Links to a passage, code or interview, put on the clipboard: pasted in a memo they lead there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtGui import QGuiApplication

from app.desk import Desk
from coding import memo_links

if TYPE_CHECKING:
    from coding.memo_links import Link


def copy_passage(desk: Desk, passage_id: int) -> None:
    """Copy a link to a passage."""
    for link in desk.read_now(lambda session: memo_links.to_passages(session, [passage_id])):
        desk.remember_passage(passage_id)
        _copy(link)


def copy_code(desk: Desk, code_id: int) -> None:
    """Copy a link to a code."""
    _copy(desk.read_now(lambda session: memo_links.to_code(session, code_id)))


def copy_interview(desk: Desk, interview_id: int) -> None:
    """Copy a link to an interview."""
    _copy(desk.read_now(lambda session: memo_links.to_interview(session, interview_id)))


def _copy(link: Link) -> None:
    clipboard = QGuiApplication.clipboard()
    if clipboard is not None:
        clipboard.setText(link.source)
