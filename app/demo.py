# SPDX-License-Identifier: GPL-3.0-or-later
"""The demonstration: the sample project, built and analysed by the commands a researcher would type."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from app.main import main as command
from coding import groups, sample
from coding.language import _, preferred_language, set_language
from coding.project import open_reader

NAME = "exemple.filrouge"


def build(folder: Path) -> Path:
    """Build the sample in ``folder``, replacing an earlier demonstration; returns the project's path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    for old in (path, path.with_name(NAME + "-wal"), path.with_name(NAME + "-shm")):
        old.unlink(missing_ok=True)
    return sample.build(path)


def show(project: Path) -> int:
    """Print the transversal table and the saturation verdicts, and write the exports beside the project."""
    folder = project.parent
    with open_reader(project) as store, store.reading() as session:
        names = [group.name for group in groups.listed(session)]
    steps: list[list[str]] = [["transversal", str(project), "--group", names[0]]]
    for name in names:
        steps.append(["saturation", str(project), "--group", name])
        steps.append(["saturation", str(project), str(folder / f"saturation - {name}.docx"), "--group", name])
    steps += [
        ["quotes", str(project), str(folder / "extraits.docx")],
        ["transversal", str(project), str(folder / "transversal.xlsx"), "--group", names[0]],
        ["codebook", str(project), "export", str(folder / "grille de codage.docx")],
        ["export", str(project), str(folder / "exemple.qdpx")],
        ["check", str(project)],
    ]
    for step in steps:
        print(f"\n$ filrouge {shlex.join(step)}", flush=True)
        status = command(step)
        if status:
            return status
    return 0


def main(argv: list[str] | None = None) -> int:
    """Entry of ``python -m app.demo``."""
    set_language(preferred_language())
    parser = argparse.ArgumentParser(prog="app.demo", description=_("Build and analyse the sample project."))
    parser.add_argument("--folder", type=Path, default=Path("demo"))
    folder: Path = parser.parse_args(argv).folder
    print(_("Building the sample project from its transcripts…"), flush=True)
    return show(build(folder))


if __name__ == "__main__":
    sys.exit(main())
