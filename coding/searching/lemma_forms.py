# SPDX-License-Identifier: GPL-3.0-or-later
"""The lemmas of the forms that the corpus says, by the tables of spaCy's French model: «être → suis, étais, serait».

Forms are looked up, in context they are not: «suis» is of être and of suivre. What is learnt stays in memory for the
sitting, and nothing of it is written anywhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from coding import elsewhere
from coding.elsewhere import Told
from coding.fold import fold
from coding.language import _

Lemmas = tuple[str, ...]  # those of a form, the likeliest first
_UNUSED = ("parser", "ner", "senter", "tok2vec", "morphologizer", "attribute_ruler", "tagger", "vocab")
_KINDS = ("AUX", "NOUN", "VERB", "ADJ", "ADV")
_PRESENT = ("es", "ent", "e")  # of verbs in -er, which the tables leave out where a noun is written alike


class LemmaForms:
    """Which forms go with a lemma, once the corpus was read (``learn``); ``revision`` is the project's then."""

    def __init__(self) -> None:
        self._forms: dict[str, list[str]] | None = None

    @property
    def known(self) -> bool:
        """Whether it was learnt."""
        return self._forms is not None

    def forms(self, lemma: str) -> Sequence[str]:
        """The folded forms of a folded lemma that the corpus says, the lemma aside. A form asks for its own lemmas'
        forms only when it is a lemma itself."""
        return (self._forms or {}).get(lemma, ())

    def learn(self, project: Path, told: Told, cancelled: Callable[[], bool]) -> None:
        """Read the corpus and look its forms up, in a process of its own: seconds. Raises KnownError when the model is
        not installed, Cancelled when stopped."""
        by_form = elsewhere.run(lemmas_of_corpus, project, told=told, cancelled=cancelled)
        found: dict[str, list[str]] = defaultdict(list)
        for form, its in by_form.items():
            for lemma in its:
                if fold(form) not in found[fold(lemma)]:
                    found[fold(lemma)].append(fold(form))
        self._forms = dict(found)


def lemmas_of_corpus(project: Path, *, told: Told) -> dict[str, Lemmas]:
    """The lemmas of every form of a project, as they are written; loads the model."""
    from coding.textometry.counting import forms_of

    told(0, 0, _("Reading the transcripts"))
    forms = forms_of(project)
    told(0, 0, _("Loading the French language model"))
    return lemmas_of(forms)


def lemmas_of(forms: Sequence[str]) -> dict[str, Lemmas]:
    """The lemmas of forms in small letters. Loads the model."""
    from coding import french_model

    tables = french_model.load(without=_UNUSED).get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    look = _Tables(*(tables.get_table(f"lemma_{name}") for name in ("index", "exc", "rules", "lookup")))
    return {form: look.lemmas(form) for form in forms}


class _Tables:
    """As spaCy's FrenchLemmatizer (rule mode) goes through its tables, but a lemma that no table knows is none."""

    def __init__(self, index: Any, exceptions: Any, rules: Any, lookup: Mapping[str, Sequence[str]]) -> None:
        self._index = {kind: frozenset(index.get(kind.lower(), ())) for kind in _KINDS}
        self._exceptions = {kind: exceptions.get(kind.lower(), {}) for kind in _KINDS}
        self._rules = {kind: rules.get(kind.lower(), ()) for kind in _KINDS}
        self._lookup = lookup

    def lemmas(self, form: str) -> Lemmas:
        """The lemmas of a form, the likeliest first; itself when no table knows it."""
        found = [lemma for kind in _KINDS for lemma in self._of_kind(form, kind)]
        usual = self._lookup.get(form, ())
        if found and usual and usual[0] in found and not self._exceptions["AUX"].get(form):
            found.insert(0, usual[0])
        return tuple(dict.fromkeys(found)) or (usual[0] if usual else form,)

    def _of_kind(self, form: str, kind: str) -> list[str]:
        index = self._index[kind]
        if form in index and kind != "VERB":
            return [form]
        found = [*([form] if form in index else ()), *self._exceptions[kind].get(form, ())]
        if not found:
            found = [made for old, new in self._rules[kind] if form.endswith(old)
                     and (made := form[: len(form) - len(old)] + new) in index]
        if kind == "VERB":
            found += [made for end in _PRESENT if form.endswith(end) and (made := form[: -len(end)] + "er") in index]
        return found
