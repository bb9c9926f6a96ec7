# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets the place up (.venv, locked dependencies, Qt's system libraries) and runs Fil rouge from it.

``python3 run.py`` opens the program; ``demo``, ``test``, ``bench`` and ``lint`` do the rest; further arguments
are passed along. Standard library only. What it says goes to stderr: stdout belongs to the program.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(SCRIPTS / ("python.exe" if os.name == "nt" else "python"))
STAMP = VENV / "filrouge.stamp"
OLDEST_PYTHON = (3, 11)

# What PyQt6's wheels link to and leave to the system: first what any use of Qt's widgets loads, then what a window
# on X11 or Wayland asks for besides.
QT_LIBRARIES = (
    "libEGL.so.1 libGL.so.1 libX11.so.6 libdbus-1.so.3 libfontconfig.so.1 libfreetype.so.6 libglib-2.0.so.0 "
    "libxkbcommon.so.0 libz.so.1 libzstd.so.1"
).split()
SCREEN_LIBRARIES = (
    "libX11-xcb.so.1 libwayland-client.so.0 libwayland-cursor.so.0 libwayland-egl.so.1 libxcb-cursor.so.0 "
    "libxcb-glx.so.0 libxcb-icccm.so.4 libxcb-image.so.0 libxcb-keysyms.so.1 libxcb-randr.so.0 libxcb-render-util.so.0 "
    "libxcb-render.so.0 libxcb-shape.so.0 libxcb-shm.so.0 libxcb-sync.so.1 libxcb-util.so.1 libxcb-xfixes.so.0 "
    "libxcb-xkb.so.1 libxcb.so.1 libxkbcommon-x11.so.0"
).split()

LINTERS = (
    (PYTHON, "-m", "ruff", "check", "."),
    (PYTHON, "-m", "mypy"),
    (str(SCRIPTS / "lint-imports"), "--no-logo"),
    (PYTHON, "-m", "tests.tools.translations", "--check"),
    (PYTHON, "-m", "tests.tools.schema_check"),
)

FRENCH = {
    "Fil rouge needs Python {wanted} or newer.": "Fil rouge demande Python {wanted} ou plus récent.",
    "Making the Python environment (.venv)…": "Création de l’environnement Python (.venv)…",
    "Installing the locked dependencies…": "Installation des dépendances verrouillées…",
    "Installing system packages: {names}…": "Installation de paquets du système : {names}…",
    "Install what is missing ({names}), then start again: {advice}":
        "Installez ce qui manque ({names}), puis relancez : {advice}",
    "with your system’s package manager": "avec le gestionnaire de paquets du système",
    "The environment .venv could not be made: free some space, or delete .venv, then start again.":
        "L’environnement .venv n’a pas pu être créé : libérez de la place, ou supprimez .venv, puis relancez.",
    "The dependencies could not be installed: check the network and the disk, then start again.":
        "Les dépendances n’ont pas pu être installées : vérifiez le réseau et le disque, puis relancez.",
    "Running the tests…": "Lancement des tests…",
    "Running the benchmarks…": "Lancement des mesures…",
    "Building the sample project in demo/…": "Construction du projet d’exemple dans demo/…",
    "Opening the window…": "Ouverture de la fenêtre…",
    "There is no screen: the window is not opened.": "Il n’y a pas d’écran : la fenêtre n’est pas ouverte.",
    "Checking: {command}…": "Vérification : {command}…",
    "“{command}” failed (code {code}).": "« {command} » a échoué (code {code}).",
    "Some checks failed; each says why above.": "Des vérifications ont échoué ; chacune dit pourquoi ci-dessus.",
    "Stopped.": "Arrêté.",
}


class Failure(Exception):
    """What stops run.py: a sentence for the user, its values, and the exit code."""

    def __init__(self, message: str, exit_code: int = 1, **values: object) -> None:
        super().__init__(message)
        self.message, self.exit_code, self.values = message, exit_code, values


