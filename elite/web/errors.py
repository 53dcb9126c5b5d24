"""How a "no" looks: a page in the shop's design, or a fragment where htmx asked for one, always with the request's id."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask, Response, flash, g, make_response, render_template, request
from flask.globals import request_ctx
from jinja2 import TemplateNotFound
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException

from elite.kernel import events
from elite.kernel.errors import Refusal, Unavailable
from elite.web.hypermedia import is_htmx

log = logging.getLogger(__name__)


@contextmanager
def flashing(*refusals: type[Refusal]) -> Iterator[None]:
    """A refusal becomes a message on the next page."""
    try:
        yield
    except refusals as no:
        flash(no.sentence, "stop")


def prepare(app: Flask) -> None:
    """Answer every failure in the shop's design."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Refusal, _refusal)
    app.register_error_handler(OperationalError, _database_away)
    app.register_error_handler(PoolTimeout, _database_away)
    app.register_error_handler(Exception, _unexpected)


def error_answer(status: int, sentence: str | None = None, *, retry_after: int | None = None) -> Response:
    """The page (or fragment) of `status`; `sentence` says more where the shop knows more."""
    context = {"status": status, "sentence": sentence, "request_id": events.request_id() or g.get("request_id", "")}
    try:
        template = "errors/_fragment.html" if is_htmx() else f"errors/{status}.html"
        body = render_template(template, **context)
    except TemplateNotFound:
        body = render_template("errors/500.html" if status >= 500 else "errors/400.html", **context)
    answer = make_response(body, status)
    if retry_after:
        answer.headers["Retry-After"] = str(retry_after)
    return answer


def _http(error: HTTPException) -> Response:
    if error.code is None or error.code < 400:  # a redirect is an exception too
        return error.get_response()  # type: ignore[return-value]
    if request_ctx.url_adapter is None:  # a host that is not ours: no page of ours can be drawn for it
        return Response(f"{error.code} {error.name}\n", status=error.code, mimetype="text/plain")
    retry = g.pop("retry_after", None) if error.code == 429 else 10 if error.code == 503 else None
    answer = error_answer(error.code, retry_after=retry)
    if error.code == 405 and (allowed := error.get_headers()):
        answer.headers.extend([(k, v) for k, v in allowed if k == "Allow"])
    return answer


def _refusal(no: Refusal) -> Response:
    return error_answer(no.status, no.sentence, retry_after=no.retry_after if isinstance(no, Unavailable) else None)


def _database_away(error: DBAPIError | PoolTimeout) -> Response:
    log.error("database.away", exc_info=error)
    return error_answer(503, retry_after=5)


def _unexpected(error: Exception) -> Response:
    log.error("request.failed", exc_info=error, extra={"path": request.path})
    return error_answer(500)
