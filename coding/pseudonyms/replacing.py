# SPDX-License-Identifier: GPL-3.0-or-later
"""Pseudonyms put in the place of names, over the whole project, in one act that leaves no name on disk."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as with_changes
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import exports_log
from coding.changes import Change, Label, Writer
from coding.fold import fold
from coding.intake.cleaning import clean
from coding.language import N_
from coding.pseudonyms import fields
from coding.pseudonyms.correspondence import Correspondence, Entry, Put
from coding.pseudonyms.decisions import Decision
from coding.pseudonyms.identity import Place
from coding.pseudonyms.planning import Plan, Planner, counted
from coding.pseudonyms.rewriting import Swap, joined, rewrite
from coding.pseudonyms.wording import Wording
from models.base import new_guid, now
from models.change import ChangeEntry
from models.cleared_form import ClearedForm
from models.errors import KnownError
from models.passage import Passage
from models.project import Project

AROUND = 32  # characters beside a pseudonym that tell where it was put, should the text change
_REASONS = {"keep": "kept", "never": "never"}


@dataclass(frozen=True)
class Replaced:
    """What was done. ``counts``: words replaced, by table; ``skipped``: places whose words had changed since the
    search; ``left``: words that read as a name replaced everywhere, where nobody decided on them;
    ``merged``: passages that came to hold the same words as another; ``backups``: the earlier ones, now gone.
    ``file_named``: the project's own file, or its folder, is called by a name that was replaced; ``trouble``: why
    traces are left on disk until the next opening, if they are."""

    change: Change
    counts: Mapping[str, int]
    skipped: tuple[Place, ...]
    left: tuple[Place, ...]
    merged: int
    backups: tuple[Path, ...]
    file_named: bool
    trouble: KnownError | None = None


def replace(writer: Writer, decisions: Sequence[Decision], table: Correspondence | None) -> Replaced:
    """Carry out the decisions in one act, note in ``table`` what leads back, and leave no trace of the names on disk:
    the search index, the file and its backups are made anew. Undo is possible until the project is closed.

    Where all words stay, that is noted and nothing else done. Without a table nothing leads back afterwards. Raises
    KnownError, and changes nothing, when words put have no letter or a passage would lose all its words, or when the
    table cannot be written.
    """
    decisions = [_checked(decision) for decision in decisions]
    if not any(decision.rewrites for decision in decisions):
        return _keep(writer, decisions)
    exports_log.take_in(writer)  # the notes of exports name files too
    act_id = new_guid()
    plans: list[Plan] = []  # kept out of the act's result, which lasts as long as undo

    def act(session: Session) -> None:
        if any(decision.everywhere for decision in decisions):
            _forget_labels(session)
        plan = Planner(session, decisions).plan()
        rewrite(session, plan.swaps)
        _clear(session, decisions)
        if table is not None and plan.swaps:
            table.add(*_remembered(session, decisions, plan, act_id))
            table.save()
        plans.append(plan)

    label = Label(N_("pseudonyms for {n} identities"), {"n": sum(decision.rewrites for decision in decisions)})
    try:
        change, backups, trouble = erased(writer, label, act)
    except BaseException:
        if table is not None:
            table.forget(act_id)
        raise
    merged = sum(image.after is None for image in change.of(Passage))
    plan = plans[0]
    named = any(map(Wording(decisions).named_in, writer.store.path.absolute().parts[-2:]))
    return Replaced(change, counted(plan.swaps), plan.skipped, plan.left, merged, backups, named, trouble)


def _keep(writer: Writer, decisions: Sequence[Decision]) -> Replaced:
    """No name leaves the project: nothing to hide, and backups stay."""
    label = Label(N_("keep {n} identities as they are"), {"n": len(decisions)})
    change = writer.do(label, lambda session: _clear(session, decisions))
    return Replaced(change, {}, (), (), 0, (), file_named=False)


def erased(writer: Writer, label: Label, act: Callable[[Session], None],
           ) -> tuple[Change, tuple[Path, ...], KnownError | None]:
    """``Writer.erase``, with what kept it from leaving no trace: the act is done all the same."""
    before = writer.last
    try:
        change, backups = writer.erase(label, act)
    except KnownError as error:
        if writer.last is None or writer.last is before:
            raise
        return writer.last, (), error
    return change, tuple(backups), None


def _checked(decision: Decision) -> Decision:
    """The decision with its words on one line, composed; refused when they say nothing."""
    if not decision.rewrites:
        return decision
    forms = {form: _line(words) for form, words in decision.forms.items() if words.strip()}
    words = _line(decision.words)
    for put in (words, *forms.values()):
        if not any(map(str.isalnum, put)):
            raise KnownError(N_("Write what stands for “{name}”: at least a letter or a digit."),
                             name=decision.identity.name)
    return with_changes(decision, words=words, forms=forms)


def _line(words: str) -> str:
    return " ".join(clean(words)[0].split())


def _clear(session: Session, decisions: Sequence[Decision]) -> None:
    """Remember the words that need no decision any more, and forget those that are gone."""
    gone = {fold(form) for decision in decisions if decision.everywhere
            for form, _count in decision.identity.forms}
    had = {}
    for row in session.scalars(select(ClearedForm)):
        if fold(row.form) in gone:
            session.delete(row)
        else:
            had[row.form] = row
    session.flush()
    wanted: dict[str, tuple[str, str]] = {}
    for decision in decisions:
        forms = [form for form, _count in decision.identity.forms]
        if decision.rewrites:
            forms = [decision.words, *map(decision.instead_of, forms)]
        for form in forms:
            wanted.setdefault(form, (decision.identity.label, _REASONS.get(decision.action, "pseudonym")))
    for form, (label, reason) in wanted.items():
        if form not in had:
            session.add(ClearedForm(form=form, label=label, reason=reason))
    session.flush()


def _forget_labels(session: Session) -> None:
    """Leave the log without what acts were called by, but those on the codebook, whose history is read: it may name
    what was deleted long ago, and nobody would ever see it."""
    for row in session.scalars(select(ChangeEntry)):
        if row.values and not row.codebook:
            row.values = {}
    session.flush()


def _remembered(session: Session, decisions: Sequence[Decision], plan: Plan,
                act_id: str) -> tuple[list[Entry], dict[str, str]]:
    """What leads back."""
    project = session.scalars(select(Project.guid)).one()
    at = now().isoformat()
    puts: dict[int, list[Put]] = defaultdict(list)
    texts: dict[str, str] = {}
    for (field, row_id), swaps in plan.swaps.items():
        text = plan.texts[field][row_id]
        guid = str(getattr(session.get_one(field.model, row_id), "guid", ""))
        after = made(text, swaps)
        texts[fields.key(field, guid, row_id)] = digest(after)
        shift = 0
        for number, head, swap in joined(swaps):
            start = swap.start + shift
            end = start + len(swap.words)
            puts[number].append(Put(
                field.table, field.column, guid, row_id, start, text[swap.start : swap.end], swap.words,
                after[max(0, start - AROUND) : start], after[end : end + AROUND], head))
            shift += len(swap.words) - (swap.end - swap.start)
    entries = [
        Entry(project, at, decision.identity.label, decision.identity.name, decision.words, decision.action,
              {form: decision.instead_of(form) for form, _count in decision.identity.forms} | dict(decision.forms),
              decision.identity.gender, decision.identity.generation, tuple(puts[number]), act_id)
        for number, decision in enumerate(decisions) if decision.rewrites]
    return entries, texts


def made(text: str, swaps: Sequence[Swap]) -> str:
    """The text once the swaps are made."""
    pieces, at = [], 0
    for swap in swaps:
        pieces += [text[at : swap.start], swap.words]
        at = swap.end
    return "".join([*pieces, text[at:]])


def digest(text: str) -> str:
    """What tells two texts apart."""
    return hashlib.sha256(text.encode()).hexdigest()
