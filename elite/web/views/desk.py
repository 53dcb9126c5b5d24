"""What the desk's pages need to know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from flask import abort, url_for

from elite import accounts, catalog, inventory, invoices, notifications, orders, payments, refunds
from elite.checkout import Address
from elite.kernel.shop import shop
from elite.kernel.text import _, ngettext
from elite.kernel.tokens import new_token
from elite.orders import FulfilmentState, Order, OrderFilter, PaymentState
from elite.web.current import current_user
from elite.web.filters import day, money
from elite.web.pagination import page_number
from elite.web.views.order import full_timeline, in_words

P, F = PaymentState, FulfilmentState

# What the desk calls a pile of orders: name, payment state, fulfilment state.
PILES: dict[str, tuple[str, PaymentState | None, FulfilmentState | None]] = {
    "to-pack": (_("To pack"), None, F.RELEASED),
    "packing": (_("Packed"), None, F.PICKING),
    "unpaid": (_("Waiting for money"), P.AWAITING, F.HELD),
    "sent": (_("Sent"), None, F.SENT),
    "delivered": (_("Delivered"), None, F.DELIVERED),
    "cancelled": (_("Cancelled"), None, F.CANCELLED),
    "expired": (_("Lapsed"), P.EXPIRED, None),
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


def today_view(today: date) -> dict[str, Any]:
    """The figures of the day and the piles that wait."""
    began = datetime.combine(today, time.min, tzinfo=shop().zone)
    desk = orders.desk_figures(began)
    low = inventory.list_levels(only_low=True, size=8)
    return {
        "today": day(today),
        "figures": [
            {
                "label": _("Sold today"),
                "value": money(desk.sold),
                "note": ngettext("%(count)s order", "%(count)s orders", desk.sold_orders),
            },
            _pile_figure(_("To pack"), desk.fulfilment(F.RELEASED), "to-pack"),
            _pile_figure(_("Waiting for money"), desk.both(P.AWAITING, F.HELD), "unpaid"),
            {
                "label": _("Letters that failed"),
                "value": notifications.count_failed(),
                "href": url_for("admin.letters.index"),
            },
        ],
        "next_orders": orders.list_orders(OrderFilter(fulfilment_state=F.RELEASED), size=8).items,
        "waiting": orders.list_orders(OrderFilter(payment_state=P.AWAITING, fulfilment_state=F.HELD), size=8).items,
        "low": low.items,
        "goods_words": GOODS_WORDS,
        "money_words": MONEY_WORDS,
    }


def _pile_figure(label: str, count: int, pile: str) -> dict[str, Any]:
    return {"label": label, "value": count, "href": url_for("admin.orders.show.index", pile=pile)}


def list_view(args: Mapping[str, str]) -> dict[str, Any]:
    """A pile of orders, or what a search finds."""
    pile = args.get("pile", "")
    _name, money_state, goods_state = PILES.get(pile, ("", None, None))
    q = args.get("q", "")[:100]
    found = orders.list_orders(
        OrderFilter(payment_state=money_state, fulfilment_state=goods_state, q=q), page_number(args)
    )
    figures = orders.desk_figures(datetime.now(shop().zone))
    counts = {
        key: _count(figures, money_state, goods_state) for key, (_name, money_state, goods_state) in PILES.items()
    }
    return {
        "orders": found,
        "pile": pile if pile in PILES else "",
        "piles": {key: (name, counts[key]) for key, (name, _m, _g) in PILES.items()},
        "everything": figures.total,
        "q": q,
        "goods_words": GOODS_WORDS,
        "money_words": MONEY_WORDS,
    }


def _count(figures: orders.Desk, money_state: PaymentState | None, goods_state: FulfilmentState | None) -> int:
    if money_state and goods_state:
        return figures.both(money_state, goods_state)
    return (
        figures.payment(money_state)
        if money_state
        else figures.fulfilment(goods_state)
        if goods_state
        else figures.total
    )


def order_page_view(order: Order, *, payment: Any = None, shipment: Any = None) -> dict[str, Any]:
    """One order with all that may be done with it now, by this person."""
    user = current_user()
    attempts = payments.list_payments(order.id)
    by_hand = bool(attempts) and payments.redirect_gateway(attempts[-1].method) is None
    unpaid = not order.is_paid and order.payment_state is not P.VOID
    state, moves = order.fulfilment_state, orders.FULFILMENT_MOVES[order.fulfilment_state]
    releasable = state is F.HELD and order.payment_method in (payments.INVOICE, payments.ON_DELIVERY)
    return {
        "order": order,
        "says": in_words(order),
        "goods_word": GOODS_WORDS[state],
        "money_word": MONEY_WORDS[order.payment_state],
        "address": Address.read(order.delivery_address).lines,
        "billing": Address.read(order.billing_address).lines if order.billing_address else [],
        "method": payments.method_name(order.payment_method),
        "attempts": attempts,
        "refunds": refunds.list_refunds(order.id),
        "documents": invoices.list_invoices(order.id),
        "timeline": full_timeline(order, accounts.list_names),
        "payment_form": payment,
        "shipment_form": shipment,
        "can": {
            "book": by_hand and unpaid and user.can("payments.book"),
            "release": releasable
            and not order.is_paid
            and order.payment_state is P.AWAITING
            and user.can("orders.release"),
            "pack": F.PICKING in moves and user.can("orders.pack"),
            "send": F.SENT in moves and user.can("orders.send"),
            "deliver": F.DELIVERED in moves and user.can("orders.send"),
            "cancel": order.can_be_cancelled and user.can("orders.cancel"),
            "pay_back": user.can("payments.book"),
        },
    }


def products_view(args: Mapping[str, str]) -> dict[str, Any]:
    """Every product, by name, with how many are left."""
    q = args.get("q", "")[:100]
    found = catalog.list_everything(q, page=page_number(args))
    ids = [variant.id for product in found.items for variant in product.variants]
    return {"products": found, "left": inventory.available(ids), "q": q}


def product_page_view(slug: str, *, sku: str = "", form: Any = None, count: Any = None) -> dict[str, Any]:
    """One product's variants with prices and shelves; `form` or `count` of the variant `sku` was refused."""
    product = catalog.find_product(slug) or abort(404)
    user = current_user()
    return {
        "product": product,
        "shelves": {variant.id: inventory.find_stock(variant.id) for variant in product.variants},
        "refused": sku,
        "form": form,
        "count": count,
        "key": new_token(),
        "may_price": user.can("products.edit"),
        "may_count": user.can("stock.adjust"),
    }


def stock_view(args: Mapping[str, str]) -> dict[str, Any]:
    """The shelves by SKU, or only the empty ones."""
    q, low = args.get("q", "")[:60], args.get("low") == "1"
    return {"levels": inventory.list_levels(q, only_low=low, page=page_number(args)), "q": q, "low": low}
