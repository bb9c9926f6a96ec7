# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as a public contract: exit codes, one line on stderr, one JSON document on stdout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from app.cli import COMMANDS
from app.main import main
from coding import past_verdicts
from coding.project import open_writer
from tests.coding.exchange.foreign import code, codes, qdpx, selection, source

HERE = Path(__file__).resolve().parents[3]
WITHOUT_QT = """
import sys
from app.main import main
code = main(sys.argv[1:])
assert not [name for name in sys.modules if name.split(".")[0] in ("PyQt6", "matplotlib", "spacy")], "loaded"
sys.exit(code)
"""


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FILROUGE_LANGUAGE", "en")


@pytest.fixture
def project(tmp_path: Path) -> str:
    """A project with two interviews, a codebook and two codings, made by commands."""
    path = str(tmp_path / "p.filrouge")
    for name, words in (("Paul", "La peur. Oui."), ("Léa", "Le statut. Oui.")):
        (tmp_path / f"{name}.txt").write_text(
            f"Q : Alors ?\n{name} : {words}\nQ : Et puis ?\n{name} : Oui.\n", encoding="utf-8")
    (tmp_path / "codebook.csv").write_text("theme,code\nFreins,Peur\nFreins,Statut\n", encoding="utf-8")
    (tmp_path / "codings.csv").write_text(
        "interview,quote,theme,code\nPaul,La peur.,Freins,Peur\nLéa,Le statut.,Freins,Statut\n", encoding="utf-8")
    for words_typed in (
        ["new", path, "--title", "Essai"],
        ["import", path, str(tmp_path / "Paul.txt"), str(tmp_path / "Léa.txt"), "--group", "G", "--interviewer", "Q"],
        ["codebook", path, "import", str(tmp_path / "codebook.csv")],
        ["code", path, str(tmp_path / "codings.csv")],
    ):
        assert main(words_typed) == 0
    return path


