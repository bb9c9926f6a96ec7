# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of what is known of an interview: its kind, its status, how long it lasted, the time of a turn."""

from __future__ import annotations

from coding.language import N_, _

KINDS = {
    "interview": N_("interview"), "group_interview": N_("group interview"), "journal": N_("diary"),
    "document": N_("document"), "open_answer": N_("open answer"),
}
STATUSES = {"to_do": N_("to do"), "under_way": N_("under way"), "coded": N_("coded"), "reread": N_("re-read")}


def duration(minutes: int | None) -> str:
    """«1 h 12», «45 min»; empty when unknown."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, 60)
    if hours:
        return _("{hours} h {minutes:02}").format(hours=hours, minutes=rest)
    return _("{minutes} min").format(minutes=rest)


def clock(milliseconds: int) -> str:
    """A time of the recording: «12:30», «1:02:03»."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}" if minutes >= 60 else f"{minutes}:{seconds:02}"
