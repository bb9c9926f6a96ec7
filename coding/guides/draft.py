# SPDX-License-Identifier: GPL-3.0-or-later
"""A guide as a file gives it, before it enters the project."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class QuestionDraft:
    """A question in its section («» without one). ``theme`` is the path of a code where the file names one."""

    section: str
    text: str
    is_prompt: bool = False
    theme: str = ""


@dataclass(frozen=True)
class GuideDraft:
    """A guide: its title and its questions, in order."""

    title: str
    questions: tuple[QuestionDraft, ...]
