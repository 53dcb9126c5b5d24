"""The paper an invoice is printed on: typst sets it from the frozen document, without network and without reading files.

The data travel as JSON and are only ever shown as text, so nothing a buyer typed can become layout (abuse.md A29).
"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import typst
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from elite.invoices.invoice import Invoice
from elite.kernel.money import Money
from elite.kernel.settings import settings
from elite.kernel.text import _

HERE = Path(__file__).parent
FONTS = HERE.parent / "static" / "dist" / "fonts"


def pdf(invoice: Invoice) -> bytes:
    """The document as PDF/A-2b; the same document always gives the same words."""
    sheet = json.dumps(sheet_of(invoice.document))
    made: object = typst.compile(  # type: ignore[call-overload]  # the stubs ask for one type of path throughout
        _template(),
        root=str(HERE),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="a-2b",
        sys_inputs={"sheet": sheet},
    )
    assert isinstance(made, bytes)
    return made


def sheet_of(document: dict[str, Any]) -> dict[str, Any]:
    """The document in words: every amount and date as it is printed."""
    code = document["currency"]
    credit = document["kind"] == "credit_note"
    buyer, seller = document["buyer"], document["seller"]
    return {
        "title": _("Credit note") if credit else _("Invoice"),
        "number": document["number"],
        "store": seller["name"],
        "facts": _facts(document, credit),
        "seller": [seller["name"], *seller["lines"], _("VAT %(id)s", id=seller["vat_id"]) if seller["vat_id"] else ""],
        "buyer": _buyer(buyer),
        "delivery": address_lines(document["delivery"]) if document["delivery"] != buyer["address"] else [],
        "heads": [_("What"), _("Quantity"), _("Each"), _("VAT"), _("Amount")],
        "lines": [_line(line, code) for line in document["lines"]],
        "sums": _sums(document, code),
        "total": [_("To be returned") if credit else _("Total"), _money(document["total"], code)],
        "taxes": {
            "heads": [_("VAT rate"), _("Net"), _("VAT"), _("Gross")],
            "rows": [
                [
                    _rate(t["rate_ppm"]),
                    _money(t["net"], code),
                    _money(t["tax"], code),
                    _money(t["net"] + t["tax"], code),
                ]
                for t in document["taxes"]
            ],
        },
        "words": _words(document, credit),
        "labels": {"to": _("For"), "from": _("From"), "delivered": _("Delivered to"), "page": _("Page"), "of": _("of")},
    }


def _buyer(buyer: dict[str, Any]) -> list[str]:
    """Whom the invoice is for, each line once."""
    vat = _("VAT %(id)s", id=buyer["vat_id"]) if buyer["vat_id"] else ""
    lines = [buyer["company"], buyer["name"], *address_lines(buyer["address"]), vat]
    return list(dict.fromkeys(line for line in lines if line))


def address_lines(address: dict[str, Any]) -> list[str]:
    """A postal address as printed, empty lines left out."""
    town = " ".join(part for part in (address.get("city"), address.get("area"), address.get("postcode")) if part)
    territories = Locale.parse(settings().store_locale).territories
    country = territories.get(address.get("country", ""), address.get("country"))
    parts = [address.get("company"), address.get("name"), address.get("line1"), address.get("line2"), town, country]
    return [str(part) for part in parts if part]


def _facts(document: dict[str, Any], credit: bool) -> list[list[str]]:
    facts = [
        [_("Date"), _day(document["issued_on"])],
        [_("Order"), f"{document['order']}, {_day(document['ordered_on'])}"],
    ]
    if credit:
        facts.append([_("For invoice"), document["refers_to"]])
    elif document["paid_on"]:
        facts.append([_("Paid"), _day(document["paid_on"])])
    return facts


def _words(document: dict[str, Any], credit: bool) -> list[str]:
    if credit:
        return [document["reason"]] if document.get("reason") else []
    if document["paid_on"]:
        return [_("Paid in full, with thanks. Nothing is left to do.")]
    bank = [part for part in document["seller"]["bank"] if part]
    asked = [_("Please pay within 14 days and name %(order)s.", order=document["order"])]
    return (
        asked + ([" · ".join(bank)] if bank else [])
        if document["method"] != "on_delivery"
        else [_("To be paid on delivery.")]
    )


def _line(line: dict[str, Any], code: str) -> dict[str, Any]:
    about = [line["options"], line["sku"]]
    if line["pack_size"] > 1:
        about.insert(1, _("pack of %(count)s", count=line["pack_size"]))
    return {
        "name": line["name"],
        "about": " · ".join(part for part in about if part),
        "quantity": format_decimal(line["quantity"], locale=settings().store_locale),
        "each": _money(line["unit_price"], code),
        "rate": _rate(line["rate_ppm"]),
        "amount": _money(line["gross"], code),
    }


def _sums(document: dict[str, Any], code: str) -> list[list[str]]:
    rows = [
        [_("Goods"), document["goods"]],
        [_("Discount"), -document["discount"]],
        [_("Delivery"), document["delivery_price"]],
        [_("Fees"), document["fees"]],
    ]
    shown = [[name, _money(amount, code)] for name, amount in rows if amount or name in (_("Goods"), _("Delivery"))]
    label = _("VAT included") if document["inclusive"] else _("VAT")
    return [*shown, [label, _money(document["tax"], code)]]


def _money(minor: int, code: str) -> str:
    return format_currency(Decimal(Money(minor, code).decimal), code, locale=settings().store_locale).replace(
        "-", "\N{MINUS SIGN}"
    )


def _rate(ppm: int) -> str:
    return f"{format_decimal(ppm / 10_000, locale=settings().store_locale)} %"


def _day(iso: str) -> str:
    return format_date(date.fromisoformat(iso), "d MMMM y", locale=settings().store_locale)


@cache
def _template() -> bytes:
    return (HERE / "invoice.typ").read_bytes()
