"""Money that people see before the shop does: transfers on the bank statement, company invoices paid, cash from the driver."""

from __future__ import annotations

from elite import payments
from elite.kernel import events
from elite.kernel.money import Money
from elite.kernel.transaction import in_transaction
from elite.orders import PaymentState
from elite.payments import Payment, State
from elite.settlement import effects
from elite.settlement.errors import AlreadyPaid, NotPaidByHand, Overpaid, Underpaid
from elite.settlement.locks import Locked, lock_numbered
from elite.settlement.settling import keep_and_return, money_came_late


def book_transfer(number: str, amount: Money, *, reference: str, by: int | None) -> State:
    """Book `amount` that came for an order not paid by card; `reference` is the bank's. What became of the payment.

    An expired order takes its goods again; if it cannot, or was cancelled, the money is booked and a refund for staff is made
    (state `refund_due`). Raises Underpaid, Overpaid, AlreadyPaid, NotPaidByHand.
    """
    with events.acting(by):
        return in_transaction(_book, number, amount, reference)


def _book(number: str, amount: Money, reference: str) -> State:
    locked = lock_numbered(number)
    order, payment = locked.order, _attempt_by_hand(locked)
    if locked.winner is not None or order.is_paid:
        raise AlreadyPaid
    if not order.is_cancelled:
        if amount < order.total:
            raise Underpaid(order.total, amount)
        if amount > order.total:
            raise Overpaid(order.total, amount)

    payment.reference = (reference.strip() or order.number)[:191]
    if order.is_cancelled:
        if payment.state in payments.HAS_MONEY:
            raise AlreadyPaid
        keep_and_return(order, payment, amount, State.REFUND_DUE)
    elif order.payment_state is PaymentState.EXPIRED:
        money_came_late(order, payment, amount)
    else:
        effects.money_counts(order, payment, amount)
    return payment.state


def _attempt_by_hand(locked: Locked) -> Payment:
    """The attempt the money is for: the open one, else the last one that people book."""
    holder = locked.holder
    if holder is not None and payments.redirect_gateway(holder.method) is not None:
        raise NotPaidByHand
    by_hand = [one for one in locked.payments if payments.redirect_gateway(one.method) is None]
    if holder is None and not by_hand:
        raise NotPaidByHand
    return holder or by_hand[-1]
