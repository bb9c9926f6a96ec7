# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample's own data, read without any code of ours: a second reader, so that both cannot err alike."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from docx import Document

from coding import citing

SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "sample"
NBSP = "\u00a0"
COLUMNS = {
    "interviews": "file,interview,group,participants,roles,units,date,mode,duration_min,status,kind,"
                  "profession,type de structure",
    "groups": "group,unit,frame_known,invited,reached,refused,silent,justification",
    "codebook": "theme,code,definition,include,exclude,example,colour,origin",
    "codings": "interview,quote,theme,code,turn,memo,strong",
    "asked": "interview,theme,asked",
    "citations": "interview,quote,text,withheld,cited_in",
    "memos": "target,name,title,day,text",
    "summaries": "interview,theme,code,text",
    "guide": "section,question,theme",
    "questions": "question,interview,turn",
}
ASKING = {"Enquêteur", "Chercheur", "Q", "ENQUÊTEUR"}
LABEL = re.compile(
    r"\[(?P<head>[^\]:]+)\] \(\d+:\d\d - \d+:\d\d\)\n"
    rf"|(?:\[\d\d:\d\d:\d\d\] )?(?P<name>Enquêteur|[A-ZÉ][\wÀ-ÿ]{{0,9}}){NBSP}: ",
)


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    with (SAMPLE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def text_of(file: str) -> str:
    path = SAMPLE / "transcripts" / file
    if path.suffix == ".txt":
        return path.read_text(encoding="utf-8")
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


@cache
def turns_of(file: str) -> tuple[tuple[str, str], ...]:
    """(label, what is said) in order: each label stands at the start of a line."""
    text = text_of(file)
    labels = [m for m in LABEL.finditer(text) if m.start() == 0 or text[m.start() - 1] == "\n"]
    ends = [m.start() for m in labels[1:]] + [len(text)]
    return tuple(
        (m["head"] or m["name"], text[m.end() : end].strip()) for m, end in zip(labels, ends, strict=True)
    )


FILES = {row["interview"]: row["file"] for row in table("interviews")}
CODES = {(row["theme"], row["code"]): row for row in table("codebook")}
THEMES = [theme for theme, code in CODES if not code]


@pytest.mark.parametrize("name", COLUMNS)
def test_table_is_well_formed(name: str) -> None:
    raw = (SAMPLE / f"{name}.csv").read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf") and b"\r" not in raw
    lines = list(csv.reader(raw.decode("utf-8").splitlines(), strict=True))
    assert ",".join(lines[0]) == COLUMNS[name]
    assert {len(line) for line in lines} == {len(lines[0])}


def test_typography() -> None:
    texts = [text_of(file) for file in FILES.values()]
    texts += [path.read_text(encoding="utf-8") for path in SAMPLE.glob("*.csv")]
    for text in texts:
        assert unicodedata.is_normalized("NFC", text)
        assert "'" not in text and "..." not in text
        assert not re.search(r" [:;?!»]|« |  |«(?!\u00a0)|(?<!\u00a0)»", text)


def test_transcripts_and_interviews_match() -> None:
    on_disk = sorted(unicodedata.normalize("NFC", path.name) for path in (SAMPLE / "transcripts").iterdir())
    assert sorted(FILES.values()) == on_disk and len(FILES) == 16
    assert Counter(Path(file).suffix for file in on_disk) == {".docx": 12, ".txt": 4}
    assert Counter(row["group"] for row in table("interviews")) == {
        row["group"]: int(row["reached"]) for row in table("groups")
    }
    assert [row["file"] for row in table("interviews")] == on_disk


def test_interviews_follow_one_another() -> None:
    days = [date.fromisoformat(row["date"]) for row in table("interviews")]
    assert days == sorted(set(days)) and all(day.weekday() < 5 for day in days)
    for row in table("interviews"):
        assert row["status"] in ("codé", "relu") and row["kind"] == "entretien"
        assert 30 <= int(row["duration_min"]) <= 120
        assert all(row[column] for column in ("mode", "units", "profession", "type de structure"))
        assert row["participants"].count(" + ") == row["roles"].count(" + ")
        assert row["interview"] == row["participants"].replace(" + ", " et ")
    assert sum(" + " in row["participants"] for row in table("interviews")) == 1


@pytest.mark.parametrize("file", FILES.values())
def test_transcript_reads_as_speech(file: str) -> None:
    turns = turns_of(file)
    said = " ".join(words for _, words in turns)
    assert 900 <= len(said.replace(NBSP, " ").split()) <= 1600
    assert 900 <= len(re.findall(r"\w+", said)) <= 1600
    assert 16 <= len(turns) <= 48
    assert turns[0][0] in ASKING
    answers = [words for label, words in turns if label not in ASKING]
    assert max(len(words.split()) for words in answers) >= 60
    assert len(answers) >= len(turns) / 2


def test_every_quote_is_found_once_in_its_turn() -> None:
    for row in table("codings"):
        label, words = turns_of(FILES[row["interview"]])[int(row["turn"]) - 1]
        assert label not in ASKING, row
        assert words.count(row["quote"]) == 1, row
        assert row["quote"] == row["quote"].strip() and "\n" not in row["quote"]


def test_codings_use_the_codebook_and_all_of_it() -> None:
    used = Counter((row["theme"], row["code"]) for row in table("codings"))
    assert sum(used.values()) >= 330
    assert set(used) == {key for key in CODES if key[1]}
    assert len({(r["interview"], r["turn"], r["quote"], r["theme"], r["code"]) for r in table("codings")}) == sum(
        used.values()
    )
    assert sum(bool(row["memo"]) for row in table("codings")) >= 5


def test_passages_overlap_nest_and_cross() -> None:
    spans = defaultdict(list)
    for row in table("codings"):
        turn = turns_of(FILES[row["interview"]])[int(row["turn"]) - 1][1]
        start = turn.index(row["quote"])
        spans[row["interview"], row["turn"]].append((start, start + len(row["quote"]), row["theme"]))
    nested = crossed = across_themes = 0
    for found in spans.values():
        pairs = [(a, b) for a in found for b in found if a is not b and a[0] < b[0] < a[1]]
        nested += sum(b[1] <= a[1] for a, b in pairs)
        crossed += sum(b[1] > a[1] for a, b in pairs)
        across_themes += sum(a[2] != b[2] for a, b in pairs)
    assert nested >= 10 and crossed >= 3 and across_themes >= 5


def test_codebook_is_defined() -> None:
    assert len(THEMES) == 7
    colours = {CODES[theme, ""]["colour"] for theme in THEMES}
    assert len(colours) == 7 and all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in colours)
    corpus = "\n".join(text_of(file) for file in FILES.values())
    for (theme, code), row in CODES.items():
        assert theme in THEMES and row["definition"] and row["include"] and row["exclude"]
        assert row["origin"] in ("guide", "a priori", "emergent")
        assert not code or row["example"].casefold() in corpus.casefold(), row["example"]
    assert min(Counter(theme for theme, code in CODES if code).values()) >= 4


