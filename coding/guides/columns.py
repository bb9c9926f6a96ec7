# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of a guide as a table, under the names that people give them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from coding.codebook import clean_name
from coding.fold import fold
from coding.guides.draft import QuestionDraft
from coding.metadata import sheets
from coding.metadata.sheets import Row

ALIASES = {
    "questions": "question", "intitule": "question", "libelle": "question", "question_principale": "question",
    "partie": "section", "parties": "section", "sections": "section", "rubrique": "section", "axe": "section",
    "part": "section", "bloc": "section", "dimension": "section", "volet": "section",
    "relance": "prompt", "relances": "prompt", "prompts": "prompt", "probe": "prompt", "probes": "prompt",
    "sous_question": "prompt", "sous_questions": "prompt", "follow_up": "prompt", "is_prompt": "prompt",
    "themes": "theme", "thematique": "theme", "thematiques": "theme", "topic": "theme", "code": "theme",
}
_YES, _NO = frozenset(("yes", "oui", "x", "1", "true", "vrai")), frozenset(("no", "non", "0", "false", "faux"))


def drafts(row: Row, columns: Mapping[str, str]) -> Iterator[QuestionDraft]:
    """The question of a row and its prompts. A table without sections is cut by its themes. A prompt stands in a cell
    of its own, several one a line or with « ; » between them, or is a question whose prompt cell says yes."""
    theme = row.get("theme")
    section = clean_name(row.get("section") if "section" in columns else theme)
    question, prompt = clean_name(row.get("question")), row.get("prompt")
    flag = fold(prompt).strip()
    if question:
        yield QuestionDraft(section, question, flag in _YES, theme)
    if flag not in _YES | _NO:
        for text in prompt.replace(";", "\n").split("\n"):
            if clean_name(text):
                yield QuestionDraft(section, clean_name(text), True, "" if question else theme)


def headed(cells: Sequence[str]) -> dict[int, str] | None:
    """What the columns of a table in a document hold, by its first row; None when that is no row of headings."""
    keys = [sheets.column_key(cell.strip(" :")) for cell in cells]
    names = [ALIASES.get(key, key) for key in keys]
    if "question" not in names:
        return None
    if "section" not in names and "theme" in names:
        names[names.index("theme")] = "section"
    return {place: name for place, name in enumerate(names) if name in ("section", "question", "prompt")}
