# SPDX-License-Identifier: GPL-3.0-or-later
"""All that knows SQLite: opening, checking, backing up, and the full-text index.

Every project, plain or encrypted, opens through sqlcipher3, so that one recent SQLite serves everywhere.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool, StaticPool

from models.errors import N_, KnownError

APPLICATION_ID = 0x46696C72  # «Filr»
MAGIC = b"SQLite format 3\x00"
SCHEMA_VERSION = 5  # one more with each migration; stored as user_version

# «read» opens to write too where it may, so that the last one to leave takes the log and its index away, and is kept
# from writing by ``query_only``. «guest» reads beside another process that holds the project: it leaves the log alone
# even when that process has lost SQLite's locks, which on POSIX closing any handle on the file would do.
Access = Literal["create", "write", "read", "guest"]

DAMAGED = N_(
    "“{name}” is damaged: it cannot be read to the end. Open one of its backups, in the folder “{backups}” beside it."
)
NOT_OURS = N_("“{name}” is not a Fil rouge project. Open a file that ends in .filrouge and was made by Fil rouge.")
NEWER = N_("“{name}” was made by a newer version of Fil rouge. Update the program to open it; the file is untouched.")
MISSING = N_("There is no project “{name}”. Check the path, or create it first.")


def module() -> Any:
    """The DB-API driver (typed Any: the package ships no annotations)."""
    from sqlcipher3 import dbapi2

    return dbapi2


def backups_folder(path: Path) -> Path:
    """Where the backups of a project stand: a folder beside it."""
    return path.with_name(path.stem + ".sauvegardes")


def _read_header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(100)
    except FileNotFoundError:
        raise KnownError(MISSING, name=path.name) from None
    except OSError as error:
        raise KnownError(N_("“{name}” cannot be read: {reason}."), name=path.name, reason=error.strerror) from None


def check(path: Path) -> int:
    """Say whether this is one of our projects, and whole as far as its header tells; return its schema version.

    Raises KnownError when it is missing, not ours, cut short, or newer than this program. Touches nothing.
    """
    header = _read_header(path)
    if len(header) < 100 or not header.startswith(MAGIC):
        raise KnownError(NOT_OURS, name=path.name)
    (page_size,) = struct.unpack(">H", header[16:18])
    change_counter, pages = struct.unpack(">II", header[24:32])
    (version,) = struct.unpack(">I", header[60:64])
    (application_id,) = struct.unpack(">I", header[68:72])
    (valid_for,) = struct.unpack(">I", header[92:96])
    if _wal(path).exists():  # the log may be ahead of the header
        connection = _connect(path, "guest")
        try:
            application_id = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        finally:
            connection.close()
    elif change_counter == valid_for and path.stat().st_size < pages * (65536 if page_size == 1 else page_size):
        raise KnownError(DAMAGED, name=path.name, backups=backups_folder(path).name)
    if application_id != APPLICATION_ID:
        raise KnownError(NOT_OURS, name=path.name)
    if version > SCHEMA_VERSION:
        raise KnownError(NEWER, name=path.name)
    return int(version)


def remove(path: Path) -> None:
    """Delete a project file with its log and its log's index."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _wal(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _mode(path: Path, access: Access) -> str:
    """The URI's query."""
    if access == "create":
        return "mode=rwc"
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if access == "write" or (access == "read" and writable):
        return "mode=rw"
    return "mode=ro" if writable or _wal(path).exists() else "mode=ro&immutable=1"


def _connect(path: Path, access: Access) -> Any:
    connection = module().connect(
        f"file:{quote(os.fsencode(path.resolve()))}?{_mode(path, access)}",
        uri=True, check_same_thread=False, isolation_level=None, timeout=5.0,
    )
    cursor = connection.cursor()
    cursor.execute("PRAGMA trusted_schema=OFF")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA temp_store=MEMORY")
    reads = access in ("read", "guest")
    cursor.execute(f"PRAGMA cache_size=-{2000 if reads else 8000}")  # kilobytes; the system too keeps what readers read
    if reads:
        cursor.execute("PRAGMA query_only=ON")
    cursor.close()
    return connection


