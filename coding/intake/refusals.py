# SPDX-License-Identifier: GPL-3.0-or-later
"""What is refused before reading, by name and with the reason."""

from __future__ import annotations

import os
from pathlib import Path

from coding.intake.kinds import MOST_BYTES, ZIPPED
from coding.language import N_
from models.errors import KnownError

MOST_CHARACTERS = 5_000_000
MOST_LINES = 300_000
_OF_WORD = (".docx", ".docm", ".odt", ".rtf")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
_OWN = {".pdf": b"%PDF", ".rtf": b"{\\rtf"}
_BINARY = (b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"ID3", b"GIF8", b"\x1f\x8b")
_MAGIC = {
    _OLE: N_("{file} is an old Word file or an Office file. Open it in Word and save it as .docx."),
    b"%PDF": N_("{file} is a PDF, whatever its name says. Give it a name in .pdf and import it again."),
    b"{\\rtf": N_("{file} is an RTF file, whatever its name says. Give it a name in .rtf and import it again."),
}


def check(path: Path, name: str) -> None:
    """Raise a KnownError unless ``path`` is a file of a kind that is read, neither empty nor too large."""
    if not os.path.exists(path):
        raise KnownError(N_("{file} cannot be found. It may have been moved or renamed."), file=name)
    if not path.is_file():
        raise KnownError(N_("{file} is not a file. Choose the transcripts inside it."), file=name)
    if path.suffix.lower() not in MOST_BYTES:
        raise KnownError(
            N_("{file}: files of this kind are not read. Save the transcript as .docx, .odt or .txt."), file=name
        )
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            beginning = stream.read(64)
    except OSError as error:
        raise unreadable(name, error) from error
    if size == 0:
        raise KnownError(N_("{file} is empty."), file=name)
    if size > MOST_BYTES[path.suffix.lower()]:
        raise too_large(name)
    _check_kind(path, name, beginning)


def content(path: Path, name: str) -> bytes:
    """The bytes of a file already checked."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(name, error) from error


def unreadable(name: str, error: OSError) -> KnownError:
    """The system would not let the file be read."""
    if isinstance(error, FileNotFoundError):
        return KnownError(N_("{file} cannot be found. It may have been moved or renamed."), file=name)
    return KnownError(N_("{file} cannot be read ({why})."), file=name, why=error.strerror or type(error).__name__)


def too_large(name: str) -> KnownError:
    """More than any interview."""
    return KnownError(N_("{file} is too large to be one interview. Split it and import the parts."), file=name)


def password(name: str) -> KnownError:
    """Encrypted: nothing can be read without its password."""
    if name.lower().endswith(_OF_WORD):
        return KnownError(
            N_("{file} is protected by a password. Open it in Word, remove the password and save it again."), file=name
        )
    return KnownError(N_("{file} is protected by a password. Save it again without one."), file=name)


def damaged(name: str) -> KnownError:
    """The file is of the right kind and broken."""
    if name.lower().endswith(_OF_WORD):
        return KnownError(N_("{file} is damaged. Open it in Word, save a copy and import the copy."), file=name)
    return KnownError(N_("{file} is damaged. Export it again from where it was made."), file=name)


def not_word(name: str) -> KnownError:
    """A .docx that holds no Word document."""
    return KnownError(
        N_("{file} is not a Word document, whatever its name says. Save it from Word as .docx."), file=name
    )


def not_text(name: str) -> KnownError:
    """A .txt whose bytes are no text."""
    return KnownError(N_("{file} is not a text file. Save the transcript as .docx or .txt."), file=name)


def not_of_kind(name: str, kind: str) -> KnownError:
    """A file that is not what its name says."""
    return KnownError(N_("{file} is no {kind} file, whatever its name says. Export it again from where it was "
                         "made."), file=name, kind=kind)


def not_subtitles(name: str) -> KnownError:
    """A .vtt or .srt without cues."""
    return KnownError(N_("{file} holds no subtitles that can be read. Export it again, or save its text as .txt."),
                      file=name)


def no_turns(name: str) -> KnownError:
    """Nothing in the file says who speaks."""
    return KnownError(
        N_("{file} is not a transcript: nothing says who speaks. Begin each turn with a name and a colon (Marie : …)."),
        file=name,
    )


def _check_kind(path: Path, name: str, beginning: bytes) -> None:
    suffix = path.suffix.lower()
    if beginning.startswith(_OLE) and _is_encrypted(path):
        raise password(name)
    for magic, reason in _MAGIC.items():
        if beginning.startswith(magic) and _OWN.get(suffix) != magic:
            raise KnownError(reason, file=name)
    if suffix in ZIPPED:
        if not beginning.startswith(_ZIP):
            raise not_word(name) if suffix != ".odt" else not_of_kind(name, "OpenDocument")
    elif beginning.startswith(_BINARY):
        raise not_text(name)


def _is_encrypted(path: Path) -> bool:
    """Whether an OLE container is Office's wrapping of an encrypted package."""
    import olefile

    try:
        with olefile.OleFileIO(str(path)) as container:
            return bool(container.exists("EncryptedPackage"))
    except (OSError, ValueError, IndexError, TypeError, AttributeError):
        # olefile's ways of saying that the container is broken; the caller then refuses it by its magic number.
        return False
