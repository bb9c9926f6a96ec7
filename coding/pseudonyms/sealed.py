# SPDX-License-Identifier: GPL-3.0-or-later
"""A file that only a passphrase opens.

Layout: magic, version, memory in KiB, passes and lanes of Argon2id, salt, nonce (the header, which is authenticated);
then the contents under ChaCha20-Poly1305; then the SHA-256 of all that, which tells damage from a wrong passphrase.
Salt and nonce are new at each writing, and the costs are those of today.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import struct
import unicodedata
from contextlib import suppress
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from models.errors import N_, KnownError

MAGIC = b"FilRougeTable\n"
VERSION = 1
MEMORY_KIB, PASSES, LANES = 128 * 1024, 3, 4
MOST_KIB, MOST_PASSES, MOST_LANES = 1024 * 1024, 20, 16  # what a file may ask of this machine
_COSTS = struct.Struct(">BIBB")
_SALT, _NONCE, _KEY, _SUM = 16, 12, 32, 32
_HEADER = len(MAGIC) + _COSTS.size + _SALT + _NONCE

DAMAGED = N_("“{name}” is damaged and cannot be read. Take the copy of it that you keep elsewhere.")
NOT_OURS = N_("“{name}” is not a correspondence table of Fil rouge. Choose another file.")
NEWER = N_("“{name}” was made by a newer version of Fil rouge. Update the program to open it; the file is untouched.")
WRONG = N_("This passphrase does not open “{name}”. Type it again: capitals and accents count.")


def seal(contents: bytes, passphrase: str) -> bytes:
    """The bytes of a file that holds ``contents``."""
    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    header = MAGIC + _COSTS.pack(VERSION, MEMORY_KIB, PASSES, LANES) + salt + nonce
    key = _key(passphrase, salt, MEMORY_KIB, PASSES, LANES)
    body = header + ChaCha20Poly1305(key).encrypt(nonce, contents, header)
    return body + hashlib.sha256(body).digest()


def unseal(data: bytes, passphrase: str, name: str) -> bytes:
    """What ``seal`` was given. Raises KnownError when the file, called ``name``, is not ours, damaged, or opened by
    another passphrase."""
    if not data.startswith(MAGIC):
        raise KnownError(NOT_OURS, name=name)
    if len(data) < _HEADER + _SUM or hashlib.sha256(data[:-_SUM]).digest() != data[-_SUM:]:
        raise KnownError(DAMAGED, name=name)
    version, memory, passes, lanes = _COSTS.unpack_from(data, len(MAGIC))
    if version > VERSION:
        raise KnownError(NEWER, name=name)
    if not (8 * lanes <= memory <= MOST_KIB and 1 <= passes <= MOST_PASSES and 1 <= lanes <= MOST_LANES):
        raise KnownError(DAMAGED, name=name)
    header = data[:_HEADER]
    salt, nonce = header[-_NONCE - _SALT : -_NONCE], header[-_NONCE:]
    key = _key(passphrase, salt, memory, passes, lanes)
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, data[_HEADER:-_SUM], header)
    except InvalidTag:
        raise KnownError(WRONG, name=name) from None


def put(path: Path, data: bytes) -> None:
    """Write a file that its owner alone may read; it appears whole, or the one before stays. Raises KnownError when it
    cannot be written."""
    partial = path.with_name(f"{path.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        with open(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise KnownError(
            N_("The correspondence table “{name}” cannot be written: {reason}. Nothing was replaced in the project."),
            name=path.name, reason=error.strerror or type(error).__name__) from error


def _key(passphrase: str, salt: bytes, memory: int, passes: int, lanes: int) -> bytes:
    secret = unicodedata.normalize("NFC", passphrase).encode()
    return Argon2id(salt=salt, length=_KEY, iterations=passes, lanes=lanes, memory_cost=memory).derive(secret)
