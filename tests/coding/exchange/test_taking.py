# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import re
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from coding import check, codebook, mending, passages, project, sample
from coding.anchors import Edit
from coding.changes import Writer
from coding.exchange import gathering, taking, writing
from coding.exchange import model as exchanged
from coding.exchange.model import Exchange
from coding.exchange.reading import read_project
from coding.exchange.taking_work import Choices
from models.code import Code
from models.group import Group
from models.interview import Interview, Speaker
from models.memo import Memo
from models.participant import Attribute, AttributeValue, Participant, Participation
from models.passage import Coding, Passage
from models.project import Coder
from tests import build
from tests.coding.exchange import rich
from tests.coding.exchange.foreign import code, codes, guid, qdpx, selection, source
from tests.coding.exchange.rows import rows

TEXT = "Q : Et alors ?\nMarie : Je travaille au café.\n"
START = TEXT.index("Je")
OTHERS = "Q : Oui ?\nPaul : Non.\n"


def sent(writer: Writer, folder: Path) -> Exchange:
    """A project as it comes home from its own file."""
    with writer.store.reading() as session:
        gathered = gathering.gather(session)
    writing.write_project(folder / "x.qdpx", gathered)
    return read_project(folder / "x.qdpx")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Writer]:
    writer = project.create(tmp_path / "empty.filrouge", title="Vide")
    yield writer
    writer.store.close()


def whole(writer: Writer) -> bool:
    return check.check(writer.store).ok


def test_one_of_everything_comes_home_row_by_row(tmp_path: Path, empty: Writer) -> None:
    writer = rich.project(tmp_path)
    found = sent(writer, tmp_path)
    report = taking.take(empty, found)
    before, after = rows(writer), rows(empty)
    after["attribute_value"] = [  # 2.50 is the number 2.5
        tuple((key, "2.50" if value == "2.5" else value) for key, value in row) for row in after["attribute_value"]]
    for table, expected in before.items():
        assert after[table] == sorted(expected, key=repr), table
    assert not report.losses
    assert whole(empty)
    writer.store.close()


def test_into_the_same_project_nothing_changes(tmp_path: Path) -> None:
    writer = rich.project(tmp_path)
    found = sent(writer, tmp_path)
    with writer.store.reading() as session:
        assert not taking.foresee(session, found)
    last = writer.last
    report = taking.take(writer, found)
    assert writer.last is last
    assert not sum(report.new.values())
    assert not report.losses
    writer.store.close()


def test_the_sample_project_comes_home(tmp_path: Path, empty: Writer) -> None:
    sample.build(tmp_path / "sample.filrouge")
    writer = project.open_writer(tmp_path / "sample.filrouge")
    found = sent(writer, tmp_path)
    with empty.store.reading() as session:
        plan = taking.foresee(session, found)
    report = taking.take(empty, found)
    assert dict(plan.new) == dict(report.new)
    before, after = rows(writer), rows(empty)
    here = {tuple(row) for row in after["coder"]}
    assert set(before.pop("coder")) <= here
    for table, expected in before.items():
        assert after[table] == expected, table
    assert whole(empty)
    assert taking.take(empty, found).new == {}
    writer.store.close()


def test_the_sample_project_into_itself_changes_nothing(tmp_path: Path) -> None:
    sample.build(tmp_path / "sample.filrouge")
    writer = project.open_writer(tmp_path / "sample.filrouge")
    found = sent(writer, tmp_path)
    with writer.store.reading() as session:
        assert not taking.foresee(session, found)
    before, last = rows(writer), writer.last
    report = taking.take(writer, found)
    assert not report.losses
    assert not sum(report.new.values())
    assert writer.last is last
    assert rows(writer) == before
    writer.store.close()


def test_by_way_of_a_program_with_identifiers_of_its_own_only_what_it_did_is_new(tmp_path: Path) -> None:
    sample.build(tmp_path / "sample.filrouge")
    writer = project.open_writer(tmp_path / "sample.filrouge")
    sent(writer, tmp_path)
    strange(tmp_path / "x.qdpx", tmp_path / "y.qdpx")
    found = read_project(tmp_path / "y.qdpx")
    with writer.store.reading() as session:
        plan = taking.foresee(session, found)
    assert not plan, plan.new
    assert not plan.losses
    before = rows(writer)
    chosen = found.sources[0]
    coded = exchanged.Coding(guid(6), found.codes[0].guid, found.users[0].guid)
    chosen.selections.append(exchanged.Selection(guid(5), 0, 1, codings=[coded]))
    found.notes.append(exchanged.Note(guid(7), "Du co-auteur", "À discuter ensemble."))
    report = taking.take(writer, found)
    assert report.new == {"passages": 1, "codings": 1, "memos": 1}
    after = rows(writer)
    assert {table for table in before if after[table] != before[table]} == {"passage", "coding", "memo"}
    writer.store.close()


