"""The one place that makes Redis clients (dependencies.md 1: redis-py 8's own defaults lose long reads and busy pools).

Redis holds quick copies, counters and hints, never the truth: whoever asks must be ready to catch `RedisAway`. After a failure
the door stays shut for a moment, so that a page with five questions waits once, not five times (protocol.md F12).
"""

from __future__ import annotations

import time
from typing import Any

import redis as driver
from redis.backoff import NoBackoff
from redis.retry import Retry

from elite.kernel.settings import settings

RedisAway = (driver.RedisError, OSError)
_PAUSE = 2.0


class _Shut(driver.ConnectionError):
    """Redis failed a moment ago; it is not asked again yet."""


class _Pool(driver.BlockingConnectionPool):
    shut_until = 0.0

    def get_connection(self, *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() < self.shut_until:
            raise _Shut("Redis failed a moment ago.")
        try:
            return super().get_connection(*args, **kwargs)  # type: ignore[no-untyped-call]
        except (driver.ConnectionError, driver.TimeoutError, OSError):
            self.shut_until = time.monotonic() + _PAUSE
            raise


_clients: dict[str, driver.Redis] = {}


def redis_client() -> driver.Redis:
    """The client for short questions; text in, text out. Safe to share between threads."""
    url = settings().redis_url
    if url not in _clients:
        pool = _Pool.from_url(
            url,
            max_connections=64,
            timeout=1,
            decode_responses=True,
            socket_timeout=0.5,
            socket_connect_timeout=0.3,
            retry=Retry(NoBackoff(), 1),
            health_check_interval=30,
        )
        _clients[url] = driver.Redis(connection_pool=pool)
    return _clients[url]


def queue_client() -> driver.Redis:
    """The client RQ works with: bytes, and patience for its long waits."""
    name = "queue:" + settings().redis_url
    if name not in _clients:
        _clients[name] = driver.Redis.from_url(settings().redis_url, socket_timeout=None, socket_connect_timeout=1)
    return _clients[name]


def key(name: str) -> str:
    """`name` with this shop's prefix, so that two shops (or two test runs) share one server in peace."""
    return f"{settings().redis_prefix}{name}"


def try_again_now() -> None:
    """Forget the last failure; tests that bring Redis back call this."""
    for client in _clients.values():
        if isinstance(client.connection_pool, _Pool):
            client.connection_pool.shut_until = 0.0
