# SPDX-License-Identifier: GPL-3.0-or-later
"""What changed in a definition, told in its words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from app.coder.codebook import difference_html
from coding.code_changes import Alteration


def told(before: str, after: str) -> str:
    """The words of a change of definition, struck out between -- and underlined between ++."""
    change = Alteration("guid", "T", "definition", before, after)
    line = difference_html.line(change).partition("<br>")[2].removesuffix("</p>")
    line = re.sub(r"<s[^>]*>(.*?)</s>", r"-\1-", line)
    return re.sub(r"<u[^>]*>(.*?)</u>", r"+\1+", line)


def test_words_that_changed_one_after_another_go_and_come_together() -> None:
    assert told("Ce qu’il est permis de dire.", "Tout autre chose, plus précis de dire.") == (
        "-Ce qu’il est permis-+Tout autre chose, plus précis+ de dire.")
    assert told("Peur dite.", "Peur dite, ou tue.") == "Peur -dite.-+dite, ou tue.+"
    assert told("a < b", "a < c") == "a &lt; -b-+c+"


@given(st.text("ab ", max_size=12), st.text("ab ", max_size=12))
def test_both_texts_can_be_read_in_it(before: str, after: str) -> None:
    if before and before != after:
        line = told(before, after)
        assert re.sub(r"\+[^+]*\+", "", line).replace("-", "") == before
        assert re.sub(r"-[^-]*-", "", line).replace("+", "") == after
