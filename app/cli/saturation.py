# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge saturation``: a verdict for each theme and for the group, from a project or from a bare matrix."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli import leaving, output
from app.cli.columns import aligned
from app.cli.output import UsageError
from coding.language import LANGUAGES, N_, _

if TYPE_CHECKING:
    from coding.saturation import Analysis, Block, Parameters


def register(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("saturation", help=_("where information becomes redundant"), description=_(
        "Say for each theme, and for all codes, whether interviews still bring new codes, with the reasons and the "
        "limits; OUT is a methods report in Word, with the codes × interviews table beside it. With --matrix, from "
        "such a table."))
    parser.add_argument("project", type=Path, nargs="?", metavar="PROJECT")
    parser.add_argument("out", type=Path, nargs="?", metavar="OUT.docx")
    parser.add_argument("--group", metavar="GROUP")
    parser.add_argument("--matrix", type=Path, metavar="M.csv")
    parser.add_argument("--themes", type=Path, metavar="MAP.csv")
    parser.add_argument("--base", type=int, metavar="N")
    parser.add_argument("--run", type=int, metavar="N", dest="run_length")
    parser.add_argument("--threshold", type=float, metavar="SHARE")
    parser.add_argument("--tail", type=int, metavar="N")
    parser.add_argument("--coverage-min", type=float, metavar="SHARE")
    parser.add_argument("--expected-max", type=float, metavar="X")
    parser.add_argument("--few-codes", type=int, metavar="N")
    parser.add_argument("--language", choices=LANGUAGES, help=_("of the report; the project’s, unless given"))
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Print the verdicts, write the report, or both."""
    if (args.matrix is None) == (args.project is None):
        raise UsageError(N_("Give either a project or --matrix with a table."))
    if (args.matrix and args.group is not None) or (args.themes and not args.matrix):
        raise UsageError(N_("--themes goes with --matrix, and --group with a project."))
    analysis, since = (_of_matrix(args), None) if args.matrix else _of_project(args)
    if args.json:
        from coding.saturation import document

        output.document(document(analysis))
    elif args.out:
        return output.written(args.out, as_json=False)
    else:
        print(_shown(analysis, since))
    return 0


def _of_project(args: argparse.Namespace) -> tuple[Analysis, date | None]:
    """The analysis, and the day on which the codebook came to say what it says."""
    from coding import codebook_state, exports, exports_log, groups, past_verdicts, verdicts
    from coding.calendar_words import local_day
    from coding.project import open_reader

    if args.out:
        exports.check_format(args.out, exports.WORD)
    with open_reader(args.project) as store, store.reading() as session:
        group_id = groups.named(session, args.group).id if args.group is not None else None
        kept = verdicts.project_parameters(session)
        parameters = _parameters(kept, args)
        changed = codebook_state.state(session).at
        since = None if changed is None else local_day(changed)
        if not args.out:
            return verdicts.saturation(session, group_id, parameters=parameters), since
        report = exports.saturation(session, args.out, group_id, parameters=parameters, language=args.language)
        whose = exports_log.within(session, group_ids=() if group_id is None else (group_id,))
    leaving.left(args.project, "saturation", report.files, whose)
    if parameters == kept:
        past_verdicts.add(args.project, group_id, report.analysis)
    return report.analysis, since


def _of_matrix(args: argparse.Namespace) -> Analysis:
    from coding.saturation import Parameters, analyse, read_matrix

    incidence = read_matrix(args.matrix, args.themes)
    return analyse(incidence, parameters=_parameters(Parameters(), args), frame_required=False)


def _parameters(kept: Parameters, args: argparse.Namespace) -> Parameters:
    """The parameters kept, with those given on the command line in their place."""
    given = {"base": args.base, "run": args.run_length, "threshold": args.threshold, "tail": args.tail,
             "coverage_min": args.coverage_min, "expected_max": args.expected_max, "few_codes": args.few_codes}
    return replace(kept, **{name: value for name, value in given.items() if value is not None})


def _shown(analysis: Analysis, since: date | None) -> str:
    from coding.saturation import paragraph, sentence
    from coding.verdict_words import titles

    blocks = (*analysis.themes, analysis.overall)
    parts = [aligned([titles(), *map(_line, blocks)], left=2), ""]
    for block in analysis.themes:
        if block.verdict.grounds == analysis.overall.verdict.grounds:
            continue  # a refusal of the whole group is said once, below
        grounds = " ".join(sentence(reason) for reason in block.verdict.grounds)
        parts.append(_("{theme}: {reasons}").format(theme=block.theme, reasons=grounds))
    return "\n".join([*parts, "", paragraph(analysis, analysis.overall, codebook_date=since)])


def _line(block: Block) -> list[str]:
    from coding.saturation import status_label
    from coding.verdict_words import figures

    name = _("All codes") if block.theme is None else block.theme
    return [name, status_label(block.verdict.status), *figures(block)]
