"""The one way to write: whole, or not at all (decision 4, protocol.md 2.3).

`with transaction():` is for a change that takes nothing scarce. `in_transaction(fn, *values)` is for stock, uses, points, money and
numbers: it runs `fn` again from the top after a deadlock, a lock timeout or a lost connection, so `fn` does only SQL and begins by
finding its own earlier result by a unique key. Both end the read transaction first: what was loaded before is detached, so carry
ids over. Hints (queue wake-ups, cache tokens) are sent after `commit()` has returned; a failing hint is logged and forgotten.
"""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

from sqlalchemy.exc import DBAPIError

from elite.kernel.db import WRITING, session
from elite.kernel.errors import Unavailable
from elite.kernel.text import _

log = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")
Hint = Callable[[], object]

# Deadlock, lock wait timeout, changed snapshot, gone away, lost connection (MariaDB); the last two also after an unknown COMMIT.
RETRIED = {1213, 1205, 1020, 2006, 2013}
_HINTS = "hints"


class Contention(Unavailable):
    """Too many wanted the same row; nothing was half done."""

    def __str__(self) -> str:
        return _("The shop is very busy this moment. Nothing was changed; please try again.")


@contextmanager
def transaction() -> Iterator[None]:
    """Everything inside is kept, or nothing. One inside another is an error."""
    if session().info.get(WRITING):
        raise RuntimeError("A transaction is already open; the edge opens one, and only one.")
    _begin()
    try:
        yield
        session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        hints: list[Hint] = session().info.get(_HINTS, [])
        session.remove()
    _send(hints)


def in_transaction(fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """`fn`'s result, after it was kept. Raises Contention when eight tries met somebody else's locks."""
    for attempt in range(8):
        try:
            with transaction():
                return fn(*args, **kwargs)
        except DBAPIError as error:
            if not _worth_another_try(error):
                raise
            log.warning("transaction.retry", extra={"attempt": attempt, "step": fn.__name__, "code": _code(error)})
            time.sleep(random.random() * 0.02 * (attempt + 1))  # noqa: S311  jitter, not a secret
    raise Contention


def after_commit(hint: Hint) -> None:
    """Call `hint` once the open transaction is safely stored; never when it is not."""
    if not session().info.get(WRITING):
        raise RuntimeError("Hints belong to an open transaction.")
    session().info.setdefault(_HINTS, []).append(hint)


def in_progress() -> bool:
    """Whether this thread is inside a transaction."""
    return bool(session().info.get(WRITING))


def _begin() -> None:
    session.remove()
    session().info[WRITING] = True


def _send(hints: list[Hint]) -> None:
    for hint in hints:
        try:
            hint()
        except Exception:
            log.warning("hint.failed", exc_info=True)


def _worth_another_try(error: DBAPIError) -> bool:
    return error.connection_invalidated or _code(error) in RETRIED or "database is locked" in str(error.orig)


def _code(error: DBAPIError) -> int | None:
    first = error.orig.args[0] if error.orig is not None and error.orig.args else None
    return first if isinstance(first, int) else None
