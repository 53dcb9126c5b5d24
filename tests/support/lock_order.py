"""Watches every transaction and fails when it takes its locks in another order than protocol.md 2.4 says.

What locks a row: `UPDATE`, `DELETE` and `SELECT … FOR UPDATE`. A table that is locked already may be asked again; shelves must
come in the order of their ids. On SQLite, where a write transaction is one lock for everything, only the shelves are watched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import Engine, event

from elite.kernel.db import WRITING, db

RANK = {"cart": 1, "orders": 2, "payment": 3, "refund": 4, "stock": 5, "counter": 6}
_CHANGES = re.compile(r"\s*(?:UPDATE|DELETE FROM)\s+[`\"]?(\w+)", re.IGNORECASE)
_INSERTS = re.compile(r"\s*INSERT INTO\s+[`\"]?(orders|payment|refund)\b", re.IGNORECASE)
_LOCKS = re.compile(r"\bFROM\s+[`\"]?(\w+)", re.IGNORECASE)


class Watch:
    """The locks of each connection's open transaction, in the order they were taken."""

    def __init__(self, ranked: bool) -> None:
        self.ranked = ranked
        self.taken: dict[int, list[str]] = {}
        self.shelves: dict[int, list[int]] = {}
        self.breaches: list[str] = []
        self.seen: set[tuple[str, ...]] = set()

    def begin(self, connection: Any) -> None:
        self.end(connection)

    def end(self, connection: Any) -> None:
        if order := self.taken.pop(id(connection), None):
            self.seen.add(tuple(dict.fromkeys(order)))
        self.shelves.pop(id(connection), None)

    def statement(self, connection: Any, cursor: Any, statement: str, parameters: Any, *rest: Any) -> None:
        order = self.taken.setdefault(id(connection), [])
        if (made := _INSERTS.match(statement)) and made[1].lower() in RANK:
            order.append(made[1].lower())  # a row of our own is ours: changing it later waits for nobody
            return
        table = _locked_table(statement)
        if table not in RANK:
            return
        if table == "stock" and statement.lstrip().upper().startswith("UPDATE"):
            self._shelf(connection, statement, parameters)
        if table in order:
            return
        if self.ranked and order and RANK[table] < max(RANK[one] for one in order):
            self.breaches.append(f"{table} after {' > '.join(order)}: {statement[:200]}")
        order.append(table)

    def _shelf(self, connection: Any, statement: str, parameters: Any) -> None:
        shelf = _shelf_id(statement, parameters)
        before = self.shelves.setdefault(id(connection), [])
        if shelf not in before:
            if before and shelf < max(before):
                self.breaches.append(f"shelf {shelf} after {before}")
            before.append(shelf)


@contextmanager
def watching(app: Flask) -> Iterator[Watch]:
    """Watch the write engine; the caller asserts that `breaches` is empty."""
    with app.app_context():
        engine: Engine = db.engines[WRITING]
    watch = Watch(ranked=engine.dialect.name != "sqlite")
    listeners = (
        ("begin", watch.begin),
        ("commit", watch.end),
        ("rollback", watch.end),
        ("before_cursor_execute", watch.statement),
    )
    for name, listener in listeners:
        event.listen(engine, name, listener)
    try:
        yield watch
    finally:
        for name, listener in listeners:
            event.remove(engine, name, listener)


def _locked_table(statement: str) -> str:
    if found := _CHANGES.match(statement):
        return found[1].lower()
    if "FOR UPDATE" in statement and (found := _LOCKS.search(statement)):
        return found[1].lower()
    return ""


def _shelf_id(statement: str, parameters: Any) -> int:
    """The id in `WHERE stock.id = …`, which stands right after the values that are set."""
    before = statement[: statement.index("stock.id = ")]
    if isinstance(parameters, dict):
        return int(parameters["id_1"])
    return int(parameters[len(re.findall(r"\?|%s", before))])
