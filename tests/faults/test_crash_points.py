"""Killed at each named point, whether the shopper comes back or not: nothing is lost, doubled or oversold (protocol.md 2.6).

A real process is killed by SIGKILL at the point; then time passes, the sweep and the inbox do their work, and every book must add up,
ours among themselves and with what the gateway really took.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from flask import Flask

from elite import settlement
from elite.kernel import clock
from elite.kernel.db import session
from elite.orders import FulfilmentState, Order, PaymentState, find_order
from elite.settlement import Placed, Placement
from tests.support.buying import left, prepare, shelve
from tests.support.cards import order_of, page_of, payment_of
from tests.support.invariants import breaches, check_money
from tests.support.processes import DIED, do_and_die
from tests.support.sandbox import Letterbox, Sandbox

PLACE = ("place.before_commit", "place.after_commit", "place.after_session", "place.after_open")
SETTLE = ("settle.after_read", "settle.before_commit", "settle.after_commit")
INBOX = ("webhook.after_commit", "inbox.after_lease", "inbox.before_done")
LEAVE = ("leave.after_intent", "leave.after_end", "leave.after_proof")
REFUND = ("refund.after_claim", "refund.after_call")

ends = pytest.mark.parametrize("comes_back", [True, False], ids=["comes back", "never comes back"])


def recover(sandbox: Sandbox) -> None:
    """Three minutes, then most of an hour pass; whatever was left is looked after."""
    sandbox.control(heal=True)
    for minutes in (3, 45, 5):
        clock.freeze(clock.now() + timedelta(minutes=minutes))
        sandbox.control(advance=minutes * 60)
        settlement.sweep()
        settlement.process_inbox()
    settlement.sweep()


def all_in_order(sandbox: Sandbox) -> None:
    assert breaches(finished=True) == []
    assert check_money(sandbox.state()) == []


def order_by(placement: Placement) -> Order | None:
    session.remove()
    number = session.query(Order.number).where(Order.checkout_key == placement.checkout_key).scalar()
    session.remove()
    return find_order(number) if number else None


def paid_order(sandbox: Sandbox) -> Placed:
    shelve("Plate", "10.00", units=5)
    placed = settlement.place(prepare({"PLATE": 2}, payment_method="card"))
    sandbox.pay(page_of(placed))
    return placed


@ends
@pytest.mark.parametrize("point", PLACE)
def test_killed_while_placing(app: Flask, card_shop: Sandbox, point: str, comes_back: bool):
    shelve("Plate", "10.00", units=5)
    placement = prepare({"PLATE": 2}, payment_method="card")

    assert do_and_die(app, partial(settlement.place, placement), point) == DIED
    assert breaches() == []
    if comes_back:
        placed = settlement.place(placement)
        assert placed.pay_url is not None
        card_shop.pay(page_of(placed))
        settlement.refresh(placed.token)
    recover(card_shop)

    all_in_order(card_shop)
    order = order_by(placement)
    assert len(card_shop.state()["sessions"]) <= 1
    if comes_back:
        assert order is not None and order.payment_state is PaymentState.PAID
        assert left("PLATE") == 3
    else:
        assert order is None if point == "place.before_commit" else order.payment_state is PaymentState.EXPIRED
        assert left("PLATE") == 5


@ends
@pytest.mark.parametrize("point", ("place.before_commit", "place.after_commit"))
def test_killed_while_placing_a_transfer(app: Flask, card_shop: Sandbox, point: str, comes_back: bool):
    shelve("Plate", "10.00", units=5)
    placement = prepare({"PLATE": 2})

    assert do_and_die(app, partial(settlement.place, placement), point) == DIED
    if comes_back:
        placed = settlement.place(placement)
        settlement.book_transfer(placed.order_number, order_of(placed).total, reference="", by=1)
    clock.freeze(clock.now() + timedelta(days=8))
    recover(card_shop)

    all_in_order(card_shop)
    assert left("PLATE") == (3 if comes_back else 5)


@ends
@pytest.mark.parametrize("point", SETTLE)
def test_killed_while_settling(app: Flask, card_shop: Sandbox, point: str, comes_back: bool):
    placed = paid_order(card_shop)

    assert do_and_die(app, partial(settlement.settle, payment_of(placed).id), point) == DIED
    assert breaches() == []
    if comes_back:
        settlement.refresh(placed.token)
    recover(card_shop)

    all_in_order(card_shop)
    assert order_of(placed).fulfilment_state is FulfilmentState.RELEASED
    assert left("PLATE") == 3


@ends
@pytest.mark.parametrize("point", SETTLE)
def test_killed_while_expiring(app: Flask, card_shop: Sandbox, point: str, comes_back: bool):
    shelve("Plate", "10.00", units=5)
    placed = settlement.place(prepare({"PLATE": 2}, payment_method="card"))
    card_shop.expire(page_of(placed))

    assert do_and_die(app, partial(settlement.settle, payment_of(placed).id), point) == DIED
    assert breaches() == []
    if comes_back:
        settlement.refresh(placed.token)
    recover(card_shop)

    all_in_order(card_shop)
    assert (order_of(placed).payment_state, left("PLATE")) == (PaymentState.EXPIRED, 5)


@ends
@pytest.mark.parametrize("point", [*INBOX, *SETTLE])
def test_killed_while_hearing_from_the_gateway(
    app: Flask, card_shop: Sandbox, letterbox: Letterbox, point: str, comes_back: bool
):
    placed = paid_order(card_shop)
    card_shop.wait_until_told()
    told = list(letterbox.taken)

    def hear() -> None:
        for raw, signature in told:
            settlement.receive_webhook(raw, signature)
        settlement.process_inbox()

    assert do_and_die(app, hear, point) == DIED
    assert breaches() == []
    if comes_back:
        settlement.refresh(placed.token)
    for raw, signature in [*told, *reversed(told)]:  # without an answer, the gateway sends again
        settlement.receive_webhook(raw, signature)
    recover(card_shop)

    all_in_order(card_shop)
    assert order_of(placed).payment_state is PaymentState.PAID
    assert left("PLATE") == 3


@ends
@pytest.mark.parametrize("point", LEAVE)
@pytest.mark.parametrize("wish", ["another way", "cancel", "put back"])
def test_killed_while_leaving_the_payment_page(app: Flask, card_shop: Sandbox, wish: str, point: str, comes_back: bool):
    shelve("Plate", "10.00", units=5)
    placed = settlement.place(prepare({"PLATE": 2}, payment_method="card"))
    number = placed.order_number
    deeds: dict[str, Callable[[], object]] = {
        "another way": partial(settlement.pay_again, number, "transfer"),
        "cancel": partial(settlement.cancel, number, by=None),
        "put back": partial(settlement.put_back, number),
    }

    assert do_and_die(app, deeds[wish], point) == DIED
    assert breaches() == []
    if comes_back:
        deeds[wish]()
    recover(card_shop)

    all_in_order(card_shop)
    order = order_of(placed)
    if not comes_back:
        assert order.payment_state is PaymentState.EXPIRED
    elif wish == "another way":
        assert order.payment_state is PaymentState.AWAITING and order.payment_method == "transfer"
    else:
        assert order.is_cancelled
    assert left("PLATE") == (3 if order.is_open else 5)


@ends
@pytest.mark.parametrize("point", REFUND)
def test_killed_while_paying_back(app: Flask, card_shop: Sandbox, point: str, comes_back: bool):
    placed = paid_order(card_shop)
    settlement.refresh(placed.token)

    assert do_and_die(app, partial(settlement.cancel, placed.order_number, by=1), point) == DIED
    assert breaches() == []
    if comes_back:
        settlement.cancel(placed.order_number, by=1)
    recover(card_shop)

    all_in_order(card_shop)
    assert order_of(placed).payment_state is PaymentState.REFUNDED
    assert len(card_shop.state()["refunds"]) == 1
    assert left("PLATE") == 5


def test_every_point_in_the_code_is_tried_here():
    """A crash point that no test names would prove nothing."""
    root = Path(__file__).parents[2] / "elite"
    named = {name for path in root.rglob("*.py") for name in re.findall(r'crash_point\("([^"]+)"\)', path.read_text())}
    mine = {name for name in named if name.split(".")[0] in {"place", "settle", "webhook", "inbox", "leave", "refund"}}

    assert mine == {*PLACE, *SETTLE, *INBOX, *LEAVE, *REFUND}