def strange(path: Path, other: Path) -> None:
    """The file as a program writes it that gives everything an identifier of its own and signs itself."""
    fresh: dict[str, str] = defaultdict(lambda: str(uuid4()))

    def renamed(text: str) -> str:
        return re.sub(r"(?<=[\"/])[0-9a-f]{8}-[0-9a-f-]{27}(?=[\".])", lambda found: fresh[found[0]], text)

    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            raw = old.read(name)
            if name.endswith(".qde"):
                raw = renamed(raw.decode()).replace('origin="Fil rouge', 'origin="QualProg').encode()
            new.writestr(renamed(f"/{name}")[1:], raw)


def test_undo_takes_all_of_it_back(tmp_path: Path, empty: Writer) -> None:
    writer = rich.project(tmp_path)
    before = rows(empty)
    taking.take(empty, sent(writer, tmp_path))
    empty.undo()
    assert rows(empty) == before
    writer.store.close()


WORDS = st.text(st.sampled_from([*"abcdé ’😀\u00a0—œ,.?"]), min_size=1, max_size=40).filter(
    lambda words: words.strip(" \u00a0,.?—’"))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_passages_come_home_on_their_words(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        writer = build.project(folder)
        said = data.draw(st.lists(WORDS, min_size=2, max_size=5))
        interview_id = build.interview(writer, "Un", [("Q" if n % 2 else "Léa", " ".join(one.split(" ")))
                                                      for n, one in enumerate(said)])
        codes_made = [build.code(writer, path) for path in ("A", "A > b", "C")]
        with writer.store.reading() as session:
            text = passages.text_of(session, interview_id)
        ends = st.integers(0, len(text))
        for pair in data.draw(st.lists(st.tuples(ends, ends), max_size=6)):
            low, high = sorted(pair)
            if text[low:high].strip():
                writer.do(build.BUILD, partial(
                    passages.code, interview_id=interview_id, start=low, end=high, code_ids=[codes_made[low % 3]],
                    coder_id=1))
        found = sent(writer, folder)
        other = project.create(folder / "other.filrouge")
        taking.take(other, found)
        assert rows(other)["passage"] == rows(writer)["passage"]
        assert rows(other)["coding"] == rows(writer)["coding"]
        assert whole(other)
        assert taking.take(other, found).new == {}
        writer.store.close()
        other.store.close()


def foreign(folder: Path) -> Path:
    """A file of another make, with a little of everything."""
    inside = (
        f'<Users><User guid="{guid(90)}" name="Zoé"/><User guid="{guid(91)}" name="Idle"/></Users>'
        + codes(code(1, "Travail", "<Description>Ce qui se fait.</Description>"
                     + code(2, "Lieu", more='color="#FF0000"')), code(3, "Travail"), code(4, "Peur::de tout"))
        + f'<Variables><Variable guid="{guid(50)}" name="Âge" typeOfVariable="Integer"/>'
          f'<Variable guid="{guid(51)}" name="Ville" typeOfVariable="Text"/></Variables>'
        + f'<Cases><Case guid="{guid(60)}" name="Marie"><Description>Vue deux fois.</Description><VariableValue>'
          f'<VariableRef targetGUID="{guid(50)}"/><IntegerValue>41</IntegerValue></VariableValue>'
          f'<SourceRef targetGUID="{guid(10)}"/></Case></Cases><Sources>'
        + source(10, "marie.txt", "<Description>Chez elle.</Description>"
                 + selection(11, START, START + 12, 2, "Je travaille", 90,
                             "<Description>Fort.</Description>")
                 + selection(12, START, START + 12, 4, "Je travaille", 77)
                 + f'<PlainTextSelection guid="{guid(13)}" startPosition="0" endPosition="1"/>'
                 + f'<Coding guid="{guid(14)}"><CodeRef targetGUID="{guid(1)}"/></Coding>'
                 + f'<VariableValue><VariableRef targetGUID="{guid(51)}"/><TextValue>Lyon</TextValue></VariableValue>')
        + source(20, "notes.txt")
        + f'</Sources><Notes><Note guid="{guid(70)}" name="Sur Marie"><PlainTextContent>Un mémo.</PlainTextContent>'
          f'</Note>'
          f'<Note guid="{guid(71)}" name="Plan"><PlainTextContent>Libre.</PlainTextContent></Note></Notes>'
        + f'<Links><Link guid="{guid(80)}" originGUID="{guid(70)}" targetGUID="{guid(11)}" direction="OneWay"/>'
          f'<Link guid="{guid(81)}" name="cause" originGUID="{guid(1)}" targetGUID="{guid(2)}"/></Links>'
        + f'<Sets><Set guid="{guid(85)}" name="Villes"><MemberSource targetGUID="{guid(10)}"/></Set>'
          f'<Set guid="{guid(86)}" name="Famille"><MemberCode targetGUID="{guid(2)}"/></Set></Sets>')
    return qdpx(folder / "f.qdpx", inside, {"marie.txt": TEXT.encode(), "notes.txt": b"Il pleut."})


def names(writer: Writer, column: object) -> list[object]:
    with writer.store.reading() as session:
        return list(session.scalars(select(column)))  # type: ignore[call-overload]


def test_a_file_of_another_make(tmp_path: Path, empty: Writer) -> None:
    found = read_project(foreign(tmp_path))
    report = taking.take(empty, found, Choices(separator="::"))
    with empty.store.reading() as session:
        book = codebook.read(session)
        assert [book.path_text(node.id) for node in book] == [
            "Travail", "Travail > Lieu", "Travail (2)", "Peur", "Peur > de tout"]
    assert "Zoé" in names(empty, Coder.name)
    assert len(names(empty, Coder.name)) == 3  # and one whom the file does not name
    assert names(empty, Interview.title) == ["marie", "notes"]
    assert names(empty, Interview.kind) == ["interview", "document"]
    assert names(empty, Passage.quote) == ["Je travaille"]
    assert len(names(empty, Coding.id)) == 2
    assert names(empty, Participant.name) == ["Marie"]
    assert len(names(empty, Participation.id)) == 1
    assert names(empty, Group.name) == ["Villes"]
    assert sorted(names(empty, AttributeValue.value)) == ["41", "Lyon"]  # type: ignore[type-var]
    assert sorted(names(empty, Attribute.target)) == ["interview", "participant"]  # type: ignore[type-var]
    with empty.store.reading() as session:
        asks = dict(session.execute(select(Speaker.label, Speaker.is_interviewer)).all())
        memos = {(memo.text, *(key is not None for key in (memo.passage_id, memo.participant_id, memo.interview_id)))
                 for memo in session.scalars(select(Memo))}
    assert asks == {"Q": True, "Marie": False}
    assert {("Un mémo.", True, False, False), ("Fort.", True, False, False), ("Vue deux fois.", False, True, False),
            ("Chez elle.", False, False, True), ("Libre.", False, False, False), ("Travail", False, False, True),
            ("Lieu", False, False, False)} == memos
    assert len(report.losses) == 4  # a bare selection, a whole source coded, a link, a text without turns
    assert whole(empty)


def test_the_same_foreign_file_twice_changes_nothing(tmp_path: Path, empty: Writer) -> None:
    found = read_project(foreign(tmp_path))
    taking.take(empty, found)
    last = empty.last
    assert taking.take(empty, found).new == {}
    assert empty.last is last
    with empty.store.reading() as session:
        assert not taking.foresee(session, found)


def test_nor_does_one_whose_identifiers_have_all_changed(tmp_path: Path, empty: Writer) -> None:
    path = foreign(tmp_path)
    taking.take(empty, read_project(path))
    with zipfile.ZipFile(path) as old:
        xml = old.read("project.qde").decode().replace("00000000-0000-4000-8000", "11111111-0000-4000-8000")
    with zipfile.ZipFile(tmp_path / "g.qdpx", "w") as new:
        new.writestr("project.qde", xml)
        new.writestr("sources/marie.txt", TEXT)
        new.writestr("sources/notes.txt", "Il pleut.")
    last = empty.last
    assert taking.take(empty, read_project(tmp_path / "g.qdpx")).new == {}
    assert empty.last is last


def test_codings_of_another_follow_a_text_corrected_since(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    key = build.interview(writer, "Un", [("Q", "Oui ?"), ("Léa", "Alors Paul est venu, et je suis partie loin.")])
    build.code(writer, "Départ")
    found = sent(writer, tmp_path)
    text = found.sources[0].text
    at = text.index("je suis partie")
    coded = exchanged.Coding(guid(6), found.codes[0].guid, found.users[0].guid)
    found.sources[0].selections.append(exchanged.Selection(guid(5), at, at + 14, codings=[coded]))
    start = text.index("Paul")
    writer.do(build.BUILD, lambda s: mending.correct(s, key, [Edit(start, start + 4, "Gérard")]))
    report = taking.take(writer, found)
    assert names(writer, Passage.quote) == ["je suis partie"]
    assert [loss.n for loss in report.losses] == [1]
    assert whole(writer)
    writer.store.close()


def test_a_coder_may_be_said_to_be_one_of_the_project(tmp_path: Path, empty: Writer) -> None:
    found = read_project(foreign(tmp_path))
    own = str(names(empty, Coder.name)[0])
    choices = Choices(coders={guid(90): own, "": own})
    with empty.store.reading() as session:
        assert all(one.is_there for one in taking.foresee(session, found, choices).coders)
    taking.take(empty, found, choices)
    assert names(empty, Coder.name) == [own]


def test_codes_that_are_there_get_what_they_lack_and_no_more(tmp_path: Path, empty: Writer) -> None:
    build.code(empty, "Travail > Lieu", definition="Où.")
    taking.take(empty, read_project(foreign(tmp_path)))
    with empty.store.reading() as session:
        said = {row.name: row.definition for row in session.scalars(select(Code))}
    assert (said["Travail"], said["Lieu"]) == ("Ce qui se fait.", "Où.")
