# SPDX-License-Identifier: GPL-3.0-or-later
"""A participant who withdraws is nowhere any more: not in the project, nor in any byte of its files."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import (
    citations,
    codebook,
    corpus,
    dismissals,
    exports_log,
    memo_links,
    memos,
    project,
    quote_orders,
    saved_queries,
    transversal,
    verdicts,
    withdrawing,
)
from coding.changes import Label, Writer
from coding.check import check
from coding.consent.forgotten import NO_INTERVIEW, NO_PASSAGE
from coding.consent.silenced import WITHDRAWN
from coding.fold import fold
from coding.language import _
from coding.participants import join, obtain
from coding.quotes import Query
from models import dialect_sqlite
from models.base import now
from models.change import ChangeEntry
from models.cleared_form import ClearedForm
from models.code import Code
from models.errors import KnownError
from models.interview import Interview, Speaker, Turn
from models.label_memory import LabelMemory
from models.memo import Memo
from models.participant import Attribute, Participant
from models.passage import Passage
from tests import build

WORDS = "zorglubine quasimodesque tartempionner brindezingue schproumesque krapouchnik"
ACT = Label("build")
ROOT = Path(__file__).resolve().parents[2]


def traces(folder: Path, words: Iterable[str]) -> list[tuple[str, str]]:
    """The files, and which of the words they hold: as written, folded, or escaped in JSON."""
    found = []
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        for word in words:
            forms = {word, word.upper(), word.lower(), fold(word), json.dumps(word)[1:-1]}
            if any(form.encode(code) in content for form in forms for code in ("utf-8", "utf-16-le")):
                found.append((path.name, word))
    return found


def terms(path: Path) -> set[str]:
    """Every word of the search index."""
    connection = dialect_sqlite.module().connect(str(path))
    connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, turn_search, row)")
    found = {row[0] for row in connection.execute("SELECT term FROM words")}
    connection.close()
    return found


def person(writer: Writer, name: str) -> int:
    with writer.store.reading() as session:
        return session.scalars(select(Participant.id).where(Participant.name == name)).one()


def text_of(writer: Writer, title: str) -> str:
    with writer.store.reading() as session:
        return session.scalars(select(Interview.text).where(Interview.title == title)).one()


def quotes(writer: Writer) -> list[str]:
    with writer.store.reading() as session:
        return list(session.scalars(select(Passage.quote).order_by(Passage.start)))


def memo(writer: Writer, text: str, **fields: object) -> int:
    return int(writer.do(ACT, lambda s: memos.add(s, text=text, **fields)).result)  # type: ignore[arg-type]


@pytest.fixture
def writer(tmp_path: Path) -> Iterable[Writer]:
    made = build.project(tmp_path)
    yield made
    made.store.close()


def solo(writer: Writer, title: str, words: str) -> int:
    return build.interview(writer, title, [("Q", "Alors ?"), (title, words)], people={title: "pair aidant"})


def test_a_solo_interview_goes_whole_and_leaves_no_byte(writer: Writer, tmp_path: Path) -> None:
    key = solo(writer, "Gontranette", f"Je suis {WORDS}. Voilà.")
    solo(writer, "Inès", "La peur, toujours la peur.")
    passage = build.coded(writer, "Gontranette", WORDS, "Freins > Peur")
    build.coded(writer, "Inès", "toujours la peur", "Freins > Peur")
    pid = person(writer, "Gontranette")
    memo(writer, f"Ce que dit {WORDS}", target="passage_id", target_id=passage)
    memo(writer, "Rencontrée à Perpignanville", target="participant_id", target_id=pid)
    with writer.store.reading() as session:
        link = memo_links.to_passages(session, [passage])[0].source
        other = memo_links.to_interview(session, key).source
    linking = memo(writer, f"Voir {link} et {other}, à relire.")
    code = build.code(writer, "Freins > Peur")
    writer.do(ACT, lambda s: codebook.edit(s, code, example=f"« {WORDS}. »\nUne autre.\n[passage {guid(s, passage)}]"))
    writer.do(Label("rename “{title}”", {"title": "Gontranette"}), lambda s: corpus.rename(s, key, "Gontranette 1"))
    writer.do(ACT, lambda s: s.add(LabelMemory(make="word", label="Gontranète", becomes="Gontranette")))
    writer.log_export("quotes", tmp_path / "out" / "Gontranette.docx")
    writer.store.backup()
    secret = ["Gontranette", "Perpignanville", *WORDS.split()]
    assert traces(tmp_path, secret), "the test can fail"

    done = withdrawing.withdraw(writer, pid)

    assert traces(tmp_path, secret) == []
    assert terms(writer.store.path).isdisjoint(map(fold, secret))
    assert check(writer.store).problems == ()
    assert writer.undo() is None and writer.redo() is None
    assert [one.path.name for one in done.exports] == ["Gontranette.docx"]
    assert done.loss.alone == (withdrawing.Alone(key, "Gontranette 1", 2, 1, 0),)
    assert (done.loss.codings, done.loss.memos, done.loss.links, done.loss.examples) == (1, 2, 1, ("Peur",))
    assert len(done.backups) == 1 and done.pending is None
    with writer.store.reading() as session:
        assert memos.get(session, linking).text == f"Voir {_(NO_PASSAGE)} et {_(NO_INTERVIEW)}, à relire."
        assert session.scalars(select(Code.example).where(Code.id == code)).one() == "Une autre."
        assert session.scalars(select(Participant.name)).all() == ["Inès"]
        assert session.scalars(select(LabelMemory)).all() == []


def guid(session: object, passage_id: int) -> str:
    return str(session.get(Passage, passage_id).guid)  # type: ignore[attr-defined]


def test_counts_are_those_of_a_project_built_without_them(writer: Writer, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    other = build.project(tmp_path / "b")
    for made, titles in ((writer, ("Anne", "Bruno", "Inès")), (other, ("Anne", "Inès"))):
        for title in titles:
            solo(made, title, f"La peur de {title}. Le statut.")
        build.coded(made, "Anne", "La peur", "Freins > Peur")
        if "Bruno" in titles:
            build.coded(made, "Bruno", "Le statut", "Freins > Peur", "Cadre")
        build.coded(made, "Inès", "Le statut", "Freins > Peur", "Cadre")
    withdrawing.withdraw(writer, person(writer, "Bruno"))

    def figures(made: Writer) -> tuple[object, ...]:
        with made.store.reading() as session:
            table = transversal.document(transversal.table(session, None))
            block = verdicts.saturation(session, None).overall
            return table, block.q1, block.q2, block.interviews, block.codes, block.verdict.status

    assert figures(writer) == figures(other)
    other.store.close()


TALK = [("Q", "Et vous, Gontranette ?"), ("Gontranette", f"Moi, {WORDS}."), ("Inès", "Moi la peur."),
        ("Gontranette", "Zigomarder encore."), ("Inès", "Gontranette exagère. Bon."), ("Q", "Merci."),
        ("Gontranette", "Pelucherie.")]


def test_a_shared_interview_keeps_the_others(writer: Writer, tmp_path: Path) -> None:
    key = build.interview(writer, "Inès et Gontranette", TALK, people={"Inès": "", "Gontranette": ""})
    build.coded(writer, "Inès et Gontranette", WORDS, "A")
    build.coded(writer, "Inès et Gontranette", "Moi la peur.\nGontranette : Zigomarder", "A")
    build.coded(writer, "Inès et Gontranette", f"{WORDS}.\nInès : Moi la peur.", "B")
    build.coded(
        writer, "Inès et Gontranette", "Moi la peur.\nGontranette : Zigomarder encore.\nInès : Gontranette", "C")
    build.coded(writer, "Inès et Gontranette", "Merci.\nGontranette : Pelucherie.", "C")
    build.coded(writer, "Inès et Gontranette", "Bon.", "D")
    secret = ["Gontranette", "Zigomarder", "Pelucherie", *WORDS.split()]

    done = withdrawing.withdraw(writer, person(writer, "Gontranette"))

    assert traces(tmp_path, secret) == []
    assert check(writer.store).problems == ()
    mark = _(WITHDRAWN)
    with writer.store.reading() as session:
        title, text = session.execute(select(Interview.title, Interview.text).where(Interview.id == key)).one()
        labels = session.scalars(select(Speaker.label).where(Speaker.interview_id == key).order_by(Speaker.id)).all()
        numbers = session.scalars(select(Turn.number).where(Turn.interview_id == key).order_by(Turn.start)).all()
    assert title == f"Inès et {mark}" and labels == ["Q", mark, "Inès"] and numbers == [1, 2, 3, 4, 5, 6, 7]
    assert text == (f"Q : Et vous, {mark} ?\n{mark} : […]\nInès : Moi la peur.\n{mark} : […]\nInès : {mark} exagère. "
                    f"Bon.\nQ : Merci.\n{mark} : […]")
    assert quotes(writer) == ["Moi la peur.", f"Moi la peur.\n{mark} : […]\nInès : {mark}", "Bon."]
    (together,) = done.loss.together
    assert together.others == ("Inès",) and together.turns == 3
    assert len(together.gone) == 2 and len(together.cut) == 3
    assert done.loss.codings == 2


def test_the_last_voice_to_withdraw_takes_the_interview_along(writer: Writer, tmp_path: Path) -> None:
    build.interview(writer, "Inès et Gontranette", TALK, people={"Inès": "", "Gontranette": ""})
    withdrawing.withdraw(writer, person(writer, "Gontranette"))
    withdrawing.withdraw(writer, person(writer, "Inès"))
    with writer.store.reading() as session:
        assert session.scalars(select(Interview.id)).all() == []
    assert traces(tmp_path, ["Inès", "peur"]) == []
    assert check(writer.store).problems == ()


def test_two_who_withdraw_from_one_interview_become_one_voice(writer: Writer, tmp_path: Path) -> None:
    talk = [("Gontranette", WORDS), ("Barnabette", "Trucmuchage."), ("Inès", "Oui.")]
    build.interview(writer, "Trois", talk, people={"Inès": "", "Gontranette": "", "Barnabette": ""})
    build.coded(writer, "Trois", "krapouchnik\nBarnabette : Trucmuchage.\nInès : Oui.", "A")
    withdrawing.withdraw(writer, person(writer, "Gontranette"))
    withdrawing.withdraw(writer, person(writer, "Barnabette"))
    with writer.store.reading() as session:
        assert len(session.scalars(select(Speaker.label)).all()) == 2
    assert quotes(writer) == ["Oui."]
    assert traces(tmp_path, ["Gontranette", "Barnabette", "Trucmuchage"]) == []
    assert check(writer.store).problems == ()


def test_a_voice_that_nobody_is_refuses(writer: Writer) -> None:
    build.interview(writer, "À deux", [("Q", "Oui ?"), ("Paul", "Moi."), ("H2", "Moi aussi.")], people={"Paul": ""})
    before = writer.store.revision()
    with pytest.raises(KnownError, match="speaks as") as error:
        withdrawing.withdraw(writer, person(writer, "Paul"))
    assert error.value.values["label"] == "H2"
    assert writer.store.revision() == before and not writer.store.unscrubbed


def test_the_single_participant_is_whoever_answers(writer: Writer) -> None:
    build.interview(writer, "E7", [("Q", "Oui ?"), ("E", "Moi.")])
    pid = writer.do(ACT, lambda s: join(s, 1, obtain(s, "Paul")).participant_id).result
    assert [one.title for one in withdrawing.withdraw(writer, pid).loss.alone] == ["E7"]


def test_what_the_researcher_wrote_is_listed_and_stays(writer: Writer) -> None:
    solo(writer, "Gontranette", f"Je suis {WORDS}, sans filet du tout.")
    solo(writer, "Inès", "Comme Gontranette, j’ai peur.")
    build.coded(writer, "Inès", "j’ai peur", "Sans filet")
    quoting = memo(writer, f"Elle dit : « je suis {WORDS} ».")
    with writer.store.reading() as session:
        loss = withdrawing.preview(session, person(writer, "Gontranette"))
    assert {(one.why, one.table, one.where) for one in loss.to_look_at} == {
        ("quoted", "memo", ""), ("in_vivo", "code", "Sans filet"), ("named", "interview", "Inès")}
    withdrawing.withdraw(writer, person(writer, "Gontranette"))
    with writer.store.reading() as session:
        assert WORDS in session.get_one(Memo, quoting).text
    assert "Comme Gontranette" in text_of(writer, "Inès")


def test_a_failure_midway_changes_nothing(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    solo(writer, "Gontranette", WORDS)
    last = writer.last

    def fail(*_args: object) -> None:
        raise RuntimeError("no more")

    monkeypatch.setattr("coding.consent.forgotten.forget_in_logs", fail)
    with pytest.raises(RuntimeError):
        withdrawing.withdraw(writer, person(writer, "Gontranette"))
    assert WORDS in text_of(writer, "Gontranette")
    assert writer.last is last and not writer.store.unscrubbed


KILLED = """
import os, sys
from pathlib import Path
from coding import project, withdrawing
from models.store import Store
Store.{where} = lambda _self: os._exit(9)
withdrawing.withdraw(project.open_writer(Path(sys.argv[1])), int(sys.argv[2]))
"""


@pytest.mark.parametrize("where", ["vacuum", "replace_backups"])
def test_a_death_before_the_files_are_cleaned_is_made_good_at_the_next_opening(
        writer: Writer, tmp_path: Path, where: str) -> None:
    solo(writer, "Gontranette", WORDS)
    writer.store.backup()
    key = person(writer, "Gontranette")
    writer.store.close()
    died = subprocess.run([sys.executable, "-c", KILLED.format(where=where), str(writer.store.path), str(key)],
                          check=False, cwd=ROOT)
    assert died.returncode == 9
    secret = ["Gontranette", *WORDS.split()]
    assert traces(tmp_path, secret)
    with project.open_reader(writer.store.path) as store, store.reading() as session:
        assert session.scalars(select(Participant.id)).all() == []
    project.open_writer(writer.store.path).store.close()
    assert traces(tmp_path, secret) == []


def test_while_another_window_reads_the_act_is_done_and_the_cleaning_waits(
        writer: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    solo(writer, "Gontranette", WORDS)
    monkeypatch.setattr(dialect_sqlite, "vacuum", lambda _engine: False)
    done = withdrawing.withdraw(writer, person(writer, "Gontranette"))
    assert done.pending is not None and writer.store.unscrubbed and writer.last is None
    monkeypatch.undo()
    writer.finish_erasing()
    assert traces(tmp_path, ["Gontranette", *WORDS.split()]) == []


def test_exports_of_before_are_listed_and_never_touched(writer: Writer, tmp_path: Path) -> None:
    first, second = solo(writer, "Gontranette", WORDS), solo(writer, "Inès", "Oui.")
    (tmp_path / "out").mkdir()
    file = tmp_path / "out" / "all.txt"
    file.write_text("kept")
    writer.log_export("quotes", file)
    writer.log_export("quotes", tmp_path / "theirs.docx", [first])
    writer.log_export("quotes", tmp_path / "others.docx", [second])
    exports_log.note(writer.store.path, "memos", tmp_path / "note.docx", [first, second])
    done = withdrawing.withdraw(writer, person(writer, "Gontranette"))
    assert sorted((one.path.name, one.still_there) for one in done.exports) == [
        ("all.txt", True), ("note.docx", False), ("theirs.docx", False)]
    left = {one.path.name: one.interviews for one in exports_log.read(writer.store)}
    assert left == {"all.txt": (), "theirs.docx": (0,), "others.docx": (second,), "note.docx": (0, second)}


def test_exports_made_before_an_interview_came_hold_nothing_of_it(writer: Writer, tmp_path: Path) -> None:
    solo(writer, "Gontranette", WORDS)
    key = writer.do(ACT, lambda s: s.scalars(select(Interview)).one()).result.id
    writer.log_export("quotes", tmp_path / "early.docx")
    later = now().replace(year=now().year + 1)
    writer.do(ACT, lambda s: setattr_read(s.get_one(Interview, key), "imported_at", later))
    assert withdrawing.exports_before(writer.store, (key,)) == ()


def setattr_read(row: object, name: str, value: object) -> None:
    getattr(row, name)
    setattr(row, name, value)


def test_the_log_keeps_the_act_without_a_name(writer: Writer) -> None:
    solo(writer, "Gontranette", WORDS)
    withdrawing.withdraw(writer, person(writer, "Gontranette"))
    with writer.store.reading() as session:
        last = session.scalars(select(ChangeEntry).order_by(ChangeEntry.id.desc())).first()
    assert last is not None and (last.label, last.values, last.codebook) == (withdrawing.LABEL.key, {}, [])


def test_codes_that_were_named_with_their_words_and_acts_on_what_went_leave_no_trace(
        writer: Writer, tmp_path: Path) -> None:
    solo(writer, "Gontranette", f"{WORDS}. Ma nièce Ysolinde.")
    solo(writer, "Inès", "La peur, toujours la peur.")
    code = build.code(writer, "Freins > zorglubine quasimodesque")
    build.coded(writer, "Inès", "toujours la peur", "Freins > toujours la peur")
    writer.do(ACT, lambda s: codebook.edit(s, code, name="Crainte"))
    gone = solo(writer, "Plumbagotin", "Rien.")
    writer.do(Label("delete “{title}”", {"title": "Plumbagotin"}), lambda s: corpus.remove_interview(s, gone))
    writer.do(ACT, lambda s: s.add_all([ClearedForm(form=form, label="PERSON", reason="kept")
                                        for form in ("Ysolinde", "Voltaire")]))
    secret = ["zorglubine", "Plumbagotin", "Ysolinde"]
    assert traces(tmp_path, secret), "the test can fail"
    withdrawing.withdraw(writer, person(writer, "Gontranette"))
    assert traces(tmp_path, secret) == []
    with writer.store.reading() as session:
        assert "toujours la peur" in str(session.scalars(select(ChangeEntry.codebook)).all())
        assert session.scalars(select(ClearedForm.form)).all() == ["Voltaire"]


# Quotes as cited, queries, refusals, authors ---------------------------------------------------------------


def cite(writer: Writer, passage_id: int, text: str, **more: object) -> None:
    writer.do(ACT, lambda s: citations.write(s, passage_id, text=text, **more))  # type: ignore[arg-type]


def test_quotes_as_cited_go_with_their_words_and_stay_with_those_of_others(writer: Writer, tmp_path: Path) -> None:
    build.interview(writer, "Inès et Gontranette", TALK, people={"Inès": "", "Gontranette": ""})
    gone = build.coded(writer, "Inès et Gontranette", "Zigomarder encore.", "A")
    cut = build.coded(writer, "Inès et Gontranette", "Moi la peur.\nGontranette : Zigomarder", "A")
    named = build.coded(writer, "Inès et Gontranette", "Gontranette exagère.", "A")
    kept = build.coded(writer, "Inès et Gontranette", "Bon.", "A")
    cite(writer, gone, "Zigomarder [à Perpignanville].", cited_in=["Chapitre 1"])
    cite(writer, cut, "Moi la peur. – Zigomarder", cited_in=["Chapitre 2"], is_withheld=True)
    cite(writer, named, "Gontranette exagère, [sa sœur].")
    cite(writer, kept, "Bon [dit-elle].", cited_in=["Conclusion"])
    secret = ["Gontranette", "Zigomarder", "Perpignanville"]
    assert traces(tmp_path, secret), "the test can fail"
    with writer.store.reading() as session:
        loss = withdrawing.preview(session, person(writer, "Gontranette"))
    assert not [one for one in loss.to_look_at if one.table == "citation"]
    withdrawing.withdraw(writer, person(writer, "Gontranette"))
    assert traces(tmp_path, secret) == []
    mark = _(WITHDRAWN)
    with writer.store.reading() as session:
        found = citations.by_passage(session)
        assert citations.chapters_used(session) == ("Chapitre 2", "Conclusion")
    assert sorted((one.text, one.is_withheld, one.cited_in) for one in found.values()) == sorted([
        ("", True, ("Chapitre 2",)), (f"{mark} exagère, [sa sœur].", False, ()),
        ("Bon [dit-elle].", False, ("Conclusion",))])


def test_queries_and_orders_keep_nothing_that_tells_who_it_was(writer: Writer, tmp_path: Path) -> None:
    key, other = solo(writer, "Gontranette", f"{WORDS}."), solo(writer, "Inès", "La peur.")
    passage, left = build.coded(writer, "Gontranette", WORDS, "A"), build.coded(writer, "Inès", "La peur.", "A")
    pid, code = person(writer, "Gontranette"), build.code(writer, "A")
    with writer.store.reading() as session:
        guids = [session.get_one(Participant, pid).guid, session.get_one(Interview, key).guid,
                 session.get_one(Passage, passage).guid]
    asked = Query(participant_ids=(pid,), interview_ids=(key, other), passage_ids=(passage, left), code_ids=(code,))

    def keep(session: Session) -> int:
        quote_orders.give(session, "interview_id", key, [passage])
        quote_orders.give(session, "code_id", code, [passage, left])
        saved_queries.save(session, "Ce que dit Gontranette", Query(words="krapouchnik", code_ids=(code,)))
        session.add(Attribute(name="Qui", type="text"))
        session.flush()
        saved_queries.save(session, "Avec elle", Query(where=(("Qui", "Gontranette"),)))
        return saved_queries.save(session, "Les deux", asked)

    saved = int(writer.do(ACT, keep).result)
    with writer.store.reading() as session:
        loss = withdrawing.preview(session, pid)
    assert {(one.why, one.words) for one in loss.to_look_at if one.table == "saved_query"} == {
        ("named", "Ce que dit Gontranette"), ("named", "Qui Gontranette")}
    withdrawing.withdraw(writer, pid)
    assert traces(tmp_path, guids) == []
    with writer.store.reading() as session:
        found = saved_queries.get(session, saved)
        assert found.query == Query(interview_ids=(other,), passage_ids=(left,), code_ids=(code,)) and found.gone == 3
        assert quote_orders.read(session, "interview_id") == {}


def test_what_was_refused_goes_with_the_voice_that_said_it(writer: Writer, tmp_path: Path) -> None:
    talk = [("Q", "Alors ?"), ("Gontranette", f"Moi, {WORDS}."), ("Inès", "Moi la peur des autres."),
            ("Gontranette", "Oui."), ("Inès", "Bon, on verra avec Gontranette.")]
    key = build.interview(writer, "Inès et Gontranette", talk, people={"Inès": "", "Gontranette": ""})
    alone, code = solo(writer, "Gontranette", "Pelucherie."), build.code(writer, "A")
    refused = [(key, f"Moi, {WORDS}."), (key, "Moi la peur des autres."), (key, "Oui."), (key, "Plus là."),
               (key, "Bon, on verra avec Gontranette."), (alone, "Pelucherie.")]

    def refuse(session: Session) -> None:
        for one in refused:
            dismissals.refuse(session, code, *one)

    writer.do(ACT, refuse)
    withdrawing.withdraw(writer, person(writer, "Gontranette"))
    mark = _(WITHDRAWN)
    with writer.store.reading() as session:
        left = dismissals.refused(session, code)
    hashes = {dismissals.words_hash(words) for _key, words in refused}
    assert {digest for _key, digest in left} & hashes == {dismissals.words_hash("Moi la peur des autres.")}
    assert (key, dismissals.words_hash(f"Bon, on verra avec {mark}.")) in left
    assert traces(tmp_path, [*hashes - {dismissals.words_hash("Moi la peur des autres.")}]) == []


def test_who_wrote_a_memo_is_looked_at_too(writer: Writer) -> None:
    solo(writer, "Gontranette", WORDS)
    key = solo(writer, "Inès", "La peur.")
    memo(writer, "Je ne dirais pas cela.", target="interview_id", target_id=key, author="Gontranette")
    with writer.store.reading() as session:
        loss = withdrawing.preview(session, person(writer, "Gontranette"))
    assert [(one.why, one.words) for one in loss.to_look_at if one.table == "memo"] == [("named", "Gontranette")]
