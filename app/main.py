# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the program starts: a command, or the window. Exit codes: 0 done, 1 a known error, 2 wrong usage."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from app.cli import COMMANDS, module_of, parser_words
from app.cli.output import UsageError, complain
from coding.file_name import readable
from coding.language import N_, _, preferred_language, say, set_language
from coding.version import version
from models.errors import KnownError

PROJECT_SUFFIX = ".filrouge"


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line that begins as every error of ours does."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        complain(message)
        sys.exit(2)


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; returns the exit code."""
    set_language(preferred_language())
    parser_words.speak()
    _write_utf8()
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        if not words or _names_project(words):
            _need_a_screen()
            from app.window import run

            return run(Path(words[0]) if words else None)
        args = _parsed(words)
        _refuse_other_bytes(args)
        status: int = module_of(args.command).run(args)
        sys.stdout.flush()
        return status
    except SystemExit as stop:  # argparse ends the process; a caller in Python wants the code
        return stop.code if isinstance(stop.code, int) else 0
    except UsageError as error:
        complain(say(error))
        return 2
    except KnownError as error:
        return complain(say(error))
    except BrokenPipeError:  # the reader of a pipe has had enough: nothing more can be said to it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parsed(words: Sequence[str]) -> argparse.Namespace:
    """The command line read. An OUT that comes after options is taken too: argparse has given it up by then, since it
    may be left out."""
    parser = _parser(words[0])
    args, left = parser.parse_known_args(words)
    if len(left) == 1 and not left[0].startswith("-") and getattr(args, "out", left) is None:
        args.out, left = Path(left[0]), []
    if left:
        parser.parse_args(words)  # complains of what is left
    return args


def _names_project(words: Sequence[str]) -> bool:
    """Whether the command line is just a project to open."""
    word = words[0]
    if len(words) > 1 or word in COMMANDS or word.startswith("-"):
        return False
    return word.lower().endswith(PROJECT_SUFFIX) or os.path.exists(word)


def _need_a_screen() -> None:
    """Raises KnownError where Qt would only abort: on a Unix without a display, unless a platform was chosen."""
    if sys.platform in ("win32", "darwin") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        return
    raise KnownError(N_(
        "There is no screen to open the window on. Start Fil rouge from a desktop session; its commands work without "
        "one: filrouge --help."))


def _refuse_other_bytes(args: argparse.Namespace) -> None:
    """Paths may be any bytes; what is sought or stored must be text. Raises UsageError."""
    given = [word for value in vars(args).values() for word in (value if isinstance(value, list) else [value])]
    for word in given:
        if isinstance(word, str) and readable(word) != word:
            raise UsageError(N_("“{word}” is not written in UTF-8."), word=readable(word))


def _parser(word: str) -> Parser:
    """A parser that knows the command asked for, or all of them when the help must list them."""
    if word not in COMMANDS and not word.startswith("-"):
        raise UsageError(
            N_("There is no command “{word}”. The commands are: {commands}."), word=word, commands=", ".join(COMMANDS))
    parser = Parser(
        prog="filrouge", description=_("Code qualitative interviews. Without a command, opens the window."),
        epilog=_("“filrouge PROJECT” opens a project in the window."))
    parser.add_argument("--version", action="version", version=f"%(prog)s {version()}",
                        help=_("show the version and exit"))
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in [word] if word in COMMANDS else COMMANDS:
        module_of(command).register(subparsers)
    return parser


def _write_utf8() -> None:
    """Both outputs in UTF-8, whatever the locale or the console says; a file name that is not is escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
