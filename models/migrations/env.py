# SPDX-License-Identifier: GPL-3.0-or-later
"""Alembic's entry: the connection comes from models.migrate, never from a file of settings."""

from __future__ import annotations

from alembic import context

from models.migrate import settings_for

connection = context.config.attributes["connection"]
context.configure(connection=connection, **settings_for(connection))
with context.begin_transaction():
    context.run_migrations()
