"""The sandbox's memory: one SQLite file, written in whole transactions; a killed sandbox forgets nothing it answered.

Objects are kept as the documents that the gateway answers with. Only one process uses the file; its writers stand in
line at one lock, so paying and expiring a session can never both win.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Thing = dict[str, Any]

SCHEMA = """
CREATE TABLE IF NOT EXISTS object (serial INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL, created INTEGER NOT NULL, data TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS object_kind ON object (kind, serial);
CREATE INDEX IF NOT EXISTS object_intent ON object (kind, json_extract(data, '$.payment_intent'));
CREATE INDEX IF NOT EXISTS object_status ON object (kind, json_extract(data, '$.status'));
CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, path TEXT NOT NULL, body_hash TEXT NOT NULL,
    request TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL, at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS delivery (id INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL, state TEXT NOT NULL,
    due REAL NOT NULL, tries INTEGER NOT NULL DEFAULT 0, said TEXT NOT NULL DEFAULT '');
CREATE INDEX IF NOT EXISTS delivery_due ON delivery (state, due);
CREATE TABLE IF NOT EXISTS fault (id INTEGER PRIMARY KEY AUTOINCREMENT, method TEXT NOT NULL, path TEXT NOT NULL,
    mode TEXT NOT NULL, times INTEGER NOT NULL, seconds REAL NOT NULL);
CREATE TABLE IF NOT EXISTS timer (id INTEGER PRIMARY KEY AUTOINCREMENT, due REAL NOT NULL, verb TEXT NOT NULL,
    subject TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
TABLES = ("object", "answer", "delivery", "fault", "timer", "setting")


@dataclass(frozen=True)
class Cause:
    """The request that changes something, as events name it; a page or a person has no request id."""

    request: str | None = None
    key: str | None = None


class Records:
    """What may be read and written inside one transaction."""

    def __init__(self, connection: sqlite3.Connection, cause: Cause) -> None:
        self.connection = connection
        self.cause = cause
        self.clock = time.time() + float(self.setting("advance", 0))
        self.now = int(self.clock)

    def find(self, kind: str, identifier: str) -> Thing | None:
        """The object with this id, or nothing."""
        row = self.connection.execute(
            "SELECT data FROM object WHERE id = ? AND kind = ?", (identifier, kind)
        ).fetchone()
        return json.loads(row[0]) if row else None

    def put(self, thing: Thing) -> Thing:
        """Keep an object as it is now."""
        data = json.dumps(thing)
        self.connection.execute(
            "INSERT INTO object (id, kind, created, data) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET data = excluded.data",
            (thing["id"], thing["object"], thing["created"], data),
        )
        return thing

    def list_where(
        self, kind: str, condition: str = "1", *values: Any, newest: bool = True, most: int = -1
    ) -> list[Thing]:
        """Objects of a kind under a condition on columns or on `data`, newest first unless asked otherwise."""
        order = "DESC" if newest else "ASC"
        sql = f"SELECT data FROM object WHERE kind = ? AND {condition} ORDER BY serial {order} LIMIT ?"  # noqa: S608
        rows = self.rows(sql, kind, *values, most)
        return [json.loads(row[0]) for row in rows]

    def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        """Rows of the sandbox's own tables."""
        return self.connection.execute(sql, values).fetchall()

    def run(self, sql: str, *values: Any) -> int:
        """Change rows; says how many."""
        return self.connection.execute(sql, values).rowcount

    def setting(self, name: str, default: Any) -> Any:
        """What was last told through the control door."""
        row = self.connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return json.loads(row[0]) if row else default

    def set_setting(self, name: str, value: Any) -> None:
        """Remember what was told through the control door."""
        self.run("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", name, json.dumps(value))

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Undo what is inside when it is refused, and keep the rest of the transaction."""
        self.connection.execute("SAVEPOINT attempt")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK TO attempt")
            raise
        finally:
            self.connection.execute("RELEASE attempt")


class State:
    """The file itself."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.after_commit: list[Callable[[], None]] = []
        self._turn = threading.Lock()
        self._writer = self._connect()
        self._writer.executescript(SCHEMA)

    @contextmanager
    def writing(self, cause: Cause | None = None) -> Iterator[Records]:
        """One transaction that may change things: all of it, or nothing."""
        with self._turn:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield Records(self._writer, cause or Cause())
                self._writer.execute("COMMIT")
            except BaseException:
                self._writer.execute("ROLLBACK")
                raise
        for listener in self.after_commit:
            listener()

    @contextmanager
    def reading(self) -> Iterator[Records]:
        """One unchanging look at everything that is committed."""
        connection = self._connect()
        try:
            connection.execute("BEGIN")
            yield Records(connection, Cause())
        finally:
            connection.close()

    def forget_everything(self) -> None:
        """Begin again with an empty file."""
        with self.writing() as records:
            for table in TABLES:
                records.run(f"DELETE FROM {table}")  # noqa: S608 - names from the tuple above

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=10, isolation_level=None, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")  # a killed process loses nothing; only a power cut might
        return connection
