# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on what comes from other programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from app.desk import Desk
from app.progress import Cancelled, Progress, Told
from coding import codebook_differences
from coding.changes import Label
from coding.codebook_differences import Difference, Kind
from coding.elsewhere import Cancelled as Stopped
from coding.exchange import taking
from coding.exchange.model import Exchange
from coding.exchange.taking import Report
from coding.exchange.taking_work import Choices
from coding.language import N_


def take(desk: Desk, *, exchange: Exchange, choices: Choices, progress: Progress,
         then: Callable[[Report], None]) -> None:
    """Take a REFI-QDA project in, in one act that can be stopped before its end."""

    def work(told: Told, cancelled: Cancelled) -> Report:
        def tell(done: int, total: int, what: str) -> None:
            if cancelled():
                raise Stopped(N_("Stopped. Nothing was changed."))
            told(done, total, what)

        return taking.take(desk.writer, exchange, choices, told=tell)

    progress.run(work, then, lambda run, done, otherwise: desk.run(lambda _writer: run(), done, otherwise))


def take_codes(desk: Desk, *, file: str, chosen: Sequence[Difference],
               then: Callable[[Counter[Kind]], None]) -> None:
    """Take what was chosen of a codebook, in one act."""
    desk.do(Label(N_("import the codebook “{file}”"), {"file": file}),
            lambda s: codebook_differences.apply(s, chosen), lambda change: then(change.result))
