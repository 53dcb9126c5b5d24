"""The lines of a checkout: what is sold, for how much, and what the sandbox refuses to guess."""

from __future__ import annotations

from typing import Any

from elite.sandbox import money
from elite.sandbox.errors import Refused, no_such
from elite.sandbox.ids import new_id
from elite.sandbox.metadata import merged
from elite.sandbox.state import Thing
from elite.sandbox.unsupported import refuse_beyond

_MOST = 100
_LINE = {"price", "price_data", "quantity", "metadata"}
_PRICE = {"currency", "product", "product_data", "unit_amount", "tax_behavior"}
_PRODUCT = {"name", "description", "images", "metadata", "tax_code", "unit_label"}


def built(lines: list[dict[str, Any]], now: int) -> list[Thing]:
    """The lines as the gateway shows them, all in one currency."""
    if not lines:
        raise Refused("line_items must not be empty.", code="parameter_missing", param="line_items")
    if len(lines) > _MOST:
        raise Refused(f"A Checkout Session may have {_MOST} line items.", param="line_items")
    items = [_line(line, f"line_items[{place}]", now) for place, line in enumerate(lines)]
    if len({item["currency"] for item in items}) > 1:
        raise Refused("All line items must have the same currency.", param="line_items")
    return items


def _line(line: dict[str, Any], path: str, now: int) -> Thing:
    refuse_beyond(_LINE, line, path)
    if "price" in line:
        raise no_such("price", line["price"], f"{path}[price]")
    if "price_data" not in line:
        raise Refused("Each line needs a price or price_data.", code="parameter_missing", param=f"{path}[price_data]")
    if line.get("quantity", 0) < 1:
        code = "parameter_invalid_integer" if "quantity" in line else "parameter_missing"
        raise Refused("The quantity must be 1 or more.", code=code, param=f"{path}[quantity]")
    price = _price(line["price_data"], f"{path}[price_data]", now)
    total = price["unit_amount"] * line["quantity"]
    return {
        "id": new_id("li_"),
        "object": "item",
        "amount_discount": 0,
        "amount_subtotal": total,
        "amount_tax": 0,
        "amount_total": total,
        "currency": price["currency"],
        "description": line["price_data"]["product_data"]["name"],
        "metadata": merged({}, line.get("metadata", {})),
        "price": price,
        "quantity": line["quantity"],
        "_note": line["price_data"]["product_data"].get("description"),
    }


def _price(data: dict[str, Any], path: str, now: int) -> Thing:
    refuse_beyond(_PRICE, data, path)
    currency = data["currency"].lower()
    if not money.known(currency):
        known = ", ".join(money.currencies())
        raise Refused(f"Invalid currency: {currency}. The sandbox takes {known}.", param=f"{path}[currency]")
    if "product" in data:
        raise no_such("product", data["product"], f"{path}[product]")
    if "product_data" not in data:
        raise Refused("price_data needs a product.", code="parameter_missing", param=f"{path}[product_data]")
    refuse_beyond(_PRODUCT, data["product_data"], f"{path}[product_data]")
    if "unit_amount" not in data:
        raise Refused("price_data needs a unit_amount.", code="parameter_missing", param=f"{path}[unit_amount]")
    if data["unit_amount"] < 0:
        raise Refused("Invalid non-negative integer", code="parameter_invalid_integer", param=f"{path}[unit_amount]")
    return {
        "id": new_id("price_"),
        "object": "price",
        "active": False,
        "billing_scheme": "per_unit",
        "created": now,
        "currency": currency,
        "livemode": False,
        "metadata": {},
        "product": new_id("prod_"),
        "recurring": None,
        "tax_behavior": data.get("tax_behavior", "unspecified"),
        "type": "one_time",
        "unit_amount": data["unit_amount"],
        "unit_amount_decimal": str(data["unit_amount"]),
    }
