# SPDX-License-Identifier: GPL-3.0-or-later
"""``run.py``, without installing anything: what it would do, and what it says when it cannot."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import run

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Every command run.py would have started; each succeeds."""
    started: list[list[str]] = []

    def record(command: Sequence[str], **_options: Any) -> int:
        started.append(list(command))
        return 0

    monkeypatch.setattr(run, "call", record)
    return started


@pytest.fixture
def stranger(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Debian-like where one is neither root nor allowed to become it."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(run, "missing_libraries", lambda sonames: ["libEGL.so.1", "libglib-2.0.so.0"])


@pytest.mark.parametrize(
    ("soname", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libxcb-render-util.so.0", "libxcb-render-util0"),
        ("libz.so.1", "zlib1g"),
    ],
)
def test_packages_of_libraries(soname: str, package: str) -> None:
    assert run.debian_packages(soname) == [package + "t64", package]


def test_a_library_that_no_system_has() -> None:
    assert run.missing_libraries(["libfilrouge-of-nowhere.so.9"]) == (
        ["libfilrouge-of-nowhere.so.9"] if sys.platform == "linux" else []
    )


@pytest.mark.skipif(sys.platform != "linux", reason="Qt’s wheels lean on the system on Linux only")
def test_qt_links_to_nothing_else() -> None:
    """What a new PyQt6 would need besides shows here, before it shows on a fresh machine."""
    import PyQt6

    qt = Path(PyQt6.__file__).parent / "Qt6"
    ours = {path.name for path in (qt / "lib").iterdir()}
    used = [qt / "lib" / f"libQt6{name}.so.6" for name in ("Core", "Gui", "Widgets", "DBus", "Svg", "XcbQpa")]
    used += sorted((qt / "plugins" / "platforms").glob("libq[xo][cf][bf]*.so"))
    asked = re.compile(rb"\0(lib[\w+.-]+\.so\.\d+)(?=\0)")
    linked = {name.decode() for path in used for name in asked.findall(path.read_bytes())}
    libc = {"libc.so.6", "libm.so.6", "libstdc++.so.6", "libgcc_s.so.1", "libgthread-2.0.so.0", "libdl.so.2"}
    assert linked - ours - libc <= {*run.QT_LIBRARIES, *run.SCREEN_LIBRARIES}


def test_apt_takes_the_names_it_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []

    def record(command: Sequence[str], **_options: Any) -> int:
        started.append(list(command))
        return 100 if command[0] == "apt-cache" and command[-1].endswith("t64") else 0

    monkeypatch.setattr(run, "call", record)
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    run.apt_install([["libglib2.0-0t64", "libglib2.0-0"], ["libegl1t64", "libegl1"]])
    assert started[0][-1] == "update", "a fresh system has no package lists"
    assert started[-1][-2:] == ["libglib2.0-0", "libegl1"]


@pytest.mark.usefixtures("stranger")
def test_without_root_it_says_what_to_type(calls: list[list[str]]) -> None:
    with pytest.raises(run.Failure) as caught:
        run.provide_libraries()
    assert calls == []
    sentence = caught.value.message.format(**caught.value.values)
    assert "libEGL.so.1, libglib-2.0.so.0" in sentence
    assert sentence.endswith("sudo apt-get install libegl1 libglib2.0-0")


def test_dependencies_are_installed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls: list[list[str]]
) -> None:
    for name in ("requirements.lock", "setup.cfg", "pyproject.toml"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    monkeypatch.setattr(run, "HERE", tmp_path)
    monkeypatch.setattr(run, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(run, "PYTHON", sys.executable)

    def installed() -> int:
        run.set_up()
        return sum("requirements.lock" in command for command in calls)

    assert [installed(), installed()] == [1, 1]
    (tmp_path / "requirements.lock").write_text("numpy==99", encoding="utf-8")
    assert [installed(), installed()] == [2, 2]


@pytest.mark.parametrize(
    ("environment", "french"),
    [
        ({}, True),
        ({"LANG": "C.UTF-8"}, True),
        ({"LANG": "fr_CA.UTF-8"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "de_DE.UTF-8"}, False),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "en_US.UTF-8"}, False),
        ({"LANG": "en_US.UTF-8", "FILROUGE_LANGUAGE": "fr"}, True),
    ],
)
def test_language(environment: dict[str, str], french: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    from coding.language import preferred_language

    assert run.speaks_french(environment) is french
    for name in ("FILROUGE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert (preferred_language() == "fr") is french, "run.py and the program answer in one language"


def test_every_sentence_is_translated() -> None:
    source = (ROOT / "run.py").read_text(encoding="utf-8")
    said = re.findall(r'(?:\bsay|Failure|translated)\(\s*"([^"]+)"|message = "([^"]+)"', source)
    assert {a or b for a, b in said} == set(run.FRENCH)
    for english, french in run.FRENCH.items():
        assert {f[1] for f in Formatter().parse(english)} == {f[1] for f in Formatter().parse(french)}


def test_arguments_are_passed_along(monkeypatch: pytest.MonkeyPatch, calls: list[list[str]]) -> None:
    monkeypatch.setattr(run, "set_up", lambda: None)
    monkeypatch.setattr(run, "provide_libraries", lambda: None)
    assert run.main(["test", "-k", "offsets"]) == 0
    assert run.main(["quotes", "thèse.filrouge", "extraits.docx"]) == 0
    assert [command[1:] for command in calls] == [
        ["-m", "pytest", "-k", "offsets"],
        ["-P", "-m", "app.main", "quotes", "thèse.filrouge", "extraits.docx"],
    ]


def test_a_failure_is_one_sentence_and_its_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "set_up", lambda: None)
    monkeypatch.setattr(run, "provide_libraries", lambda: None)
    monkeypatch.setattr(run, "call", lambda *_, **__: 5)
    monkeypatch.setenv("FILROUGE_LANGUAGE", "en")
    assert run.main(["test", "-k", "nothing"]) == 5
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[-1] == "“python -m pytest -k nothing” failed (code 5)."


def test_an_old_python_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    monkeypatch.setenv("FILROUGE_LANGUAGE", "en")
    assert run.main(["demo"]) == 1
    assert capsys.readouterr().err == "Fil rouge needs Python 3.11 or newer.\n"


def test_a_command_that_ends_by_a_signal_or_is_absent() -> None:
    assert run.call(["filrouge-no-such-program"]) == 127
    killed = [sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"]
    assert run.call(killed) == (143 if sys.platform != "win32" else 15)


def test_the_lock_names_exact_versions_of_all_that_setup_cfg_asks() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    locked = {pin.split("==")[0].lower().replace("_", "-") for pin in pins}
    asked = re.findall(r"^    ([A-Za-z][\w-]*)[>=]=", (ROOT / "setup.cfg").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(asked) > 20
    assert {name.lower() for name in asked} <= locked


def test_old_pythons_can_read_it_if_only_to_be_refused() -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 8))


@pytest.mark.skipif(not shutil.which("bash"), reason="CI runs where bash is")
def test_the_ci_script_reads() -> None:
    assert subprocess.run(["bash", "-n", str(ROOT / ".ci" / "run")], check=False).returncode == 0
