"""What time it is: by this machine for display, by the database for leases, expiry and windows (decision 7).

Tests replace both in one place: `freeze(moment)` and `thaw()`.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from elite.kernel.db import session

_frozen: datetime | None = None
_KEPT = "database_now"


def now() -> datetime:
    """The moment by this machine's clock, aware, in UTC. For display and pure rules only."""
    return _frozen or datetime.now(UTC)


def database_now() -> datetime:
    """The moment by the database's clock, aware, in UTC; read once a transaction."""
    if _frozen:
        return _frozen
    kept: datetime | None = session().info.get(_KEPT)
    if kept is None:
        kept = session().info[_KEPT] = _ask()
    return kept


def _ask() -> datetime:
    name = session().get_bind().dialect.name
    if name == "sqlite":
        stamp = session.scalar(text("SELECT strftime('%Y-%m-%d %H:%M:%f', 'now')"))
        return datetime.fromisoformat(str(stamp)).replace(tzinfo=UTC)
    moment: datetime | None = session.scalar(text("SELECT UTC_TIMESTAMP(6)"))
    assert moment is not None
    return moment.replace(tzinfo=UTC)


def forget() -> None:
    """Read the database's clock anew at the next question; transactions call this at both ends."""
    session().info.pop(_KEPT, None)


def freeze(moment: datetime) -> None:
    """Stop both clocks at `moment`, for tests."""
    global _frozen
    _frozen = moment.astimezone(UTC)


def pass_by(span: timedelta) -> None:
    """Let `span` pass on stopped clocks, for tests."""
    freeze(now() + span)


def thaw() -> None:
    """Let both clocks run again."""
    global _frozen
    _frozen = None
