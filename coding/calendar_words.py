# SPDX-License-Identifier: GPL-3.0-or-later
"""Days and months written out, as a diary heads its pages."""

from __future__ import annotations

from datetime import UTC, date, datetime

from coding.language import N_, _

MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)
DAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)


def month_written(day: date) -> str:
    """«November 2026»."""
    return _("{month} {year}").format(month=_(MONTHS[day.month - 1]), year=day.year)


def day_written(day: date) -> str:
    """«Monday 23 November 2026»."""
    return _("{weekday} {day} {month} {year}").format(
        weekday=_(DAYS[day.weekday()]), day=day.day, month=_(MONTHS[day.month - 1]), year=day.year)


def date_written(day: date) -> str:
    """«23 November 2026»."""
    return _("{day} {month} {year}").format(day=day.day, month=_(MONTHS[day.month - 1]), year=day.year)


def capital(text: str) -> str:
    """With a capital, to begin a heading: French writes days and months without one."""
    return text[:1].upper() + text[1:]


def local_day(moment: datetime) -> date:
    """The day, here, of a moment that the project keeps in UTC."""
    return moment.replace(tzinfo=UTC).astimezone().date()


def byline(author: str, written: datetime) -> str:
    """«Pr. Martin, 12 March 2026»: who wrote a memo that is not the researcher's, and when."""
    return _("{author}, {date}").format(author=author, date=date_written(local_day(written)))
