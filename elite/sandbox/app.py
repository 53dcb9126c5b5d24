"""The sandbox, assembled: one state, the gateway's HTTP, the hosted page, the desk and the control door around it."""

from __future__ import annotations

import time

from flask import Flask, Response, g, jsonify, request

from elite.sandbox import api, control, desk, pages
from elite.sandbox.config import Config
from elite.sandbox.money import written
from elite.sandbox.rounds import Rounds
from elite.sandbox.sessions import KIND
from elite.sandbox.state import State
from elite.sandbox.webhooks import Courier

_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action "
_LARGEST_BODY = 1_000_000


def create_sandbox(config: Config) -> Flask:
    """Open the state and start the threads that carry webhooks and watch the clock."""
    sandbox = Flask("elite.sandbox", static_folder="static", template_folder="templates")
    sandbox.config["MAX_CONTENT_LENGTH"] = sandbox.config["MAX_FORM_MEMORY_SIZE"] = _LARGEST_BODY
    sandbox.config["MAX_FORM_PARTS"] = 10_000
    sandbox.jinja_env.filters["money"] = written
    sandbox.jinja_env.filters["ago"] = _ago
    sandbox.jinja_env.trim_blocks = sandbox.jinja_env.lstrip_blocks = True

    state = State(config.state)
    gateway = api.Api(state, config)
    courier = Courier(state, config)
    for part in (
        api.blueprint(gateway),
        pages.blueprint(state, config),
        desk.blueprint(gateway),
        control.blueprint(gateway, courier),
    ):
        sandbox.register_blueprint(part)

    @sandbox.get("/healthz")
    def healthz() -> Response:
        return jsonify({"ok": True})

    @sandbox.url_value_preprocessor
    def remember_session(endpoint: str | None, values: dict[str, str] | None) -> None:
        g.session_id = (values or {}).get("identifier")

    @sandbox.after_request
    def guard(response: Response) -> Response:
        if request.blueprint == "api":
            return response
        session = None
        if g.get("session_id"):
            with state.reading() as records:
                session = records.find(KIND, g.session_id)
        response.headers["Content-Security-Policy"] = _POLICY + pages.form_action(session)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        if request.endpoint != "static":
            response.headers["Cache-Control"] = "no-store"
        return response

    courier.start()
    Rounds(state).start()
    return sandbox


def _ago(moment: int) -> str:
    seconds = max(0, int(time.time()) - moment)
    if seconds < 60:
        return f"{seconds} s ago"
    return f"{seconds // 60} min ago" if seconds < 7200 else f"{seconds // 3600} h ago"
