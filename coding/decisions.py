# SPDX-License-Identifier: GPL-3.0-or-later
"""Decisions that bear on saturation, from the change log: what was decided, when, by whom, and was not taken back.

The log keeps an act's label and the values that fill it, as text. Where an act changes values, ``changed`` puts them
in its label, old and new, so that the decision can be read later; what a researcher writes (a reason, a
justification, a reservation) stays out of the log and is read where it stands.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook_history, codebook_log
from coding.changes import Label
from coding.codebook_log import LogRow
from coding.language import N_, _, clauses, exact, percent
from models.change import ChangeEntry
from models.group import Group
from models.project import Coder

# The labels of the acts, and whether they are about one group (the value that names it), or about any.
KEYS: dict[str, str] = {
    N_("saturation thresholds"): "",
    N_("order of the interviews"): "",
    N_("place of “{title}” in the order"): "",
    N_("reservation on “{code}”"): "",
    N_("sampling of “{name}”"): "name",
    N_("import the groups of “{file}”"): "",
    N_("leave “{title}” out of the saturation"): "group",
    N_("count “{title}” in the saturation"): "group",
    N_("put “{title}” in “{name}”"): "name",
    N_("take “{title}” out of “{name}”"): "name",
    N_("“{title}” read again for “{code}”"): "",
    N_("“{title}” to be read again for “{code}”"): "",
    N_("all interviews read again for “{code}”"): "",
    N_("new nuance in “{code}”"): "",
    N_("no new nuance in “{code}”"): "",
    N_("answer on a nuance in “{code}” taken back"): "",
    N_("reflexive thematic analysis"): "",
    N_("no reflexive thematic analysis"): "",
}
CHANGED = "changed"  # the value of a label that holds what ``changed`` writes
NAMES = {
    "base": N_("base"), "run": N_("run"), "threshold": N_("threshold"),
    "tail": N_("informative interviews without a new code"), "coverage_min": N_("coverage needed"),
    "expected_max": N_("new codes expected, ceiling"), "few_codes": N_("codes needed in a theme"),
    "non_response_max": N_("non-responses accepted"), "unit": N_("invited unit"), "frame_known": N_("frame known"),
    "invited": N_("invited"), "reached": N_("reached"), "refused": N_("refused"), "silent": N_("silent"),
    "order": N_("order"),
}
_SHARES = ("threshold", "coverage_min", "non_response_max")
_ANSWERS = {
    "yes": N_("yes"), "partial": N_("in part"), "not_applicable": N_("not applicable"), "no": N_("no"),
    "date": N_("by date"), "manual": N_("by hand"), "import": N_("as imported"),
}


@dataclass(frozen=True)
class Decision:
    """One act still standing: when (local time), who, and what, as a sentence."""

    at: datetime
    coder: str
    text: str


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, str]:
    """What a label needs besides its own values to tell old from new: only what differs, and only what NAMES knows."""
    differ = {key: (before.get(key), value) for key, value in after.items()
              if key in NAMES and before.get(key) != value}
    return {CHANGED: json.dumps(differ)} if differ else {}


def decisions(session: Session, group_id: int | None = None, *, theme: str | None = None) -> tuple[Decision, ...]:
    """Those that bear on a group (on the whole corpus when None), the earliest first. One about another group does
    not; nor, when a theme is named, one about other themes only."""
    name = session.scalar(select(Group.name).where(Group.id == group_id)) if group_id is not None else ""
    acts = codebook_history.standing(_logged(session))
    return tuple(
        Decision(codebook_log.local(act.at), act.coder, said(act.key, act.values))
        for act in acts if not KEYS[act.key] or act.values.get(KEYS[act.key], "") == (name or "")
        if theme is None or theme in (act.values.get("code", theme), *act.values.get("code", "").split(", ")))


def said(key: str, values: Mapping[str, str]) -> str:
    """An act as a sentence, with what it changed where the log knows it."""
    text = Label(key, values).say()
    text = text[:1].upper() + text[1:]
    changes = changes_said(values)
    return _("{act} – {changes}.").format(act=text, changes=changes) if changes else _("{act}.").format(act=text)


def changes_said(values: Mapping[str, str]) -> str:
    """What ``changed`` wrote, in words: «base : 4 → 5»; empty when nothing differs."""
    differ = json.loads(values.get(CHANGED, "{}"))
    return clauses(
        _("{what}: {before} → {after}").format(what=_(NAMES[name]), before=_value(name, before),
                                               after=_value(name, after))
        for name, (before, after) in differ.items())


def _value(name: str, value: Any) -> str:
    if value is None or value == "":
        return "–"
    if name in _SHARES:
        return percent(value, 0 if round(value * 100, 1) == round(value * 100) else 1)
    if isinstance(value, float):
        return exact(value)
    return _(_ANSWERS[value]) if value in _ANSWERS and name in ("frame_known", "order") else str(value)


def _logged(session: Session) -> list[LogRow]:
    """Every act of these kinds, the earliest first; their images are not needed to tell what took them back."""
    rows = session.execute(
        select(ChangeEntry.id, ChangeEntry.at, Coder.name, ChangeEntry.kind, ChangeEntry.label, ChangeEntry.values)
        .outerjoin(Coder, Coder.id == ChangeEntry.coder_id)
        .where(ChangeEntry.label.in_(KEYS)).order_by(ChangeEntry.id))
    return [LogRow(row[0], row[1], row[2] or "", row[3], row[4], row[5], ()) for row in rows]