def run(capsys: pytest.CaptureFixture[str], words: Sequence[object]) -> tuple[int, str, str]:
    """(exit code, stdout, stderr) of a command."""
    capsys.readouterr()
    code = main([str(word) for word in words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def failed(capsys: pytest.CaptureFixture[str], words: Sequence[object], *, code: int = 1) -> str:
    """The last line of stderr of a command that fails; a known error writes only that one."""
    status, _out, err = run(capsys, words)
    lines = err.splitlines()
    assert status == code
    assert lines[-1].startswith("filrouge: ")
    assert "Traceback" not in err
    assert code == 2 or len(lines) == 1
    return lines[-1]


def loaded(capsys: pytest.CaptureFixture[str], words: Sequence[object], *, code: int = 0) -> Any:
    """The JSON document that a command prints."""
    status, out, _err = run(capsys, words)
    assert status == code
    return json.loads(out)


def test_every_command_has_its_module_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = run(capsys, ["--help"])
    assert code == 0
    assert all(command in out for command in COMMANDS)
    for command in COMMANDS:
        assert run(capsys, [command, "--help"])[0] == 0
    assert run(capsys, ["--version"])[0] == 0


def test_wrong_usage_exits_2(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "There is no command “nope”" in failed(capsys, ["nope"], code=2)
    failed(capsys, ["import", tmp_path / "p.filrouge"], code=2)
    failed(capsys, ["new"], code=2)
    failed(capsys, ["interviews", "p", "burn", "x.csv"], code=2)
    failed(capsys, ["--nope"], code=2)


def test_known_errors_exit_1(capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path) -> None:
    assert "already exists" in failed(capsys, ["new", project])
    assert "no project" in failed(capsys, ["check", tmp_path / "absent.filrouge"])
    assert "not a Fil rouge project" in failed(capsys, ["check", tmp_path / "Paul.txt"])
    assert "cannot be found" in failed(capsys, ["code", project, tmp_path / "absent.csv"])
    assert "no column “interview”" in failed(capsys, ["code", project, tmp_path / "codebook.csv"])
    assert "does not exist" in failed(capsys, ["export", project, tmp_path / "absent" / "x.qdpx"])
    assert ".qdc" in failed(capsys, ["codebook", project, "import", tmp_path / "x.qdc"])
    assert ".csv or .xlsx" in failed(capsys, ["interviews", project, "export", tmp_path / "x.ods"])


def test_import_says_what_became_of_each_file(
    capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path
) -> None:
    (tmp_path / "Zoé.txt").write_text("Q : Alors ?\nZoé : Oui.\nQ : Et puis ?\nZoé : Non.\n", encoding="utf-8")
    (tmp_path / "vide.txt").write_text("", encoding="utf-8")
    (tmp_path / "x.qdpx").write_bytes(b"PK")
    found = loaded(capsys, ["import", project, tmp_path / "Zoé.txt", tmp_path / "vide.txt", tmp_path / "x.qdpx",
                            tmp_path / "Paul.txt", "--json"], code=1)
    assert found["imported"] == [{
        "file": "Zoé.txt", "interview": "Zoé", "turns": 4, "warnings": [], "speakers": [
            {"label": "Q", "turns": 2, "interviewer": True}, {"label": "Zoé", "turns": 2, "interviewer": False}]}]
    assert [item["file"] for item in found["failed"]] == ["vide.txt", "x.qdpx", "Paul.txt"]
    assert "already in the project" in found["failed"][2]["reason"]
    assert "Paul.txt" in failed(capsys, ["import", project, tmp_path / "Paul.txt"])
    assert loaded(capsys, ["check", project, "--json"])["counts"]["interview"] == 3


def test_another_version_of_an_interview_goes_in_with_a_warning(
    capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path
) -> None:
    folder = tmp_path / "relus"
    folder.mkdir()
    (folder / "Paul.txt").write_text("Q : Tout autre chose ?\nPaul : En effet, rien à voir.\n", encoding="utf-8")
    found = loaded(capsys, ["import", project, folder / "Paul.txt", "--json"])
    assert ["“Paul”" in warning for warning in found["imported"][0]["warnings"]] == [True]
    assert found["imported"][0]["interview"] == "Paul (2)"


def test_labels_corrected_in_the_window_are_corrected_in_the_next_files(
    capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path
) -> None:
    from coding.arrivals import take_in
    from coding.changes import Writer
    from coding.intake.corrections import Voice, as_read
    from coding.intake.reader import read_transcript
    from coding.intake.transcript import Transcript
    from coding.label_memory import Reviewed
    from coding.project import open_writer

    first, second = tmp_path / "un.txt", tmp_path / "deux.txt"
    first.write_text("JR : Alors ?\nZoé : Oui.\nJR : Et puis ?\nZoé : Non.\n", encoding="utf-8")
    second.write_text("JR : Alors, toi ?\nAnouk : Oui.\nJR : Et puis ?\nAnouk : Non.\n", encoding="utf-8")
    writer: Writer = open_writer(Path(project))
    with writer.store:
        read: Transcript = read_transcript(first)
        take_in(writer, [], learnt=[Reviewed(read, as_read(read) | {"JR": Voice("Chercheuse", True)})])
    found = loaded(capsys, ["import", project, second, "--json"])["imported"][0]
    assert [(one["label"], one["interviewer"]) for one in found["speakers"]] == [("Chercheuse", True), ("Anouk", False)]
    assert "“Chercheuse”" in found["warnings"][0]


def test_rows_that_fail_are_named_and_the_others_kept(
    capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path
) -> None:
    table = tmp_path / "more.csv"
    table.write_text(
        "interview,quote,theme,code\nPaul,Oui.,Freins,Peur\nPaul,Alors ?,Freins,\nPaul,Non.,Freins,\n",
        encoding="utf-8")
    code, out, err = run(capsys, ["code", project, table])
    assert (code, len(err.splitlines())) == (1, 1)
    assert "Row 2: The quote stands in several places" in out
    assert "2 rows were not taken" in err
    assert "Row 4: The quote is not in the transcript" in err
    found = loaded(capsys, ["code", project, table, "--json"], code=1)
    assert (found["added"], found["unchanged"], [item["row"] for item in found["problems"]]) == (0, 1, [2, 4])
    assert loaded(capsys, ["check", project, "--json"])["counts"]["coding"] == 3


def test_a_damaged_project_is_a_problem_of_the_check(
    capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path
) -> None:
    cut = tmp_path / "cut.filrouge"
    cut.write_bytes(Path(project).read_bytes()[:6000])
    found = loaded(capsys, ["check", cut, "--json"], code=1)
    assert (found["ok"], found["problems"][0]["kind"], found["counts"]) == (False, "database", {})
    assert "is damaged" in failed(capsys, ["check", cut])


def test_reading_goes_on_while_a_window_writes(
    capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path
) -> None:
    with open_writer(Path(project)).store:
        assert "open in another window" in failed(capsys, ["code", project, tmp_path / "codings.csv"])
        assert loaded(capsys, ["check", project, "--json"])["ok"]
        assert run(capsys, ["export", project, tmp_path / "out"])[0] == 0


def test_a_project_travels_through_a_folder(capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path) -> None:
    (tmp_path / "i.csv").write_text(
        "interview,date,status,participants,roles,units,métier\nPaul,2026-02-03,codé,Paul,pair aidant,Nord;Sud,x\n"
        "Léa,,,Léa,médecin,,y\n", encoding="utf-8")
    (tmp_path / "g.csv").write_text("group,frame_known,invited,silent\nG,yes,3,1\n", encoding="utf-8")
    (tmp_path / "a.csv").write_text("interview,theme,asked\nPaul,Freins,yes\n", encoding="utf-8")
    for command in (["interviews", project, "import", "i.csv"], ["groups", project, "import", "g.csv"],
                    ["asked", project, "import", "a.csv"]):
        assert main([*command[:-1], str(tmp_path / command[-1])]) == 0
    first, second = tmp_path / "first", tmp_path / "second"
    assert run(capsys, ["export", project, first])[0] == 0
    other = tmp_path / "other.filrouge"
    for words in (
        ["new", other, "--title", "Essai"], ["import", other, *sorted((first / "transcripts").iterdir())],
        ["interviews", other, "import", first / "interviews.csv"], ["groups", other, "import", first / "groups.csv"],
        ["codebook", other, "import", first / "codebook.csv"], ["asked", other, "import", first / "asked.csv"],
        ["code", other, first / "codings.csv"], ["export", other, second],
    ):
        assert run(capsys, words)[0] == 0, words
    for file in first.rglob("*.*"):
        same = file.read_text(encoding="utf-8").replace(".docx", ".txt")
        assert (second / file.relative_to(first)).read_text(encoding="utf-8") == same


def test_import_takes_a_folder_of_tables(capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path) -> None:
    folder, other = tmp_path / "tables", tmp_path / "other.filrouge"
    assert run(capsys, ["export", project, folder])[0] == 0
    assert run(capsys, ["new", other])[0] == 0
    (tmp_path / "rien").mkdir()
    words = ["import", other, folder, tmp_path / "rien", "--group", "Venus", "--json"]
    found = loaded(capsys, words, code=1)
    assert [(one["file"], one["interview"], one["turns"]) for one in found["imported"]] == [
        ("transcripts.csv", "Paul", 4), ("transcripts.csv", "Léa", 4), ("interviews.csv", "", 0),
        ("speakers.csv", "", 0), ("codebook.csv", "", 0), ("codings.csv", "", 0)]
    assert [one["label"] for one in found["imported"][0]["speakers"]] == ["Q", "Paul"]
    assert [one["file"] for one in found["failed"]] == ["rien"]
    assert run(capsys, ["export", other, tmp_path / "again"])[0] == 0
    assert "Venus" in (tmp_path / "again" / "interviews.csv").read_text(encoding="utf-8")


def test_the_same_folder_twice_brings_nothing_and_a_bad_row_is_named(
    capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path
) -> None:
    folder = tmp_path / "tables"
    assert run(capsys, ["export", project, folder])[0] == 0
    assert loaded(capsys, ["import", project, folder, "--json"]) == {"failed": [], "imported": [
        {"file": "tables", "interview": "", "turns": 0, "speakers": [], "warnings": []}]}
    assert "brings nothing new" in run(capsys, ["import", project, folder])[1]
    with (folder / "memos.csv").open("a", encoding="utf-8") as file:
        file.write("passage,Paul,,,,,,\n")
    found = loaded(capsys, ["import", project, folder, "--json"], code=1)
    assert [one["file"] for one in found["failed"]] == ["memos.csv"]
    assert "2" in found["failed"][0]["reason"]


def test_what_a_project_of_elsewhere_brought_is_counted(
    capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path
) -> None:
    other = tmp_path / "other.filrouge"
    assert run(capsys, ["export", project, tmp_path / "x.qdpx"])[0] == 0
    assert run(capsys, ["new", other])[0] == 0
    said = run(capsys, ["import", other, tmp_path / "x.qdpx"])[1].splitlines()
    assert said[0] == "x.qdpx"
    assert {"  Interviews: 2", "  Codings: 2", "  Paul: 4 turns – Q (interviewer), Paul"} <= set(said)
    assert run(capsys, ["import", other, tmp_path / "x.qdpx"])[1].strip() == "“x.qdpx” brings nothing new."


def test_the_codebook_goes_to_word_and_back_from_xlsx(
    capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path
) -> None:
    for name in ("c.docx", "c.xlsx", "c.csv"):
        assert run(capsys, ["codebook", project, "export", tmp_path / name])[0] == 0
        assert (tmp_path / name).stat().st_size > 0
    found = loaded(capsys, ["codebook", project, "import", tmp_path / "c.xlsx", "--json"])
    assert (found["added"], found["updated"], found["unchanged"]) == (0, 0, 3)


def test_a_project_alone_opens_the_window(project: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path | None] = []

    def run_window(path: Path | None) -> int:
        opened.append(path)
        return 0

    window = ModuleType("app.window")
    monkeypatch.setattr(window, "run", run_window, raising=False)
    monkeypatch.setitem(sys.modules, "app.window", window)
    assert main([project]) == 0
    assert main([]) == 0
    assert main(["nothing.filrouge"]) == 0
    assert opened == [Path(project), None, Path("nothing.filrouge")]


def process(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A command in a process of its own that may not load Qt."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, *map(str, words)], cwd=HERE, capture_output=True, check=False, timeout=120,
        env={**os.environ, "FILROUGE_LANGUAGE": "en", **environment})


def test_no_command_loads_qt(project: str, tmp_path: Path) -> None:
    for words in (
        ["check", project, "--json"], ["quotes", project, tmp_path / "q.docx"], ["transversal", project, "--json"],
        ["export", project, tmp_path / "out"], ["interviews", project, "export", tmp_path / "i.xlsx"], ["--help"],
    ):
        done = process(*words)
        assert (done.returncode, done.stderr) == (0, b""), words


def test_output_is_utf8_and_french_whatever_the_console(project: str) -> None:
    done = process("check", project, FILROUGE_LANGUAGE="fr", PYTHONIOENCODING="latin-1", LC_ALL="C")
    assert done.returncode == 0
    assert done.stdout.decode("utf-8")
    done = process("check", "absent’é.filrouge", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert done.stderr.decode("utf-8").startswith("filrouge: There is no project “absent’é.filrouge”")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_names_that_are_not_utf_8(tmp_path: Path) -> None:
    transcript = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(transcript, "w", encoding="utf-8") as file:
        file.write("Q : Alors ?\nLéa : La peur.\nQ : Et puis ?\nLéa : Oui.\n")
    path = os.fsencode(tmp_path) + b"/th\xe8se.filrouge"

    def typed(*words: bytes) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [os.fsencode(sys.executable), b"-m", b"app.main", *words], cwd=HERE, capture_output=True, check=False,
            env={**os.environ, "FILROUGE_LANGUAGE": "en"})

    assert typed(b"new", path).returncode == 0
    done = typed(b"import", path, transcript, b"--json")
    assert json.loads(done.stdout)["imported"][0]["interview"] == "caf\ufffd"
    assert done.stderr == b""
    refused = typed(b"transversal", path, b"--group", b"\xff")
    assert refused.returncode == 2
    assert refused.stderr.decode() == "filrouge: “\ufffd” is not written in UTF-8.\n"
    assert b"Traceback" not in typed(b"check", path + b"\xe9").stderr


def test_many_rows_refused_are_told_in_one_line_of_readable_length(
    capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path
) -> None:
    (tmp_path / "c.csv").write_text("interview,quote,theme,code\n" + "Paul,absent,Freins,\n" * 500, encoding="utf-8")
    code, out, err = run(capsys, ["code", project, tmp_path / "c.csv"])
    assert code == 1
    assert out.count("\n") == 501
    assert len(err) < 2000
    assert err.endswith("…\n")


def test_the_csv_of_quotes_is_read_back(capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path) -> None:
    assert run(capsys, ["quotes", project, tmp_path / "q.csv"])[0] == 0
    code, out, _err = run(capsys, ["code", project, tmp_path / "q.csv", "--json"])
    assert code == 0
    assert json.loads(out)["unchanged"] == 2


def test_names_that_would_break_a_file_a_path_or_a_figure(
    capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path
) -> None:
    titles = ["😀" * 120, r"$\frac{$ " + "x" * 600]
    (tmp_path / "i.csv").write_text(
        f"file,interview\nPaul.txt,{titles[0]}\nLéa.txt,{titles[1]}\n", encoding="utf-8")
    assert run(capsys, ["interviews", project, "import", tmp_path / "i.csv"])[0] == 0
    assert run(capsys, ["export", project, tmp_path / "out"])[0] == 0
    assert len(list((tmp_path / "out" / "transcripts").iterdir())) == 2
    assert run(capsys, ["saturation", project, tmp_path / "s.docx"])[0] == 0
    deep = " > ".join(f"n{depth}" for depth in range(1500))
    (tmp_path / "c.csv").write_text(f"path\n{deep}\n", encoding="utf-8")
    assert "at most 50 names" in failed(capsys, ["codebook", project, "import", tmp_path / "c.csv"])
    (tmp_path / "c.csv").write_text("theme\nA > B\n", encoding="utf-8")
    assert "separates the levels" in failed(capsys, ["codebook", project, "import", tmp_path / "c.csv"])


def test_a_report_keeps_its_verdict_json_and_other_thresholds_do_not(
    capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path
) -> None:
    def kept() -> list[str]:
        with open_writer(Path(project)).store as store, store.reading() as session:
            return [one.findings[0].status for one in past_verdicts.path(session)]

    assert run(capsys, ["saturation", project, "--json"])[0] == 0
    assert run(capsys, ["saturation", project, tmp_path / "s.docx", "--base", "3"])[0] == 0
    assert kept() == []
    assert run(capsys, ["saturation", project, tmp_path / "s.docx"])[0] == 0
    assert kept() == ["not_declarable"]


def test_the_saturation_report_brings_the_table_that_recomputes_it(
    capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path
) -> None:
    code, out, _err = run(capsys, ["saturation", project, tmp_path / "s.docx", "--language", "en", "--json"])
    assert code == 0
    (matrix,), (themes,) = tmp_path.glob("s-matrix.csv"), tmp_path.glob("s-themes.csv")
    again = json.loads(run(capsys, ["saturation", "--matrix", matrix, "--themes", themes, "--json"])[1])
    for key in ("curve", "chao2", "coverage", "last_new", "informative"):
        assert again[key] == json.loads(out)[key]


def test_without_a_screen_the_window_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    assert capsys.readouterr().err.startswith("filrouge: ")


def test_a_project_leaves_for_other_programs(
    capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path
) -> None:
    code, said, complained = run(capsys, ["export", project, tmp_path / "x.qdpx"])
    assert (code, complained) == (0, "") and "x.qdpx" in said and len(said.splitlines()) > 2
    assert zipfile.is_zipfile(tmp_path / "x.qdpx")
    assert run(capsys, ["codebook", project, "export", tmp_path / "x.qdc"])[::2] == (0, "")
    assert b"CodeBook" in (tmp_path / "x.qdc").read_bytes()


def test_what_plainly_identifies_someone_is_pointed_out(
    capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path
) -> None:
    (tmp_path / "Zoé.txt").write_text("Q : Alors ?\nZoé : Écrivez à zoe@exemple.org, ou 06 12 34 56 78.\n"
                                      "Q : Et puis ?\nZoé : Non.\n", encoding="utf-8")
    assert main(["import", project, str(tmp_path / "Zoé.txt")]) == 0
    for words in (["export", project, tmp_path / "x.qdpx"], ["export", project, tmp_path / "tables"],
                  ["quotes", project, tmp_path / "q.csv"], ["codebook", project, "export", tmp_path / "c.csv"]):
        code, said, complained = run(capsys, words)
        assert code == 0 and "zoe" not in said
        held = words[0] == "export"  # no quote and no code holds them
        assert complained.startswith("filrouge: ") is held and complained.count("\n") == int(held)
        assert ("2" in complained) is held and "zoe" not in complained


def test_a_corpus_leaves_for_iramuteq(capsys: pytest.CaptureFixture[str], project: str, tmp_path: Path) -> None:
    assert run(capsys, ["export", project, tmp_path / "x.txt"])[::2] == (0, "")
    assert "-*" not in (tmp_path / "x.txt").read_text(encoding="utf-8")
    assert run(capsys, ["export", project, tmp_path / "x.txt", "--by-theme"])[::2] == (0, "")
    assert "\n-*freins\n" in (tmp_path / "x.txt").read_text(encoding="utf-8")
    failed(capsys, ["export", project, tmp_path / "x.qdpx", "--by-theme"], code=2)


def test_projects_and_codebooks_of_other_programs(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = "Q : Oui ?\nLéa : Non.\n".index("Non")
    other = qdpx(tmp_path / "o.qdpx", codes(code(1, "Ailleurs")) + "<Sources>" + source(
        2, "lea.txt", selection(3, at, at + 4, 1, "Non.")) + source(4, "gone.txt") + "</Sources>",
        {"lea.txt": "Q : Oui ?\nLéa : Non.\n".encode()})
    [entry] = loaded(capsys, ["import", project, other, "--json"])["imported"]
    assert (entry["file"], entry["interview"], entry["turns"]) == ("o.qdpx", "lea", 2)
    assert [voice["interviewer"] for voice in entry["speakers"]] == [True, False]
    assert len(entry["warnings"]) == 1  # the source that is not there
    [again] = loaded(capsys, ["import", project, other, "--json"])["imported"]
    assert (again["interview"], again["turns"]) == ("", 0)
    (tmp_path / "g.qdc").write_text(
        '<CodeBook xmlns="urn:QDA-XML:codebook:0:4"><Codes><Code name="Neuf"/></Codes></CodeBook>')
    assert loaded(capsys, ["codebook", project, "import", tmp_path / "g.qdc", "--json"])["added"] == 1
    assert loaded(capsys, ["import", project, tmp_path / "g.qdc", "--json"])["failed"] == []
    assert loaded(capsys, ["check", project, "--json"])["ok"]
