# SPDX-License-Identifier: GPL-3.0-or-later
"""The stopping rules of the literature in words, as they are reported beside a status that none of them decides."""

from __future__ import annotations

from coding.language import _, exact, ngettext, number
from coding.saturation.block import Figures
from coding.saturation.guest_orders import GuestOrders
from coding.saturation.reason_words import part_words
from coding.saturation.stopping import Francis


def orders_words(found: GuestOrders | None) -> str:
    """Guest's rule over other orders of the interviews; empty where it could not be computed."""
    if found is None:
        return ""
    head = _("Over all {n} orders") if found.every else _("Over {n} random orders")
    if found.low is None or found.median is None or found.high is None:
        result = _("never met")
    else:
        low, median, high = (f"{exact(k)}+{found.run}" for k in (found.low, found.median, found.high))
        result = _("met in {share}, typically at {median} ({low} to {high})").format(
            share=part_words(found.share), median=median, low=low, high=high)
    return _("{orders}: {result}.").format(orders=head.format(n=number(found.orders)), result=result)


def francis_words(block: Figures) -> str:
    """The stopping criterion of Francis et al.: where it was met, that it was not, or what it would take."""
    rule = block.francis
    if block.interviews < rule.initial + rule.stopping:
        result = ngettext("needs {n} interview", "needs {n} interviews", rule.initial + rule.stopping).format(
            n=rule.initial + rule.stopping)
    else:
        result = _("not met") if rule.reached_at is None else _("met at interview {n}").format(n=rule.reached_at)
    return _("Francis et al. (2010), {rule}: {result}.").format(rule=francis_label(rule), result=result)


def francis_label(rule: Francis) -> str:
    """«10+3»."""
    return f"{rule.initial}+{rule.stopping}"


def batches_words(block: Figures) -> str:
    """The codes created by each batch of interviews over those of them all; empty without a code."""
    parts = batch_parts(block)
    return parts and _("New codes by batches of {size} interviews (Guest, Bunce & Johnson, 2006): {parts}.").format(
        size=block.batches[0].size, parts=parts)


def batch_parts(block: Figures) -> str:
    """«29/37, 8/37», nothing without a code; a last batch that is shorter says of how many interviews."""
    said = []
    for batch in block.batches if block.codes else ():
        part = f"{batch.new}/{batch.total}"
        held = batch.last - batch.first + 1
        said.append(part if held == batch.size else ngettext(
            "{part} (of {n} interview)", "{part} (of {n} interviews)", held).format(part=part, n=held))
    return ", ".join(said)
