# SPDX-License-Identifier: GPL-3.0-or-later
"""What argparse says by itself, in the user's language: its own msgids, looked up in our catalogue."""

from __future__ import annotations

import argparse

from coding.language import N_, _

SAID = (
    N_("usage:"), N_("positional arguments"), N_("options"), N_("show this help message and exit"),
    N_("the following arguments are required: %s"), N_("unrecognized arguments: %s"),
    N_("argument %(argument_name)s: %(message)s"), N_("expected one argument"), N_("expected at least one argument"),
    N_("invalid %(type)s value: %(value)r"), N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("ignored explicit argument %r"), N_("ambiguous option: %(option)s could match %(matches)s"),
)


def speak() -> None:
    """Give argparse our catalogue; what is not in SAID stays in English."""
    vars(argparse)["_"] = _said


def _said(message: str) -> str:
    """Our msgids end in no space, where argparse writes «usage: »."""
    words = message.rstrip()
    return _(words) + message[len(words):]
