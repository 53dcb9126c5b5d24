"""One migration history, the same tables on both engines (decision 2)."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask import Flask
from sqlalchemy import JSON, inspect
from sqlalchemy.dialects.mysql import LONGTEXT

from elite.kernel.db import WRITING, Model, db


def test_migrations_and_models_agree(app: Flask) -> None:
    with app.app_context(), db.engines[WRITING].connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": _differs})

        assert compare_metadata(context, Model.metadata) == []


def test_every_table_is_utf8mb4_and_compares_bytes(app: Flask) -> None:
    with app.app_context(), db.engines[WRITING].connect() as connection:
        if connection.dialect.name == "sqlite":
            assert inspect(connection).get_table_names()
            return
        rows = connection.exec_driver_sql(
            "SELECT table_name, table_collation, engine FROM information_schema.tables WHERE table_schema = DATABASE()"
        ).all()

    assert [row for row in rows if row[0] != "alembic_version" and (row[1], row[2]) != ("utf8mb4_bin", "InnoDB")] == []


def test_money_and_time_keep_their_precision(app: Flask) -> None:
    with app.app_context(), db.engines[WRITING].connect() as connection:
        columns = {column["name"]: str(column["type"]).upper() for column in inspect(connection).get_columns("orders")}

    assert columns["total"] == "BIGINT"
    assert columns["placed_at"].startswith("DATETIME")


def _differs(context: object, seen: object, column: object, found: object, wanted: object) -> bool | None:
    return False if isinstance(wanted, JSON) and isinstance(found, LONGTEXT) else None
