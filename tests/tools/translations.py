# SPDX-License-Identifier: GPL-3.0-or-later
"""The French catalogue against the source.

``python -m tests.tools.translations`` brings the .po up to date (what is translated stays, new messages come in
empty, those that no file says any more go) and compiles the .mo. With ``--check`` nothing is written: what is
wrong is printed, a line each, and the exit code is 1.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter

import polib

HERE = Path(__file__).resolve().parents[2]
CATALOGUE = HERE / "resources" / "locale" / "fr" / "LC_MESSAGES" / "filrouge.po"
SOURCES = ("app", "coding", "models")
# What each argument of a marking call is, in order.
KEYWORDS: dict[str, tuple[str, ...]] = {
    "_": ("singular",), "N_": ("singular",), "ngettext": ("singular", "plural"), "pgettext": ("context", "singular"),
}
METADATA = {
    "Project-Id-Version": "filrouge",
    "Language": "fr",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n > 1);",
}
# French typography asks for a space before these, and inside guillemets: on screen it must not break the line.
BREAKING_SPACE = re.compile(r"« | »| [;:!?%](?:\s|$)")

Key = tuple[str | None, str, str | None]


@dataclass
class Message:
    """What the source says: a msgid, with its context or plural, and the files that say it."""

    singular: str
    plural: str | None = None
    context: str | None = None
    files: list[str] = field(default_factory=list)

    @property
    def key(self) -> Key:
        """What makes it one entry of a catalogue."""
        return self.context, self.singular, self.plural


def messages(root: Path = HERE) -> list[Message]:
    """All messages of the source, by file then line, each once."""
    found: dict[Key, Message] = {}
    for path in sorted(p for folder in SOURCES for p in (root / folder).rglob("*.py")):
        for message in marked(path.read_text(encoding="utf-8")):
            files = found.setdefault(message.key, message).files
            name = path.relative_to(root).as_posix()
            if name not in files:
                files.append(name)
    return list(found.values())


def marked(source: str) -> list[Message]:
    """The messages that a module marks, by line; those within f-strings too, which xgettext and Babel miss."""
    calls = [
        node for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS
    ]
    found = []
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        assert isinstance(call.func, ast.Name)
        roles = KEYWORDS[call.func.id]
        texts = [arg.value for arg in call.args[: len(roles)] if isinstance(arg, ast.Constant)]
        if len(texts) == len(roles):
            said = dict(zip(roles, map(str, texts), strict=True))
            found.append(Message(said["singular"], said.get("plural"), said.get("context")))
    return found


def key_of(entry: polib.POEntry) -> Key:
    """The key of a catalogue's entry, as in ``Message.key``."""
    return entry.msgctxt, entry.msgid, entry.msgid_plural or None


def placeholders(text: str) -> set[str]:
    """The names between braces; raises ValueError where braces do not pair."""
    return {name for _literal, name, _format, _conversion in Formatter().parse(text) if name is not None}


def problems_of(entry: polib.POEntry) -> Iterator[str]:
    """What is wrong with one entry of the catalogue, in a few words each."""
    forms = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    if entry.fuzzy:
        yield "fuzzy"
    if not all(forms):
        yield "empty"
        return
    wanted = placeholders(entry.msgid_plural or entry.msgid)
    for position, form in enumerate(forms):
        try:
            named = placeholders(form)
        except ValueError:
            yield "braces do not pair"
            continue
        # French counts 0 with 1: its first form may leave out only what the English singular leaves out.
        may_lack = wanted - placeholders(entry.msgid) if entry.msgid_plural and position == 0 else set()
        if not wanted - may_lack <= named <= wanted:
            yield f"placeholders {sorted(named)} for {sorted(wanted)}"
        if BREAKING_SPACE.search(form):
            yield f"breaking space beside French punctuation: {form!r}"


def check(catalogue: Path = CATALOGUE, root: Path = HERE) -> list[str]:
    """All that is wrong between source, .po and .mo; empty when they agree."""
    book = polib.pofile(str(catalogue))
    said = {message.key: message for message in messages(root)}
    written = {key_of(entry): entry for entry in book if not entry.obsolete}
    found = [f"missing: {key[1]!r} ({', '.join(said[key].files)})" for key in said if key not in written]
    found += [f"obsolete: {key[1]!r}" for key in written if key not in said]
    found += [f"obsolete: {entry.msgid!r}" for entry in book.obsolete_entries()]
    found += [f"{problem}: {entry.msgid!r}" for entry in written.values() for problem in problems_of(entry)]
    compiled = catalogue.with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != book.to_binary():
        found.append("the .mo is not in step with the .po: run python -m tests.tools.translations")
    return found


def updated(book: polib.POFile, said: list[Message]) -> polib.POFile:
    """A catalogue of exactly what the source says, with what ``book`` had translated."""
    old = {key_of(entry): entry for entry in book}
    new = polib.POFile(wrapwidth=110)
    new.header = "SPDX-License-Identifier: GPL-3.0-or-later"
    new.metadata = dict(METADATA)
    for message in said:
        entry = polib.POEntry(msgid=message.singular, msgctxt=message.context)
        if message.plural:
            entry.msgid_plural = message.plural
            entry.msgstr_plural = {0: "", 1: ""}
        if message.key in old:
            before = old[message.key]
            entry.msgstr, entry.msgstr_plural = before.msgstr, before.msgstr_plural
            entry.tcomment, entry.flags = before.tcomment, before.flags
        entry.occurrences = [(name, "") for name in message.files]
        new.append(entry)
    return new


def update(catalogue: Path = CATALOGUE, root: Path = HERE) -> int:
    """Bring the .po and its .mo up to date; the number of messages still to translate."""
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    old = polib.pofile(str(catalogue)) if catalogue.exists() else polib.POFile()
    book = updated(old, messages(root))
    book.save(str(catalogue))
    polib.pofile(str(catalogue)).save_as_mofile(str(catalogue.with_suffix(".mo")))
    return len(book.untranslated_entries())


def main(arguments: list[str]) -> int:
    """The command line; see the head of this file."""
    if arguments != ["--check"]:
        print(f"{update()} messages to translate in {CATALOGUE.relative_to(HERE)}")
        return 0
    found = check()
    print("\n".join(found) or "The French catalogue says all that the source says.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
