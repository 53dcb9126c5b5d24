"""What a shopper does on the hosted page.

Each verb is one transaction that begins by asking whether the session is still open.
"""

from __future__ import annotations

from typing import Any, Literal

from elite.sandbox import cards, charges, disputes, events, intents, sessions
from elite.sandbox.cards import Card, decline_error, proof_error
from elite.sandbox.errors import Refused
from elite.sandbox.ids import new_id
from elite.sandbox.state import Records, Thing

Outcome = Literal["paid", "declined", "challenged"]
Payer = dict[str, Any]


def pay(records: Records, identifier: str, card: Card, payer: Payer, origin: str) -> Outcome:
    """Pay now with a card: it is taken, refused, or the bank asks for proof first."""
    session, intent = _begin(records, identifier)
    if card.asks_for_proof:
        session["_card"], session["_payer"] = card.number, payer
        records.put(session)
        page = f"{origin}/c/pay/{identifier}"
        intents.ask_for_proof(records, intent, f"{page}/challenge", page)
        return "challenged"
    return _charge(records, session, intent, card, payer, proven=False)


def prove(records: Records, identifier: str, *, accepted: bool) -> Outcome:
    """Answer the bank's question; refuses when there is none."""
    session = sessions.get_open(records, identifier)
    intent = _intent_in(records, session, "requires_action")
    if not accepted:
        intents.fail(records, intent, proof_error(), None)
        return "declined"
    card = cards.read_card(session["_card"])
    return _charge(records, session, intent, card, session["_payer"], proven=True)


def pay_late(records: Records, identifier: str, payer: Payer, seconds: float | None) -> None:
    """Finish the page with a method whose money comes after `seconds`, or when somebody says so."""
    session, intent = _begin(records, identifier)
    session["_payer"] = payer
    intents.wait(records, intent)
    _complete(records, session, payer, "unpaid")
    if seconds is not None:
        records.run(
            "INSERT INTO timer (due, verb, subject) VALUES (?, 'arrive', ?)", records.clock + seconds, identifier
        )


def arrive(records: Records, identifier: str, *, succeeded: bool) -> None:
    """The delayed money comes, or turns out never to come; refuses when none is expected."""
    session = sessions.get(records, identifier)
    intent = _intent_in(records, session, "processing")
    card, payer = cards.read_card(cards.GOOD), session["_payer"]
    if succeeded:
        charge = charges.capture(records, intent, card, payer, proven=False, late=True)
        intents.succeed(records, intent, charge)
        session["payment_status"] = "paid"
    else:
        error = decline_error("insufficient_funds")
        intents.fail(records, intent, error, charges.fail(records, intent, card, payer, error, late=True))
    records.put(session)
    name = "succeeded" if succeeded else "failed"
    events.record(records, f"checkout.session.async_payment_{name}", session)


def _begin(records: Records, identifier: str) -> tuple[Thing, Thing]:
    session = sessions.get_open(records, identifier)
    if session["expires_at"] <= records.now:
        raise sessions.NotOpen(session | {"status": "expired"})
    intent = intents.begin(records, session)
    session["payment_intent"] = intent["id"]
    intent["payment_method"] = new_id("pm_")
    records.put(session)
    return session, intent


def _charge(records: Records, session: Thing, intent: Thing, card: Card, payer: Payer, *, proven: bool) -> Outcome:
    if card.declines:
        error = decline_error(card.declines)
        charge = charges.fail(records, intent, card, payer, error, late=False)
        intents.fail(records, intent, error, charge)
        return "declined"
    charge = charges.capture(records, intent, card, payer, proven=proven, late=False)
    intents.succeed(records, intent, charge)
    _complete(records, session, payer, "paid")
    if card.disputed:
        disputes.open_for(records, charge)
    return "paid"


def _complete(records: Records, session: Thing, payer: Payer, payment_status: str) -> None:
    known = {"address": payer.get("address"), "email": payer.get("email"), "name": payer.get("name"), "phone": None}
    session["customer_details"] = known | {"tax_exempt": "none", "tax_ids": []}
    session |= {"status": "complete", "payment_status": payment_status, "url": None}
    records.put(session)
    events.record(records, "checkout.session.completed", session)


def _intent_in(records: Records, session: Thing, status: str) -> Thing:
    intent = intents.get(records, session["payment_intent"]) if session["payment_intent"] else None
    if intent is None or intent["status"] != status:
        now = intent["status"] if intent else "not begun"
        raise Refused(f"The payment is {now}, not {status}.", code="payment_intent_unexpected_state")
    return intent
