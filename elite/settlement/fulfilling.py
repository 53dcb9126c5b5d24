"""From the desk to the doorstep: release, pack, send, deliver. Every step is a listed move, recorded as a fact."""

from __future__ import annotations

from dataclasses import dataclass

from elite.kernel import clock, events
from elite.kernel.db import session
from elite.kernel.transaction import in_transaction
from elite.orders import CannotMove, FulfilmentState, Order, PaymentState, Shipment
from elite.orders.events import OrderDelivered, OrderPacked, OrderSent
from elite.payments import INVOICE, ON_DELIVERY
from elite.settlement import effects
from elite.settlement.effects import Step
from elite.settlement.errors import NotYetPaid
from elite.settlement.locks import lock_numbered


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """Who carries it, and the number to follow it by (may be empty)."""

    carrier: str
    tracking: str = ""


def release_order(number: str, *, by: int | None) -> None:
    """Staff trust this customer: a company's order, or a large one paid on delivery, may be picked. Raises NotYetPaid, CannotMove."""
    with events.acting(by):
        in_transaction(_release, number)


def mark_packed(number: str, *, by: int | None) -> None:
    """It is picked and packed."""
    with events.acting(by):
        in_transaction(_pack, number)


def send_order(number: str, parcel: Parcel, *, by: int | None) -> None:
    """It has left the building; an order paid on delivery gets its invoice now. Doing it again changes nothing."""
    with events.acting(by):
        in_transaction(_send, number, parcel)


def mark_delivered(number: str, *, by: int | None) -> None:
    """It has arrived."""
    with events.acting(by):
        in_transaction(_deliver, number)


def _release(number: str) -> None:
    order = lock_numbered(number).order
    if order.fulfilment_state is FulfilmentState.RELEASED:
        return
    if order.fulfilment_state is not FulfilmentState.HELD:  # packed orders never go back for a press that came late
        raise CannotMove(number, order.fulfilment_state, FulfilmentState.RELEASED)
    if not order.is_paid and order.payment_method not in (INVOICE, ON_DELIVERY):
        raise NotYetPaid
    if order.payment_state is PaymentState.EXPIRED:
        raise NotYetPaid
    effects.release(order)


def _pack(number: str) -> None:
    order = lock_numbered(number).order
    if order.fulfilment_state is FulfilmentState.PICKING:
        return
    order.move_fulfilment(FulfilmentState.PICKING)
    events.record(OrderPacked(order=number))


def _send(number: str, parcel: Parcel) -> None:
    order = lock_numbered(number).order
    if order.fulfilment_state is FulfilmentState.SENT:
        return
    order.move_fulfilment(FulfilmentState.SENT)
    now = clock.database_now()
    order.sent_at = now
    carrier, tracking = parcel.carrier.strip()[:191], parcel.tracking.strip()[:191]
    session.add(Shipment(order_id=order.id, carrier=carrier, tracking=tracking, sent_at=now))

    events.record(OrderSent(order=number, carrier=carrier, tracking=tracking))
    effects.invoice_at(order, Step.SENT)


def _deliver(number: str) -> None:
    order: Order = lock_numbered(number).order
    if order.fulfilment_state is FulfilmentState.DELIVERED:
        return
    order.move_fulfilment(FulfilmentState.DELIVERED)
    order.delivered_at = clock.database_now()
    events.record(OrderDelivered(order=number))
