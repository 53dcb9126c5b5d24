"""The database: its tables, and what a demonstration finds in them."""

from __future__ import annotations

import click
import flask_migrate
from flask.cli import with_appcontext
from sqlalchemy import create_engine
from sqlalchemy.engine import URL, make_url

from elite import seeds
from elite.kernel.settings import settings


@click.command()
@with_appcontext
def migrate() -> None:
    """Bring the tables to this version's shape."""
    _make_sure_there_is_a_database()
    flask_migrate.upgrade()
    click.echo("The database is up to date.", err=True)


@click.command()
@with_appcontext
def seed() -> None:
    """Fill an empty shop with believable goods and sign-ins; leaves a shop with goods alone."""
    if not settings().demo:
        raise click.UsageError("Demonstration goods and sign-ins belong to ELITE_DEMO=1 only.")
    seeds.plant(lambda line: click.echo(line, err=True))


def _make_sure_there_is_a_database() -> None:
    """In a demonstration the database itself may be missing; elsewhere making it is the operator's business."""
    url = make_url(settings().database_url)
    if url.get_backend_name() == "sqlite":
        settings().instance.mkdir(parents=True, exist_ok=True)
    elif settings().demo and url.database:
        _create_database(url)


def _create_database(url: URL) -> None:
    server = create_engine(url.set(drivername="mysql+pymysql", database=""), isolation_level="AUTOCOMMIT")
    name = server.dialect.identifier_preparer.quote_identifier(url.database or "")
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE IF NOT EXISTS {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")
    server.dispose()
