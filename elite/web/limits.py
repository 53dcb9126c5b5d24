"""How often things may be asked, by declared class (decision 9, abuse.md A40).

Most classes count attempts. Checkout counts failures, so that nobody is kept from buying. Sign-in and codes take their token
before the attempt and get it back on success. With Redis away the counters live in the process: fewer eyes, never none.
"""

from __future__ import annotations

import logging
import math
import time

from flask import Flask, Response, abort, current_app, g, request
from flask_limiter import Limiter
from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from limits.strategies import RateLimiter as Strategy

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
    app.extensions["limits"] = limiter.limiter
    app.before_request(_take_by_class)
    app.after_request(_settle)


def network() -> str:
    """The address the request came from: the socket's, or `PROXY_HOPS` trusted hops back."""
    return request.remote_addr or "unknown"


def take(name: str, who: str) -> None:
    """Take one token of the class `name` for `who`: a network, or an account that is guessed at. 429 when there is none left."""
    if not settings().rate_limits:
        return
    limit = parse(RATES[name])
    counter = current_app.extensions["limits"]
    try:
        free = _ask(counter, limit, name, who)
    except RedisAway:
        counter = _nearby
        free = _ask(counter, limit, name, who)
    g.setdefault("limits", []).append((counter, limit, name, who))
    if not free:
        _refuse(counter, limit, name, who)


def _take_by_class() -> None:
    said = current_declaration()
    if said is not None and said.limit != "none":
        take(said.limit, network())


def _ask(counter: Strategy, limit: RateLimitItem, name: str, who: str) -> bool:
    return counter.test(limit, name, who) if name in _FAILURES_ONLY else counter.hit(limit, name, who)


def _settle(response: Response) -> Response:
    """Count a failure where failures count; give tokens back where success does not."""
    failed = response.status_code >= 400
    for counter, limit, name, who in g.pop("limits", []):
        try:
            if name in _FAILURES_ONLY and failed and request.method == "POST" and response.status_code != 429:
                counter.hit(limit, name, who)
            elif name in _GIVEN_BACK and not failed:
                counter.storage.incr(limit.key_for(name, who), limit.get_expiry(), amount=-1)
        except RedisAway:
            log.warning("limit.uncounted")
    return response


def _refuse(counter: Strategy, limit: RateLimitItem, name: str, who: str) -> None:
    try:
        wait = max(1, math.ceil(counter.get_window_stats(limit, name, who).reset_time - time.time()))
    except RedisAway:
        wait = int(limit.get_expiry())
    g.retry_after = wait
    abort(429)
