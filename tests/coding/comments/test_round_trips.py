# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from coding import sample
from coding.comments import arriving, word_file
from coding.comments.alignment import Alignment
from coding.comments.notes import Note
from coding.project import open_reader
from coding.reports import transcript_docx
from coding.reports.cover import Cover
from coding.reports.transcript_docx import Sent
from coding.transcripts import TranscriptText, TurnText
from models.interview import Interview

FILES = Path(__file__).parents[2] / "reference" / "comments"
WORD = st.sampled_from(["oui", "non", "l’équipe", "euh…", "12", "😀", "«\u00a0là\u00a0»", "a\tb", "&", "<x>"])
WORDS = st.lists(WORD, min_size=1, max_size=12).map(" ".join)
WHEN = datetime.fromisoformat("2026-03-12T10:30:01")


@st.composite
def interviews(draw: st.DrawFn) -> TranscriptText:
    """Turns of one or several paragraphs, with or without a title block, now and then on one line."""
    text, turns = draw(st.sampled_from(["", "Entretien 3\n\n", "Titre "])), []
    for number, said in enumerate(draw(st.lists(WORDS, min_size=1, max_size=6)), start=1):
        label = draw(st.sampled_from(["Marie : ", "Q :\n", "[00:01] Q : ", ""]))
        words = said.replace(" ", "\n", 1) if draw(st.booleans()) else said
        at = len(text)
        text += label + words
        turns.append(TurnText(number, at, at + len(label), len(text), label.strip(" :"), False, None))
        text += draw(st.sampled_from(["\n", "\n\n", " "]))
    return TranscriptText(1, "Essai", text, tuple(turns))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(read=interviews(), data=st.data())
def test_every_comment_comes_back_on_its_very_words(tmp_path: Path, read: TranscriptText, data: st.DataObject) -> None:
    offsets = [at for at, sign in enumerate(read.text) if not sign.isspace() and (sign.isalnum() or sign == "😀")]
    pairs = st.tuples(st.sampled_from(offsets), st.sampled_from(offsets))
    notes = [
        Note(min(pair), max(pair) + 1, f"Thème > Code {n}\nsuite", "Claire", WHEN)
        for n, pair in enumerate(data.draw(st.lists(pairs, max_size=8)))
    ]
    notes.sort(key=lambda note: (note.start, -note.end))
    path = tmp_path / "essai.docx"
    transcript_docx.write(path, Sent("guid", read, tuple(notes), ((0, 3), (2, 5)), (), Cover("Essai", "Projet", "fr")))
    letter = word_file.read(path)
    aligned = Alignment(letter.text, read.text, letter.body)
    assert letter.guid == "guid"
    assert aligned.share == 1
    found = []
    for comment in letter.comments:
        assert comment.start is not None
        assert comment.end is not None
        place = aligned.place(comment.start, comment.end)
        assert place is not None
        assert not place.changed
        found.append((place.start, place.end, comment.text, comment.author, comment.at))
    assert sorted(found) == sorted((note.start, note.end, note.text, note.author, note.at) for note in notes)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample.build(tmp_path_factory.mktemp("sample") / "exemple.filrouge")


@pytest.mark.parametrize("name", ["libreoffice.docx", "libreoffice_by_odt.docx"])
def test_a_file_that_libreoffice_wrote_brings_its_comments_home(project: Path, name: str) -> None:
    """The sample's interview, marked by hand, tracked and corrected, then saved by LibreOffice 7.4, straight or by way
    of odt."""
    letter = word_file.read(FILES / name)
    with open_reader(project) as store, store.reading() as session:
        key = arriving.recognised(session, letter)
        assert key == session.scalar(select(Interview.id).where(Interview.title == "Inès"))
        assert key is not None
        found = arriving.foresee(session, letter, key)
    assert found.known == 26
    assert [(one.comment.text, one.words, one.place is not None and one.place.changed, one.usual)
            for one in found.new] == [
        ("Bel entretien.", "", False, "memo"),
        ("À quel moment de l’entretien ?", "alors attendez", False, "memo"),
        ("Vraiment toute ?", "Toute la journée", True, "memo"),
        ("Secret professionnel", "Onze fois.", False, "code"),
        ("Magnifique formule.", "je suis comptable", False, "memo"),
    ]
    assert {one.comment.author for one in found.new} == {"Pr. Martin"}


def test_answers_and_what_is_resolved(tmp_path: Path) -> None:
    """As Word writes them: commentsExtended names the last paragraph of each comment."""
    path = tmp_path / "fil.docx"
    parts = {
        "_rels/.rels": _relations(("r1", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relations(
            ("r1", "comments", "comments.xml"), ("r2", "commentsExtended", "commentsExtended.xml")),
        "word/document.xml": (
            '<w:document xmlns:w="w"><w:body><w:p><w:commentRangeStart w:id="7"/><w:r><w:t>Un mot</w:t></w:r>'
            '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
            '<w:r><w:commentReference w:id="8"/></w:r></w:p></w:body></w:document>'),
        "word/comments.xml": (
            '<w:comments xmlns:w="w" xmlns:w14="w14"><w:comment w:id="8" w:author="B"><w:p w14:paraId="02"><w:r>'
            '<w:t>Si.</w:t></w:r></w:p></w:comment><w:comment w:id="7" w:author="A" w:date="2026-03-12T10:00:00Z">'
            '<w:p w14:paraId="00"><w:r><w:t>Pas</w:t></w:r></w:p><w:p w14:paraId="01"><w:r><w:t>sûr</w:t></w:r></w:p>'
            "</w:comment></w:comments>"),
        "word/commentsExtended.xml": (
            '<x:commentsEx xmlns:x="x"><x:commentEx x:paraId="01" x:done="1"/>'
            '<x:commentEx x:paraId="02" x:paraIdParent="01" x:done="0"/></x:commentsEx>'),
    }
    with zipfile.ZipFile(path, "w") as made:
        for name, xml in parts.items():
            made.writestr(name, xml)
    first, answer = word_file.read(path).comments
    assert (first.text, first.author, first.done, first.parent) == ("Pas\nsûr", "A", True, None)
    assert (answer.text, answer.at, answer.done, answer.parent) == ("Si.", None, True, 0)
    assert (answer.start, answer.end) == (first.start, first.end) == (0, 6)


def _relations(*wanted: tuple[str, str, str]) -> str:
    lines = "".join(f'<Relationship Id="{key}" Type="http://x/{kind}" Target="{target}"/>'
                    for key, kind, target in wanted)
    return f'<Relationships xmlns="r">{lines}</Relationships>'
