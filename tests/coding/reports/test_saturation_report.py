# SPDX-License-Identifier: GPL-3.0-or-later
"""The saturation report: its parts, both languages, every kind of verdict, and the figures computed again from its
tables."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import conventions, decisions, exports, left_out, nuances, sample, verdicts
from coding.changes import Label, Writer
from coding.language import current_language, set_language, speaking
from coding.project import open_reader, open_writer
from coding.reports import saturation_docx, saturation_tables
from coding.reports.references import REFERENCES
from coding.rereading import Due
from coding.saturation import Parameters, analyse, document, read_matrix, status_label
from coding.saturation.verdict import Status
from models.code import Code
from models.interview import Interview
from models.passage import Coding, Passage
from models.past_verdict import PastVerdict

PEERS, USERS = 1, 2


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = current_language()
    set_language("en")
    yield
    set_language(before)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample.build(tmp_path_factory.mktemp("sample") / "sample.filrouge")


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures take most of the time."""
    monkeypatch.setattr(saturation_docx, "draw", lambda *_block, **_how: b"")


@pytest.fixture
def session(project: Path) -> Iterator[Session]:
    with open_reader(project) as store, store.reading() as reading:
        yield reading


def _words(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def _headings(path: Path) -> list[str]:
    return [p.text for p in Document(str(path)).paragraphs if p.style is not None and p.style.style_id == "Heading1"]


def _tables(path: Path) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in Document(str(path)).tables]


def test_other_rules_and_estimators_stand_beside_the_status(session: Session, undrawn: None, tmp_path: Path) -> None:
    found = exports.saturation(session, tmp_path / "r.docx", PEERS, language="en").analysis.overall
    tables = _tables(tmp_path / "r.docx")
    rules = next(rows for rows in tables if rows[0][-1] == "New codes by batches of 6")
    assert rules[1][-1] == ", ".join(f"{one.new}/{found.codes}" for one in found.batches)
    assert rules[1][1] == found.guest.label and rules[1][2].startswith("Over 10,000 random orders: met in")
    guessed = next(rows for rows in tables if rows[0][-1] == "ICE")
    assert len(guessed) == len(rules) and guessed[1][1] == str(found.codes)
    assert all(cell for row in guessed for cell in row)