def speaks_french(environment: Mapping[str, str]) -> bool:
    """As the program does: French unless the environment names another language."""
    names = ("FILROUGE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    asked = next((environment[name] for name in names if environment.get(name)), "").split(".")[0].lower()
    return asked in ("", "c", "posix") or asked.startswith("fr")


def translated(message: str) -> str:
    """The sentence in the user's language."""
    return FRENCH[message] if speaks_french(os.environ) else message


def say(message: str, **values: object) -> None:
    """Print one sentence on stderr."""
    print(translated(message).format(**values), file=sys.stderr, flush=True)


def call(command: Sequence[str], *, quiet: bool = False, **options: Any) -> int:
    """Run a command; its exit code as a shell gives it (127: not found, 128 + n: ended by signal n)."""
    if quiet:
        options.update(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        code = int(subprocess.run(command, check=False, **options).returncode)
    except (FileNotFoundError, PermissionError):
        return 127
    return code if code >= 0 else 128 - code


def spoken(command: Sequence[str]) -> str:
    """A command as one would type it, without the folder of its program."""
    return " ".join((Path(command[0]).stem, *command[1:]))


def must(command: Sequence[str], **environment: str) -> int:
    """Run a command of ours, in our folder, that has to succeed."""
    code = call(command, cwd=HERE, env={**environment, **os.environ})
    if code:
        raise Failure("“{command}” failed (code {code}).", code, command=spoken(command), code=code)
    return 0


def debian_packages(soname: str) -> list[str]:
    """The names Debian and Ubuntu have given to a library's package, the newest first.

    Debian policy 8.1: the library's name, then its version, with a hyphen where two digits would meet; ``t64``
    follows since times became 64 bits wide (2024).
    """
    stem, version = soname.lower().split(".so.")
    usual = stem + ("-" if stem[-1].isdigit() else "") + version
    name = {"libz1": "zlib1g", "libglib-2.0-0": "libglib2.0-0"}.get(usual, usual)
    return [name + "t64", name]


def missing_libraries(sonames: Sequence[str]) -> list[str]:
    """Those the system cannot load; none outside Linux, where Qt's wheels are complete."""

    def loads(soname: str) -> bool:
        try:
            ctypes.CDLL(soname)
        except OSError:
            return False
        return True

    return [soname for soname in sonames if not loads(soname)] if sys.platform == "linux" else []


def apt_install(wanted: Sequence[Sequence[str]]) -> None:
    """Install, where apt can and may, one package of each list of possible names."""
    root = os.name == "posix" and os.geteuid() == 0
    if not shutil.which("apt-get") or not (root or shutil.which("sudo")):
        return
    # sudo may ask for a password only where someone can type it.
    sudo = [] if root else ["sudo"] if sys.stdin.isatty() else ["sudo", "-n"]
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]

    def known(name: str) -> bool:
        return call(["apt-cache", "show", name], quiet=True) == 0

    # A fresh system has no package lists, and old ones name files that are gone.
    call([*apt, "update"])
    packages = [name for name in (next(filter(known, names), "") for names in wanted) if name]
    if not packages:
        return
    say("Installing system packages: {names}…", names=" ".join(packages))
    call([*apt, "install", "-y", "--no-install-recommends", *packages], stdout=subprocess.DEVNULL)


def lacking(names: Sequence[str], packages: Sequence[Sequence[str]]) -> Failure:
    """What to tell where run.py could not install what is missing."""
    command = " ".join(["sudo apt-get install", *(candidates[-1] for candidates in packages)])
    advice = command if shutil.which("apt-get") else translated("with your system’s package manager")
    message = "Install what is missing ({names}), then start again: {advice}"
    return Failure(message, names=", ".join(names), advice=advice)


def provide_libraries() -> None:
    """Install the system libraries that Qt needs here and does not find."""
    sonames = [*QT_LIBRARIES, *(SCREEN_LIBRARIES if has_screen() else [])]
    missing = missing_libraries(sonames)
    if missing:
        apt_install([debian_packages(soname) for soname in missing])
        missing = missing_libraries(sonames)
    # Elsewhere than on Debian the other half may do without: no X11 under Wayland, no Wayland under X11.
    if missing_libraries(QT_LIBRARIES) or (missing and shutil.which("apt-get")):
        raise lacking(missing, [debian_packages(soname) for soname in missing])


def make_environment() -> None:
    """Make .venv unless it works; stock Debian and Ubuntu lack python3-venv."""
    if call([PYTHON, "-m", "pip", "--version"], quiet=True) == 0:
        return
    say("Making the Python environment (.venv)…")
    modules = ("venv", "ensurepip")
    if not all(map(importlib.util.find_spec, modules)):
        packages = [[f"python3.{sys.version_info[1]}-venv", "python3-venv"]]
        apt_install(packages)
        importlib.invalidate_caches()
        if not all(map(importlib.util.find_spec, modules)):
            raise lacking(modules, packages)
    if call([sys.executable, "-m", "venv", "--clear", str(VENV)], stdout=subprocess.DEVNULL):
        raise Failure("The environment .venv could not be made: free some space, or delete .venv, then start again.")


def fingerprint() -> str:
    """What the installed dependencies follow from: the lock, the metadata, this folder and this Python."""
    files = [(HERE / name).read_bytes() for name in ("requirements.lock", "setup.cfg", "pyproject.toml")]
    return hashlib.sha256(b"\0".join([*files, str(HERE).encode(), sys.version[:4].encode()])).hexdigest()


def set_up() -> None:
    """Bring .venv to what the lock file says; nothing to do when it is there already."""
    if Path(PYTHON).exists() and STAMP.exists() and STAMP.read_text(encoding="ascii") == fingerprint():
        return
    make_environment()
    say("Installing the locked dependencies…")
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input")
    if call([*pip, "-c", "requirements.lock", "-e", ".[test]"], cwd=HERE):
        raise Failure("The dependencies could not be installed: check the network and the disk, then start again.")
    STAMP.write_text(fingerprint(), encoding="ascii")


def has_screen() -> bool:
    """Whether a window can be shown."""
    return sys.platform in ("win32", "darwin") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def open_program(arguments: Sequence[str]) -> int:
    """The program itself, from wherever the user stands; its words and its exit codes are its own."""
    if not arguments or arguments[0].endswith(".filrouge"):
        provide_libraries()
    # -P: a folder of the user's that is called app or coding must not stand in for ours.
    return call([PYTHON, "-P", "-m", "app.main", *arguments])


def demo(arguments: Sequence[str]) -> int:
    """The sample project, from its transcripts to the Word files, then the window."""
    provide_libraries()
    say("Building the sample project in demo/…")
    must([PYTHON, "-m", "app.demo", "--folder", "demo", *arguments])
    if not has_screen():
        say("There is no screen: the window is not opened.")
        return 0
    say("Opening the window…")
    return open_program([str(HERE / "demo" / "exemple.filrouge")])


def test(arguments: Sequence[str]) -> int:
    """The test suite; pytest itself fails when it finds no test."""
    provide_libraries()
    say("Running the tests…")
    # The whole suite on every core, a file's tests together; a part of it here, where it can be watched.
    spread = [] if arguments else ["-n", "auto", "--dist", "loadfile"]
    return must([PYTHON, "-m", "pytest", *spread, *arguments], QT_QPA_PLATFORM="offscreen")


def bench(arguments: Sequence[str]) -> int:
    """The benchmarks, on the screen if there is one."""
    provide_libraries()
    say("Running the benchmarks…")
    platform = {} if has_screen() else {"QT_QPA_PLATFORM": "offscreen"}
    return must([PYTHON, "-m", "tests.bench", *arguments], **platform)


def lint(_: Sequence[str]) -> int:
    """Every check, even after one has failed."""
    codes = []
    for command in LINTERS:
        say("Checking: {command}…", command=spoken(command))
        codes.append(call(command, cwd=HERE))
    if any(codes):
        raise Failure("Some checks failed; each says why above.")
    return 0


def main(arguments: Sequence[str]) -> int:
    """Set the place up, then do what is asked; the exit code is that of the work done."""
    commands = {"demo": demo, "test": test, "bench": bench, "lint": lint}
    try:
        if sys.version_info < OLDEST_PYTHON:
            raise Failure("Fil rouge needs Python {wanted} or newer.", wanted=".".join(map(str, OLDEST_PYTHON)))
        set_up()
        if arguments and arguments[0] in commands:
            return commands[arguments[0]](arguments[1:])
        return open_program(arguments)
    except Failure as failure:
        say(failure.message, **failure.values)
        return failure.exit_code
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
