# SPDX-License-Identifier: GPL-3.0-or-later
"""The words that the search no longer asks about: pseudonyms put earlier, what is kept, what is never asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import fold
from coding.identifiers.span import Label
from coding.identifiers.vocabulary import ORG_HEADS
from models.cleared_form import ClearedForm


class Cleared:
    """``forms`` as written; of a pseudonym each word is cleared by itself too."""

    def __init__(self, forms: Iterable[tuple[str, str]]) -> None:
        listed = [(fold.words(form), reason) for form, reason in forms]
        self._whole = {" ".join(part) for words, _reason in listed for part in (words, _proper(words))}
        self._words = {word for words, reason in listed if reason == "pseudonym" for word in words}

    @classmethod
    def of(cls, session: Session) -> Cleared:
        """Those of a project."""
        return cls((form, reason) for form, reason in session.execute(select(ClearedForm.form, ClearedForm.reason)))

    def has(self, form: str, label: Label) -> bool:
        """Whether the words need no decision."""
        words = fold.words(form)
        if len(words) > 1 and words[0] in ("le", "la", "les"):  # «les Morin»
            words = words[1:]
        return " ".join(words) in self._whole or (label is Label.PERSON and self._words.issuperset(words))

    def without(self, names: Mapping[str, Label]) -> dict[str, Label]:
        """``names`` less those cleared."""
        return {name: label for name, label in names.items() if not self.has(name, label)}


def pseudonyms(session: Session) -> list[str]:
    """What was put in the place of names and is in the project: «Hélène Morin», «[ville 1]»."""
    return list(session.scalars(select(ClearedForm.form).where(ClearedForm.reason == "pseudonym")))


def _proper(words: list[str]) -> list[str]:
    """«Laënnec» of «hôpital Laënnec»: who is not asked about the one is not asked about the other."""
    return words[1:] if len(words) == 2 and words[0] in ORG_HEADS else words