def test_a_group_that_may_be_declared(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "r.docx"
    report = exports.saturation(session, path, PEERS, language="en")
    assert [file.name for file in report.files] == ["r.docx", "r-matrix.csv", "r-themes.csv", "r-matrix-by-unit.csv"]
    assert all(file.exists() for file in report.files)
    assert _headings(path) == [
        "Methods paragraph", "Recruitment", "Parameters and material", "Status and figures", "Accumulation of codes",
        "By unit", "Other groups", "Under other choices", "By other rules and estimators", "Decisions logged", "COREQ",
        "To recompute these figures", "References"]
    text = _words(path)
    assert "Code saturation assessed over 12 interviews of the group “Pairs aidants en structure”" in text
    assert "14 invited, 12 reached, 0 refused, 2 without an answer" in text
    assert "proved" not in text and "{" not in text
    blocks = (report.analysis.overall, *report.analysis.themes)
    figures = next(rows for rows in _tables(path) if len(rows[0]) == 12)
    assert [(row[0], row[1]) for row in figures[1:]] == [
        (block.theme or "Whole group", status_label(block.verdict.status)) for block in blocks]
    drawn = sum(1 for block in blocks if block.codes)
    assert len(Document(str(path)).inline_shapes) == drawn
    assert text.splitlines()[-len([k for k in REFERENCES if k != "malterud"])].startswith("Balard")


def test_each_title_row_is_repeated_on_the_next_page(session: Session, tmp_path: Path) -> None:
    exports.saturation(session, tmp_path / "r.docx", PEERS)
    for table in Document(str(tmp_path / "r.docx")).tables:
        gallery = bool(table._tbl.xpath(".//pic:pic"))
        assert bool(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")) is not gallery


@pytest.mark.usefixtures("undrawn")
def test_a_refusal_comes_first_and_the_figures_stay(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "r.docx"
    report = exports.saturation(session, path, USERS, language="en")
    paragraphs = [p.text for p in Document(str(path)).paragraphs]
    first = paragraphs[paragraphs.index("Methods paragraph") + 1]
    assert first.startswith("Saturation is not declared for the group “Associations d’usagers”. 6 of the 10")
    assert "Code saturation assessed" not in "\n".join(paragraphs)
    assert report.analysis.overall.verdict.status is Status.NOT_DECLARABLE
    assert "The refusal stands under each of the other usual values" in _words(path)
    others = next(rows for rows in _tables(path) if rows[0][0] == "Group" and len(rows[0]) == 4)
    assert others[1][0] == "Pairs aidants en structure" and others[1][2] != status_label(Status.NOT_DECLARABLE)


@pytest.mark.usefixtures("undrawn")
def test_the_whole_corpus_tells_each_group(session: Session, tmp_path: Path) -> None:
    exports.saturation(session, tmp_path / "r.docx", language="en")
    text = _words(tmp_path / "r.docx")
    assert "Group “Pairs aidants en structure”" in text and "Group “Associations d’usagers”" in text
    assert "No sampling frame covers the whole corpus" in text and "Other groups" not in text


@pytest.mark.usefixtures("undrawn")
def test_a_reflexive_analysis_claims_nothing(project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "reflexive.filrouge"
    copy.write_bytes(project.read_bytes())
    writer = open_writer(copy)
    writer.do(Label("reflexive thematic analysis"), lambda s: conventions.set_reflexive(s, True))
    with writer.store.reading() as session:
        exports.saturation(session, tmp_path / "r.docx", PEERS, language="en")
    writer.store.close()
    text = _words(tmp_path / "r.docx")
    assert "Saturation is not claimed." in text and "information power" in text and "Malterud" in text
    assert "Under other choices" not in text and "Code saturation assessed" not in text
    said = " ".join(cell for table in _tables(tmp_path / "r.docx") for row in table for cell in row)
    assert not [status for status in Status if status_label(status) in said]


@pytest.mark.usefixtures("undrawn")
def test_what_was_decided_said_and_found_is_told(project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "decided.filrouge"
    copy.write_bytes(project.read_bytes())
    writer = open_writer(copy)
    writer.do(Label("saturation thresholds", decisions.changed({"base": 4}, {"base": 5})),
              lambda s: conventions.set_parameters(s, base=5))
    writer.do(Label("leave “{title}” out of the saturation", {"title": "Nora", "group": "Pairs aidants en structure"}),
              lambda s: left_out.leave_out(s, PEERS, _interview(s, "Nora").id, "Entretien pilote"))
    writer.do(Label("new nuance in “{code}”", {"code": "Réticences"}), _answer)
    writer.do(Label("status"), lambda s: setattr(_interview(s, "Hugo"), "status", "under_way"))
    _keep_verdict(writer)
    with writer.store.writing() as session, session.begin():
        session.scalars(select(PastVerdict)).one().at -= timedelta(days=3)
    writer.do(Label("back"), lambda s: left_out.take_back(s, PEERS, _interview(s, "Nora").id))
    _keep_verdict(writer)
    writer.undo()
    with writer.store.reading() as session:
        exports.saturation(session, tmp_path / "r.docx", PEERS, language="en")
    writer.store.close()
    text, tables = _words(tmp_path / "r.docx"), _tables(tmp_path / "r.docx")
    assert "Left out by the researcher: Nora. Reason: Entretien pilote." in text
    assert "Coding under way, not counted: Hugo." in text
    told = [row[2] for rows in tables if rows[0][-1] == "Decision" for row in rows[1:]]
    assert told[1:] == ["Saturation thresholds – base: 4 → 5.", "Leave “Nora” out of the saturation.",
                        "New nuance in “Réticences”."]
    (nuance,) = next(rows for rows in tables if rows[0][-1] == "Why")[1:]
    assert nuance[1] == "Réticences" and nuance[4:] == ["new", "l’ennui"]
    past = next(rows for rows in tables if rows[0][0] == "Date" and rows[0][-1] == "Themes")
    assert [row[1:3] for row in past[1:]] == [["10", "1"], ["11", "0"]]


def _keep_verdict(writer: Writer) -> None:
    with writer.store.reading() as session:
        found = verdicts.saturation(session, PEERS, orders=50)
    writer.log_verdict(PEERS, found)


def _answer(session: Session) -> None:
    theme_id = session.scalars(select(Code.id).where(Code.name == "Réticences")).one()
    passage_id = session.scalars(select(Coding.passage_id).join(Code, Code.id == Coding.code_id).join(
        Passage, Passage.id == Coding.passage_id).where(Code.parent_id == theme_id)).first()
    assert passage_id is not None
    nuances.answer(session, theme_id, passage_id, True, "l’ennui", 0.8)


def _interview(session: Session, title: str) -> Interview:
    return session.scalars(select(Interview).where(Interview.title == title)).one()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.usefixtures("undrawn")
def test_the_report_speaks_the_language_asked_and_leaves_ours(session: Session, tmp_path: Path, language: str) -> None:
    path = tmp_path / "r.docx"
    exports.saturation(session, path, PEERS, language=language)
    with speaking(language):
        assert status_label(Status.SATURATED) in " ".join(
            cell for table in _tables(path) for row in table for cell in row)
    assert current_language() == "en"
    assert Document(str(path)).core_properties.language == {"fr": "fr-FR", "en": "en-GB"}[language]
    exports.saturation(session, tmp_path / "own.docx", PEERS)
    assert Document(str(tmp_path / "own.docx")).core_properties.language == "fr-FR"


@pytest.mark.parametrize("group", [PEERS, USERS, None])
@pytest.mark.usefixtures("undrawn")
def test_the_tables_give_the_same_figures(session: Session, tmp_path: Path, group: int | None) -> None:
    report = exports.saturation(session, tmp_path / "r.docx", group, language="en")
    again = read_matrix(*report.files[1:3])
    known = _figures(document(report.analysis))
    found = _figures(document(analyse(again, frame_required=False, orders=100)))
    for theme, figures in found.items():
        assert figures == known[theme], theme
    assert known.keys() - found.keys() == {
        block.theme for block in report.analysis.themes if not block.codes}
    if report.analysis.by_unit is not None:
        units = analyse(read_matrix(report.files[3], report.files[2]), frame_required=False, orders=100)
        assert units.overall.chao2 == report.analysis.by_unit.overall.chao2
        assert units.overall.informative == report.analysis.by_unit.overall.informative


def _figures(found: dict[str, Any]) -> dict[str | None, dict[str, Any]]:
    """By theme, all that does not rest on the frame."""
    blocks = {None: found, **{theme["theme"]: theme for theme in found["themes"]}}
    left = ("group", "order_basis", "excluded", "by_unit", "themes", "status", "reasons", "theme")
    return {theme: {key: value for key, value in block.items() if key not in left} for theme, block in blocks.items()}


@pytest.mark.usefixtures("undrawn")
def test_the_command_it_gives_is_understood(session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str],
                                            monkeypatch: pytest.MonkeyPatch) -> None:
    from app.main import main

    tried = Parameters(coverage_min=0.9, expected_max=0.25, few_codes=6)
    found = exports.saturation(session, tmp_path / "à lire.docx", PEERS, language="en", parameters=tried).analysis
    document_ = Document(str(tmp_path / "à lire.docx"))
    (command,) = [p.text for p in document_.paragraphs if p.style is not None and p.style.style_id == "FilRougeCommand"]
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()
    assert main(shlex.split(command)[1:]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["codes"] == 37
    assert [theme["status"] for theme in answer["themes"]] == [block.verdict.status for block in found.themes]


@pytest.mark.usefixtures("undrawn")
def test_a_trial_says_that_it_is_one(session: Session, tmp_path: Path) -> None:
    exports.saturation(session, tmp_path / "own.docx", PEERS, language="en")
    exports.saturation(session, tmp_path / "base.docx", PEERS, parameters=Parameters(base=5), language="en")
    exports.saturation(session, tmp_path / "order.docx", PEERS, order="random", seed=3, language="en")
    assert "A trial:" not in _words(tmp_path / "own.docx")
    assert "A trial:" in _words(tmp_path / "base.docx")
    assert "A trial:" in _words(tmp_path / "order.docx") and "in a random order" in _words(tmp_path / "order.docx")
    bold = [row.cells[0].paragraphs[0].runs[0].bold for row in Document(str(tmp_path / "base.docx")).tables[1].rows]
    assert [place for place, one in enumerate(bold) if one] == [0, 1]


def test_interviews_to_read_again_are_listed_with_their_codes() -> None:
    due = Due(1, "Nora", 2, "Réticences", (3, 4), ("Crainte", "Secret"), datetime.fromisoformat("2026-02-03T12:00"))
    title, row = saturation_tables.due([due])
    assert [cell.text for cell in row] == ["Réticences", "Nora", "Crainte, Secret", "2026-02-03"]
    assert all(cell.bold for cell in title)
