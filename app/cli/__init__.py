# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line, one file a noun.

Each command is a module with ``register(subparsers)``, which declares it, and ``run(args) -> int``, which does it and
returns the exit code: 0 done, 1 a known error (or raise KnownError), 2 wrong usage (or raise ``output.UsageError``).
Only the module of the command asked for is imported, and none imports Qt.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

# What is typed → the module that does it, in the order of the help.
COMMANDS = {
    "new": "new",
    "import": "transcripts",
    "interviews": "interviews",
    "participants": "participants",
    "groups": "groups",
    "asked": "asked",
    "codebook": "codebook",
    "code": "code",
    "quotes": "quotes",
    "transversal": "transversal",
    "saturation": "saturation",
    "export": "export",
    "pseudonymise": "pseudonymise",
    "check": "check",
}


def module_of(command: str) -> ModuleType:
    """The module of a command of COMMANDS."""
    return import_module(f"app.cli.{COMMANDS[command]}")