def engine(path: Path, access: Access) -> Engine:
    """An engine on the project file: one kept connection to write, a small pool of read-only ones to read.

    Writing transactions begin IMMEDIATE, so that a reader that turns writer never meets a locked file.
    """
    writes = access in ("create", "write")
    made = create_engine(
        "sqlite://",
        module=module(),
        creator=lambda: _connect(path, access),
        **({"poolclass": StaticPool} if writes else {"poolclass": QueuePool, "pool_size": 2}),
    )
    begin = "BEGIN IMMEDIATE" if writes else "BEGIN"

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return made


def pragma(made: Engine, setting: str) -> None:
    """Run a PRAGMA outside any transaction, where alone some of them work."""
    raw = made.raw_connection()
    try:
        raw.cursor().execute(f"PRAGMA {setting}")
    finally:
        raw.close()


def prepare_new(made: Engine) -> None:
    """Set what must be set on an empty file before its first table: identity and WAL."""
    pragma(made, f"application_id={APPLICATION_ID}")
    pragma(made, "journal_mode=WAL")


def set_version(connection: Connection, version: int) -> None:
    """Record the schema version in the file's header, where it is read before anything else."""
    connection.exec_driver_sql(f"PRAGMA user_version={version}")


def defer_foreign_keys(connection: Connection) -> None:
    """Check foreign keys at commit rather than at each statement, for this transaction."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")


def set_foreign_keys(made: Engine, *, on: bool) -> None:
    """Turn foreign keys on or off on the one writing connection."""
    pragma(made, f"foreign_keys={'ON' if on else 'OFF'}")


def broken_links(connection: Connection) -> list[tuple[str, int | None, str]]:
    """Rows whose foreign key points nowhere: (table, rowid, table pointed to)."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [(row[0], row[1], row[2]) for row in rows]


def damage(connection: Connection, *, thorough: bool) -> list[str]:
    """What SQLite finds wrong with the file itself; empty when nothing is."""
    # The check of the search index trusts what this connection remembers of it, which only a search renews: it would
    # take for damage what the writing connection has merged since.
    with suppress(DatabaseError):  # a file too damaged to be searched is about to be told
        matching_turns(connection, ["a"], limit=1)
    kind = "integrity_check" if thorough else "quick_check"
    found = [str(row[0]) for row in connection.exec_driver_sql(f"PRAGMA {kind}").all()]
    return [] if found == ["ok"] else found


def readable(damage: Sequence[str]) -> bool:
    """Whether the file can be read all the same: nothing is wrong but rows that break a CHECK or a NOT NULL."""
    return all(line.startswith(("CHECK constraint failed", "NULL value in")) for line in damage)


def copy(path: Path, target: Path) -> None:
    """Copy a project, WAL included, through SQLite's backup API; the target appears whole or not at all."""
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    source = _connect(path, "guest")
    try:
        destination = module().connect(str(partial))
        try:
            source.backup(destination)
            destination.execute("PRAGMA journal_mode=DELETE")
        finally:
            destination.close()
    finally:
        source.close()
    partial.replace(target)


def vacuum(made: Engine) -> bool:
    """Write the file anew, without what was erased, and empty its log; False when another connection is reading, and
    the log could not be emptied."""
    pragma(made, "secure_delete=ON")
    raw = made.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("VACUUM")
        busy, _pages, _moved = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    finally:
        raw.close()


def driver_error() -> type[Exception]:
    """The driver's own error class, for the place that translates it."""
    error: type[Exception] = module().Error
    return error


# Full-text search: contentless FTS5 over folded words, rowid = turn.id -------------------------------------

SEARCH_TABLE = "turn_search"
Sought = tuple[tuple[tuple[str, ...], ...], bool]


def create_search(connection: Connection) -> None:
    """Make the empty search index."""
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE turn_search USING fts5("
        "words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')"
    )


def empty_search(connection: Connection) -> None:
    """Forget every word of the search index: those of turns taken out of it stay in its segments until then."""
    connection.exec_driver_sql("INSERT INTO turn_search(turn_search) VALUES ('delete-all')")


def unindex_turns(connection: Connection, turn_ids: Sequence[int]) -> None:
    """Take turns out of the search index."""
    if turn_ids:
        connection.execute(text("DELETE FROM turn_search WHERE rowid = :id"), [{"id": key} for key in turn_ids])


