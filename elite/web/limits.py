"""How often things may be asked, by declared class (decision 9, abuse.md A40).

Most classes count attempts. Checkout counts failures, so that nobody is kept from buying. Sign-in and codes take their token
before the attempt and get it back on success. With Redis away the counters live in the process: fewer eyes, never none.
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable
from typing import Any

from flask import Flask, Response, abort, g, request
from flask_limiter import Limiter
from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from elite.kernel.redis import RedisAway
from elite.kernel.settings import settings
from elite.web.routes import current_declaration

log = logging.getLogger(__name__)

RATES = {
    "browse": "600/minute",
    "media": "3000/minute",
    "search": "60/minute",
    "cart": "120/minute",
    "checkout": "60/10 minutes",
    "sign_in": "10/minute",
    "codes": "10/10 minutes",
    "staff": "600/minute",
    "webhook": "3000/minute",
}
_FAILURES_ONLY = {"checkout"}
_GIVEN_BACK = {"sign_in", "codes"}
_nearby = FixedWindowRateLimiter(MemoryStorage())


def prepare(app: Flask) -> None:
    """Count each request against the class its route declared."""
    url = settings().redis_url
    limiter = Limiter(
        network,
        app=app,
        storage_uri=f"redis+{url}" if url.startswith("unix:") else url or "memory://",
        storage_options={
            "socket_timeout": 1,
            "socket_connect_timeout": 1,
            "key_prefix": f"{settings().redis_prefix}limits",
        },
        swallow_errors=True,
    )
    app.before_request(lambda: _take(limiter))
    app.after_request(lambda response: _settle(limiter, response))


def network() -> str:
    """The address the request came from: the socket's, or `PROXY_HOPS` trusted hops back."""
    return request.remote_addr or "unknown"


def take(limiter_class: str, who: str) -> None:
    """Take one more token of a class for something other than the network, such as an e-mail address; 429 when there is none."""
    limit = parse(RATES[limiter_class])
    if settings().rate_limits and not _nearby.hit(limit, limiter_class, who):
        _refuse(limit, lambda: _nearby.get_window_stats(limit, limiter_class, who))


def _take(limiter: Limiter) -> None:
    said = current_declaration()
    if said is None or said.limit == "none" or not settings().rate_limits:
        return
    limit = parse(RATES[said.limit])
    counter = _counter(limiter)
    allowed = counter.test if said.limit in _FAILURES_ONLY else counter.hit
    try:
        free = allowed(limit, said.limit, network())
    except RedisAway:
        counter = _nearby
        free = (counter.test if said.limit in _FAILURES_ONLY else counter.hit)(limit, said.limit, network())
    g.limit = (counter, limit, said.limit)
    if not free:
        _refuse(limit, lambda: counter.get_window_stats(limit, said.limit, network()))


def _settle(limiter: Limiter, response: Response) -> Response:
    """Count a failure where failures count; give a token back where success does not."""
    counter, limit, name = g.pop("limit", (None, None, ""))
    if counter is None:
        return response
    failed = response.status_code >= 400 and response.status_code != 429
    try:
        if name in _FAILURES_ONLY and failed and request.method == "POST":
            counter.hit(limit, name, network())
        elif name in _GIVEN_BACK and not failed and response.status_code != 429:
            counter.storage.incr(limit.key_for(name, network()), limit.get_expiry(), amount=-1)
    except RedisAway:
        log.warning("limit.uncounted")
    return response


def _counter(limiter: Limiter) -> Any:
    return limiter.limiter


def _refuse(limit: RateLimitItem, stats: Callable[[], Any]) -> None:
    try:
        wait = max(1, math.ceil(stats().reset_time - time.time()))
    except RedisAway:
        wait = int(limit.get_expiry())
    g.retry_after = wait
    abort(429)
