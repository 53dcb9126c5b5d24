"""What an invoice says, as plain data: frozen when it is issued, the same for the page, the paper and a program."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any

from elite.kernel.settings import settings
from elite.kernel.shop import shop
from elite.orders import LineKind, Order, OrderLine


def invoice_document(order: Order, number: str, issued_at: datetime) -> dict[str, Any]:
    """The document of `order` (its lines and shares loaded); amounts are minor units."""
    return {
        "kind": "invoice",
        "number": number,
        "issued_on": issued_at.astimezone(shop().zone).date().isoformat(),
        "order": order.number,
        "ordered_on": order.placed_at.astimezone(shop().zone).date().isoformat(),
        "paid_on": order.paid_at.astimezone(shop().zone).date().isoformat() if order.paid_at else None,
        "method": order.payment_method,
        "currency": order.currency,
        "inclusive": order.prices_include_tax,
        "seller": {
            "name": settings().store_name,
            "lines": list(settings().store_address),
            "vat_id": settings().store_vat_id,
            "bank": [settings().bank_holder, settings().bank_account, settings().bank_code],
        },
        "buyer": {
            "name": order.name,
            "company": order.company,
            "vat_id": order.vat_id,
            "email": order.email,
            "address": order.billing_address or order.delivery_address,
        },
        "delivery": order.delivery_address,
        "lines": [_line(line) for line in order.lines],
        "taxes": _taxes(order.lines),
        "goods": order.goods.minor,
        "discount": order.discount.minor,
        "delivery_price": order.delivery_price.minor,
        "fees": order.fees.minor,
        "net": order.total.minor - order.tax.minor,
        "tax": order.tax.minor,
        "total": order.total.minor,
    }


def credit_document(invoice: dict[str, Any], number: str, issued_at: datetime, reason: str) -> dict[str, Any]:
    """The mirror of `invoice`: the same lines, every amount the other way round."""
    turned = {name: -invoice[name] for name in ("goods", "discount", "delivery_price", "fees", "net", "tax", "total")}
    return {
        **invoice,
        **turned,
        "kind": "credit_note",
        "number": number,
        "issued_on": issued_at.astimezone(shop().zone).date().isoformat(),
        "refers_to": invoice["number"],
        "reason": reason,
        "lines": [
            {
                **line,
                "unit_price": -line["unit_price"],
                "gross": -line["gross"],
                "net": -line["net"],
                "tax": -line["tax"],
                "discount": -line["discount"],
            }
            for line in invoice["lines"]
        ],
        "taxes": [{**group, "net": -group["net"], "tax": -group["tax"]} for group in invoice["taxes"]],
    }


def _line(line: OrderLine) -> dict[str, Any]:
    return {
        "kind": line.kind.value,
        "sku": line.sku if line.kind is LineKind.GOODS else "",
        "name": line.name,
        "options": line.options,
        "pack_size": line.pack_size,
        "quantity": line.quantity,
        "unit_price": line.unit_price.minor,
        "rate_ppm": line.rate_ppm,
        "gross": line.gross.minor,
        "net": line.net.minor,
        "tax": line.tax.minor,
        "discount": line.discount.minor,
    }


def _taxes(lines: list[OrderLine]) -> list[dict[str, int]]:
    net: dict[int, int] = defaultdict(int)
    tax: dict[int, int] = defaultdict(int)
    for line in lines:
        net[line.rate_ppm] += line.net.minor
        tax[line.rate_ppm] += line.tax.minor
    return [{"rate_ppm": rate, "net": net[rate], "tax": tax[rate]} for rate in sorted(net, reverse=True)]
