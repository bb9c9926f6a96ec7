# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain text in whatever encoding it was saved."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from coding.intake import refusals
from coding.intake.cleaning import clean
from coding.intake.lines import Content, Line
from coding.intake.transcript import Notice
from coding.language import N_

# UTF-32 first: its little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OLD = ("cp1252", "iso8859-15", "mac-roman", "cp850")
_USUAL_NAMES = {"iso8859-15": "Latin-9", "latin-1": "Latin-1", "cp850": "DOS"}
_FRENCH = frozenset("àâäéèêëîïôöùûüÿçœæÀÂÄÉÈÊËÎÏÔÖÙÛÜŸÇŒÆ’‘“”«»…–—•°€·\u00a0ñáíóúãõß")
_SAMPLE = 200_000
# More control characters than this, and than this share, and it is no text.
_FEW_CONTROLS = 2
_MOST_CONTROLS = 0.01
# More accented letters than this, and it is no French, nor any language of Western Europe.
_MOST_ACCENTS = 0.3
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def read(path: Path, name: str) -> Content:
    """The lines of a text file. KnownError when it is not text, or cannot be read."""
    text, notices = decoded(path, name)
    return Content(tuple(Line(line) for line in text.split("\n")), tuple(notices))


def decoded(path: Path, name: str) -> tuple[str, list[Notice]]:
    """The clean text of a file, in whatever encoding. KnownError when it is not text, or cannot be read."""
    own, notices = as_saved(path, name)
    text, dropped = clean(own)
    if dropped:
        notices.append(Notice(N_("Invisible control characters were left out: {n}."), {"n": dropped}))
    return text, notices


def as_saved(path: Path, name: str) -> tuple[str, list[Notice]]:
    """The file's own characters, neither composed nor cleaned; only a byte order mark is left out."""
    text, notices = decoded_bytes(refusals.content(path, name), name)
    if len(CONTROLS.findall(text)) > max(_FEW_CONTROLS, _MOST_CONTROLS * len(text)):
        raise refusals.not_text(name)
    if len(text) > refusals.MOST_CHARACTERS:
        raise refusals.too_large(name)
    return text.removeprefix("\ufeff"), notices


def decoded_bytes(raw: bytes, name: str) -> tuple[str, list[Notice]]:
    """The characters of a text in whatever encoding, a byte order mark left out. KnownError when it is no text."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _lenient(raw.removeprefix(mark), encoding)
    if b"\x00" in raw:
        return _without_mark(raw, name), []
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(raw):
        return _lenient(raw, "utf-8")
    encoding = _old_encoding(raw[:_SAMPLE])
    return raw.decode(encoding, errors="replace"), [_guessed(encoding)]


def _lenient(raw: bytes, encoding: str) -> tuple[str, list[Notice]]:
    """Decode what can be; say how many characters could not."""
    text = raw.decode(encoding, errors="replace")
    lost = text.count("\ufffd") - _own_replacements(raw, encoding)
    found = Notice(N_("Characters that could not be read were replaced by �: {n}."), {"n": lost}, doubtful=True)
    return text, [found] if lost > 0 else []


def _own_replacements(raw: bytes, encoding: str) -> int:
    return raw.decode(encoding, errors="ignore").count("\ufffd")


def _without_mark(raw: bytes, name: str) -> str:
    """UTF-16 that does not say so: every other byte of Western text is then null."""
    even, odd = raw[::2].count(0), raw[1::2].count(0)
    half = len(raw) / 2
    encoding = "utf-16-le" if odd > 0.4 * half and even < 0.05 * half else None
    encoding = "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else encoding
    if encoding is None:
        raise refusals.not_text(name)
    return raw.decode(encoding, errors="replace")


def _mostly_utf8(raw: bytes) -> bool:
    """Whether a few broken bytes (a cut file, a paste) spoil what is otherwise UTF-8."""
    text = raw.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(1 for c in text if c > "\x7f") - broken
    return sound >= 10 * broken


def _old_encoding(raw: bytes) -> str:
    """The one-byte encoding in which the text looks most French; else what charset-normalizer sees."""
    best = max(_OLD, key=lambda e: _plausibility(raw, e))
    western = sum(c > 0x7F for c in raw) <= _MOST_ACCENTS * len(raw)
    return best if western and _plausibility(raw, best) > 0 else _foreign(raw) or best


def _plausibility(raw: bytes, encoding: str) -> float:
    """How French the non-ASCII characters look in ``encoding``, from -3 to 1."""
    high = [c for c in raw.decode(encoding, errors="replace") if c > "\x7f"]
    score = sum(1.0 if c in _FRENCH else -3.0 if c == "\ufffd" or c < "\xa0" else -1.0 for c in high)
    return score / max(1, len(high))


def _foreign(raw: bytes) -> str | None:
    """The encoding of a text in none of the usual ones, as charset-normalizer sees it."""
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    return best.encoding if best else None


def _guessed(encoding: str) -> Notice:
    return Notice(N_("The file did not say its encoding: check its accents (read as {encoding})."),
                  {"encoding": _usual_name(encoding)}, doubtful=True)


def _usual_name(encoding: str) -> str:
    """Of an encoding, as people and other programs call it."""
    name = encoding.replace("_", "-")
    if name.startswith("mac-"):
        return "Mac"
    return _USUAL_NAMES.get(name) or (f"Windows-{name[2:]}" if name.startswith("cp125") else name.upper())
