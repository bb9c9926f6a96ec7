# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenDocument, rich text, PDF, Markdown, subtitles, Transcriber and ELAN, each written here and read back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from coding.intake.reader import read_transcript
from coding.intake.transcript import Transcript
from models.errors import KnownError

Said = Callable[[Transcript], list[tuple[str | None, str]]]
SPACES = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
          'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
          'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
          'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
          'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"')


def odt(body: str, styles: str = "", root: str = "document-content") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("content.xml", (
            f"<office:{root} {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:{root}>"))
    return stream.getvalue()


def pdf(pages: list[list[str]]) -> bytes:
    from matplotlib.backends.backend_pdf import PdfPages
    from matplotlib.figure import Figure

    stream = io.BytesIO()
    with PdfPages(stream) as document:
        for lines in pages:
            figure = Figure(figsize=(8, 11))
            for number, line in enumerate(lines):
                figure.text(0.1, 0.95 - 0.03 * number, line, fontsize=10, family="DejaVu Sans")
            document.savefig(figure)
    return stream.getvalue()


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str, bytes | str], Transcript]:
    def reading(name: str, raw: bytes | str) -> Transcript:
        path = tmp_path / name
        path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
        return read_transcript(path)

    return reading


Read = Callable[[str, bytes | str], Transcript]


def test_opendocument(read: Read, said: Said) -> None:
    got = read("a.odt", odt(
        '<text:tracked-changes><text:changed-region><text:deletion><text:p>Effacé</text:p></text:deletion>'
        "</text:changed-region></text:tracked-changes>"
        "<text:p>Paul : Et <text:span>alors</text:span><text:note><text:note-body><text:p>Rien</text:p>"
        "</text:note-body></text:note> ?</text:p>"
        '<text:list><text:list-item><text:p>Inès : Oui<text:s text:c="2"/>et<text:tab/>non.<text:line-break/>Voilà.'
        "</text:p></text:list-item></text:list>"
        "<text:p>Paul : Merci.<office:annotation><text:p>À revoir</text:p></office:annotation></text:p>"
        "<text:p>Inès : De rien.</text:p>"))
    assert said(got) == [("Paul", "Et alors ?"), ("Inès", "Oui  et\tnon.\nVoilà."), ("Paul", "Merci."),
                         ("Inès", "De rien.")]
    assert {"Effacé", "Rien", "À revoir"}.isdisjoint(got.text.split())
    assert len(got.warnings) == 3


def test_bold_names_of_opendocument_are_labels(read: Read, said: Said) -> None:
    bold = '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
    lines = [("Paul", "Et alors"), ("Inès", "Rien du tout"), ("Paul", "Vraiment"), ("Inès", "Oui vraiment")]
    body = "".join(f'<text:p><text:span text:style-name="T1">{who} </text:span>{words}</text:p>'
                   for who, words in lines)
    assert said(read("a.odt", odt(body, bold))) == lines


def test_an_opendocument_table_of_names_and_words(read: Read, said: Said) -> None:
    rows = [("Paul", "Et alors ?"), ("Inès", "Rien."), ("Paul", "Ah."), ("Inès", "Voilà.")]
    cells = "".join("<table:table-row>" + "".join(
        f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in row) + "</table:table-row>"
        for row in rows)
    assert said(read("a.odt", odt(f"<table:table>{cells}</table:table>"))) == rows


def test_rich_text(read: Read, said: Said) -> None:
    raw = (r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\author Moi}}\f0 Paul\~: Et apr\'e8s ?\par "
           r"In\u232?s\~: C\rquote\'e9tait {\b dur}.\par Paul\~: Oui ?\par In\u232?s\~: Oui.\par}")
    got = said(read("a.rtf", raw))
    assert [who for who, _words in got] == ["Paul", "Inès", "Paul", "Inès"]
    assert [words for _who, words in got] == ["Et après ?", "C’était dur.", "Oui ?", "Oui."]


