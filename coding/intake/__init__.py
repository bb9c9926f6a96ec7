# SPDX-License-Identifier: GPL-3.0-or-later
"""Transcript intake: files in, text and turns out. No database, no Qt."""

from __future__ import annotations

from coding.intake.batch import Refusal, read_many
from coding.intake.reader import read_transcript
from coding.intake.transcript import Notice, SpeakerSeen, Transcript, TurnSpan

__all__ = ["Notice", "Refusal", "SpeakerSeen", "Transcript", "TurnSpan", "read_many", "read_transcript"]
