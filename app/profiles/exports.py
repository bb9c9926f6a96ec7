# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways out of the profiles: one or all of them in Word, the code line as a picture."""

from __future__ import annotations

from app import messages
from app.widgets.exporting import Format, file_name
from coding import exports_elsewhere, exports_log
from coding.language import _
from coding.profiles.profile import Profile


def formats(project: str, group: str, group_id: int | None, profile: Profile | None) -> list[Format]:
    """This one first, then all those of the group."""
    found = []
    if profile is not None:
        own = (profile.interview_id,)
        stem = file_name(project, _("profile"), profile.title)
        ways = [(_("This profile in Word (.docx)…"), _(messages.WORD), "docx")]
        if profile.raised:
            ways += [(_("Its code line, as a picture (.png)…"), _("Pictures (*.png)"), "png"),
                     (_("Its code line, as a drawing (.svg)…"), _("Drawings (*.svg)"), "svg")]
        found = [Format(title, files, f"{stem}.{ending}", exports_elsewhere.profiles, (own, group_id),
                        what="profiles", whose=lambda _session: own) for title, files, ending in ways]
    every = Format(_("All these profiles in Word (.docx)…"), _(messages.WORD),
                   f"{file_name(project, _('profiles'), group)}.docx", exports_elsewhere.profiles, (None, group_id),
                   long=True, what="profiles", whose=lambda session: exports_log.within(
                       session, group_ids=() if group_id is None else (group_id,)))
    return [*found, every]
