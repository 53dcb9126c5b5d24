"""Proof that an unsafe request was meant: our own origin always, and a token where somebody is signed in (decision 19)."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, abort, current_app, render_template, request
from flask.typing import ResponseReturnValue as Answer
from flask_wtf.csrf import CSRFError, CSRFProtect, generate_csrf, validate_csrf
from werkzeug.datastructures import MultiDict
from wtforms.validators import ValidationError

from elite.kernel.settings import settings
from elite.web.current import current_user, has_session
from elite.web.hypermedia import is_htmx
from elite.web.routes import current_declaration

_protect = CSRFProtect()
_SAFE = {"GET", "HEAD", "OPTIONS"}
_SECRET = ("password", "code", "token", "secret", "pin")


def prepare(app: Flask) -> None:
    """Check each unsafe request by its declared class; give templates a `csrf_token()` that makes no session."""
    app.config.update(WTF_CSRF_CHECK_DEFAULT=False, WTF_CSRF_TIME_LIMIT=None, WTF_CSRF_SSL_STRICT=False)
    _protect.init_app(app)
    app.before_request(check)
    app.jinja_env.globals["csrf_token"] = csrf_token
    app.context_processor(lambda: {"csrf_token": csrf_token})  # Flask-WTF's own, which makes a session, came before
    app.register_error_handler(CSRFError, _refuse)


def csrf_token() -> str:
    """The token for forms of this session; empty, and nothing is made, where there is no session."""
    return str(generate_csrf()) if has_session() else ""


def check() -> None:
    """403 for a foreign origin; CSRFError for a missing or stale token where one is needed."""
    said = current_declaration()
    if request.method in _SAFE or said is None or said.csrf != "form":
        return
    proven = _origin_is_ours()
    if proven is False:
        abort(403, "foreign-origin")
    if current_user().is_authenticated or (proven is None and has_session()):
        _check_token()


def _origin_is_ours() -> bool | None:
    """True or False as the browser's own headers say; None when there are none of them."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    for name in ("Origin", "Referer"):
        said = request.headers.get(name)
        if said is not None:
            parts = urlsplit(said)
            return f"{parts.scheme}://{parts.netloc}" in (settings().origin, f"{request.scheme}://{request.host}")
    return None


def _check_token() -> None:
    token = request.headers.get("X-CSRFToken") or request.form.get("csrf_token")
    try:
        validate_csrf(token)
    except ValidationError as error:
        raise CSRFError(str(error)) from error


def _refuse(error: CSRFError) -> Answer:
    """The form once more, with what was typed and a fresh token: one press sends it."""
    typed = MultiDict((name, value) for name, value in request.form.items(multi=True) if not _is_secret(name))
    template = "errors/stale_form.html" if not is_htmx() else "errors/_stale_form.html"
    current_app.logger.info("csrf.stale")
    return render_template(template, typed=typed, action=request.path), 403


def _is_secret(name: str) -> bool:
    return name == "csrf_token" or any(word in name.lower() for word in _SECRET)
