# SPDX-License-Identifier: GPL-3.0-or-later
"""Migrations: Alembic, with its configuration built here. Imported only when a file needs one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, create_engine

from models import dialect_sqlite, tables
from models.errors import N_, KnownError

FOLDER = Path(__file__).parent / "migrations"


def _is_ours(item: Any, name: str | None, kind: str, reflected: bool, compare_to: Any) -> bool:
    # FTS5 keeps its index in shadow tables, which autogenerate would drop.
    return not (kind == "table" and str(name).startswith(dialect_sqlite.SEARCH_TABLE))


def settings_for(connection: Connection) -> dict[str, Any]:
    """What Alembic's context must know, here and in ``env.py``."""
    return {
        "target_metadata": tables.metadata,
        "render_as_batch": True,
        "include_object": _is_ours,
        "compare_type": True,
        "transaction_per_migration": False,
    }


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(engine: Engine, *, to: str = "head") -> None:
    """Bring the file behind ``engine`` to revision ``to``, in one transaction that ends in a check of all links.

    Foreign keys are off meanwhile: SQLite's batch migrations drop and rebuild tables, and a cascade would
    follow. Raises KnownError when a link is broken at the end; the file is then as it was.
    """
    dialect_sqlite.set_foreign_keys(engine, on=False)
    try:
        with engine.begin() as connection:
            command.upgrade(_config(connection), to)
            dialect_sqlite.set_version(connection, dialect_sqlite.SCHEMA_VERSION)
            broken = dialect_sqlite.broken_links(connection)
            if broken:
                raise KnownError(
                    N_("The project could not be brought up to date: {n} links are broken. It is as it was."),
                    n=len(broken),
                )
    finally:
        dialect_sqlite.set_foreign_keys(engine, on=True)


def differences() -> list[str]:
    """What the models say and the migrations do not (``alembic check``); empty when they agree."""
    engine = create_engine("sqlite://", module=dialect_sqlite.module())
    with engine.begin() as connection:
        command.upgrade(_config(connection), "head")
        context = MigrationContext.configure(
            connection, opts={"include_object": _is_ours, "compare_type": True, "target_metadata": tables.metadata}
        )
        found = compare_metadata(context, tables.metadata)
    engine.dispose()
    return [repr(item) for item in found]


def write_revision(message: str) -> None:
    """Write the next migration from what the models now say (a developer's tool)."""
    engine = create_engine("sqlite://", module=dialect_sqlite.module())
    with engine.begin() as connection:
        config = _config(connection)
        command.upgrade(config, "head")
        number = len(list((FOLDER / "versions").glob("[0-9]*.py"))) + 1
        command.revision(config, message=message, autogenerate=True, rev_id=f"{number:04d}")
    engine.dispose()
