"""Change one's mind: pay again, pay another way, or give the order up.

Before anything else is done the old payment page is ended at the gateway, and only its answer counts as proof: if money got there
first, the order is paid and that wins (protocol.md 2.6, Expiry).
"""

from __future__ import annotations

import logging

from elite import inventory, invoices, orders, payments, refunds
from elite.kernel import clock, events
from elite.kernel.crash import crash_point
from elite.kernel.text import _
from elite.kernel.transaction import in_transaction
from elite.orders import FulfilmentState, Order, PaymentState
from elite.orders.events import OrderCancelled, PaymentMethodChanged
from elite.payments import GatewayAway, Payment, State
from elite.settlement import effects
from elite.settlement.attempts import begin_attempt, go_on_without_money
from elite.settlement.errors import AlreadyPaid, NoLongerOpen, PaymentUnderWay
from elite.settlement.locks import Locked, lock_numbered
from elite.settlement.opening import open_page
from elite.settlement.placement import Placed
from elite.settlement.placing import payable
from elite.settlement.refunding import submit_quietly
from elite.settlement.settling import record_session, settle

log = logging.getLogger(__name__)

BY_SHOPPER = "shopper"


def pay_again(number: str, method: str | None = None) -> Placed:
    """Go on paying an open order, by the same way or another (`method`); paid meanwhile, it comes back without a page.

    Raises NoLongerOpen, PaymentUnderWay, MethodNotOffered, GatewayAway.
    """
    _look_again(number)
    order = orders.get_order(number)
    if order.is_paid:
        return Placed(order_number=number, token=order.public_token)
    if not order.is_open:
        raise NoLongerOpen
    current = next((one for one in payments.list_payments(order.id) if one.open_slot is not None), None)
    if current is not None and current.is_payable and method in (None, current.method):
        return payable(number)

    wanted = method or order.payment_method
    _refuse_method(order, wanted)
    _end_page(number)
    payment_id = in_transaction(_next_attempt, number, wanted)
    url = open_page(payment_id) if payment_id is not None else None
    return Placed(order_number=number, token=order.public_token, pay_url=url)


def cancel(number: str, *, by: int | None, reason: str = BY_SHOPPER) -> None:
    """Give the order up: its units are free, its money goes back, its invoice is credited. Doing it again changes nothing.

    Raises CannotMove once it was sent, PaymentUnderWay, GatewayAway while a payment page cannot be ended.
    """
    order = orders.get_order(number)
    if order.is_cancelled:
        return
    if order.is_open:
        _end_page(number)
    with events.acting(by):
        refund_id = in_transaction(_cancel, number, reason, by)
    submit_quietly(refund_id)


def put_back(number: str) -> None:
    """The shopper leaves an unpaid order and has the cart back. Raises AlreadyPaid when money was quicker."""
    _end_page(number)
    in_transaction(_put_back, number)


def _look_again(number: str) -> None:
    """What the gateway says wins over what our rows say; when it is away, our rows will do."""
    order = orders.get_order(number)
    payment = next((one for one in payments.list_payments(order.id) if one.open_slot is not None), None)
    try:
        if payment is not None:
            settle(payment.id)
    except GatewayAway:
        log.warning("payment.gateway_away", extra={"order": number})


def _refuse_method(order: Order, method: str) -> None:
    _refuse_once_released(order, method)
    country = str(order.delivery_address.get("country", ""))
    payments.require_method(method, order.total, country, company=order.company)


def _refuse_once_released(order: Order, method: str) -> None:
    """Goods that have left the books cannot be tied to a payment page that may end: what is owed comes as was agreed."""
    if order.fulfilment_state is not FulfilmentState.HELD and method != order.payment_method:
        raise payments.MethodNotOffered


def _end_page(number: str) -> None:
    """No attempt of this order can be paid any more after this, or it is paid. Raises GatewayAway or PaymentUnderWay."""
    intended = in_transaction(_intend_to_end, number)
    if intended is None:
        return
    payment_id, session_id, method = intended
    crash_point("leave.after_intent")
    gateway = payments.redirect_gateway(method)
    assert gateway is not None
    said = gateway.expire(session_id)
    crash_point("leave.after_end")
    in_transaction(record_session, payment_id, said)
    crash_point("leave.after_proof")


