# SPDX-License-Identifier: GPL-3.0-or-later
"""Work in another process: its result, its errors, its end."""

from __future__ import annotations

import os
import time

import pytest

from coding import elsewhere
from coding.language import current_language
from models.errors import KnownError


def refuse() -> None:
    raise KnownError("“{name}” is empty.", name="a.docx")


def test_the_result_comes_home_and_the_language_goes_along() -> None:
    assert elsewhere.run(pow, 2, 10) == 1024
    assert elsewhere.run(current_language) == current_language()


def test_a_known_error_keeps_its_values() -> None:
    with pytest.raises(KnownError, match="“a.docx” is empty."):
        elsewhere.run(refuse)


def test_a_bug_stays_a_bug() -> None:
    with pytest.raises(ZeroDivisionError):
        elsewhere.run(divmod, 1, 0)


def test_a_cancel_ends_it() -> None:
    with pytest.raises(elsewhere.Cancelled):
        elsewhere.run(time.sleep, 600, cancelled=lambda: True)


def test_a_process_that_dies_is_said() -> None:
    with pytest.raises(KnownError, match="stopped before its end"):
        elsewhere.run(os._exit, 3)


def tell_twice(told: elsewhere.Told) -> str:
    told(0, 2, "a")
    told(1, 2, "b")
    return "end"


def test_what_the_work_tells_is_told_here() -> None:
    heard: list[tuple[int, int, str]] = []
    assert elsewhere.run(tell_twice, told=lambda *what: heard.append(what)) == "end"
    assert heard == [(0, 2, "a"), (1, 2, "b")]