def index_turns(connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Put (turn id, folded words) into the search index."""
    values = [{"id": key, "words": words} for key, words in rows]
    if values:
        connection.execute(text("INSERT INTO turn_search (rowid, words) VALUES (:id, :words)"), values)


def indexed_turns(connection: Connection) -> set[int]:
    """Ids of the turns that the search index holds."""
    return {row[0] for row in connection.execute(text(f"SELECT rowid FROM {SEARCH_TABLE}"))}


def matching_turns(connection: Connection, words: Sequence[str], *, limit: int) -> list[int]:
    """Ids of the turns that hold every one of the folded ``words`` (the last one as a prefix), in text order."""
    quoted = ['"' + word.replace('"', '""') + '"' for word in words]
    if not quoted:
        return []
    query = " ".join(quoted) + "*"
    rows = connection.execute(
        text("SELECT rowid FROM turn_search WHERE turn_search MATCH :query ORDER BY rowid LIMIT :limit"),
        {"query": query, "limit": limit},
    )
    return [row[0] for row in rows]


def match_expression(either: Iterable[Iterable[Sought]], without: Iterable[Sought]) -> str:
    """What the search index is asked for: one of the alternatives, all of it, and nothing of ``without``. A thing
    sought is some phrases of folded words, any of which will do, and whether their last word may go on."""
    kept = " OR ".join("(" + " AND ".join(map(_any_of, terms)) + ")" for terms in either)
    barred = [_any_of(term) for term in without]
    return f"({kept}) NOT ({' OR '.join(barred)})" if barred else kept


def _any_of(sought: Sought) -> str:
    phrases, begun = sought
    quoted = ('"' + " ".join(phrase).replace('"', '""') + '"' + ("*" if begun else "") for phrase in phrases)
    return f"({' OR '.join(quoted)})"


def counted_turns(connection: Connection, expression: str, speakers: str, silent: str) -> dict[int, int]:
    """How many turns answer, by interview. ``speakers``: ids of speakers, in brackets, who may say it; ``silent``: ids
    of interviews where turns without a speaker are heard too; both JSON arrays, «null» for all."""
    return dict(connection.execute(text(
        "SELECT turn.interview_id, count(*) FROM turn_search JOIN turn ON turn.id = turn_search.rowid "
        f"WHERE turn_search MATCH :match {_heard(speakers, silent)} GROUP BY turn.interview_id"),
        {"match": expression, "speakers": speakers, "silent": silent}).all())


def answering_turns(connection: Connection, expression: str, interview_id: int, speakers: str, silent: str
                    ) -> Sequence[Any]:
    """The rows (id, number, start, end, speaker_id) of the turns of an interview that answer, in text order."""
    return connection.execute(text(
        'SELECT turn.id, turn.number, turn.start, turn."end", turn.speaker_id '
        "FROM turn_search JOIN turn ON turn.id = turn_search.rowid "
        "WHERE turn_search MATCH :match AND turn.interview_id = :interview "
        "AND turn_search.rowid BETWEEN (SELECT min(id) FROM turn WHERE interview_id = :interview) "
        "AND (SELECT max(id) FROM turn WHERE interview_id = :interview) "
        f"{_heard(speakers, silent)} ORDER BY turn.label_start"),
        {"match": expression, "interview": interview_id, "speakers": speakers, "silent": silent}).all()


def _heard(speakers: str, silent: str) -> str:
    if speakers == "null":
        return ""
    return ("AND (turn.speaker_id IN (SELECT value FROM json_each(:speakers)) OR turn.speaker_id IS NULL "
            "AND turn.interview_id IN (SELECT value FROM json_each(:silent)))")


# What goes wrong below us ----------------------------------------------------------------------------------

_KNOWN_FAILURES = (
    ("disk is full", N_("The disk is full. Free some space and do it again; everything done before is kept.")),
    ("malformed", DAMAGED),
    (
        "disk i/o error",
        N_("The disk does not answer. Check the drive that holds “{name}”; everything done before is kept."),
    ),
    ("no such table", DAMAGED),
    ("no such column", DAMAGED),
    ("not a database", NOT_OURS),
    ("readonly", N_("“{name}” cannot be written. Check that you may change the file and its folder.")),
    (
        "unable to open",
        N_("“{name}” cannot be opened. Check that you may read and change the file and its folder."),
    ),
    ("database is locked", N_("Another program is writing to “{name}”. Wait a moment and do it again.")),
)


def known(error: Exception, path: Path) -> KnownError | None:
    """The known error that a database failure stands for; None when it is a bug of ours."""
    message = str(error).lower()
    for sign, key in _KNOWN_FAILURES:
        if sign in message:
            return KnownError(key, name=path.name, backups=backups_folder(path).name)
    return None
