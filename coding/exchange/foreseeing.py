# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import would bring and what is there already, counted without changing anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from coding.exchange import taking_codes, taking_notes, taking_passages, taking_people
from coding.exchange.bearers import Bearers
from coding.exchange.coders import Coming
from coding.exchange.foreign import Losses
from coding.exchange.model import Exchange, Selection, Source
from coding.exchange.taking_work import What
from coding.exchange.there import There, memo_key


class Foreseen(Losses):
    """``new`` and ``same`` count what would come and what is there; ids are None for what is not there yet."""

    def __init__(self, exchange: Exchange, there: There, coming: Iterable[Coming], *, ours: bool) -> None:
        super().__init__()
        self.new: Counter[What] = Counter()
        self.same: Counter[What] = Counter()
        self._exchange = exchange
        self._there = there
        self._bearers = Bearers(exchange)
        self._ours = ours
        self._ids: dict[str, dict[str, int | None]] = {
            "source": {source.guid: there.interview(source) for source in exchange.sources},
            "code": {node.guid: found for node, found in taking_codes.matched(exchange.codes, there)},
            "case": {case.guid: taking_people.participant(there, case) for case in exchange.cases},
            "set": {one.guid: there.groups.find(one.guid, one.name)
                    for one in taking_people.groups_of(exchange, {source.guid: 1 for source in exchange.sources})
                    if one.sources or ours},
            "selection": {},
        }
        self._coders = {one.guid: there.coders.find(one.guid, one.name) if one.is_there else None for one in coming}
        self._count("coders", self._coders.values())
        for what, kind in (("interviews", "source"), ("codes", "code"), ("participants", "case"), ("groups", "set")):
            self._count(what, self._ids[kind].values())  # type: ignore[arg-type]
        self._count("attributes", (taking_people.attribute(there, *one) for one in taking_people.targets(exchange)))
        self._passages()
        self._memos()

    def _count(self, what: What, found: Iterable[int | None]) -> None:
        for row_id in found:
            (self.new if row_id is None else self.same)[what] += 1

    def _passages(self) -> None:
        spans: set[tuple[str, int, int]] = set()
        seen: set[tuple[str, int, int, str, str]] = set()
        for source, selection in taking_passages.kept(self._exchange, self._bearers):
            start, end = taking_passages.bounds(selection, source.text, None)
            passage = self._ids["selection"][selection.guid] = self._passage(source, selection, start, end)
            if passage is not None or (source.guid, start, end) not in spans:
                self._count("passages", [passage])
            spans.add((source.guid, start, end))
            for coding in selection.codings:
                key = (source.guid, start, end, coding.code, coding.user)
                if key not in seen and coding.code in self._ids["code"]:
                    seen.add(key)
                    code, coder = self._ids["code"][coding.code], self._coders.get(coding.user, self._coders.get(""))
                    known = None in (passage, code, coder)
                    self._count("codings", [None if known else self._there.codings.by_key.get((passage, code, coder))])
        bare = [source.name for source in self._exchange.sources for each in source.selections
                if each.guid not in self._ids["selection"]]
        if bare:
            self.lose(taking_passages.BARE, *bare)

    def _passage(self, source: Source, selection: Selection, start: int, end: int) -> int | None:
        interview = self._ids["source"][source.guid]
        return None if interview is None else self._there.passages.find(selection.guid, (interview, start, end))

    def _memos(self) -> None:
        for one in taking_notes.written(self._exchange, self._bearers, ours=self._ours):
            known = one.on.kind == "project" or one.on.guid in self._ids[one.on.kind]
            target = taking_notes.TARGETS.get(one.on.kind) if known else None
            target_id = self._ids[one.on.kind][one.on.guid] if target else None
            if target and target_id is None:
                self._count("memos", [None])
            else:
                key = memo_key(target, target_id, one.note.name[:500], one.note.text)
                self._count("memos", [self._there.memos.find(one.note.guid, key)])
        for guid in self._bearers.summaries:
            on = {bearer.kind: bearer.guid for bearer in self._bearers.of.get(guid, [])}
            if on.get("code") in self._ids["code"] and on.get("source") in self._ids["source"]:
                cell = (self._ids["code"][on["code"]], self._ids["source"][on["source"]])
                self._count("summaries", [self._there.summaries.find(guid, cell)])

