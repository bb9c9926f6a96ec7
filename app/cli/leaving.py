# SPDX-License-Identifier: GPL-3.0-or-later
"""What every command that writes a file of a project does last: the file is logged, and stderr says in one line when
it likely identifies someone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from app.cli import output
from coding.language import ngettext, number


def left(project: Path, what: str, files: Sequence[Path], interviews: Iterable[int] = ()) -> None:
    """Log that these files of the kind ``what`` were written, holding words of these interviews (of any when there are
    none), and point out what the first may give away; nothing on stdout, and the exit code stays what it is."""
    from coding import exports_log
    from coding.project import open_reader
    from coding.pseudonyms.at_a_glance import reachable

    whose = tuple(interviews)
    for path in files:
        exports_log.add(project, what, path, whose)
    with open_reader(project) as store, store.reading() as session:
        n = len(reachable(session, what, whose))
    if n:
        output.complain(ngettext(
            "{file} likely holds {n} e-mail, telephone or other number that identifies someone. "
            "List it with: filrouge pseudonymise {project}",
            "{file} likely holds {n} e-mails, telephones or other numbers that identify someone. "
            "List them with: filrouge pseudonymise {project}", n).format(
                file=files[0].name, n=number(n), project=project.name))