def test_what_is_left_out_of_rich_text_is_told(read: Read) -> None:
    got = read("a.rtf", r"{\rtf1{\header Projet\par}Paul : Et ?{\footnote Une note.}\par Ines : Rien.\par "
                        r"Paul : Oui.\par}")
    assert "Projet" not in got.text
    assert [(notice.key, notice.values) for notice in got.notices] == [
        ("Footnotes and endnotes are left out: {n}.", {"n": 1}), ("Headers and footers are left out: {n}.", {"n": 1})]


def test_rich_text_is_read_with_its_changes_accepted(read: Read, said: Said) -> None:
    got = read("a.rtf", r"{\rtf1 Paul : Et {\revised neuf }{\deleted\revauthdel1 vieux }{\deleted0 la }?\par "
                        r"Ines : Rien.\par Paul : Oui ?\par Ines : Non.\par}")
    assert said(got)[0] == ("Paul", "Et neuf la ?")
    assert [notice.key for notice in got.notices] == [
        "The file holds tracked changes: what was inserted is kept, what was deleted is left out."]


def test_pdf_lines_become_paragraphs_again(read: Read, said: Said) -> None:
    page = ["Entretien 3", "Paul : Et alors, comment cela s’est-il passé au tout début de votre arrivée dans le",
            "service, avec les soignants et avec les autres personnes ?",
            "Inès : Bien, dans le Nord, mais ce qu’il y a de mieux, c’est dans les villages du Pas-",
            "de-Calais, et puis enfin, là, pour ce qui est de leur attitude à mon égard, vis-à-",
            "vis de moi, je crois que c’est, je ne sais pas trop comment dire, mais peut-ê-",
            "peut-être bien.", "Paul : Oui ?",
            "Inès : Je ne sais pas trop, il y avait de l’équi- de l’équilibre dans tout cela, et peut-",
            "être un peu de crainte.", "1"]
    pages = [page, [*page[:-1], "2"], [*page[:-1], "3"]]
    got = said(read("a.pdf", pdf(pages)))
    assert len(got) == 12
    asked = ("Et alors, comment cela s’est-il passé au tout début de votre arrivée dans le service, avec les soignants "
             "et avec les autres personnes ?")
    assert got[0] == ("Paul", asked)
    assert got[3][1].endswith("et peut-être un peu de crainte.")
    assert "du Pas-de-Calais, et" in got[1][1] and "égard, vis-à-vis de" in got[1][1]
    assert got[1][1].endswith("mais peut-ê- peut-être bien.")


def test_a_pdf_of_pictures_is_refused(read: Read) -> None:
    with pytest.raises(KnownError, match="pictures of pages"):
        read("a.pdf", pdf([[], []]))


def test_markdown(read: Read, said: Said) -> None:
    assert said(read("a.md", "# Entretien\n\nPaul : Oui ?\n\nInès : Oui.\n\nPaul : Ah.\n\nInès : Voilà.\n"))[1] == (
        "Inès", "Oui.")


VTT = """WEBVTT

NOTE fait par une machine

1
00:00:01.000 --> 00:00:04.000
<v Marie Dupont>Bonjour, <i>je</i> suis Marie.</v>

2
00:00:04.500 --> 00:00:06.000
<v Marie Dupont>Et vous &amp; vos collègues ?</v>

3
01:02:03.250 --> 01:02:06.000
<v Paul>Moi, c’est Paul.</v><v Marie Dupont>Ah.</v>
"""


def test_subtitles_with_voices(read: Read, said: Said) -> None:
    got = read("a.vtt", VTT)
    assert said(got) == [("Marie Dupont", "Bonjour, je suis Marie. Et vous & vos collègues ?"),
                         ("Paul", "Moi, c’est Paul."), ("Marie Dupont", "Ah.")]
    assert [turn.time_ms for turn in got.turns] == [1_000, 3_723_000, 3_723_000]
    assert got.text.startswith("[0:00:01] Marie Dupont : Bonjour")


def test_names_written_in_subtitles_go_on_until_the_next(read: Read, said: Said) -> None:
    cues = ["Paul : Et alors ?", "Je vous écoute.", "SPEAKER_01: Rien.", "Vraiment rien.", "Paul : Ah.",
            "SPEAKER_01: Voilà."]
    raw = "\r\n\r\n".join(f"{n}\r\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\r\n{cue}" for n, cue in enumerate(cues, 1))
    assert said(read("a.srt", raw)) == [("Paul", "Et alors ? Je vous écoute."), ("SPEAKER_01", "Rien. Vraiment rien."),
                                        ("Paul", "Ah."), ("SPEAKER_01", "Voilà.")]


