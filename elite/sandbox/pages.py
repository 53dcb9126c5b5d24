"""The hosted page: what the shopper sees between the shop's two addresses. Plain forms, no script, no money."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from elite.sandbox import attempts, cards, intents, sessions
from elite.sandbox.config import Config
from elite.sandbox.errors import Refused
from elite.sandbox.state import State, Thing
from elite.sandbox.typed import TypedCard

_LATE_SECONDS = 10


def blueprint(state: State, config: Config) -> Blueprint:
    """The addresses under /c/pay."""
    faces = Blueprint("pages", __name__, url_prefix="/c/pay")

    @faces.get("/<identifier>")
    def show(identifier: str) -> tuple[str, int] | str:
        session, error = _look(state, identifier)
        if session["status"] != "open":
            return _closed(session)
        return render_template("pay.html", session=session, typed=TypedCard.first(session), error=error)

    @faces.post("/<identifier>")
    def create(identifier: str) -> Response | tuple[str, int] | str:
        action = request.form.get("action", "pay")
        typed = TypedCard.of(request.form)
        try:
            return _act(state, config, identifier, action, typed)
        except sessions.NotOpen as no:
            return _closed(no.session)
        except Refused as no:
            session, _ = _look(state, identifier)
            return render_template("pay.html", session=session, typed=typed, error=str(no)), 422

    @faces.get("/<identifier>/challenge")
    def challenge(identifier: str) -> Response | tuple[str, int] | str:
        session, _ = _look(state, identifier)
        if session["status"] != "open":
            return _closed(session)
        with state.reading() as records:
            intent = intents.get(records, session["payment_intent"]) if session["payment_intent"] else None
        if intent is None or intent["status"] != "requires_action":
            return redirect(f"/c/pay/{identifier}", 303)
        return render_template("challenge.html", session=session)

    @faces.post("/<identifier>/challenge")
    def answer(identifier: str) -> Response | tuple[str, int] | str:
        try:
            with state.writing() as records:
                outcome = attempts.prove(records, identifier, accepted=request.form.get("proof") == "yes")
                session = sessions.get(records, identifier)
        except sessions.NotOpen as no:
            return _closed(no.session)
        except Refused:
            return redirect(f"/c/pay/{identifier}", 303)
        return redirect(success_address(session) if outcome == "paid" else f"/c/pay/{identifier}", 303)

    @faces.errorhandler(Refused)
    def unknown(no: Refused) -> tuple[str, int]:
        return render_template("missing.html"), 404

    return faces


def success_address(session: Thing) -> str:
    """Where the shopper goes after paying; the template of the session's id is filled in."""
    return str(session["success_url"]).replace("{CHECKOUT_SESSION_ID}", session["id"])


def form_action(session: Thing | None) -> str:
    """The origins that a form on this page may end at, redirects included."""
    addresses = [session["success_url"], session["cancel_url"]] if session else []
    parts = [urlsplit(address) for address in addresses if address]
    return " ".join(
        dict.fromkeys(["'self'", *(f"{part.scheme}://{part.netloc}" for part in parts if _plain(part.netloc))])
    )


def _act(state: State, config: Config, identifier: str, action: str, typed: TypedCard) -> Response:
    if action == "leave":
        session, _ = _look(state, identifier)
        return redirect(session["cancel_url"] or f"/c/pay/{identifier}", 303)
    with state.writing() as records:
        sessions.get_open(records, identifier)
        outcome: str
        if action == "late":
            when = request.form.get("when", str(_LATE_SECONDS))
            seconds = float(when) if re.fullmatch(r"[0-9]{1,5}", when) else None
            attempts.pay_late(records, identifier, typed.payer(), seconds)
            outcome = "late"
        else:
            shortcut = {"decline": cards.DECLINED, "3ds": cards.ASKS_FOR_PROOF}.get(action)
            card = cards.read_card(shortcut) if shortcut else typed.card(datetime.now(UTC))
            outcome = attempts.pay(records, identifier, card, typed.payer(), config.origin)
        session = sessions.get(records, identifier)
    if outcome == "challenged":
        return redirect(f"/c/pay/{identifier}/challenge", 303)
    return redirect(f"/c/pay/{identifier}" if outcome == "declined" else success_address(session), 303)


def _look(state: State, identifier: str) -> tuple[Thing, str | None]:
    with state.reading() as records:
        session = sessions.get(records, identifier)
        intent = intents.get(records, session["payment_intent"]) if session["payment_intent"] else None
    error = intent["last_payment_error"]["message"] if intent and intent["last_payment_error"] else None
    return session, error


def _closed(session: Thing) -> tuple[str, int] | str:
    back = success_address(session) if session["status"] == "complete" else session["cancel_url"]
    return render_template("closed.html", session=session, back=back)


def _plain(origin: str) -> bool:
    return re.fullmatch(r"[A-Za-z0-9.:\[\]-]+", origin) is not None
