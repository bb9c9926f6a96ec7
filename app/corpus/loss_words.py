# SPDX-License-Identifier: GPL-3.0-or-later
"""What a withdrawal takes away, in sentences."""

from __future__ import annotations

from coding.language import _, ngettext
from coding.typography import one_line
from coding.withdrawing import Alone, Loss, Together, Withdrawn


def goes(loss: Loss) -> list[str]:
    """What is erased, interview by interview, then all the rest."""
    said = [_alone(one) for one in loss.alone] + [_together(one) for one in loss.together]
    if not said:
        said = [_("They were in no interview.")]
    counted = [
        ngettext("{n} coding", "{n} codings", loss.codings).format(n=loss.codings) if loss.codings else "",
        ngettext("{n} memo on what goes", "{n} memos on what goes", loss.memos).format(n=loss.memos)
        if loss.memos else "",
    ]
    if any(counted):
        said.append(_("With them, {things}.").format(things=", ".join(filter(None, counted))))
    if loss.examples:
        said.append(_("The examples of these codes that give their words: {codes}.").format(
            codes=", ".join(loss.examples)))
    if loss.links:
        said.append(ngettext("Links to what goes, in {n} text.", "Links to what goes, in {n} texts.", loss.links)
                    .format(n=loss.links))
    said.append(_("Their name, roles, attributes, and what the history of the project says of them."))
    return said


def _alone(one: Alone) -> str:
    passages = ngettext("{n} passage", "{n} passages", one.passages).format(n=one.passages)
    turns = ngettext("{n} turn", "{n} turns", one.turns).format(n=one.turns)
    summaries = ngettext("{n} summary", "{n} summaries", one.summaries).format(n=one.summaries)
    return _("“{title}” whole, questions included: {counts}.").format(
        title=one.title, counts=", ".join([turns, passages, *([summaries] if one.summaries else [])]))


def _together(one: Together) -> str:
    said = [ngettext("{n} turn is emptied", "{n} turns are emptied", one.turns).format(n=one.turns)]
    if one.gone:
        said.append(ngettext("{n} passage goes", "{n} passages go", len(one.gone)).format(n=len(one.gone)))
    if one.cut:
        said.append(ngettext("{n} passage keeps only the words of the others",
                             "{n} passages keep only the words of the others", len(one.cut)).format(n=len(one.cut)))
    return _("In “{title}”, shared with {others}: {counts}.").format(
        title=one.title, others=", ".join(one.others), counts=", ".join(said))


def passages(loss: Loss) -> list[tuple[str, str, str]]:
    """The passages of shared interviews that go or are cut: the interview, what becomes of them, their words."""
    return [(one.title, said, one_line(quote)) for one in loss.together
            for said, quotes in ((_("goes"), one.gone), (_("keeps the words of the others"), one.cut))
            for quote in quotes]


def for_good(backups: int) -> str:
    """What cannot be taken back."""
    copies = ngettext("{n} backup is deleted", "{n} backups are deleted", backups).format(n=backups)
    return _("Undo will not bring it back. {copies} and a new one is made; everything done until now in this sitting can "
             "no longer be undone.").format(copies=copies)


def done(result: Withdrawn) -> list[str]:
    """What was done."""
    if result.pending is not None:
        return [_("The words are erased, but traces stay in the file while another window reads it. Close that window, "
                  "then close the project and open it again: it will be cleaned.")]
    copies = ngettext("{n} backup was deleted and a new one made.", "{n} backups were deleted and a new one made.",
                      len(result.backups)).format(n=len(result.backups))
    return [_("What they said, and what depended on it, is no longer in the project, its history or its backups."), copies]
