# SPDX-License-Identifier: GPL-3.0-or-later
"""The tool that keeps the French catalogue in step, on a small source of its own."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from tests.tools import translations

SOURCE = '''
title = _("Open {name}")
kind = N_("Interview")
verb = pgettext("verb", "Code")
count = ngettext("{n} quote", "{n} quotes", 3)
shown = f"{_('Close')} {_(title)}"
'''
FRENCH = {"Open {name}": "Ouvrir {name}", "Interview": "Entretien", "Code": "Coder", "Close": "Fermer"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A source tree with five messages."""
    (tmp_path / "coding").mkdir()
    (tmp_path / "coding" / "some.py").write_text(SOURCE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def catalogue(root: Path) -> Path:
    """Its catalogue, all translated and compiled."""
    path = root / "fr" / "filrouge.po"
    assert translations.update(path, root) == 5
    book = polib.pofile(str(path))
    for entry in book:
        entry.msgstr = FRENCH.get(entry.msgid, "")
        if entry.msgid_plural:
            entry.msgstr_plural = {0: "{n} extrait", 1: "{n} extraits"}
    book.save(str(path))
    assert translations.update(path, root) == 0
    return path


def change(catalogue: Path, msgid: str, **values: object) -> list[str]:
    """What the check says after one entry was changed, and the .mo compiled again."""
    book = polib.pofile(str(catalogue))
    entry = book.find(msgid)
    for name, value in values.items():
        setattr(entry, name, value)
    book.save(str(catalogue))
    book.save_as_mofile(str(catalogue.with_suffix(".mo")))
    return translations.check(catalogue, catalogue.parents[1])


def test_a_whole_catalogue(root: Path, catalogue: Path) -> None:
    assert translations.check(catalogue, root) == []
    entry = polib.pofile(str(catalogue)).find("Code", msgctxt="verb")
    assert entry is not None
    assert entry.occurrences == [("coding/some.py", "")]


def test_empty(catalogue: Path) -> None:
    assert change(catalogue, "Interview", msgstr="") == ["empty: 'Interview'"]


def test_fuzzy(catalogue: Path) -> None:
    assert change(catalogue, "Interview", flags=["fuzzy"])[0] == "fuzzy: 'Interview'"


def test_placeholders(catalogue: Path) -> None:
    assert change(catalogue, "Open {name}", msgstr="Ouvrir {nom}") == [
        "placeholders ['nom'] for ['name']: 'Open {name}'"
    ]
    assert change(catalogue, "Open {name}", msgstr="Ouvrir {name") == ["braces do not pair: 'Open {name}'"]


def test_plurals(catalogue: Path) -> None:
    assert change(catalogue, "{n} quote", msgstr_plural={0: "{n} extrait", 1: "des extraits"}) == [
        "placeholders [] for ['n']: '{n} quote'"
    ]


def test_french_spaces(catalogue: Path) -> None:
    assert change(catalogue, "Interview", msgstr="« Entretien »")[0].startswith("breaking space")
    assert change(catalogue, "Interview", msgstr="«\u00a0Entretien\u00a0»") == []


def test_missing_and_obsolete(root: Path, catalogue: Path) -> None:
    (root / "coding" / "some.py").write_text(SOURCE.replace("Interview", "Journal"), encoding="utf-8")
    assert translations.check(catalogue, root) == ["missing: 'Journal' (coding/some.py)", "obsolete: 'Interview'"]
    assert translations.update(catalogue, root) == 1
    assert translations.check(catalogue, root) == ["empty: 'Journal'"]


def test_mo_out_of_step(root: Path, catalogue: Path) -> None:
    catalogue.with_suffix(".mo").write_bytes(b"")
    assert "not in step" in translations.check(catalogue, root)[0]
