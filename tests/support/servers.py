"""The real servers tests talk to: MariaDB where one answers, Redis always."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache

import pymysql
import pytest


@dataclass(frozen=True)
class Server:
    """Where a server answers, or why there is none."""

    url: str | None
    reason: str = ""


@cache
def mariadb() -> Server:
    try:
        pymysql.connect(host="127.0.0.1", port=3306, user="root", connect_timeout=2).close()
    except pymysql.Error as error:
        return Server(None, f"does not answer ({error})")
    return Server("mysql+pymysql://root@127.0.0.1:3306/")


def database_url(name: str) -> str:
    return f"{mariadb().url}{name}"


def create_database(name: str) -> None:
    _execute(f"CREATE DATABASE `{name}` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")


def drop_database(name: str) -> None:
    _execute(f"DROP DATABASE IF EXISTS `{name}`")


def redis_url() -> str:
    return os.environ.get("REDIS_URL") or "redis://127.0.0.1:6379/0"


def skip_or_fail(reason: str) -> None:
    """Skip, saying why; fail where everything is required, as in CI."""
    if os.environ.get("ELITE_REQUIRE_ALL") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def _execute(statement: str) -> None:
    connection = pymysql.connect(host="127.0.0.1", port=3306, user="root", autocommit=True)
    try:
        connection.cursor().execute(statement)
    finally:
        connection.close()
