"""Write the order down: what was typed and what was offered, frozen into rows that nobody computes again."""

from __future__ import annotations

from elite.checkout import CheckoutQuote
from elite.kernel import clock
from elite.kernel.db import session
from elite.kernel.shop import shop
from elite.kernel.text import fold
from elite.orders import LineKind, Order, OrderLine, OrderShare, canonical_email
from elite.pricing import Kind, QuoteLine
from elite.settlement.placement import Placement


def write_order(placement: Placement, offer: CheckoutQuote) -> Order:
    """The order with its lines and shares, flushed; its payment, stock and facts are the caller's."""
    draft, quote, delivery = placement.draft, offer.quote, offer.delivery
    order = Order(
        checkout_key=placement.checkout_key,
        cart_id=placement.cart_id,
        cart_version=placement.cart_version,
        customer_id=placement.customer_id,
        payment_method=draft.payment_method,
        currency=quote.currency,
        email=draft.email,
        email_key=canonical_email(draft.email),
        name=draft.name,
        search_text=fold(f"{draft.name} {draft.delivery.name} {draft.company}")[:400],
        phone=draft.phone,
        company=draft.company,
        vat_id=draft.vat_id,
        delivery_address=draft.delivery_address,
        billing_address=draft.billing_address,
        delivery_method=delivery.code if delivery else "",
        delivery_name=delivery.name if delivery else "",
        promised_from=delivery.promised_from if delivery else None,
        promised_to=delivery.promised_to if delivery else None,
        event_date=draft.event_date,
        note=draft.note,
        goods=quote.goods,
        discount=quote.discount,
        delivery_price=quote.delivery,
        fees=quote.fees,
        tax=quote.tax,
        total=quote.total,
        prices_include_tax=shop().prices_include_tax,
        tax_zone=offer.tax_zone,
        network=placement.network,
        session_key=placement.session_key,
        placed_at=clock.database_now(),
        lines=_lines(offer),
        shipments=[],
    )
    session.add(order)
    session.flush()
    return order


def _lines(offer: CheckoutQuote) -> list[OrderLine]:
    described = {line.sku: line for line in offer.lines}
    lines = []
    for position, priced in enumerate(offer.quote.lines):
        line = _line(position, priced)
        if priced.kind is Kind.GOODS:
            goods = described[priced.sku]
            line.variant_id, line.name, line.options = goods.variant_id, goods.name, goods.options
            line.picture_key, line.pack_size = goods.picture_key, goods.pack_size
        elif priced.kind is Kind.DELIVERY and offer.delivery is not None:
            line.name = offer.delivery.name
        lines.append(line)
    return lines


def _line(position: int, priced: QuoteLine) -> OrderLine:
    runs = priced.runs
    return OrderLine(
        position=position,
        kind=LineKind(priced.kind.value),
        sku=priced.sku,
        name=priced.sku,
        quantity=priced.quantity,
        pack_size=1,
        unit_price=priced.unit_price,
        list_price=priced.list_price or priced.unit_price,
        tax_class=str(priced.tax_class),
        rate_ppm=priced.rate_ppm,
        gross=priced.gross,
        net=priced.net,
        tax=priced.tax,
        discount=priced.discount,
        shares=[
            OrderShare(first_unit=run.first_unit, units=run.units, net=run.net, tax=run.tax, discount=run.discount)
            for run in runs
        ],
    )
