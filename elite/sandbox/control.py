"""The door for tests and people: make it fail, move time on, act as the shopper, the bank or somebody at the dashboard.

Takes JSON or forms. A person who pressed a button on the front page is sent back to it.
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from elite.sandbox import attempts, cards, charges, disputes, events, faults, intents, refunds, sessions
from elite.sandbox.api import Api
from elite.sandbox.errors import Refused
from elite.sandbox.releases import release_held, yes
from elite.sandbox.rounds import go_round
from elite.sandbox.state import Records, Thing
from elite.sandbox.tally import tally
from elite.sandbox.webhooks import Courier

_PAYER = {"email": "shopper@example.com", "name": "Test Shopper", "address": None}


def blueprint(api: Api, courier: Courier) -> Blueprint:
    """The addresses under /_control."""
    door = Blueprint("control", __name__, url_prefix="/_control")
    state = api.state

    @door.before_request
    def refuse_other_sites() -> None:
        if request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            raise Refused("The control door opens only from here.", status=403)

    @door.errorhandler(Refused)
    def refused(no: Refused) -> tuple[Response, int]:
        return jsonify(no.body), no.status

    @door.errorhandler(ValueError)
    def misunderstood(error: ValueError) -> tuple[Response, int]:
        return jsonify(Refused(str(error)).body), 400

    @door.post("")
    def configure() -> AnyResponse:
        with state.writing() as records:
            _configure(records, _told())
        go_round(state)
        return _answer({"ok": True})

    @door.post("/reset")
    def reset() -> AnyResponse:
        calm = courier.idle(seconds=3)
        state.forget_everything()
        api.calls.clear()
        return _answer({"ok": True, "calm": calm})

    @door.get("/state")
    def show_state() -> AnyResponse:
        with state.reading() as records:
            return jsonify({**tally(records), "calls": list(api.calls)})

    @door.get("/deliveries")
    def count_deliveries() -> AnyResponse:
        with state.reading() as records:
            rows = records.rows("SELECT state, count(*) AS n FROM delivery GROUP BY state")
            return jsonify({row["state"]: row["n"] for row in rows})

    @door.post("/pay")
    def pay() -> AnyResponse:
        told = _told()
        with state.writing() as records:
            outcome = _pay(records, told, api.config.origin)
            session = sessions.get(records, told["session"])
        return _answer({"outcome": outcome, "status": session["status"], "payment_status": session["payment_status"]})

    @door.post("/arrive")
    def arrive() -> AnyResponse:
        told = _told()
        with state.writing() as records:
            attempts.arrive(records, _needed(told, "session"), succeeded=yes(told.get("succeeded", True)))
        return _answer({"ok": True})

    @door.post("/expire")
    def expire() -> AnyResponse:
        with state.writing() as records:
            session = sessions.expire(records, {}, _needed(_told(), "session"))
        return _answer({"ok": True, "status": session["status"]})

    @door.post("/refund")
    def refund() -> AnyResponse:
        told = _told()
        asked: dict[str, Any] = {name: told[name] for name in ("charge", "payment_intent", "reason") if name in told}
        if told.get("amount"):
            asked["amount"] = int(told["amount"])
        with state.writing() as records:
            if "session" in told:
                asked["payment_intent"] = sessions.get(records, told["session"])["payment_intent"] or "none"
            made = refunds.create(records, asked)
        return _answer({"refund": made["id"], "status": made["status"], "amount": made["amount"]})

    @door.post("/settle_refund")
    def settle_refund() -> AnyResponse:
        told = _told()
        with state.writing() as records:
            made = refunds.settle(records, _needed(told, "refund"), str(told.get("status", "succeeded")))
        return _answer({"refund": made["id"], "status": made["status"]})

    @door.post("/dispute")
    def dispute() -> AnyResponse:
        told = _told()
        with state.writing() as records:
            made = disputes.open_for(records, _charge(records, told), str(told.get("reason", "fraudulent")))
        return _answer({"dispute": made["id"]})

    @door.post("/release")
    def release() -> AnyResponse:
        return _answer({"delivered": release_held(api.state, courier, _told())})

    @door.post("/resend")
    def resend() -> AnyResponse:
        told = _told()
        with state.writing() as records:
            event = events.retrieve(records, {}, _needed(told, "event"))
            for _ in range(int(told.get("times", 1))):
                events.queue(records, str(event["id"]))
        return _answer({"ok": True})

    return door


def _configure(records: Records, told: dict[str, Any]) -> None:
    if "mode" in told:  # the form on the front page is flat
        told = {"fail": told}
    for name, value in told.items():
        match name:
            case "fail":
                for fault in value if isinstance(value, list) else [value]:
                    faults.add(records, fault)
            case "heal":
                records.run("DELETE FROM fault")
            case "webhooks":
                events.set_mode(records, str(value))
            case "webhook_url":
                records.set_setting("webhook_url", str(value))
            case "refunds":
                if value not in refunds.MODES:
                    raise Refused(f"Refunds may be {', '.join(refunds.MODES)}.", param="refunds")
                records.set_setting("refunds", value)
            case "advance":
                records.set_setting("advance", float(value) + float(records.setting("advance", 0)))
            case _:
                raise Refused(f"Nothing here is called {name!r}.", param=name)


def _pay(records: Records, told: dict[str, Any], origin: str) -> str:
    """Do what a shopper would do: `how` is pay, decline, 3ds (answered by `proof`) or late (in `seconds`)."""
    session, how = _needed(told, "session"), str(told.get("how", "pay"))
    payer = _PAYER | {name: told[name] for name in ("email", "name") if name in told}
    if how == "late":
        seconds = told.get("seconds")
        attempts.pay_late(records, session, payer, float(seconds) if seconds not in (None, "") else None)
        return "late"
    numbers = {"pay": cards.GOOD, "decline": cards.DECLINED, "3ds": cards.ASKS_FOR_PROOF}
    if how not in numbers:
        raise Refused(f"How to pay: {', '.join(numbers)} or late.", param="how")
    card = cards.read_card(str(told.get("card", numbers[how])))
    outcome = attempts.pay(records, session, card, payer, origin)
    if outcome == "challenged" and "proof" in told:
        outcome = attempts.prove(records, session, accepted=yes(told["proof"]))
    return outcome


def _charge(records: Records, told: dict[str, Any]) -> Thing:
    if "charge" in told:
        return charges.retrieve(records, {}, told["charge"])
    intent = sessions.get(records, _needed(told, "session"))["payment_intent"]
    latest = intents.get(records, intent)["latest_charge"] if intent else None
    return charges.retrieve(records, {}, latest or "none")


def _told() -> dict[str, Any]:
    if request.is_json:
        told = request.get_json()
        if not isinstance(told, dict):
            raise Refused("Send an object.")
        return told
    return {name: value for name, value in request.form.items() if value != ""}


def _needed(told: dict[str, Any], name: str) -> str:
    if not told.get(name):
        raise Refused(f"Name the {name}.", code="parameter_missing", param=name)
    return str(told[name])


def _answer(said: dict[str, Any]) -> AnyResponse:
    from_page = (
        not request.is_json and request.accept_mimetypes.best_match(["application/json", "text/html"]) == "text/html"
    )
    return redirect("/", 303) if from_page else jsonify(said)
