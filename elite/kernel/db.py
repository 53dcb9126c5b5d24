"""The one door to the database: tables, the session, and an engine each for reading and for writing.

Flask-SQLAlchemy is imported here and nowhere else below the web (decision 2). Reads use deferred transactions; inside
`transaction()` the session is bound to the write engine, which begins with BEGIN IMMEDIATE on SQLite and runs READ COMMITTED on
InnoDB (protocol.md 2.1, 2.2).
"""

from __future__ import annotations

import enum
from datetime import UTC, datetime
from typing import Any, ClassVar, cast

from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session as FlaskSession
from sqlalchemy import (
    JSON,
    BigInteger,
    CursorResult,
    DateTime,
    Delete,
    Engine,
    Enum,
    MetaData,
    String,
    Table,
    Update,
    create_engine,
    event,
)
from sqlalchemy.dialects import mysql
from sqlalchemy.engine import URL, Dialect, make_url
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.pool import NullPool
from sqlalchemy.types import TypeDecorator

from elite.kernel.money import Money, shop_currency

WRITING = "writing"


class Timestamp(TypeDecorator[datetime]):
    """An aware moment in UTC with microseconds, stored without a zone; a naive one is refused."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        return dialect.type_descriptor(mysql.DATETIME(fsp=6) if dialect.name in ("mysql", "mariadb") else DateTime())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone.")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class MoneyColumn(TypeDecorator[Money]):
    """Minor units of the shop's currency, which never changes after the first migration (decision 12)."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Money | int | None, dialect: Dialect) -> int | None:
        if isinstance(value, Money):
            if value.currency != shop_currency():
                raise ValueError(f"{value} is not in {shop_currency()}.")
            return value.minor
        return value

    def process_result_value(self, value: int | None, dialect: Dialect) -> Money | None:
        return None if value is None else Money(int(value), shop_currency())


class Model(DeclarativeBase):
    """What every table is made from; `type_annotation_map` is decision 2."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: String(191),
        datetime: Timestamp(),
        Money: MoneyColumn(),
        dict[str, Any]: JSON(),
        list[Any]: JSON(),
        list[str]: JSON(),
        enum.Enum: Enum(
            enum.Enum,
            native_enum=False,
            length=40,
            create_constraint=False,
            values_callable=lambda kind: [m.value for m in kind],
        ),
    }


@event.listens_for(Table, "after_parent_attach")
def _on_every_table(table: Table, parent: object) -> None:
    if parent is Model.metadata:
        table.kwargs.update(mysql_engine="InnoDB", mysql_charset="utf8mb4", mysql_collate="utf8mb4_bin")


class EngineChoice(FlaskSession):
    """A session that writes through the write engine, and reads through the other."""

    def get_bind(self, *args: Any, **kwargs: Any) -> Engine:
        engines = self._db.engines
        return engines[WRITING] if self.info.get(WRITING) else engines[None]


class Database(SQLAlchemy):
    """Flask-SQLAlchemy with our two engines."""

    def _make_engine(self, bind_key: str | None, options: dict[str, Any], app: Any) -> Engine:
        url = make_url(options["url"])
        return make_engine(url, writing=bind_key == WRITING)


# Tables derive from our own Model; Flask-SQLAlchemy brings the scoped session and the engines.
db = Database(session_options={"class_": EngineChoice, "expire_on_commit": False})
session = db.session


def rows_changed(statement: Update | Delete) -> int:
    """Run `statement` and tell how many rows it found: the guard of every conditional update (protocol.md 2.1, FOUND_ROWS)."""
    return cast(CursorResult[Any], session.execute(statement)).rowcount


def make_engine(url: URL, *, writing: bool, read_seconds: int = 10) -> Engine:
    """An engine for `url` with the settings of protocol.md 2.2, for reading or for writing."""
    return _sqlite(url, writing) if url.get_backend_name() == "sqlite" else _mysql(url, read_seconds)


def _sqlite(url: URL, writing: bool) -> Engine:
    # A file needs no pool to be quick, and a thread never inherits another thread's transaction.
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": 15, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        connection.isolation_level = None  # SQLAlchemy says BEGIN, not the driver
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "busy_timeout=15000",
            "cache_size=-16000",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _mysql(url: URL, read_seconds: int) -> Engine:
    engine = create_engine(
        url.set(drivername="mysql+pymysql").update_query_dict({"charset": "utf8mb4"}),
        isolation_level="READ COMMITTED",
        pool_pre_ping=True,
        pool_recycle=1800,
        pool_timeout=3,
        pool_size=16,
        max_overflow=48,
        connect_args={"connect_timeout": 3, "read_timeout": read_seconds, "write_timeout": 10},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SET SESSION time_zone='+00:00', innodb_lock_wait_timeout=3,"
                " sql_mode='STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_ZERO_DATE,NO_ZERO_IN_DATE'"
            )

    return engine