def _intend_to_end(number: str) -> tuple[int, str, str] | None:
    """Mark the attempt as given up, so that its end does not end the order; what to end at the gateway, if anything.

    An attempt without a page yet is simply closed: its address was never handed out, and from now on never will be.
    """
    payment = lock_numbered(number).holder
    if payment is None or payment.state is State.REVIEW:
        return None
    if payment.state is State.PROCESSING:
        raise PaymentUnderWay
    payment.move_to(State.CANCELLED)
    payment.next_try_at = clock.database_now()
    if payments.redirect_gateway(payment.method) is None or payment.session_id is None:
        payment.end(State.CANCELLED)
        return None
    return payment.id, payment.session_id, payment.method


def _next_attempt(number: str, method: str) -> int | None:
    """The id of the new attempt (or of the one another tab has just made); None when money came first."""
    locked = lock_numbered(number)
    order, holder = locked.order, locked.holder
    if order.is_paid:
        return None
    if holder is not None and holder.is_payable and holder.method == method:
        return holder.id
    if holder is not None:
        raise PaymentUnderWay
    if not order.is_open:
        raise NoLongerOpen
    _refuse_once_released(order, method)

    gateway = payments.gateway_of(method)
    payment = begin_attempt(order, gateway, max((one.attempt for one in locked.payments), default=0) + 1)

    events.record(PaymentMethodChanged(order=number, method=method))
    if order.fulfilment_state is FulfilmentState.HELD:
        go_on_without_money(order, payment, gateway)
    return payment.id


def _put_back(number: str) -> None:
    locked = lock_numbered(number)
    if locked.order.is_paid:
        raise AlreadyPaid
    if locked.order.is_cancelled or locked.order.payment_state is PaymentState.EXPIRED:
        return
    _give_up(locked, BY_SHOPPER, None)


def _cancel(number: str, reason: str, by: int | None) -> int | None:
    """The id of the refund that is now owed, if any money is here."""
    locked = lock_numbered(number)
    if locked.order.is_cancelled:
        return None
    return _give_up(locked, reason, by)


def _give_up(locked: Locked, reason: str, by: int | None) -> int | None:
    order = locked.order
    holder = locked.holder
    if holder is not None and holder.state is not State.REVIEW:
        raise PaymentUnderWay
    if order.payment_state is PaymentState.EXPIRED:
        raise NoLongerOpen
    was_released = order.fulfilment_state is not FulfilmentState.HELD
    order.move_fulfilment(FulfilmentState.CANCELLED)

    order.cancelled_at, order.cancel_reason, order.expires_at = clock.database_now(), reason, None
    if not order.is_paid:
        order.move_payment(PaymentState.VOID)
    refund = _owe_back(order, holder or locked.winner, by)
    if was_released:
        inventory.restock(order.number)
    else:
        inventory.release(order.number)
    effects.give_cart_back(order)
    _credit_invoice(order, reason)

    amount = refund.amount.minor if refund else 0
    events.record(OrderCancelled(order=order.number, reason=reason, refund=amount))
    return refund.id if refund else None


def _owe_back(order: Order, payment: Payment | None, by: int | None) -> refunds.Refund | None:
    if payment is None or not payment.refundable:
        return None
    if payment.state is State.REVIEW:
        payment.end(State.REFUND_DUE)
    return refunds.intend(
        payment,
        order,
        payment.refundable,
        idem_key=f"refund-{payment.idem_key}-cancel",
        reason="cancelled",
        by_hand=payments.redirect_gateway(payment.method) is None,
        by=by,
    )


def _credit_invoice(order: Order, reason: str) -> None:
    invoice = invoices.find_invoice(order.id)
    if invoice is not None:
        invoices.credit(invoice.id, _("Cancelled at your wish") if reason == BY_SHOPPER else reason)
