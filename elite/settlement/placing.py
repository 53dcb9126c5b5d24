"""Place an order: T1 promises everything and commits, S1 asks the gateway for a page, T2 stores its address (protocol.md 2.6)."""

from __future__ import annotations

from typing import cast

from sqlalchemy import select

from elite import cart, checkout, inventory, orders, payments
from elite.kernel import clock, events
from elite.kernel.crash import crash_point
from elite.kernel.db import session
from elite.kernel.settings import settings
from elite.kernel.transaction import in_transaction
from elite.orders import Order, canonical_email
from elite.orders.events import OrderPlaced
from elite.payments import State
from elite.settlement.attempts import begin_attempt, go_on_without_money
from elite.settlement.drafting import write_order
from elite.settlement.errors import CartChanged, Incomplete, TooManyOpenOrders
from elite.settlement.opening import open_page
from elite.settlement.placement import Placed, Placement


def place(placement: Placement) -> Placed:
    """Turn what was meant into what is promised; pressing again answers with the same order.

    Raises OfferChanged or CartChanged (409) when it is not what was shown, NotEnoughStock when somebody was quicker,
    TooManyOpenOrders, MethodNotOffered, Incomplete, Contention.
    """
    number = in_transaction(_promise, placement)
    crash_point("place.after_commit")
    return payable(number)


def payable(number: str) -> Placed:
    """An order as its shopper goes on with it: to its payment page where there is one, opened now if need be."""
    order = orders.get_order(number)
    payment = payments.latest_payment(order.id)
    token, url = order.public_token, None
    if payment is not None and payment.state in (State.CREATED, State.OPEN) and order.is_open:
        url = open_page(payment.id)
    return Placed(order_number=number, token=token, pay_url=url)


def _promise(placement: Placement) -> str:
    """T1, whole or not at all; the order's number. Finds its own earlier result by the key of the pressed button."""
    if earlier := _find_earlier(placement):
        return earlier
    stored = cart.lock(placement.cart_id)
    if earlier := _find_earlier(placement):
        return earlier  # the other press of a double click held the lock before us
    if stored is None or stored.state is not cart.State.OPEN or stored.version != placement.cart_version:
        raise CartChanged
    offer = _offer_again(placement, stored.contents.to_buy)
    total, draft = offer.total, placement.draft
    chosen = payments.FREE if not total else draft.payment_method
    gateway = payments.require_method(chosen, total, draft.country, company=draft.company)
    _refuse_hoarding(placement)

    order = write_order(placement, offer)
    payment = begin_attempt(order, gateway, 1)
    inventory.reserve(order.number, offer.demand)
    cart.mark_converting(stored)

    events.record(
        OrderPlaced(order=order.number, total=total.minor, method=gateway.code, customer=placement.customer_id)
    )
    go_on_without_money(order, payment, gateway)
    session.flush()
    crash_point("place.before_commit")
    return order.number


def _find_earlier(placement: Placement) -> str | None:
    """The order of this very button, or of the same cart at the same version from another tab.

    Raises CartChanged for a key that belongs to somebody else: knowing it must not open their order.
    """
    mine = session.execute(
        select(Order.number, Order.cart_id, Order.session_key).where(Order.checkout_key == placement.checkout_key)
    ).one_or_none()
    if mine is not None:
        if mine.cart_id != placement.cart_id and mine.session_key != (placement.session_key or None):
            raise CartChanged
        return cast(str, mine.number)
    same_cart = select(Order.number).where(
        Order.cart_id == placement.cart_id, Order.cart_version == placement.cart_version
    )
    return session.scalar(same_cart)


def _offer_again(placement: Placement, lines: tuple[cart.Line, ...]) -> checkout.CheckoutQuote:
    """The offer as it stands now; refused unless it is the very one that was shown."""
    now, draft = clock.now(), placement.draft
    basis = checkout.load_basis([line.sku for line in lines], now)
    offer = checkout.quote_cart(lines, draft, basis, now)
    if offer.problems or offer.quote_hash != placement.quote_hash:
        raise checkout.OfferChanged(offer)
    if not (draft.email and draft.name and offer.delivery_is_chosen):
        raise Incomplete
    return offer


def _refuse_hoarding(placement: Placement) -> None:
    """Unpaid orders hold goods: no shopper and no network may hold a great many (abuse.md A46)."""
    most, mine = settings().open_orders_per_shopper, canonical_email(placement.draft.email)
    if orders.count_unpaid(email_key=mine) >= most:
        raise TooManyOpenOrders
    if placement.session_key and orders.count_unpaid(session_key=placement.session_key) >= most:
        raise TooManyOpenOrders
    if placement.network and orders.count_unpaid(network=placement.network) >= settings().open_orders_per_network:
        raise TooManyOpenOrders
