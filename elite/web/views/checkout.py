"""Everything the checkout page shows, for each route that answers with it: judged once, described once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for

from elite import checkout, payments
from elite.cart import Cart
from elite.checkout import CheckoutQuote, DeliveryOffer, Difference, Draft, GoodsLine, Mistakes, Step
from elite.kernel import clock
from elite.kernel.money import Money
from elite.kernel.shop import shop
from elite.kernel.text import _, ngettext
from elite.kernel.tokens import sign
from elite.payments import Flow, Method
from elite.pricing import explain
from elite.web.filters import money, near_day

ICONS = {payments.CARD: "card", payments.TRANSFER: "bank", payments.INVOICE: "letter", payments.ON_DELIVERY: "cash"}


@dataclass(frozen=True)
class Judged:
    """A draft put right where it was right, with the offer it leads to and what is still wrong, by step."""

    draft: Draft
    offer: CheckoutQuote
    countries: Sequence[tuple[str, str]]
    methods: Sequence[Method]
    mistakes: Mapping[Step, Mistakes]

    @property
    def open_step(self) -> Step:
        """The first step that is not finished."""
        return next((step for step in Step if self.mistakes[step]), Step.REVIEW)


@dataclass(frozen=True)
class StepView:
    """How a step stands: done, now or later, and the address that opens it again."""

    title: str
    state: str
    change: str


def judge(cart: Cart, draft: Draft) -> Judged:
    """Look at everything that was typed together with what the cart costs; four queries besides the cart."""
    now, today = clock.now(), shop().today()
    basis = checkout.load_basis([line.sku for line in cart.lines], now)
    countries = checkout.countries(checkout.delivers_to(basis.zones), checkout.EVERYWHERE)

    draft, contact = checkout.check_contact(draft)
    draft, address = checkout.check_addresses(draft, {code for code, _name in countries}, today)
    offer = checkout.quote_cart(cart.lines, draft, basis, now)
    draft, delivery = checkout.check_delivery(draft, offer.offers)
    methods = payments.list_methods(offer.total, draft.country, company=draft.company)
    if not offer.total:
        draft = draft.with_values({"payment_method": payments.FREE})
    draft, payment = checkout.check_payment(draft, {method.code for method in methods})
    return Judged(
        draft=draft,
        offer=offer,
        countries=countries,
        methods=methods,
        mistakes={
            Step.CONTACT: contact,
            Step.ADDRESS: address,
            Step.DELIVERY: delivery,
            Step.PAYMENT: payment,
            Step.REVIEW: {},
        },
    )


def checkout_view(
    judged: Judged,
    cart: Cart,
    *,
    at: Step | None = None,
    telling: bool = False,
    refused: str = "",
    changed: Sequence[Difference] = (),
) -> dict[str, Any]:
    """The page with step `at` open, as far as the steps before it allow. With `telling`, mistakes stand beside their
    fields. `refused` is why an order was not placed, `changed` what differs from the offer that was shown."""
    open_step = _opened(judged, at)
    mistakes = judged.mistakes[open_step] if telling else {}
    draft, offer = judged.draft, judged.offer
    chosen = draft.payment_method or (judged.methods[0].code if judged.methods else "")
    return {
        "steps": _steps(judged, open_step),
        "open_step": open_step.value,
        "draft": draft,
        "mistakes": mistakes,
        "mistakes_listed": [(name, mistakes[name]) for name in checkout.ASKED[open_step] if name in mistakes],
        "refused": refused,
        "changes": [_in_words(difference) for difference in changed],
        "problems": offer.problems,
        "countries": judged.countries,
        "all_countries": checkout.countries(frozenset({checkout.EVERYWHERE})),
        "shape": checkout.shape_of(draft.country),
        "billing_country": draft.get("billing_country") or draft.country,
        "billing_shape": checkout.shape_of(draft.get("billing_country") or draft.country),
        "today": shop().today().isoformat(),
        "offers": [_offer_view(one, offer.delivery) for one in offer.offers],
        "delivery": offer.delivery,
        "delivery_words": arrival(offer.delivery) if offer.delivery else "",
        "methods": [_method_view(method, chosen) for method in judged.methods],
        "method": next((method for method in judged.methods if method.code == draft.payment_method), None),
        "rows": receipt_rows(offer),
        "lines": [_line_view(line) for line in offer.lines],
        "total": offer.total,
        "pays_elsewhere": any(m.code == draft.payment_method and m.flow is Flow.REDIRECT for m in judged.methods),
        "checkout_key": checkout_key(cart),
        "cart_version": cart.version,
        "quote_hash": offer.quote_hash,
        "note_of_offer": checkout.note_of(offer),
    }


def checkout_key(cart: Cart) -> str:
    """What one press of the button is known by. It belongs to the cart as it is now, so that every tab, reload and
    the back button bring the same one; nobody else can make it up."""
    return sign("checkout", f"{cart.id} {cart.version}")


def receipt_rows(offer: CheckoutQuote) -> list[tuple[str, Money | str, str]]:
    """The sum as `ui.sums` draws it: goods, what is taken off, delivery, the total, and the tax in it or on it."""
    quote = offer.quote
    listed = Money.total(
        ((line.priced.list_price or line.priced.unit_price) * line.quantity for line in offer.lines), quote.currency
    )
    rows: list[tuple[str, Money | str, str]] = [
        (ngettext("%(count)s product", "%(count)s products", len(offer.lines)), listed, "")
    ]
    if listed > quote.goods:
        rows.append((_("Reduced prices"), quote.goods - listed, "less"))
    if quote.discount:
        rows.append((_("Discount"), -quote.discount, "less"))
    if offer.delivery is not None:
        words = offer.delivery.name if offer.delivery_is_chosen else _("Delivery, reckoned with for now")
        rows.append((words, offer.delivery.price if offer.delivery.price else _("Free"), ""))
    taxes = [(group.label, group.tax) for group in quote.tax_groups if group.tax]
    if not quote.inclusive:
        rows += [(label, amount, "") for label, amount in taxes]
        return [*rows, (_("Total"), quote.total, "total")]
    rows.append((_("Total"), quote.total, "total"))
    if not taxes:
        return [*rows, (quote.tax_groups[0].label if quote.tax_groups else _("Tax"), quote.tax, "fine")]
    return rows + [(_("%(label)s in it", label=label), amount, "fine") for label, amount in taxes]


def arrival(offer: DeliveryOffer) -> str:
    """When it is there, in words."""
    first, last = near_day(offer.promised_from), near_day(offer.promised_to)
    if offer.is_pickup:
        return _("Ready on %(day)s", day=first)
    if first == last:
        return _("Arrives on %(day)s", day=first)
    return _("Arrives between %(first)s and %(last)s", first=first, last=last)


def _opened(judged: Judged, at: Step | None) -> Step:
    """The step asked for, unless one before it is unfinished."""
    order = list(Step)
    if at is None or order.index(at) > order.index(judged.open_step):
        return judged.open_step
    return at


def _steps(judged: Judged, open_step: Step) -> dict[str, StepView]:
    titles = {
        Step.CONTACT: _("You"),
        Step.ADDRESS: _("Where to"),
        Step.DELIVERY: _("How it comes"),
        Step.PAYMENT: _("Payment"),
        Step.REVIEW: _("Look it over"),
    }
    views = {}
    reached = True
    for step, title in titles.items():
        reached = reached and not judged.mistakes[step]
        done = reached and step not in (open_step, Step.REVIEW)
        change = url_for("checkout.show", step=step.value, _anchor=f"step-{step.value}") if done else ""
        views[step.value] = StepView(title, "now" if step is open_step else "done" if done else "later", change)
    return views


def _offer_view(offer: DeliveryOffer, chosen: DeliveryOffer | None) -> dict[str, Any]:
    return {
        "code": offer.code,
        "name": offer.name,
        "description": offer.description,
        "arrival": arrival(offer),
        "price": money(offer.price) if offer.price else _("Free"),
        "in_time": offer.in_time,
        "checked": chosen is not None and chosen.code == offer.code,
    }


def _method_view(method: Method, chosen: str) -> dict[str, Any]:
    return {
        "code": method.code,
        "name": method.name,
        "description": method.description,
        "icon": ICONS.get(method.code, ""),
        "checked": method.code == chosen,
    }


def _line_view(line: GoodsLine) -> dict[str, Any]:
    kinds = {"reduction": "less", "discount": "less", "total": "total", "tax": "fine"}
    why = explain(line.priced, inclusive=shop().prices_include_tax)
    about = _("%(quantity)s × %(price)s", quantity=line.quantity, price=money(line.priced.unit_price))
    return {
        "name": line.name,
        "about": ", ".join(part for part in (line.options, about) if part),
        "picture": line.picture_key or "",
        "amount": line.priced.after_discount,
        "why": [(row.label, row.amount, kinds.get(row.step.value, "")) for row in why],
    }


def _in_words(change: Difference) -> str:
    """What has changed, as one sentence."""

    def said(value: Money | date | int | str | None) -> str:
        return money(value) if isinstance(value, Money) else near_day(value) if isinstance(value, date) else str(value)

    values = {"name": change.name, "was": said(change.was), "now": said(change.now)}
    match change.kind:
        case "price":
            return _("%(name)s costs %(now)s now instead of %(was)s.", **values)
        case "quantity":
            return _("%(name)s: %(now)s now instead of %(was)s.", **values)
        case "gone":
            return _("%(name)s is no longer part of it.", **values)
        case "new":
            return _("%(name)s is new in it.", **values)
        case "method":
            return _("It comes by %(now)s instead of %(was)s.", **values)
        case "delivery":
            return _("%(name)s costs %(now)s now instead of %(was)s.", **values)
        case "promise":
            return _("It is there by %(now)s instead of %(was)s.", **values)
        case "tax":
            return _("The tax is %(now)s instead of %(was)s.", **values)
        case _:
            return _("The total is %(now)s instead of %(was)s.", **values)
