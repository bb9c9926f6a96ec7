# SPDX-License-Identifier: GPL-3.0-or-later
"""What is shared by all that reads a foreign REFI-QDA file: its attributes, its identifiers, what is not carried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from lxml import etree

from coding.exchange import atoms, hostile
from coding.exchange.hostile import child, children
from coding.exchange.model import Loss, Value, ValueType
from coding.intake.cleaning import clean
from coding.intake.xml import local
from coding.language import N_

FEW = 5  # places that a loss names

# In: what of theirs does not come.
MEDIA = N_("Pictures, sound and video, whose content is not read: {n}")
MEDIA_SELECTIONS = N_("Selections of pictures, sound, video or pages: {n}")
MISSING_TEXTS = N_("Sources whose text is not in the file: {n}")
EMPTY_TEXTS = N_("Sources without a word: {n}")
LOST_SELECTIONS = N_("Selections in sources that are not read: {n}")
WORD_ONLY = N_("Sources that hold only a Word document, read from it (check where their passages stand): {n}")
RICH = N_("Formatted versions of the sources; their plain text is read: {n}")
ZERO = N_("Selections that hold no word: {n}")
OUTSIDE = N_("Selections that stand outside of their text: {n}")
MOVED = N_("Selections put back on the words they quote, close to where they stood: {n}")
OTHER_WORDS = N_("Selections whose name is not among the words where they stand; taken where they stand: {n}")
NO_CODE = N_("Codings that name no code of the file: {n}")
NOTE_CODINGS = N_("Codings of memos: {n}")
GRAPHS = N_("Diagrams: {n}")


@dataclass
class Losses:
    """What is not carried, as it is met."""

    _met: dict[str, list[str]] = field(default_factory=dict)

    def lose(self, what: str, *where: str) -> None:
        """Note that something is not carried, once for each place (one without a name is an empty one)."""
        self._met.setdefault(what, []).extend(where or ("",))

    @property
    def losses(self) -> list[Loss]:
        """What was not carried so far."""
        return [Loss(what, len(places), tuple(dict.fromkeys(place for place in places if place))[:FEW])
                for what, places in self._met.items()]


@dataclass
class Foreign(Losses):
    """A file being read; ``name`` is what messages call it."""

    name: str = ""
    user: str = ""  # GUID of whoever made the project

    def said(self, element: etree._Element, name: str) -> str:
        """An attribute, cleaned as the project's texts are and trimmed; empty when there is none."""
        return clean(hostile.attribute(element, name, self.name))[0].strip()

    def raw(self, element: etree._Element, name: str) -> str:
        """An attribute that holds no words; empty when there is none."""
        return hostile.attribute(element, name, self.name)

    def guid(self, element: etree._Element, *place: str) -> str:
        """The element's identifier; where it has none, one made from its place."""
        return atoms.guid(self.raw(element, "guid")) or atoms.made_guid(*place)

    def guid_at(self, element: etree._Element, name: str) -> str:
        """The identifier that an attribute holds; empty when there is none."""
        return atoms.guid(self.raw(element, name))

    def refers(self, element: etree._Element) -> str:
        """What a reference points to."""
        return atoms.guid(self.raw(element, "targetGUID") or self.raw(element, "guid"))

    def references(self, element: etree._Element, *names: str) -> list[str]:
        """What the references of these names point to, each once."""
        found = (self.refers(each) for each in children(element, *names))
        return list(dict.fromkeys(guid for guid in found if guid))

    def by(self, element: etree._Element) -> str:
        """Who made an element; empty when it does not say."""
        return atoms.guid(self.raw(element, "creatingUser") or self.raw(element, "creatingUserGUID")
                          or self.raw(element, "modifyingUser"))

    def at(self, element: etree._Element, name: str = "creationDateTime") -> datetime | None:
        """When an element was made."""
        return atoms.moment(self.raw(element, name))

    def values(self, element: etree._Element, types: Mapping[str, ValueType]) -> dict[str, Value]:
        """The values that a source or a case has, by the GUIDs of the variables."""
        found: dict[str, Value] = {}
        for each in children(element, "VariableValue"):
            variable = next((self.refers(one) for one in children(each, "VariableRef")), "")
            written = next((words(each, local(one)) for one in each if local(one).endswith("Value")), "")
            value = atoms.value(written, types[variable]) if variable in types else None
            if value is not None:
                found[variable] = value
        return found

    def whole_number(self, element: etree._Element, name: str) -> int | None:
        """A position; None when it is none."""
        written = self.raw(element, name).strip()
        return int(written) if written.lstrip("+").isdecimal() and len(written) < 12 else None


def words(element: etree._Element | None, name: str) -> str:
    """The clean text of a child element; empty when there is no word in it."""
    found = child(element, name)
    said = "" if found is None else clean("".join(map(str, found.itertext())))[0]
    return said if said.strip() else ""


def within(root: etree._Element, *path: str) -> Iterator[etree._Element]:
    """The elements at a path below ``root``; the last may have one of several names apart by «|»."""
    level: list[etree._Element] = [root]
    for name in path:
        level = [each for above in level for each in children(above, *name.split("|"))]
    return iter(level)
