# SPDX-License-Identifier: GPL-3.0-or-later
"""What an exchange does not carry, and how it is said (REFI-QDA, section 7: what was discarded is listed)."""

from __future__ import annotations

from collections.abc import Sequence

from coding.exchange.model import Loss
from coding.language import N_, _, number, quoted_list

STAYS = N_("A REFI-QDA file has no place for this, which stays in Fil rouge only:")
# Out: what of ours the standard has no place for.
QUESTIONS = N_("Questions of the interview guides: {n}")
QUESTIONS_ASKED = N_("Turns that put a question of the guide: {n}")
THEMES_ASKED = N_("Answers to “was this theme asked?”: {n}")
NUANCES = N_("Answers to “a new nuance?”: {n}")
LEFT_OUT = N_("Interviews left out of saturation: {n}")
VERDICTS = N_("Saturation verdicts kept: {n}")
REREADINGS = N_("Interviews read again for a theme: {n}")
QUERIES = N_("Saved queries: {n}")
ORDERS = N_("Orders of quotes given by hand: {n}")
DISMISSALS = N_("Close passages looked at and not coded: {n}")
CHANGES = N_("Acts in the project’s history: {n}")
SETTINGS = N_("The project’s own conventions: saturation, how quotes are attributed")
TO_REVISIT = N_("Turns to come back to: {n}")


def say(loss: Loss) -> str:
    """One thing that was not carried, in the user's language, with a few of its places."""
    said = _(loss.what).format(n=number(loss.n))
    return f"{said} ({quoted_list(loss.where)})" if loss.where else said


def said(losses: Sequence[Loss]) -> list[str]:
    """Each of them, a line each."""
    return [say(loss) for loss in losses]
