# SPDX-License-Identifier: GPL-3.0-or-later
"""The same pseudonym for the same person, when new interviews come: what the correspondence table says of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from coding.fold import words
from coding.pseudonyms.correspondence import Correspondence, Entry
from coding.pseudonyms.decisions import Decision
from coding.pseudonyms.identity import Identity
from coding.pseudonyms.wording import cased


def already(table: Correspondence, identities: Iterable[Identity]) -> list[Decision]:
    """What was decided of those of the identities that the table knows: by their fullest form, or by another that no
    one else in the table has. Forms that it does not know are left to be filled in."""
    full: dict[tuple[str, str], Entry] = {}
    by_form: dict[tuple[str, str], dict[str, Entry]] = defaultdict(dict)
    for entry in table.entries:  # the last one counts
        full[entry.label, _key(entry.name)] = entry
        for form in entry.forms:
            by_form[entry.label, _key(form)][_key(entry.name)] = entry
    found = []
    for identity in identities:
        known = {name: one for form, _count in identity.forms
                 for name, one in by_form.get((identity.label, _key(form)), {}).items()}
        one = full.get((identity.label, _key(identity.name)))
        if one is None and len(known) == 1:
            one = next(iter(known.values()))
        if one is not None:
            forms = _forms(one, [form for form, _count in identity.forms])
            found.append(Decision(identity, one.action, one.words, forms))
    return found


def _forms(entry: Entry, forms: Sequence[str]) -> dict[str, str]:
    known = {_key(form): instead for form, instead in entry.forms.items()}
    return {form: entry.forms.get(form) or cased(form, known[_key(form)]) for form in forms if _key(form) in known}


def _key(form: str) -> str:
    return " ".join(words(form))
