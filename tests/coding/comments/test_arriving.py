# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from coding import exports, passage_memos
from coding.changes import Label, Writer
from coding.comments import arriving, word_file
from coding.comments.arriving import Arrival, Arrivals, Decision, Taken
from coding.comments.notes import Marking
from coding.passages import mark_strong, write_memo
from models.interview import Interview
from models.memo import Memo
from models.passage import Coding, Passage
from models.project import Coder
from tests import build
from tests.coding.comments.letters import WHEN, WHO, Supervisor

TURNS = [
    ("Q", "Comment êtes-vous arrivée dans l’équipe ?"),
    ("Marie", "Je suis arrivée en mars. On m’a dit oui tout de suite, et puis on m’a laissée seule."),
    ("Q", "Seule ?"),
    ("Marie", "Oui, seule. Personne ne savait quoi faire de moi, alors j’ai attendu dans le couloir."),
]
ACT = Label("test")


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Marie", TURNS, people={"Marie": "pair aidante"})
    build.interview(made, "Paul", [("Q", "Bonjour, comment allez-vous ?"), ("Paul", "Très bien, merci beaucoup.")])
    build.coded(made, "Marie", "On m’a dit oui tout de suite", "Accueil > Bon accueil")
    build.coded(made, "Marie", "on m’a laissée seule.\nQ : Seule ?\nMarie : Oui, seule.", "Accueil > Solitude")
    key = build.coded(made, "Marie", "j’ai attendu dans le couloir", "Accueil > Attente", "Accueil > Solitude")
    made.do(ACT, lambda s: write_memo(s, passage_id=key, text="Le couloir, encore.\nÀ relire."))
    made.do(ACT, lambda s: mark_strong(s, passage_id=key, strong=True))
    yield made
    made.store.close()


@pytest.fixture
def sent(writer: Writer, tmp_path: Path) -> Path:
    path = tmp_path / "Marie.docx"
    with writer.store.reading() as session:
        exports.transcript(session, path, 1, Marking())
    return path


def arrivals(writer: Writer, path: Path) -> Arrivals:
    letter = word_file.read(path)
    with writer.store.reading() as session:
        key = arriving.recognised(session, letter)
        assert key is not None
        return arriving.foresee(session, letter, key)


def take(writer: Writer, found: Arrivals) -> Taken:
    """All of it, as it is proposed."""
    decisions = [Decision(one, one.usual, one.code_id) for one in found.new]
    result: Taken = writer.do(ACT, lambda s: arriving.take(s, found.interview_id, decisions)).result
    return result


def only(found: Arrivals) -> Arrival:
    assert len(found.new) == 1
    return found.new[0]


def test_what_was_sent_comes_home_and_changes_nothing(writer: Writer, sent: Path) -> None:
    found = arrivals(writer, sent)
    assert (found.interview_id, found.known, found.new, found.share) == (1, 5, (), 1)


def test_a_comment_becomes_a_memo_of_its_author_on_its_words(writer: Writer, sent: Path) -> None:
    supervisor = Supervisor(sent)
    supervisor.comment("tout de suite", "Vraiment ?")
    found = arrivals(writer, supervisor.save())
    one = only(found)
    assert (one.words, one.usual, one.code_id) == ("tout de suite", "memo", None)
    assert take(writer, found) == Taken(memos=1)
    with writer.store.reading() as session:
        memo = session.scalars(select(Memo).where(Memo.author == WHO)).one()
        passage = session.get(Passage, memo.passage_id)
        assert passage is not None
        assert (memo.text, passage.quote) == ("Vraiment ?", "tout de suite")
        assert memo.created_at == WHEN.astimezone(UTC).replace(tzinfo=None)
        assert passage_memos.read(session, passage.id) == ""
        received = passage_memos.received(session, passage.id)
        assert [(one.text, WHO in one.by) for one in received] == [("Vraiment ?", True)]


