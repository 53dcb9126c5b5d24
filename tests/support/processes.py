"""Do something in a process of its own, and let it die at a named point, as by a power cut."""

from __future__ import annotations

import os
import signal
import traceback
from collections.abc import Callable
from typing import Any

from flask import Flask

from elite.kernel import redis as kernel_redis
from elite.kernel.db import db
from elite.payments.gateways import stripe as gateway

DIED = -signal.SIGKILL


def do_and_die(app: Flask, deed: Callable[[], Any], crash: str) -> int:
    """The end of a forked process that did `deed` with `CRASH` set: DIED where the point was reached, else 0, or 1 after an error."""
    child = os.fork()
    if child == 0:
        _in_the_child(app, deed, crash)
    _pid, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _in_the_child(app: Flask, deed: Callable[[], Any], crash: str) -> None:
    """Never returns. Sockets of the parent stay the parent's: every connection is made anew."""
    code = 1
    try:
        os.environ["CRASH"] = crash
        gateway._client_of.cache_clear()
        kernel_redis._clients.clear()
        with app.app_context():
            for engine in db.engines.values():
                engine.dispose(close=False)
            deed()
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)
