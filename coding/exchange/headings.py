# SPDX-License-Identifier: GPL-3.0-or-later
"""Several texts in one description, each under a heading on a line of its own: «[Include]». Files come home whatever
the language they were written in."""

from __future__ import annotations

from collections.abc import Mapping

from coding.language import N_, _

HEADINGS = {
    "include": N_("Include"), "exclude": N_("Exclude"), "example": N_("Example"),
    "interview": N_("Attribute of interviews"), "participant": N_("Attribute of participants"),
    "choices": N_("Values"),
}
# As any version of ours has written them: the catalogue may change its mind, files do not.
_READ = {
    "include": ("Include", "Inclure"), "exclude": ("Exclude", "Exclure"), "example": ("Example", "Exemple"),
    "interview": ("Attribute of interviews", "Attribut des entretiens"),
    "participant": ("Attribute of participants", "Attribut des participants", "Attribut des enquêtés",
                    "Attribut des enquêté·es"),
    "choices": ("Values", "Valeurs"),
}
_KEYS = {f"[{word}]": key for key, words in _READ.items() for word in words}


def joined(text: str, parts: Mapping[str, str | None]) -> str:
    """``text``, then each part of HEADINGS under its heading; a part that is None is left out, an empty one is a bare
    heading."""
    said = [text] if text else []
    for key, part in parts.items():
        if part is not None:
            said.append(f"[{_(HEADINGS[key])}]" + (f"\n{part}" if part else ""))
    return "\n\n".join(said)


def parted(description: str) -> tuple[str, dict[str, str]]:
    """What comes before the first heading, and the parts by key; the inverse of ``joined``, in any language."""
    text: list[str] = []
    parts: dict[str, list[str]] = {}
    lines = text
    for line in description.split("\n"):
        key = _KEYS.get(line.strip())
        if key is None:
            lines.append(line)
        else:
            lines = parts.setdefault(key, [])
    return _trimmed(text), {key: _trimmed(found) for key, found in parts.items()}


def _trimmed(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n")