def test_the_same_file_twice_changes_nothing(writer: Writer, sent: Path) -> None:
    supervisor = Supervisor(sent)
    supervisor.comment("tout de suite", "Vraiment ?")
    supervisor.comment("le couloir", "Vraiment ?")
    supervisor.comment("Personne", "Accueil > Solitude")
    supervisor.comment("Comment", "?")
    supervisor.comment("dans l’équipe", "?")
    found = arrivals(writer, supervisor.save())
    assert take(writer, found) == Taken(memos=4, codings=1)
    again = arrivals(writer, sent)
    assert (again.known, again.new) == (10, ())
    assert not writer.do(ACT, lambda s: arriving.take(s, 1, [Decision(one, one.usual) for one in found.new]))


def test_a_code_named_twice_on_the_same_words_is_given_once_and_known(writer: Writer, sent: Path) -> None:
    supervisor = Supervisor(sent)
    supervisor.comment("Personne", "Solitude")
    supervisor.comment("Personne", "solitude.")
    found = arrivals(writer, supervisor.save())
    assert len(found.new) == 2 and take(writer, found) == Taken(codings=1)
    assert arrivals(writer, sent).new == ()


def test_a_comment_taken_stays_known_once_its_memo_is_rewritten(writer: Writer, sent: Path) -> None:
    supervisor = Supervisor(sent)
    supervisor.comment("tout de suite", "Vraiment ?")
    take(writer, arrivals(writer, supervisor.save()))

    def rewrite(session: object) -> None:
        memo = session.scalars(select(Memo).where(Memo.author == WHO)).one()  # type: ignore[attr-defined]
        memo.text = "Autre chose."

    writer.do(ACT, rewrite)
    assert arrivals(writer, sent).new == ()


def test_undo_takes_all_of_it_back(writer: Writer, sent: Path) -> None:
    supervisor = Supervisor(sent)
    supervisor.comment("tout de suite", "Vraiment ?")
    supervisor.comment("Personne", "Solitude")
    found = arrivals(writer, supervisor.save())
    take(writer, found)
    writer.undo()
    assert arrivals(writer, sent).new == found.new
    with writer.store.reading() as session:
        assert len(session.scalars(select(Coder)).all()) == 1


def test_the_name_of_a_code_proposes_it_in_the_authors_name(writer: Writer, sent: Path) -> None:
    supervisor = Supervisor(sent)
    supervisor.comment("Personne ne savait", "solitude.")
    found = arrivals(writer, supervisor.save())
    assert only(found).usual == "code"
    assert take(writer, found) == Taken(codings=1)
    with writer.store.reading() as session:
        coder = session.scalars(select(Coder).where(Coder.name == WHO)).one()
        coding = session.scalars(select(Coding).where(Coding.coder_id == coder.id)).one()
        passage = session.get(Passage, coding.passage_id)
        assert passage is not None
        assert passage.quote == "Personne ne savait"


def test_both_a_memo_and_a_code(writer: Writer, sent: Path) -> None:
    supervisor = Supervisor(sent)
    supervisor.comment("Personne ne savait", "À coder ?")
    found = arrivals(writer, supervisor.save())
    one = only(found)
    writer.do(ACT, lambda s: arriving.take(s, 1, [Decision(one, "both", 1)]))
    with writer.store.reading() as session:
        assert session.scalar(select(Memo.passage_id).where(Memo.author == WHO)) == session.scalar(
            select(Coding.passage_id).join(Coder).where(Coder.name == WHO))
    assert arrivals(writer, sent).new == ()


def test_words_corrected_by_hand_and_the_comment_on_them(writer: Writer, sent: Path) -> None:
    supervisor = Supervisor(sent)
    supervisor.comment("attendu dans", "Combien de temps ?")
    supervisor.replace("attendu dans", "patienté dans")
    supervisor.comment("savait quoi faire", "Qui ?")
    found = arrivals(writer, supervisor.save())
    assert [(one.words, one.place is not None and one.place.changed) for one in found.new] == [
        ("savait quoi faire", False), ("attendu dans", True)]
    assert found.known == 5


