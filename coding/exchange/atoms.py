# SPDX-License-Identifier: GPL-3.0-or-later
"""Identifiers, colours, moments and values, in whatever form a program writes them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from uuid import UUID, uuid5

from coding.exchange.model import Value, ValueType

_FOREIGN = UUID("3b9a77c4-5f0d-5a83-b1e6-27c4d9508f1a")  # for what bears no GUID, or something else in its place
_GUID = re.compile(r"\{?([0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})\}?", re.IGNORECASE)
_PLAIN_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_HEX = re.compile(r"(?:#|0x)?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d+(?:\.\d+)?%?)[\s,]+(\d+(?:\.\d+)?%?)[\s,]+(\d+(?:\.\d+)?%?)\s*(?:[,/].*)?\)",
                  re.IGNORECASE)
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE)
_EUROPEAN = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})(?:[T,\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_FIRST_YEAR = 1900  # programs write 0001-01-01 or 1601-01-01 for «never»
YES = frozenset(("true", "1", "yes", "oui", "vrai"))
NO = frozenset(("false", "0", "no", "non", "faux"))


def guid(written: str) -> str:
    """An identifier in lower case with hyphens; of anything else, one that is always the same. Empty for nothing."""
    written = written.strip()
    if not written:
        return ""
    if _PLAIN_GUID.fullmatch(written):
        return written
    found = _GUID.fullmatch(written)
    return str(UUID(found[1])) if found else str(uuid5(_FOREIGN, written.casefold()))


def made_guid(*parts: str) -> str:
    """An identifier for what bears none, from where it stands: the same whenever the file is read."""
    return str(uuid5(_FOREIGN, "\n".join(parts)))


def colour(written: str) -> str:
    """«#rrggbb», or empty. Of eight digits, the alpha is what stands at the end, or at the head when only that says
    «opaque»."""
    written = written.strip()
    if found := _RGB.fullmatch(written):
        return "#" + "".join(f"{_channel(part):02x}" for part in found.groups())
    found = _HEX.fullmatch(written)
    if found is None:
        return ""
    digits = found[1].lower()
    if len(digits) < 6:
        return "#" + "".join(2 * digit for digit in digits[:3])
    if len(digits) == 8 and digits.startswith("ff") and not digits.endswith("ff"):
        return f"#{digits[2:]}"
    return f"#{digits[:6]}"


@lru_cache(maxsize=4096)
def moment(written: str) -> datetime | None:
    """A moment in UTC, without a zone, to the second; one that gives no zone is taken for UTC. None when it is no
    moment, or says «never»."""
    written = written.strip()
    iso = _ISO.fullmatch(written)
    european = None if iso else _EUROPEAN.fullmatch(written)
    try:
        if iso:
            year, month, day, hour, minute, second = (int(part or 0) for part in iso.groups()[:6])
            found = datetime(year, month, day, hour, minute, second, tzinfo=_zone(iso[7]))
        elif european:
            day, month, year, hour, minute, second = (int(part or 0) for part in european.groups())
            found = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        else:
            return None
        return found.astimezone(UTC).replace(tzinfo=None) if found.year >= _FIRST_YEAR else None
    except (ValueError, OverflowError):
        return None


def truth(written: str) -> bool | None:
    """Yes or no; None for anything else."""
    word = written.strip().casefold()
    return True if word in YES else False if word in NO else None


def value(written: str, type_: ValueType) -> Value | None:
    """A value of a variable; as text when it is not what it should be, None when there is nothing."""
    written = written.strip()
    if not written:
        return None
    found: Value | None = written
    if type_ == "Boolean":
        found = truth(written)
    elif type_ == "Integer" and re.fullmatch(r"[-+]?\d{1,300}", written):
        found = int(written)
    elif type_ in ("Integer", "Float") and re.fullmatch(r"[-+]?\d{1,30}([.,]\d{1,30})?", written):
        found = float(written.replace(",", "."))
    elif type_ == "Date":
        found = _day(written)
    elif type_ == "DateTime":
        found = moment(written)
    return written if found is None else found


def _day(written: str) -> date | None:
    """A day as it is written, whatever its zone."""
    found = _ISO.fullmatch(written)
    try:
        if found:
            return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    at = moment(written)
    return at.date() if at else None


def _channel(written: str) -> int:
    share = float(written.rstrip("%"))
    return max(0, min(255, round(share * 2.55 if written.endswith("%") else share)))


def _zone(written: str | None) -> timezone:
    if written is None or written.upper() in ("Z", "UTC", "GMT"):
        return UTC
    hours, minutes = int(written[1:3]), int(written[-2:])
    return timezone((-1 if written[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes))
