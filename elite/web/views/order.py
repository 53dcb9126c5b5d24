"""An order in words: where its money is, where its goods are, and everything that happened to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from elite import invoices, notifications, payments, refunds
from elite.checkout import Address
from elite.kernel import events
from elite.kernel.events import Fact
from elite.kernel.money import Money
from elite.kernel.settings import settings
from elite.kernel.text import _
from elite.orders import FulfilmentState, Order, PaymentState
from elite.web.filters import day, moment, money, short_day

P, F = PaymentState, FulfilmentState


@dataclass(frozen=True)
class InWords:
    """The state of an order as a headline, a sentence and a tone (calm, good, care, stop)."""

    title: str
    text: str
    kind: str


def order_view(order: Order) -> dict[str, Any]:
    """What the order's own page shows. Queries: payments, facts, documents, letters, refunds."""
    attempts = payments.list_payments(order.id)
    return {
        "order": order,
        "says": in_words(order),
        "address": Address.read(order.delivery_address).lines,
        "timeline": timeline(order),
        "documents": invoices.list_invoices(order.id),
        "method": payments.method_name(order.payment_method),
        "methods": other_methods(order) if order.is_open else [],
        "bank": bank() if order.payment_method == payments.TRANSFER else None,
        "attempt": attempts[-1] if attempts else None,
        "can_cancel": order.can_be_cancelled and order.fulfilment_state in (F.HELD, F.RELEASED),
        "is_waiting": order.payment_state is P.PROCESSING or (order.is_open and order.payment_method == payments.CARD),
    }


def in_words(order: Order) -> InWords:
    """The one thing a shopper wants to know first."""
    if order.is_cancelled:
        back = _("What you paid goes back the way it came.") if order.is_paid else _("Nothing was charged.")
        return InWords(_("This order is cancelled."), back, "stop")
    if order.payment_state is P.EXPIRED:
        return InWords(
            _("This order has lapsed."), _("No payment came in time, so the goods are free for others again."), "care"
        )
    if order.fulfilment_state is F.DELIVERED:
        return InWords(_("It is with you."), _("Enjoy the day."), "good")
    if order.fulfilment_state in (F.SENT, F.PART_SENT):
        return InWords(_("It is on its way."), _promise(order), "good")
    if order.fulfilment_state is F.PICKING:
        return InWords(_("We are packing it."), _promise(order), "good")
    if order.payment_state is P.PROCESSING:
        return InWords(
            _("Your bank is still deciding."),
            _("Your goods are held. This page says so as soon as the money is here."),
            "calm",
        )
    if order.is_paid:
        return InWords(_("Thank you. Your table is on its way."), _promise(order), "good")
    return _waiting(order)


def _waiting(order: Order) -> InWords:
    until = _("We hold everything for you until %(day)s.", day=moment(order.expires_at)) if order.expires_at else ""
    match order.payment_method:
        case payments.TRANSFER:
            asked = _("Transfer %(amount)s and name %(number)s.", amount=money(order.total), number=order.number)
            return InWords(_("Almost yours."), f"{asked} {until}", "calm")
        case payments.INVOICE if order.fulfilment_state is F.HELD:
            return InWords(
                _("We have your order."),
                _(
                    "A colleague looks at it first, because you pay by invoice. You hear from us within one working day."
                ),
                "calm",
            )
        case payments.ON_DELIVERY if order.fulfilment_state is F.HELD:
            return InWords(
                _("We have your order."),
                _("A colleague looks at it first, because of its amount. You hear from us within one working day."),
                "calm",
            )
        case payments.INVOICE | payments.ON_DELIVERY:
            return InWords(_("Your order is agreed."), _promise(order), "good")
    return InWords(_("It is not paid yet."), f"{_('Nothing was charged so far.')} {until}".strip(), "care")


def _promise(order: Order) -> str:
    if order.promised_to is None:
        return ""
    if order.promised_from and order.promised_from != order.promised_to:
        return _(
            "It arrives between %(first)s and %(last)s.", first=day(order.promised_from), last=day(order.promised_to)
        )
    return _("It arrives on %(day)s.", day=day(order.promised_to))


def other_methods(order: Order) -> list[payments.Method]:
    """The ways an open order can be paid."""
    country = str(order.delivery_address.get("country") or settings().home_country)
    return payments.list_methods(order.total, country, company=order.company)


def bank() -> list[tuple[str, str]]:
    """Where a transfer goes."""
    rows = [
        (_("To"), settings().bank_holder),
        (_("Account"), settings().bank_account),
        (_("Bank"), settings().bank_code),
    ]
    return [(label, value) for label, value in rows if value]


