# SPDX-License-Identifier: GPL-3.0-or-later
"""The house rules that a machine can check: layers, lengths, licence lines, translations."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po

from coding.language import LANGUAGES
from tests.tools import translations

ROOT = Path(__file__).resolve().parents[1]
LAYERS = ("app", "coding", "models")
FILES = [ROOT / "run.py", *sorted(path for folder in (*LAYERS, "tests") for path in (ROOT / folder).rglob("*.py"))]
OURS = [path for path in FILES if path.relative_to(ROOT).parts[0] in LAYERS]
UNFINISHED = re.compile(r"#.*\b(TO[D]O|FIX[M]E)\b")
WRITTEN_BY_ALEMBIC = ROOT / "models" / "migrations" / "versions"


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports, wherever in it, types only or not."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_file_is_licensed_short_and_finished(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# SPDX-License-Identifier: GPL-3.0-or-later"
    assert len(lines) <= 600
    assert not [line for line in lines if UNFINISHED.search(line)]
    if len(lines) > 3:
        assert "from __future__ import annotations" in lines


@pytest.mark.parametrize("path", OURS, ids=named)
def test_functions_are_short(path: Path) -> None:
    if path.is_relative_to(WRITTEN_BY_ALEMBIC):
        return
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [node for node in ast.walk(tree) if isinstance(node, functions)]
    assert not [f.name for f in found if (f.end_lineno or 0) - f.lineno >= 60]


def test_layers() -> None:
    """The contracts of setup.cfg: the arrows between layers, no Qt below app, no SQL in it. In a process of its own:
    the linter silences every logger there is."""
    lint = "import sys; from importlinter import cli; sys.exit(cli.lint_imports(no_logo=True, no_cache=True))"
    done = subprocess.run([sys.executable, "-c", lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_query_in_app() -> None:
    query = re.compile(r"(?<![.\w])(?<!def )select\(|\.execute\(|\.scalars\(")
    app = [path for path in OURS if path.relative_to(ROOT).parts[0] == "app"]
    assert not [named(path) for path in app if query.search(path.read_text(encoding="utf-8"))]


def test_interview_text_never_leaves_the_machine() -> None:
    network = re.compile(r"(requests|urllib3|httpx|aiohttp|http\.client|urllib\.request|PyQt6\.QtWebEngine\w*)$")
    assert not [named(path) for path in OURS if any(network.match(name) for name in imports(path))]


def test_nothing_names_this_machine() -> None:
    homes = [str(ROOT), str(Path(sys.prefix).resolve())]
    assert not [named(path) for path in FILES if any(home in path.read_text(encoding="utf-8") for home in homes)]


def test_messages_are_constants() -> None:
    """gettext finds a msgid in a string, not in an f-string, a sum or a formatted one."""
    wrong = []
    for path in OURS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
                continue
            if node.func.id in translations.KEYWORDS and isinstance(node.args[0], ast.JoinedStr | ast.BinOp | ast.Call):
                wrong.append(f"{named(path)}:{node.lineno}")
    assert not wrong


@pytest.mark.parametrize("message", translations.messages(), ids=lambda message: message.singular[:40])
def test_a_message_is_well_written(message: translations.Message) -> None:
    for text in filter(None, (message.singular, message.plural)):
        assert text == text.strip()
        assert "'" not in text, "typographic apostrophes: ’"
        assert "..." not in text, "one character: …"
        assert all(name.isidentifier() for name in translations.placeholders(text)), "named placeholders only"


def test_catalogues_are_whole_files() -> None:
    for language in LANGUAGES:
        catalogue = ROOT / "resources" / "locale" / language / "LC_MESSAGES" / "filrouge.po"
        if language == "en":
            assert not catalogue.exists(), "English is the language of the msgids"
            continue
        with catalogue.open("rb") as file:
            assert read_po(file, locale=language).num_plurals == 2
        assert catalogue.with_suffix(".mo").read_bytes() == polib.pofile(str(catalogue)).to_binary()
