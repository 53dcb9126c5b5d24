"""What the desk's pages need to know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from flask import abort, url_for

from elite import accounts, catalog, inventory, invoices, notifications, orders, payments, refunds
from elite.catalog import Product
from elite.checkout import Address
from elite.kernel import events
from elite.kernel.shop import shop
from elite.kernel.text import _, ngettext
from elite.kernel.tokens import new_token
from elite.orders import FulfilmentState, Order, OrderFilter, PaymentState
from elite.payments import HAS_MONEY, State
from elite.refunds import RefundState
from elite.web.current import current_user
from elite.web.filters import day, money
from elite.web.pagination import page_number
from elite.web.views.order import full_timeline

P, F = PaymentState, FulfilmentState
LATER = (payments.INVOICE, payments.ON_DELIVERY)
GONE_AHEAD = (F.RELEASED, F.PICKING, F.PART_SENT, F.SENT, F.DELIVERED)


@dataclass(frozen=True)
class Pile:
    """What the desk calls some orders, and which these are; what is left out is any."""

    name: str
    money: PaymentState | None = None
    goods: tuple[FulfilmentState, ...] = ()
    methods: tuple[str, ...] = ()
    in_turn: bool = False  # what was promised first stands first

    def wanted(self, q: str = "") -> OrderFilter:
        return OrderFilter(
            payment_state=self.money,
            fulfilment_states=self.goods,
            payment_methods=self.methods,
            first_promised_first=self.in_turn and not q,
            q=q,
        )


PILES: dict[str, Pile] = {
    "to-pack": Pile(_("To pack"), goods=(F.RELEASED,), in_turn=True),
    "packing": Pile(_("Packed"), goods=(F.PICKING,), in_turn=True),
    "to-release": Pile(_("To release"), P.AWAITING, (F.HELD,), LATER),
    "unpaid": Pile(_("Waiting for money"), P.AWAITING, (F.HELD,), (payments.TRANSFER, payments.CARD)),
    "owed": Pile(_("Still owed"), P.AWAITING, GONE_AHEAD),
    "sent": Pile(_("Sent"), goods=(F.SENT, F.PART_SENT)),
    "delivered": Pile(_("Delivered"), goods=(F.DELIVERED,)),
    "cancelled": Pile(_("Cancelled"), goods=(F.CANCELLED,)),
    "expired": Pile(_("Lapsed"), P.EXPIRED),
}

MONEY_WORDS = {
    P.AWAITING: (_("Not paid"), "care"),
    P.PROCESSING: (_("Bank decides"), "calm"),
    P.PAID: (_("Paid"), "good"),
    P.PART_REFUNDED: (_("Partly refunded"), "calm"),
    P.REFUNDED: (_("Refunded"), "calm"),
    P.EXPIRED: (_("Lapsed"), ""),
    P.VOID: (_("Nothing due"), ""),
}
GOODS_WORDS = {
    F.HELD: (_("Held"), "care"),
    F.RELEASED: (_("To pack"), "calm"),
    F.PICKING: (_("Packed"), "care"),
    F.PART_SENT: (_("Partly sent"), "calm"),
    F.SENT: (_("Sent"), "good"),
    F.DELIVERED: (_("Delivered"), ""),
    F.CANCELLED: (_("Cancelled"), "stop"),
}


REFUND_WORDS = {
    RefundState.REQUESTED: (_("Asked for"), "care"),
    RefundState.SUBMITTED: (_("Asked for"), "calm"),
    RefundState.PENDING: (_("Under way"), "calm"),
    RefundState.SUCCEEDED: (_("Paid back"), "good"),
    RefundState.FAILED: (_("Failed"), "stop"),
    RefundState.CANCELLED: (_("Given up"), "stop"),
}
ATTEMPT_WORDS = {
    State.CREATED: _("being prepared"),
    State.OPEN: _("can be paid"),
    State.PROCESSING: _("the bank decides"),
    State.SUCCEEDED: _("paid"),
    State.FAILED: _("refused"),
    State.EXPIRED: _("ended unpaid"),
    State.CANCELLED: _("given up"),
    State.REVIEW: _("needs a look"),
    State.DUPLICATE: _("paid a second time, goes back"),
    State.REFUND_DUE: _("paid too late, goes back"),
}


def today_view(today: date) -> dict[str, Any]:
    """The figures of the day and the piles that wait."""
    began = datetime.combine(today, time.min, tzinfo=shop().zone)
    desk = orders.desk_figures(began)
    return {
        "today": day(today),
        "figures": [
            {
                "label": _("Sold today"),
                "value": money(desk.sold),
                "note": ngettext("%(count)s order", "%(count)s orders", desk.sold_orders),
            },
            _pile_figure("to-pack", desk),
            _pile_figure("to-release", desk),
            _pile_figure("unpaid", desk),
        ],
        "needs": _needs_a_hand(),
        "next_orders": orders.list_orders(PILES["to-pack"].wanted(), size=8).items,
        "waiting": orders.list_orders(PILES["unpaid"].wanted(), size=8).items,
        "low": inventory.list_levels(only_low=True, size=8).items,
        "anchor": variant_anchor,
        "goods_words": GOODS_WORDS,
        "money_words": MONEY_WORDS,
    }


def _pile_figure(key: str, desk: orders.Desk) -> dict[str, Any]:
    pile = PILES[key]
    count = desk.count(pile.money, pile.goods, pile.methods)
    return {"label": pile.name, "value": count, "href": url_for("admin.orders.show.index", pile=key)}


def _needs_a_hand() -> list[tuple[str, str]]:
    """Sentences with addresses: what nobody but a person can finish, and this person may."""
    user, needs = current_user(), []
    for odd in payments.list_in_review():
        needs.append((_("Money came for %(number)s that does not match", number=odd.order.number), _order(odd.order)))
    if user.can("payments.book"):
        for refund in refunds.list_by_state(RefundState.REQUESTED, by_hand=True).items:
            sentence = _(
                "Pay %(amount)s back by bank transfer, for %(number)s",
                amount=money(refund.amount),
                number=refund.order.number,
            )
            needs.append((sentence, _order(refund.order)))
    if user.can("letters.view"):
        failed, dead = notifications.count_failed(), len(events.list_dead())
        if failed:
            sentence = ngettext("%(count)s letter did not arrive", "%(count)s letters did not arrive", failed)
            needs.append((sentence, url_for("admin.letters.index")))
        if dead:
            sentence = ngettext("%(count)s piece of work gave up", "%(count)s pieces of work gave up", dead)
            needs.append((sentence, url_for("admin.letters.index", _anchor="stuck")))
    return needs


def _order(order: Order) -> str:
    return url_for("admin.orders.show.show", number=order.number, _anchor="money")


def list_view(args: Mapping[str, str]) -> dict[str, Any]:
    """A pile of orders, or what a search finds."""
    key, q = args.get("pile", ""), _typed(args)
    pile = PILES.get(key, Pile(""))
    desk = orders.desk_figures(datetime.now(shop().zone))
    return {
        "orders": orders.list_orders(pile.wanted(q), page_number(args)),
        "pile": key if key in PILES else "",
        "piles": {name: (one.name, desk.count(one.money, one.goods, one.methods)) for name, one in PILES.items()},
        "everything": desk.count(),
        "q": q,
        "goods_words": GOODS_WORDS,
        "money_words": MONEY_WORDS,
    }


def order_page_view(order: Order, *, payment: Any = None, shipment: Any = None) -> dict[str, Any]:
    """One order with all that may be done with it now, by this person."""
    attempts = payments.list_payments(order.id)
    deliver_to = Address.read(order.delivery_address).lines
    invoice_to = Address.read(order.billing_address).lines if order.billing_address else deliver_to
    return {
        "order": order,
        "goods_word": GOODS_WORDS[order.fulfilment_state],
        "money_word": MONEY_WORDS[order.payment_state],
        "address": deliver_to,
        "billing": invoice_to if invoice_to != deliver_to else [],
        "method": payments.method_name(order.payment_method),
        "attempts": [(one, payments.method_name(one.method), ATTEMPT_WORDS[one.state]) for one in attempts],
        "in_review": next((one for one in attempts if one.state is State.REVIEW), None),
        "refunds": [(one, *REFUND_WORDS[one.state]) for one in refunds.list_refunds(order.id)],
        "documents": invoices.list_invoices(order.id),
        "timeline": full_timeline(order, accounts.list_names),
        "payment_form": payment,
        "shipment_form": shipment,
        "can": _what_can_be_done(order, attempts),
    }


def _what_can_be_done(order: Order, attempts: list[payments.Payment]) -> dict[str, bool]:
    user, moves = current_user(), orders.FULFILMENT_MOVES[order.fulfilment_state]
    last = attempts[-1] if attempts else None
    by_hand = last is not None and payments.redirect_gateway(last.method) is None and last.state not in HAS_MONEY
    unpaid = order.payment_state is P.AWAITING
    return {
        "book": by_hand and unpaid and user.can("payments.book"),
        # A transfer that comes after all: the order lives again, or the money is booked and owed back.
        "book_late": by_hand
        and order.payment_state in (P.EXPIRED, P.VOID)
        and order.payment_method in (payments.TRANSFER, payments.INVOICE)
        and user.can("payments.book"),
        "release": unpaid
        and order.fulfilment_state is F.HELD
        and order.payment_method in LATER
        and user.can("orders.release"),
        "pack": F.PICKING in moves and user.can("orders.pack"),
        "send": F.SENT in moves and user.can("orders.send"),
        "deliver": F.DELIVERED in moves and user.can("orders.send"),
        "cancel": order.can_be_cancelled and user.can("orders.cancel"),
        "pay_back": user.can("payments.book"),
    }


def products_view(args: Mapping[str, str]) -> dict[str, Any]:
    """Every product, by name, with how many are left."""
    q = _typed(args)
    found = catalog.list_everything(q, page=page_number(args))
    ids = [variant.id for product in found.items for variant in product.variants]
    there = inventory.available(ids)
    return {"products": found, "left": {product.id: _left(product, there) for product in found.items}, "q": q}


def _left(product: Product, there: Mapping[int, inventory.Availability]) -> tuple[int | None, str]:
    """How many units can still be promised (None: nobody counts), and a word where some variants are sold out."""
    counted = [there[one.id] for one in product.variants if one.active and one.id in there]
    known = [one.left for one in counted if one.left is not None]
    out = sum(1 for one in counted if one.left is not None and one.left <= 0 and not one.backorder)
    if not out:
        return sum(known) if known else None, ""
    if len(counted) == 1:
        return 0, _("Sold out")
    return sum(known), _("%(out)s of %(all)s sold out", out=out, all=len(counted))


def product_page_view(slug: str, *, sku: str = "", form: Any = None, count: Any = None) -> dict[str, Any]:
    """One product's variants with prices and shelves; `form` or `count` of the variant `sku` was refused."""
    product = catalog.find_product(slug) or abort(404)
    user = current_user()
    return {
        "product": product,
        "shelves": inventory.find_stocks([variant.id for variant in product.variants]),
        "refused": sku,
        "form": form,
        "count": count,
        "key": new_token(),
        "anchor": variant_anchor,
        "may_price": user.can("products.edit"),
        "may_count": user.can("stock.adjust"),
    }


def variant_anchor(sku: str) -> str:
    """Where a variant stands on its product's page."""
    return "variant-" + re.sub(r"[^\w-]", "-", sku, flags=re.ASCII)


def stock_view(args: Mapping[str, str]) -> dict[str, Any]:
    """The shelves by SKU, or only the empty ones."""
    q, low = _typed(args), args.get("low") == "1"
    levels = inventory.list_levels(q, only_low=low, page=page_number(args))
    return {"levels": levels, "q": q, "low": low, "anchor": variant_anchor}


def _typed(args: Mapping[str, str]) -> str:
    return args.get("q", "").strip()[:100]
