# SPDX-License-Identifier: GPL-3.0-or-later
"""Every identity of a project: each of its texts searched, and what is found once looked for everywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from coding import elsewhere
from coding.elsewhere import Told
from coding.identifiers.finder import Reading
from coding.pseudonyms.identity import Identity


@dataclass(frozen=True)
class Found:
    """What a search gives. ``revision`` is the project's when it was read; ``read`` says what each text held, by its
    hash, and given to the next search spares it the texts that did not change; ``state`` tells whether any did, or what
    needs no decision."""

    identities: tuple[Identity, ...]
    revision: int
    read: Mapping[str, Reading] = field(default_factory=dict)
    state: str = ""


def search(
    project: Path, told: Told, cancelled: Callable[[], bool], before: Found | None = None
) -> Found:
    """The identities of a project file, in a process of its own that is gone, with the language model, once it has
    answered; at once those found ``before`` when nothing changed since. Raises KnownError when the model is not
    installed, Cancelled when stopped."""
    from coding.pseudonyms.searching import searched, state_now

    if before is not None and before.state == state_now(project):
        return before
    return elsewhere.run(searched, project, dict(before.read if before else {}), told=told, cancelled=cancelled)