def test_what_was_not_asked_does_not_occur() -> None:
    asked = {(row["interview"], row["theme"]): row["asked"] for row in table("asked")}
    assert set(asked) == {(interview, theme) for interview in FILES for theme in THEMES}
    assert set(asked.values()) == {"yes", "no"}
    assert all(asked[row["interview"], row["theme"]] == "yes" for row in table("codings"))


def test_one_frame_can_be_declared_and_the_other_not() -> None:
    declared, refused = table("groups")
    for row in (declared, refused):
        assert int(row["invited"]) == int(row["reached"]) + int(row["refused"]) + int(row["silent"])
        assert row["justification"]
    assert 3 * (int(declared["refused"]) + int(declared["silent"])) <= int(declared["invited"])
    assert 3 * (int(refused["refused"]) + int(refused["silent"])) > int(refused["invited"])


def test_saturation_has_something_to_say() -> None:
    """Two themes all of whose codes came early and often, one with a code that came late, one put to few."""
    group = [row["interview"] for row in table("interviews") if row["group"] == table("groups")[0]["group"]]
    asked = {(row["interview"], row["theme"]) for row in table("asked") if row["asked"] == "yes"}
    seen: dict[str, dict[str, set[str]]] = {theme: defaultdict(set) for theme in THEMES}
    for row in table("codings"):
        if row["interview"] in group:
            seen[row["theme"]][row["code"]].add(row["interview"])
    late, rich, few = set(), set(), set()
    for theme, codes in seen.items():
        put_to = [interview for interview in group if (interview, theme) in asked]
        if len(put_to) < 6:
            few.add(theme)
        elif any(not found & set(put_to[:-3]) for found in codes.values()):
            late.add(theme)
        elif min(map(len, codes.values())) >= 2 and any(CODES[theme, code]["origin"] == "emergent" for code in codes):
            rich.add(theme)
    assert late == {"Parcours et rétablissement"} and few == {"Financement et pérennité"}
    assert rich == {"Réticences", "Posture professionnelle", "Savoirs expérientiels"}


def test_memos_and_summaries_name_what_exists() -> None:
    paths = {f"{theme} > {code}" for theme, code in CODES}
    names = {"project": {""}, "interview": set(FILES), "code": paths}
    assert len(table("memos")) >= 10 and len(table("summaries")) >= 12
    assert all(row["name"] in names[row["target"]] and row["text"] for row in table("memos"))
    coded = {(r["interview"], r["theme"], c) for r in table("codings") for c in ("", r["code"])}
    assert all((row["interview"], row["theme"], row["code"]) in coded for row in table("summaries"))


def test_quotes_as_cited_hold() -> None:
    coded = {(row["interview"], row["quote"]) for row in table("codings")}
    assert len(table("citations")) >= 5
    for row in table("citations"):
        assert (row["interview"], row["quote"]) in coded and row["cited_in"]
        assert citing.holds(row["quote"], row["text"]), row["text"]


def test_guide_has_its_sections() -> None:
    assert 5 <= len({row["section"] for row in table("guide")}) <= 6
    assert {row["theme"] for row in table("guide")} == {*THEMES, ""}
