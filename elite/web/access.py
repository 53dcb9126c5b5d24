"""Who may come in, by what each route declared; everything else on the way to a route stands below this."""

from __future__ import annotations

from flask import Flask, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue as Answer

from elite.web.current import current_user
from elite.web.hypermedia import is_htmx
from elite.web.routes import current_declaration


def prepare(app: Flask) -> None:
    """Ask at the door of every route."""
    app.before_request(_ask)


def _ask() -> Answer | None:
    said = current_declaration()
    if said is None or said.who in ("anyone", "token", "machine", "demo"):
        return None
    user = current_user()
    if not user.is_authenticated:
        return _to_the_door()
    if said.for_staff and (not user.is_staff or (said.right and not user.can(said.right))):
        abort(403)
    return None


def _to_the_door() -> Answer:
    """Sign in first, then come back: to the page itself, or to the page a form stood on."""
    back = request.full_path.rstrip("?") if request.method == "GET" else "/admin"
    door = url_for("auth.sessions.new", next=back)
    if is_htmx():
        return "", 401, {"HX-Redirect": door}
    return redirect(door, 303)
