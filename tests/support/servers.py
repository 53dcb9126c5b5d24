"""The real servers tests talk to: MariaDB where one answers or can be started, Redis always.

MariaDB: `DATABASE_URL_TEST`, else one on 127.0.0.1:3306 that lets root in, else our own from an installed `mariadbd`,
on a socket in a temporary folder. Redis: `REDIS_URL_TEST`, else always our own server in a temporary folder. Both are
started once by the process that began the run; its xdist workers find them in the environment. Databases carry the
run's own prefix, and those a killed worker left behind are dropped at the end.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import secrets
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pymysql
import pytest
from sqlalchemy.engine import URL, make_url

from config.settings import ROOT
from elite.kernel import embedded_redis

_MARIADB, _REDIS, _RUN = "ELITE_TEST_MARIADB", "ELITE_TEST_REDIS", "ELITE_TEST_RUN"
_HERE = "mysql+pymysql://root@127.0.0.1:3306/"


@dataclass(frozen=True)
class Server:
    """Where a server answers, or why there is none."""

    url: str | None
    reason: str = ""


@cache
def mariadb() -> Server:
    """The server for the second engine; started on the first question where it must be."""
    if found := os.environ.get(_MARIADB):
        return Server(found)
    server = _find_mariadb()
    if server.url:
        os.environ[_MARIADB] = server.url  # for the xdist workers this process will start
    return server


def database_url(name: str) -> str:
    """The address of the database `name` on the server."""
    return _server().set(database=name).render_as_string(hide_password=False)


def new_database_name() -> str:
    """A name nobody else uses, that the end of this run recognises."""
    return f"{_prefix()}{secrets.token_hex(5)}"


def create_database(name: str) -> None:
    """An empty database, as `elite migrate` makes it."""
    _execute(f"CREATE DATABASE `{name}` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")


def drop_database(name: str) -> None:
    """Leave nothing behind."""
    _execute(f"DROP DATABASE IF EXISTS `{name}`")


@cache
def redis_url() -> str:
    """A real Redis-compatible server; tests share it under prefixes of their own."""
    if found := os.environ.get("REDIS_URL_TEST") or os.environ.get(_REDIS):
        return found
    folder = tempfile.mkdtemp(prefix="elite-redis-")
    server = embedded_redis.start(embedded_redis.prepare(Path(folder), keep=False), embedded_redis.url(Path(folder)))
    atexit.register(_end, os.getpid(), server, folder)
    os.environ[_REDIS] = embedded_redis.url(Path(folder))
    return os.environ[_REDIS]


@cache
def browser() -> Server:
    """The browser for journeys: its path instead of an address."""
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if path := shutil.which(name):
            return Server(path)
    return Server(None, "is not installed (apt-get install -y chromium)")


def skip_or_fail(reason: str) -> None:
    """Skip, saying why; fail where everything is required, as in CI."""
    if os.environ.get("ELITE_REQUIRE_ALL") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def start_for(config: pytest.Config) -> None:
    """Start what the run needs, in the process that began it, before its workers inherit the environment."""
    if not hasattr(config, "workerinput"):
        os.environ.setdefault(_RUN, secrets.token_hex(3))
        redis_url()
        mariadb()


def clear_away(config: pytest.Config) -> None:
    """Drop the databases of this run that a killed worker could not drop."""
    if hasattr(config, "workerinput") or mariadb().url is None:
        return
    with contextlib.suppress(pymysql.Error):
        for name in _names(f"{_prefix()}%"):
            drop_database(name)


def _prefix() -> str:
    return f"elite_test_{os.environ.get(_RUN, 'alone')}_"


def _end(starter: int, server: subprocess.Popen[bytes], folder: str) -> None:
    if os.getpid() == starter:  # a process forked by a test ends without ending the servers
        embedded_redis.stop(server)
        shutil.rmtree(folder, ignore_errors=True)


# MariaDB


def _find_mariadb() -> Server:
    if asked := os.environ.get("DATABASE_URL_TEST"):
        fault = _fault_of(make_url(asked))
        return Server(None, f"DATABASE_URL_TEST {fault}") if fault else Server(asked)
    fault = _fault_of(make_url(_HERE))
    if fault is None:
        return Server(_HERE)
    return _start_our_own(f"127.0.0.1:3306 {fault}")


def _start_our_own(why: str) -> Server:
    places = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"])
    server = shutil.which("mariadbd", path=places)
    installer = shutil.which("mariadb-install-db", path=places)
    if not server or not installer:
        return Server(None, f"{why}, and no mariadbd is installed (apt-get install -y mariadb-server)")
    folder = Path(tempfile.mkdtemp(prefix="elite-mariadb-"))
    address = f"mysql+pymysql://root@localhost/?unix_socket={folder}/s"
    options = [f"--defaults-file={ROOT / 'config' / 'deploy' / 'mariadb.cnf'}", f"--datadir={folder}/data"]
    if os.geteuid() == 0:
        options.append("--user=root")
    with (folder / "log").open("wb") as log:
        made = subprocess.run(
            [installer, *options, "--auth-root-authentication-method=normal", "--skip-test-db"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            check=False,
        )
        if made.returncode:
            return Server(None, f"{why}, and mariadb-install-db failed: {_end_of(folder / 'log')}")
        # Tests may lose a second's work in a power cut; they may not wait for the disk.
        options += ["--skip-networking", f"--socket={folder}/s", f"--pid-file={folder}/pid", "--skip-log-bin"]
        options += ["--innodb-flush-log-at-trx-commit=2", "--innodb-buffer-pool-size=256M", "--max-connections=400"]
        process = subprocess.Popen([server, *options], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    atexit.register(_end, os.getpid(), process, str(folder))
    deadline = time.monotonic() + 60
    while fault := _fault_of(make_url(address)):
        if process.poll() is not None or time.monotonic() > deadline:
            return Server(None, f"{why}, and our own mariadbd {fault}: {_end_of(folder / 'log')}")
        time.sleep(0.1)
    return Server(address)


def _end_of(log: Path) -> str:
    return " / ".join(log.read_text("utf-8", "replace").splitlines()[-3:])


def _fault_of(url: URL) -> str | None:
    try:
        with _connected(url):
            return None
    except pymysql.Error as error:
        return f"does not answer ({error})"


def _server() -> URL:
    found = mariadb()
    if found.url is None:
        raise RuntimeError(f"There is no MariaDB: {found.reason}")
    return make_url(found.url)


@contextlib.contextmanager
def _connected(url: URL) -> Iterator[pymysql.Connection]:
    connection = pymysql.connect(
        host=url.host or "localhost",
        port=url.port or 3306,
        user=url.username or "root",
        password=str(url.password or ""),
        unix_socket=url.query.get("unix_socket"),
        connect_timeout=2,
        autocommit=True,
    )
    try:
        yield connection
    finally:
        connection.close()


def _execute(statement: str) -> None:
    with _connected(_server()) as connection:
        connection.cursor().execute(statement)


def _names(pattern: str) -> list[str]:
    with _connected(_server()) as connection, connection.cursor() as cursor:
        cursor.execute("SHOW DATABASES LIKE %s", (pattern.replace("_", "\\_"),))
        return [row[0] for row in cursor.fetchall()]
