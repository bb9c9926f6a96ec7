# SPDX-License-Identifier: GPL-3.0-or-later
"""What could tell who speaks, or of whom: found in the text of a transcript, replaced by nobody here. No database."""

from __future__ import annotations

from coding.identifiers.finder import find, find_in_file
from coding.identifiers.span import Label, Span

__all__ = ["Label", "Span", "find", "find_in_file"]