def test_under_track_changes_the_text_is_the_one_that_was_sent(writer: Writer, sent: Path) -> None:
    supervisor = Supervisor(sent)
    supervisor.track("laissée seule", "abandonnée là")
    supervisor.comment("et puis on m’a", "Qui ?")
    letter = word_file.read(supervisor.save())
    assert "laissée seule" in letter.text
    assert "abandonnée" not in letter.text
    found = arrivals(writer, sent)
    assert only(found).words == "et puis on m’a"
    assert only(found).place is not None
    assert not only(found).place.changed  # type: ignore[union-attr]
    assert found.known == 5


def test_a_comment_on_the_title_becomes_a_memo_on_the_interview(writer: Writer, sent: Path) -> None:
    supervisor = Supervisor(sent)
    supervisor.comment("Marie", "Très bel entretien.")
    found = arrivals(writer, supervisor.save())
    assert (only(found).place, only(found).usual) == (None, "memo")
    take(writer, found)
    with writer.store.reading() as session:
        assert session.scalar(select(Memo.interview_id).where(Memo.author == WHO)) == 1
    assert arrivals(writer, sent).new == ()


def test_labels_at_the_ends_are_left_out(writer: Writer, sent: Path) -> None:
    supervisor = Supervisor(sent)
    supervisor.comment("Q : Seule ?", "Belle relance.")
    assert only(arrivals(writer, supervisor.save())).words == "Seule ?"


def test_a_file_without_its_mark_is_known_by_its_words(writer: Writer, sent: Path) -> None:
    supervisor = Supervisor(sent)
    for relation in [r for r in supervisor.document.part.package.rels.values() if "custom" in r.reltype]:
        supervisor.document.part.package.rels.pop(relation.rId)
    supervisor.comment("tout de suite", "Vraiment ?")
    found = arrivals(writer, supervisor.save())
    assert found.interview_id == 1
    assert only(found).words == "tout de suite"


def test_our_own_comment_rewritten_is_shown_and_left_out_unless_asked(writer: Writer, sent: Path) -> None:
    supervisor = Supervisor(sent)
    comment = next(c for c in supervisor.document.comments if c.text == "Accueil > Attente")
    comment.paragraphs[0].runs[-1].text = "Plutôt de la colère"
    one = only(arrivals(writer, supervisor.save()))
    assert (one.sent, one.usual, one.words) == (True, "ignore", "j’ai attendu dans le couloir")


def test_a_late_comment_of_a_coder_is_not_taken_for_ours(writer: Writer, sent: Path) -> None:
    with writer.store.reading() as session:
        name = session.scalars(select(Coder.name)).one()
    supervisor = Supervisor(sent)
    supervisor.comment("tout de suite", "Vraiment ?", author=name, at=WHEN + timedelta(hours=1))
    assert only(arrivals(writer, supervisor.save())).usual == "memo"


def test_only_some_themes_and_no_memo(writer: Writer, tmp_path: Path) -> None:
    path = tmp_path / "seul.docx"
    with writer.store.reading() as session:
        code = session.scalars(select(Coding.code_id).order_by(Coding.id)).first()
        assert code is not None
        exports.transcript(session, path, 1, Marking((code,), memos=False, legend=False))
    letter = word_file.read(path)
    assert [comment.text for comment in letter.comments] == ["Accueil > Bon accueil"]
    assert arrivals(writer, path).new == ()


def test_comments_on_a_passage_over_several_turns(writer: Writer, sent: Path) -> None:
    letter = word_file.read(sent)
    over = next(one for one in letter.comments if "\n" in letter.text[one.start : one.end])
    assert over.text == "Accueil > Solitude"
    with writer.store.reading() as session:
        text = session.scalars(select(Interview.text).where(Interview.id == 1)).one()
    assert "on m’a laissée seule.\nQ : Seule ?\nMarie : Oui, seule." in text
