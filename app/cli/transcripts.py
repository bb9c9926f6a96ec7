# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge import``: transcripts into a project, whatever becomes of the other files."""

from __future__ import annotations

import argparse
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli import exchanges, output
from coding.file_name import readable
from coding.language import N_, _, ngettext, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coding.arrivals import Arrival, Arrivals, Failure
    from coding.changes import Writer
    from coding.intake.batch import Refusal
    from coding.intake.transcript import Transcript


def register(subparsers: Any) -> None:
    """Declare the command."""
    kinds = _("transcripts (docx, odt, rtf, pdf, txt, md, html, vtt, srt, tsv, trs, eaf, otr), REFI-QDA projects "
              "(qdpx) and codebooks (qdc), folders of tables")
    parser = subparsers.add_parser("import", help=kinds, description=_(
        "Read transcripts into a project, or what another project wrote: REFI-QDA files, folders of tables. Every file "
        "is tried, and each one that is refused is named with its reason."))
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--group", metavar="GROUP")
    parser.add_argument("--interviewer", metavar="LABEL")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Read the files, put in those that can be, and say what became of each."""
    from coding import project
    from coding.arrivals import take_in

    writer = project.open_writer(args.project)
    with writer.store:
        brought = exchanges.take_all(writer, [path for path in args.files if exchanges.is_one(path)], args.group)
        read = [_read(path, args.interviewer) for path in args.files if not exchanges.is_one(path)]
        read = _with_likeness(writer, _as_remembered(writer, read, args.interviewer is not None))
        arrivals = take_in(writer, read, group=args.group)
    place = {unicodedata.normalize("NFC", readable(path.name)): n for n, path in enumerate(args.files)}
    failed = sorted([*brought.failed, *arrivals.failed], key=lambda one: place.get(one.file, len(place)))
    if args.json:
        imported = sorted([*brought.imported, *_entries(arrivals)], key=lambda one: place.get(one["file"], len(place)))
        output.document({"imported": imported, "failed": [
            {"file": failure.file, "reason": say(failure.error)} for failure in failed]})
    else:
        for one in brought.taken:
            one.tell()
        _print(arrivals, failed)
    if not failed:
        return 0
    n = len(failed)
    count = ngettext("{n} file was not imported", "{n} files were not imported", n).format(n=n)
    return output.complain(f"{count}. " + " ".join(say(failure.error) for failure in failed))


def _read(path: Path, interviewer: str | None) -> Transcript | Refusal:
    from coding.intake.batch import read_many

    return read_many([path], interviewer=interviewer, in_process=True)[0]


def _as_remembered(writer: Writer, read: list[Transcript | Refusal], asker_given: bool) -> list[Transcript | Refusal]:
    """What was read, its labels corrected as in earlier files of its make, and a warning that says so; who asks stays
    as it is when it was given."""
    from coding.intake.batch import Refusal
    from coding.intake.corrections import as_read, corrected
    from coding.intake.transcript import Notice
    from coding.label_memory import proposed, recall, told

    key = N_("Labels were corrected as in earlier files of this make: {corrections}.")
    with writer.store.reading() as session:
        memory = recall(session)
    found: list[Transcript | Refusal] = []
    for one in read:
        voices = {} if isinstance(one, Refusal) else proposed(memory, one)
        if asker_given and not isinstance(one, Refusal):
            guessed = as_read(one)
            voices = {label: replace(voice, asks=guessed[label].asks) for label, voice in voices.items()
                      if voice.becomes != label}
        if not isinstance(one, Refusal) and voices:
            notice = Notice(key, {"corrections": told(voices)})
            found.append(replace(corrected(one, voices), notices=(*one.notices, notice)))
        else:
            found.append(one)
    return found


def _with_likeness(writer: Writer, read: list[Transcript | Refusal]) -> list[Transcript | Refusal]:
    """What was read, with a warning where it looks like another version of an interview that is there."""
    from coding.intake.transcript import Notice, Transcript
    from coding.likeness import likenesses

    key = N_("It looks like another version of “{title}”. Import it from the window to replace that transcript and "
             "keep its passages.")

    with writer.store.reading() as session:
        found = likenesses(session, [one for one in read if isinstance(one, Transcript)])
    waiting = iter(found)
    told: list[Transcript | Refusal] = []
    for one in read:
        like = next(waiting) if isinstance(one, Transcript) else None
        if isinstance(one, Transcript) and like is not None and not like.same:
            told.append(replace(one, notices=(*one.notices, Notice(key, {"title": like.title}))))
        else:
            told.append(one)
    return told


def _entries(arrivals: Arrivals) -> list[dict[str, Any]]:
    return [
        {
            "file": arrival.transcript.file_name,
            "interview": arrival.title,
            "turns": len(arrival.transcript.turns),
            "speakers": _speakers(arrival),
            "warnings": [warning.say() for warning in arrival.transcript.warnings],
        }
        for arrival in arrivals.imported
    ]


def _speakers(arrival: Arrival) -> list[dict[str, Any]]:
    return [{"label": one.label, "turns": one.turns, "interviewer": one.interviewer}
            for one in arrival.transcript.speakers]


def _print(arrivals: Arrivals, failed: Sequence[Failure]) -> None:
    for arrival in arrivals.imported:
        print(exchanges.line(arrival.title, len(arrival.transcript.turns), _speakers(arrival)))
        for warning in arrival.transcript.warnings:
            print(f"  {warning.say()}")
    for failure in failed:
        print(_("Not imported: {reason}").format(reason=say(failure.error)))
