"""What has changed since an offer was shown: the page brings a note of it back, and its shopper is told line by line.

The note is written into the form and comes back from a stranger: it is only compared, and shown to its sender again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from elite.checkout.quoting import CheckoutQuote
from elite.kernel.money import Money

LONGEST_NOTE = 40_000


@dataclass(frozen=True)
class Difference:
    """`kind` is price, quantity, gone, new, method, delivery, promise, tax or total; `was` and `now` are alike."""

    kind: str
    name: str
    was: Money | date | int | str | None
    now: Money | date | int | str | None


def note_of(quote: CheckoutQuote) -> str:
    """What was shown, in short."""
    way = quote.delivery
    return json.dumps(
        {
            "lines": {line.sku: [line.name, line.quantity, line.priced.unit_price.minor] for line in quote.lines},
            "way": [way.name, way.price.minor, way.promised_to.isoformat()] if way else None,
            "tax": quote.quote.tax.minor,
            "total": quote.total.minor,
        },
        separators=(",", ":"),
    )


def differences(note: str, quote: CheckoutQuote) -> tuple[Difference, ...]:
    """What differs between the offer of `note` and the one that stands now; nothing for a note that is none."""
    try:
        return tuple(_differences(json.loads(note), quote)) if len(note) <= LONGEST_NOTE else ()
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return ()


def _differences(shown: dict[str, Any], quote: CheckoutQuote) -> list[Difference]:
    found: list[Difference] = []
    lines = {line.sku: line for line in quote.lines}
    for sku, (name, quantity, minor) in shown["lines"].items():
        line = lines.get(sku)
        if line is None:
            found.append(Difference("gone", str(name), None, None))
            continue
        if line.priced.unit_price.minor != minor:
            found.append(Difference("price", line.name, Money.of(minor), line.priced.unit_price))
        if line.quantity != quantity:
            found.append(Difference("quantity", line.name, int(quantity), line.quantity))
    found += [
        Difference("new", line.name, None, line.quantity) for sku, line in lines.items() if sku not in shown["lines"]
    ]
    found += _about_delivery(shown["way"], quote)
    if quote.quote.tax.minor != shown["tax"]:
        found.append(Difference("tax", "", Money.of(shown["tax"]), quote.quote.tax))
    if quote.total.minor != shown["total"]:
        found.append(Difference("total", "", Money.of(shown["total"]), quote.total))
    return found


def _about_delivery(shown: list[Any] | None, quote: CheckoutQuote) -> list[Difference]:
    way = quote.delivery
    if shown is None or way is None:
        return []
    name, minor, last_day = shown
    found: list[Difference] = []
    if way.name != name:
        found.append(Difference("method", "", str(name), way.name))
    if way.price.minor != minor:
        found.append(Difference("delivery", way.name, Money.of(minor), way.price))
    if way.promised_to != (before := date.fromisoformat(last_day)):
        found.append(Difference("promise", way.name, before, way.promised_to))
    return found
