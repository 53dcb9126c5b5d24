"""A database of its own for every worker of the test run, on each engine, emptied quickly between tests."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from flask import Flask
from sqlalchemy import Engine, event, text

from elite.kernel.db import WRITING, Model, db

_WRITTEN = re.compile(r"\s*(?:INSERT INTO|UPDATE|REPLACE INTO)\s+[`\"]?(\w+)", re.IGNORECASE)


class Cleaner:
    """Notes which tables this process wrote, and empties those; others must be named, as after a run of other processes."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.dirty: set[str] = set()
        with app.app_context():
            for engine in {id(e): e for e in db.engines.values()}.values():
                self._watch(engine)

    def clean(self, *, everything: bool = False) -> None:
        names = [table.name for table in reversed(Model.metadata.sorted_tables)]
        gone = names if everything else [name for name in names if name in self.dirty]
        gone = [name for name in gone if name != "shop"]
        if not gone:
            return
        with self.app.app_context(), db.engines[WRITING].begin() as connection:
            mysql = connection.dialect.name != "sqlite"
            if mysql:
                connection.execute(text("SET FOREIGN_KEY_CHECKS=0"))
            else:
                connection.execute(text("PRAGMA defer_foreign_keys=ON"))
            for name in gone:
                quoted = connection.dialect.identifier_preparer.quote(name)
                connection.execute(text(f"DELETE FROM {quoted}"))
            if mysql:
                connection.execute(text("SET FOREIGN_KEY_CHECKS=1"))
        self.dirty.clear()

    def _watch(self, engine: Engine) -> None:
        @event.listens_for(engine, "before_cursor_execute")
        def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
            if found := _WRITTEN.match(statement):
                self.dirty.add(found[1])


CHATTER = ("SET ", "PRAGMA", "BEGIN")
"""How a connection is begun; no question of a page."""


def counting(app: Flask) -> AbstractContextManager[list[str]]:
    """The statements sent while inside; left out is what a page may always ask: the session, its user, the time."""
    time = ("SELECT UTC_TIMESTAMP", "SELECT strftime")
    return _listening(app, lambda statement: "web_session" not in statement and not statement.startswith(time))


def counting_strictly(app: Flask) -> AbstractContextManager[list[str]]:
    """Every statement sent while inside, but for the one that says who is signed in."""
    return _listening(app, lambda statement: "JOIN web_session" not in statement)


@contextmanager
def _listening(app: Flask, counts: Callable[[str], bool]) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        if not statement.startswith(CHATTER) and counts(statement):
            seen.append(statement)

    with app.app_context():
        engines = list({id(e): e for e in db.engines.values()}.values())
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)
