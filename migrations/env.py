"""Runs the migrations on either engine, from the tables our models declare."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from alembic import context
from flask import current_app
from sqlalchemy import JSON, Connection
from sqlalchemy.dialects.mysql import LONGTEXT

import elite
import jobs.schedule  # noqa: F401  the one table that lives above `elite`
from elite.kernel.db import WRITING, Model, MoneyColumn, Timestamp, db

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
        compare_type=_differs,
        render_item=_write_type,
        compare_server_default=False,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()


def _write_type(kind: str, thing: object, context: object) -> str | bool:
    """Migrations stand alone: our column types are written as what they are in the database."""
    if isinstance(thing, Timestamp):
        return 'sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql")'
    if isinstance(thing, MoneyColumn):
        return "sa.BigInteger()"
    return False


def _differs(context: object, seen: object, column: object, found: object, wanted: object) -> bool | None:
    """MariaDB calls JSON a LONGTEXT with a check; everything else is compared as usual."""
    if isinstance(wanted, JSON) and isinstance(found, LONGTEXT):
        return False
    return None


current_app.logger.debug("migrations.run")
run()
