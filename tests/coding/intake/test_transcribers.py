# SPDX-License-Identifier: GPL-3.0-or-later
"""What transcription tools write, invented here in their form: who speaks, when, cues joined into turns."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest

from coding.intake.reader import read_transcript
from coding.intake.transcript import Transcript
from models.errors import KnownError

Read = Callable[[str, str], Transcript]
Told = list[tuple[int | None, str | None, str]]

SAID = [("Bonjour, merci de me recevoir. Vous pouvez vous présenter ?", 5), ("Oui, je suis pair aidant.", 12),
        ("D’accord, et avant ?", 20), ("Avant, rien du tout.", 3753)]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def reading(name: str, words: str) -> Transcript:
        path = tmp_path / name
        path.write_text(words, "utf-8")
        return read_transcript(path)

    return reading


def told(got: Transcript) -> Told:
    """Seconds, speaker and words of each turn."""
    return [(None if turn.time_ms is None else turn.time_ms // 1000, turn.speaker, got.text[turn.start : turn.end])
            for turn in got.turns]


def expected(names: Sequence[str | None], *, timed: bool = True) -> Told:
    return [(at if timed else None, names[n % 2], words) for n, (words, at) in enumerate(SAID)]


def stamp(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


@pytest.mark.parametrize("soft", [False, True])
@pytest.mark.parametrize("who", ["Speaker", "Haut-parleur", "Intervenant"])
def test_transcripts_of_word(tmp_path: Path, who: str, soft: bool) -> None:
    made = docx.Document()
    made.add_heading("Transcript", 1)
    made.add_paragraph("entretien 3.m4a")
    made.add_paragraph("Transcript")
    for n, (words, at) in enumerate(SAID):
        label = f"{stamp(at)} {who} {n % 2 + 1}"
        if soft:
            made.add_paragraph(f"{label}\n{words}")
        else:
            made.add_paragraph(label)
            made.add_paragraph(words)
    made.save(str(tmp_path / "a.docx"))
    got = read_transcript(tmp_path / "a.docx")
    assert told(got) == expected([f"{who} 1", f"{who} 2"])
    assert got.title_block.startswith("Transcript")


def test_teams_as_word_wrote_it_first(tmp_path: Path) -> None:
    made = docx.Document()
    for n, (words, at) in enumerate(SAID):
        clock = f"{at // 3600}:{at // 60 % 60}:{at % 60}"
        made.add_paragraph(f"{clock}.0 --> {clock}.980\n{('Julie Martin', 'Paul PETIT')[n % 2]}\n{words}")
    made.save(str(tmp_path / "a.docx"))
    assert told(read_transcript(tmp_path / "a.docx")) == expected(["Julie Martin", "Paul PETIT"])


def test_teams_as_word_writes_it_now(tmp_path: Path) -> None:
    made = docx.Document()
    for line in ("Entretien-20240312_140333-Enregistrement de la réunion", "12 mars 2024, 14:03", "33 m 12 s"):
        made.add_paragraph(line)
    for n, (words, at) in enumerate(SAID):
        paragraph = made.add_paragraph()
        paragraph.add_run(("Julie Martin", "Paul PETIT")[n % 2]).bold = True
        paragraph.add_run(f"   {at // 3600}:{at // 60 % 60:02}:{at % 60:02}" if at > 3600 else
                          f"   {at // 60}:{at % 60:02}")
        paragraph.add_run("\n" + words)
    made.save(str(tmp_path / "a.docx"))
    got = read_transcript(tmp_path / "a.docx")
    assert told(got) == expected(["Julie Martin", "Paul PETIT"])
    assert len(got.title_block.split("\n")) == 3


def cues(head: str, names: Sequence[str], voice: str, mark: str, comma: str) -> str:
    """Each sentence cut in two cues of one voice."""
    found, number = [head] if head else [], 0
    for n, (words, at) in enumerate(SAID):
        middle = words.index(" ", len(words) // 2)
        for half, start in ((words[:middle], at), (words[middle + 1 :], at + 2)):
            number += 1
            said = voice.format(name=names[n % 2], words=half)
            found.append(f"{mark.format(n=number)}\n{stamp(start)}{comma}500 --> {stamp(start + 2)}{comma}400\n{said}")
    return "\n\n".join(found) + "\n"


VOICES = ["Julie Martin", "Paul PETIT"]
SPEAKERS = ["SPEAKER_00", "SPEAKER_01"]
SUBTITLES = {
    "teams.vtt": (cues("WEBVTT", VOICES, "<v {name}>{words}</v>", "1f2a3b4c-11/{n}-0", "."), VOICES),
    "zoom.vtt": (cues("WEBVTT", VOICES, "{name}: {words}", "{n}", "."), VOICES),
    "noscribe.vtt": (cues("WEBVTT Entretien 3\n\nNOTE\nTranscribed with noScribe vers. 0.6\nmedia: file:///C:/a.m4a",
                          ["S00", "S01"], "<v {name}>{words}</v>", "{n}", "."), ["S00", "S01"]),
    "whisperx.srt": (cues("", SPEAKERS, "[{name}]: {words}", "{n}", ","), SPEAKERS),
    "whisperx.vtt": (cues("WEBVTT", SPEAKERS, "[{name}]: {words}", "{n}", "."), SPEAKERS),
}


@pytest.mark.parametrize("name", SUBTITLES)
def test_cues_of_one_voice_are_one_turn(read: Read, name: str) -> None:
    words, names = SUBTITLES[name]
    got = read(name, words)
    assert told(got) == expected(names)
    assert "  " not in got.text
    assert not got.warnings


@pytest.mark.parametrize("name", ["a.srt", "a.vtt", "a.tsv"])
def test_whisper_gives_times_and_no_names(read: Read, name: str) -> None:
    head = "" if name == "a.srt" else "WEBVTT"
    words = cues(head, ["", ""], "{words}", "{n}", "," if name == "a.srt" else ".")
    if name == "a.tsv":
        words = "start\tend\ttext\n" + "".join(
            f"{at * 1000}\t{at * 1000 + 3_000}\t{said}\n" for said, at in SAID)
    got = read(name, words)
    assert told(got) == [(at, None, said) for said, at in SAID]
    assert [notice.key for notice in got.warnings] == [
        "The file gives times and no names: its turns have no speaker."]


def test_whisper_short_times(read: Read) -> None:
    got = read("a.vtt", "WEBVTT\n\n00:00.000 --> 00:03.120\nBonjour,\n\n00:03.120 --> 00:05.000\nmerci.\n")
    assert told(got) == [(0, None, "Bonjour, merci.")]


@pytest.mark.parametrize("timed", [True, False])
def test_noscribe_as_text(read: Read, timed: bool) -> None:
    head = ("Entretien 3.m4a\nTranscribed with noScribe vers. 0.4\nAudio source: C:/a.m4a\n"
            "(Start: 00:00:00 | Stop: 01:10:00 | Language: French | Speakers: 2)\n\n")
    words = "\n\n".join(f"S0{n % 2}: " + (f"[{stamp(at)}] " if timed else "") + said
                        for n, (said, at) in enumerate(SAID))
    got = read("a.txt", head + words)
    assert told(got) == expected(["S00", "S01"], timed=timed)
    assert "noScribe" in got.title_block


def test_noscribe_as_a_page(read: Read) -> None:
    turns = "".join(
        f'<p><a name="ts_{at}000_{at}999_S0{n % 2}">S0{n % 2}: <span style="color: #78909C">[{stamp(at)}]</span> '
        f"{said.replace('et', '&amp; et')}</a></p>\n" for n, (said, at) in enumerate(SAID))
    page = ('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0//EN" "http://www.w3.org/TR/REC-html40/strict.dtd"><html><head>'
            '<meta charset="UTF-8"/><title>x</title><style type="text/css">p { white-space: pre-wrap; }</style></head>'
            '<body><p style="font-weight:600;">Entretien 3</p><p>Transcribed with noScribe<br>Audio source: a</p>\n'
            f"{turns}<script>alert(1)</script></body></html>")
    got = read("a.html", page)
    assert told(got) == [(at, who, said.replace("et", "& et")) for at, who, said in expected(["S00", "S01"])]
    assert got.title_block == "Entretien 3\nTranscribed with noScribe\nAudio source: a"
    assert [(notice.key, notice.values) for notice in got.notices] == [("Scripts are left out: {n}.", {"n": 1})]


def test_a_page_with_a_table_or_bold_names(read: Read) -> None:
    rows = "".join(f"<tr><td>{('Q', 'Paul')[n % 2]}</td><td>{said}</td></tr>" for n, (said, _at) in enumerate(SAID))
    assert told(read("a.htm", f"<table>{rows}</table>")) == expected(["Q", "Paul"], timed=False)
    bold = "".join(f"<div><b>{('Julie', 'Paul')[n % 2]} </b>{said}</div>" for n, (said, _at) in enumerate(SAID))
    assert told(read("b.html", bold)) == expected(["Julie", "Paul"], timed=False)


def test_otranscribe(read: Read) -> None:
    lines = [f"{stamp(at) if at > 3600 else stamp(at)[3:]} {('Q', 'Paul')[n % 2]}&nbsp;: {said}"
             for n, (said, at) in enumerate(SAID)]
    page = "".join(f'<p><span class="timestamp" data-timestamp="1.2">{line.split(" ", 1)[0]}</span> '
                   f"{line.split(' ', 1)[1]}</p>" for line in lines)
    assert told(read("a.otr", json.dumps({"text": page, "media": "a.mp3"}))) == expected(["Q", "Paul"])
    assert told(read("a.txt", "\n\n".join(lines).replace("&nbsp;", "\u00a0"))) == expected(["Q", "Paul"])


def test_sonal(read: Read) -> None:
    words = "\n".join(f"[{stamp(at)}]\n{('Enquêteur', 'Paul')[n % 2]} : {said}" for n, (said, at) in enumerate(SAID))
    assert told(read("a.txt", words)) == expected(["Enquêteur", "Paul"])


@pytest.mark.parametrize(("name", "words"), [
    ("a.otr", "Paul : oui"), ("b.otr", '{"text": 3}'), ("c.otr", "[" * 100_000), ("a.html", "Paul : oui"),
    ("a.tsv", "Paul\toui\n"), ("b.tsv", "start\tend\ttext\nun\tdeux\toui\n"),
    ("c.tsv", "start\tend\ttext\n²\t³\toui\n"), ("d.tsv", "start\tend\ttext\n" + "9" * 5000 + "\t1\toui\n")])
def test_what_is_none_is_refused(read: Read, name: str, words: str) -> None:
    with pytest.raises(KnownError, match=name):
        read(name, words)


def test_a_page_of_nested_boxes_is_read_or_refused(read: Read) -> None:
    for depth in (200, 5_000, 200_000):
        try:
            got = read("a.html", "<div>" * depth + "Paul : oui ?<br>Inès : non.<br>Paul : ah ?<br>Inès : oui.")
        except KnownError:
            continue
        assert [turn.speaker for turn in got.turns] == ["Paul", "Inès"] * 2
