"""One structured line a request and a job, with an id that error pages show, so that a complaint can be followed."""

from __future__ import annotations

import logging
import re
import sys
import time
from collections.abc import MutableMapping
from typing import Any

import structlog
from flask import Flask, Response, g, request

from elite.kernel import events
from elite.kernel.settings import settings
from elite.kernel.tokens import new_token
from elite.web.current import current_user

_TOKENS = re.compile(r"(/(?:o|account/verify|wishlist|support/tickets)/)[\w-]{16,}")
_SECRETS = re.compile(r"((?:password|token|secret|code|key|sig|s)=)[^&\s]+", re.IGNORECASE)
access = structlog.get_logger("access")


def set_up_logging(level: str) -> None:
    """JSON lines on standard output for every logger, ours and the libraries'."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
        structlog.processors.format_exc_info,
        _without_secrets,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for noisy in ("werkzeug", "rq", "stripe", "alembic.runtime.migration"):
        logging.getLogger(noisy).setLevel(max(logging.WARNING, root.level))


def mask(text: str) -> str:
    """`text` without order tokens, passwords and signatures."""
    return _SECRETS.sub(r"\1***", _TOKENS.sub(r"\1***", text))


def prepare(app: Flask) -> None:
    """Give each request an id, remember who acts, and write its line when it ends."""

    @app.before_request
    def begin() -> None:
        g.began = time.perf_counter()
        given = request.headers.get("X-Request-Id", "")
        trusted = settings().proxy_hops and re.fullmatch(r"[\w-]{8,64}", given)
        g.request_id = given[:40] if trusted else new_token()[:12]
        g.context = events.acting(None, g.request_id)
        g.context.__enter__()
        structlog.contextvars.bind_contextvars(request_id=g.request_id)

    @app.after_request
    def finish(response: Response) -> Response:
        if "request_id" in g:
            response.headers["X-Request-Id"] = g.request_id
        return response

    @app.teardown_request
    def end(error: BaseException | None) -> None:
        if context := g.pop("context", None):
            context.__exit__(None, None, None)
        structlog.contextvars.clear_contextvars()

    @app.after_request
    def write_line(response: Response) -> Response:
        if request.path in ("/healthz", "/readyz") and response.status_code == 200:
            return response
        access.info(
            "request",
            method=request.method,
            path=mask(request.full_path.rstrip("?")),
            endpoint=request.endpoint,
            status=response.status_code,
            ms=round((time.perf_counter() - g.began) * 1000, 1) if "began" in g else None,
            bytes=response.content_length if not response.is_streamed else None,
            htmx=request.headers.get("HX-Request-Type"),
            user=current_user().id if "_login_user" in g else None,
        )
        return response


def _without_secrets(logger: object, name: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for field, value in line.items():
        if isinstance(value, str):
            line[field] = mask(value)
    return line
