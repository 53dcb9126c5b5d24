"""An order in words: where its money is, where its goods are, and everything that happened to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from elite import invoices, notifications, payments
from elite.checkout import Address
from elite.kernel import events
from elite.kernel.events import Fact
from elite.kernel.money import Money
from elite.kernel.settings import settings
from elite.kernel.text import _
from elite.orders import FulfilmentState, Order, PaymentState
from elite.web.filters import moment, money, near_day, short_day

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
    looked_at = any(one.state is payments.State.REVIEW for one in attempts)
    payable = order.payment_state is P.AWAITING and not order.is_cancelled and not looked_at
    owed = payable and order.payment_method in (payments.TRANSFER, payments.INVOICE)
    released = order.fulfilment_state is not F.HELD
    return {
        "order": order,
        "says": _looking() if looked_at else in_words(order),
        "address": Address.read(order.delivery_address).lines,
        "timeline": timeline(order),
        "documents": invoices.list_invoices(order.id),
        "method": payments.method_name(order.payment_method),
        "methods": [] if released or not payable else other_methods(order),
        "bank": bank() if owed and (released or order.payment_method == payments.TRANSFER) else None,
        "parcel": order.shipments[-1] if order.shipments else None,
        "can_cancel": may_give_up(order),
        "is_waiting": order.payment_state is P.PROCESSING or (payable and order.payment_method == payments.CARD),
        "seen": seal(order),
    }


def seal(order: Order) -> str:
    """What a page that looks again every few seconds has seen: it is drawn anew only when this has changed."""
    return f"{order.payment_state}.{order.fulfilment_state}.{order.payment_method}"


def may_give_up(order: Order) -> bool:
    """Whether the shopper may cancel without asking: until somebody packs."""
    return order.can_be_cancelled and order.fulfilment_state in (F.HELD, F.RELEASED)


def _looking() -> InWords:
    return InWords(
        _("We are looking at your payment."),
        _("What came is not what was asked. Your goods are held, and a colleague writes to you today."),
        "care",
    )


def in_words(order: Order) -> InWords:
    """The one thing a shopper wants to know first."""
    if order.is_cancelled:
        back = _("What you paid goes back the way it came.") if order.is_paid else _("Nothing was charged.")
        if order.payment_state is P.REFUNDED:
            back = _("What you paid is on its way back to you; banks take up to five working days.")
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
        return InWords(_("Thank you. We start packing."), _promise(order), "good")
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
        case payments.CARD:
            text = _("Nothing was charged so far.")
            return InWords(_("It is not paid yet."), f"{text} {until}".strip(), "care")
    return InWords(_("It is not paid yet."), f"{_('Nothing was charged so far.')} {until}".strip(), "care")


def _promise(order: Order) -> str:
    if order.promised_to is None:
        return ""
    if order.promised_from and order.promised_from != order.promised_to:
        return _(
            "It arrives between %(first)s and %(last)s.",
            first=near_day(order.promised_from),
            last=near_day(order.promised_to),
        )
    return _("It arrives on %(day)s.", day=near_day(order.promised_to))


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
    shown = [fact for fact in events.history(order.number) if fact.name in WORDS]
    items = [_item(fact.at, *WORDS[fact.name](order, fact.data), _tone(fact)) for fact in shown]
    if order.is_cancelled or order.payment_state is P.EXPIRED:
        return items
    return items + _next_steps(order)


def full_timeline(order: Order, names: Callable[[set[int]], dict[int, str]]) -> list[dict[str, str]]:
    """Everything, for the desk: facts with who did them, and every letter with what became of it."""
    facts = events.history(order.number)
    people = names({fact.actor_id for fact in facts if fact.actor_id})
    rows: list[tuple[datetime, dict[str, str]]] = []
    for fact in facts:
        title, text = _for_the_desk(order, fact)
        who = people.get(fact.actor_id or 0, "")
        rows.append((fact.at, _item(fact.at, title, " · ".join(part for part in (text, who) if part), _tone(fact))))
    for letter in notifications.list_letters(order.number):
        at = letter.sent_at or letter.created_at
        rows.append((at, _item(at, _("Letter: %(title)s", title=letter.title), *_how_it_went(letter))))
    return [row for _at, row in sorted(rows, key=lambda pair: pair[0])]


def _item(at: datetime, title: str, text: str, state: str) -> dict[str, str]:
    return {"title": title, "at": moment(at), "text": text, "state": state}


def _how_it_went(letter: notifications.Delivery) -> tuple[str, str]:
    if letter.state is notifications.DeliveryState.FAILED:
        return _("To %(address)s: %(error)s", address=letter.address, error=letter.error), "stop"
    if letter.state is notifications.DeliveryState.SENDING:
        return _("On its way to %(address)s", address=letter.address), "now"
    return _("To %(address)s", address=letter.address), "done"


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
# What only the desk reads, and what it reads instead.
DESK_WORDS: dict[str, Words] = {
    "OrderCancelled": lambda order, data: (
        _("Cancelled"),
        _reason(data["reason"]),
    ),
    "PaymentOpened": lambda order, data: (_("Payment page opened"), payments.method_name(data["method"])),
    "PaymentFailed": lambda order, data: (
        _("An attempt to pay came to nothing"),
        ": ".join((payments.method_name(data["method"]), _reason(data["reason"]))),
    ),
    "PaymentNeedsReview": lambda order, data: (
        _("Money came that does not match"),
        _(
            "Asked %(asked)s, came %(came)s",
            asked=money(Money(int(data["asked"]), order.currency)),
            came=money(Money(int(data["came"]), data["currency"])),
        ),
    ),
    "LateMoney": lambda order, data: (
        _("Money came a second time") if data["kind"] == "duplicate" else _("Money came too late"),
        _("%(amount)s goes back as refund %(refund)s", amount=_amount(order, data), refund=data["refund"]),
    ),
    "DisputeOpened": lambda order, data: (_("The card's owner disputes the payment"), _amount(order, data)),
    "RefundRequested": lambda order, data: (
        _("Refund %(number)s is for us to pay", number=data["refund"])
        if data.get("by_hand")
        else _("Refund %(number)s asked for", number=data["refund"]),
        _amount(order, data),
    ),
    "RefundSettled": lambda order, data: (_("Refund %(number)s paid", number=data["refund"]), _amount(order, data)),
    "RefundFailed": lambda order, data: (_("Refund %(number)s failed", number=data["refund"]), data["reason"]),
    "LetterWantedAgain": lambda order, data: (_("A letter is sent again"), ""),
    "WorkRevived": lambda order, data: (_("Work that had given up is tried again"), data["reaction"]),
}
REASONS: dict[str, str] = {
    "bank_refused": _("the bank refused it"),
    "not_in_time": _("it did not come in time"),
    "gateway_away": _("the payment service did not answer"),
    "payment_setup": _("the payment page could not be opened"),
    "shopper": _("by the shopper"),
}
STOPS = {
    *("OrderCancelled", "OrderExpired", "PaymentFailed", "PaymentNeedsReview"),
    *("LateMoney", "DisputeOpened", "RefundFailed"),
}


def _tone(fact: Fact) -> str:
    return "stop" if fact.name in STOPS else "done"


def _for_the_desk(order: Order, fact: Fact) -> tuple[str, str]:
    """A fact as title and detail; one that nobody put into words yet is shown by its own name."""
    say = DESK_WORDS.get(fact.name) or WORDS.get(fact.name)
    if say is not None:
        return say(order, fact.data)
    detail = [f"{name} {value}" for name, value in fact.data.items() if name != "order" and value not in (None, "")]
    return fact.name, ", ".join(detail)


def _reason(code: str) -> str:
    return REASONS.get(code, code)


def _amount(order: Order, data: dict[str, Any]) -> str:
    return money(Money(int(data["amount"]), order.currency))


def _next_steps(order: Order) -> list[dict[str, str]]:
    later = order.payment_method in (payments.INVOICE, payments.ON_DELIVERY)
    steps = [
        (order.is_paid or not later or order.fulfilment_state is not F.HELD, _("Looked at by a colleague")),
        (order.is_paid or later, _("Paid")),
        (order.fulfilment_state in (F.SENT, F.PART_SENT, F.DELIVERED), _("On the road")),
        (order.fulfilment_state is F.DELIVERED, _("At your door")),
    ]
    when = short_day(order.promised_to) if order.promised_to else ""
    ahead = [(title, when if title == _("At your door") else "") for done, title in steps if not done]
    return [
        {"title": title, "at": "", "text": text, "state": "later" if index else "now"}
        for index, (title, text) in enumerate(ahead)
    ]
