"""Runs the migrations on either engine, from the tables our models declare."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import elite
from alembic import context
from flask import current_app
from sqlalchemy import Connection

from elite.kernel.db import WRITING, Model, db

import jobs.schedule  # noqa: F401  the one table that lives above `elite`

for package in pkgutil.iter_modules(elite.__path__, "elite."):
    if package.ispkg and package.name != "elite.sandbox":
        import_module(package.name)


def run() -> None:
    """Migrate through the write engine, or through the connection a test hands in."""
    given = context.config.attributes.get("connection")
    if isinstance(given, Connection):
        _run_on(given)
        return
    with db.engines[WRITING].connect() as connection:
        _run_on(connection)


def _run_on(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Model.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        compare_server_default=False,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()


current_app.logger.debug("migrations.run")
run()