def test_subtitles_without_names_are_cut_at_silences(read: Read, said: Said) -> None:
    raw = "WEBVTT\n\n" + "\n\n".join(
        f"00:00:{start:02}.000 --> 00:00:{start + 1:02}.000\n{words}"
        for start, words in ((1, "Et alors"), (2, "dites-moi."), (9, "Rien."), (20, "Voilà.")))
    got = read("a.vtt", raw)
    assert said(got) == [(None, "Et alors dites-moi."), (None, "Rien."), (None, "Voilà.")]
    assert [turn.time_ms for turn in got.turns] == [1_000, 9_000, 20_000]


TRS = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE Trans SYSTEM "trans-14.dtd">
<Trans><Speakers><Speaker id="spk1" name="Enquêteur"/><Speaker id="spk2" name="Inès"/></Speakers>
<Episode><Section type="report" startTime="0" endTime="9">
<Turn startTime="0" endTime="2.5" speaker="spk1"><Sync time="0"/>Et alors<Event desc="rire"/> ?</Turn>
<Turn startTime="2.5" endTime="6" speaker="spk2"><Sync time="2.5"/>Rien.<Sync time="4"/>Voilà.</Turn>
<Turn startTime="6" endTime="9" speaker="spk1 spk2"><Sync time="6"/><Who nb="1"/>Ah.<Who nb="2"/>Oui.</Turn>
</Section></Episode></Trans>"""


def test_transcriber(read: Read, said: Said) -> None:
    got = read("a.trs", TRS.encode("iso-8859-1"))
    assert said(got) == [("Enquêteur", "Et alors ?"), ("Inès", "Rien. Voilà."), ("Enquêteur", "Ah."), ("Inès", "Oui.")]
    assert [turn.time_ms for turn in got.turns] == [0, 2_000, 6_000, 6_000]
    assert next(s for s in got.speakers if s.label == "Enquêteur").interviewer


EAF = """<ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="0"/>
<TIME_SLOT TIME_SLOT_ID="b" TIME_VALUE="1500"/><TIME_SLOT TIME_SLOT_ID="c" TIME_VALUE="3000"/></TIME_ORDER>
<TIER TIER_ID="t1" PARTICIPANT="Inès"><ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="b" TIME_SLOT_REF2="c">
<ANNOTATION_VALUE>Rien.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="Paul"><ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="a" TIME_SLOT_REF2="b">
<ANNOTATION_VALUE>Et alors ?</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="gloses" PARENT_REF="t1"/></ANNOTATION_DOCUMENT>"""


def test_elan(read: Read, said: Said) -> None:
    got = read("a.eaf", EAF)
    assert said(got) == [("Paul", "Et alors ?"), ("Inès", "Rien.")]
    assert len(got.warnings) == 1


BOMB = '<!DOCTYPE Trans [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
BAD = {
    "a.odt": (b"PK\x03\x04rubbish", "is damaged"),
    "b.odt": (odt("", root="spreadsheet"), "no OpenDocument file"),
    "a.rtf": (b"Paul : oui", "no RTF file"),
    "a.pdf": (b"%PDF-1.7 rubbish", "is damaged"),
    "b.pdf": (b"Paul : oui", "is damaged"),
    "a.vtt": (b"Paul : oui", "no subtitles"),
    "a.srt": (b"Paul : oui", "no subtitles"),
    "a.trs": (b"<Trans><broken></Trans>", "is damaged"),
    "b.trs": ((BOMB + "<Trans>&b;</Trans>").encode(), "is damaged"),
    "c.trs": (b"<html/>", "no Transcriber file"),
    "a.eaf": (b"<html/>", "no ELAN file"),
}


@pytest.mark.parametrize("name", BAD)
def test_broken_files_are_refused(read: Read, name: str) -> None:
    raw, reason = BAD[name]
    with pytest.raises(KnownError, match=reason):
        read(name, raw)