def timeline(order: Order) -> list[dict[str, str]]:
    """What happened, oldest first, and what comes next, for the shopper."""
    shown = [(fact.at, words(order, fact)) for fact in events.history(order.number) if fact.name in WORDS]
    items = [{"title": title, "at": moment(at), "text": text, "state": state} for at, (title, text, state) in shown]
    if order.is_cancelled or order.payment_state is P.EXPIRED:
        return items
    return items + _next_steps(order)


def full_timeline(order: Order, names: Callable[[set[int]], dict[int, str]]) -> list[dict[str, str]]:
    """Everything, for the desk: facts with who did them, and every letter with what became of it."""
    facts = events.history(order.number)
    people = names({fact.actor_id for fact in facts if fact.actor_id})
    rows: list[tuple[datetime, dict[str, str]]] = []
    for fact in facts:
        title, text, state = words(order, fact)
        who = people.get(fact.actor_id or 0, "")
        rows.append(
            (
                fact.at,
                {
                    "title": title,
                    "at": moment(fact.at),
                    "text": " · ".join(p for p in (text, who) if p),
                    "state": state,
                },
            )
        )
    for letter in notifications.list_letters(order.number):
        state = "stop" if letter.state is notifications.DeliveryState.FAILED else "done"
        text = letter.error if state == "stop" else letter.address
        title = _("Letter: %(title)s", title=letter.title)
        rows.append(
            (
                letter.sent_at or letter.created_at,
                {"title": title, "at": moment(letter.sent_at or letter.created_at), "text": text, "state": state},
            )
        )
    return [row for _at, row in sorted(rows, key=lambda pair: pair[0])]


Words = Callable[[Order, dict[str, Any]], tuple[str, str]]

WORDS: dict[str, Words] = {
    "OrderPlaced": lambda order, data: (_("Ordered"), ""),
    "PaymentMethodChanged": lambda order, data: (_("Another way to pay"), payments.method_name(data["method"])),
    "OrderPaid": lambda order, data: (
        _("Paid"),
        _("%(amount)s, %(method)s", amount=_amount(order, data), method=payments.method_name(data["method"])),
    ),
    "OrderReleased": lambda order, data: (_("Given to the packers"), ""),
    "OrderPacked": lambda order, data: (_("Packed"), ""),
    "OrderSent": lambda order, data: (
        _("Sent"),
        " ".join(part for part in (data.get("carrier"), data.get("tracking")) if part),
    ),
    "OrderDelivered": lambda order, data: (_("Delivered"), ""),
    "OrderCancelled": lambda order, data: (_("Cancelled"), ""),
    "OrderExpired": lambda order, data: (_("Lapsed"), _("No payment came in time.")),
    "OrderRefunded": lambda order, data: (_("Money returned"), _amount(order, data)),
    "InvoiceIssued": lambda order, data: (_("Invoice %(number)s", number=data["invoice"]), ""),
    "CreditNoteIssued": lambda order, data: (_("Credit note %(number)s", number=data["credit_note"]), ""),
}
STOPS = {"OrderCancelled", "OrderExpired", "PaymentFailed", "PaymentNeedsReview"}


def words(order: Order, fact: Fact) -> tuple[str, str, str]:
    """A fact as title, detail and state; one that only the desk sees is shown by its own name."""
    state = "stop" if fact.name in STOPS else "done"
    if fact.name in WORDS:
        return *WORDS[fact.name](order, fact.data), state
    detail = ", ".join(
        f"{name} {value}" for name, value in fact.data.items() if name != "order" and value not in (None, "", False)
    )
    return fact.name, detail, state


def _amount(order: Order, data: dict[str, Any]) -> str:
    return money(Money(int(data["amount"]), order.currency))


def _next_steps(order: Order) -> list[dict[str, str]]:
    steps = [
        (order.is_paid or order.payment_method in (payments.INVOICE, payments.ON_DELIVERY), _("Paid")),
        (order.fulfilment_state in (F.SENT, F.PART_SENT, F.DELIVERED), _("On the road")),
        (order.fulfilment_state is F.DELIVERED, _("At your door")),
    ]
    ahead = [title for done, title in steps if not done]
    when = short_day(order.promised_to) if order.promised_to else ""
    return [
        {
            "title": title,
            "at": "",
            "text": when if title == _("At your door") else "",
            "state": "now" if index == 0 else "later",
        }
        for index, title in enumerate(ahead)
    ]


def refund_rows(order: Order) -> list[refunds.Refund]:
    """Money on its way back."""
    return refunds.list_refunds(order.id)
