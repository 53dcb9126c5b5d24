"""What pressing the button hands over, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass

from elite import checkout


@dataclass(frozen=True, kw_only=True)
class Placement:
    """A pressed button: the cart as it was shown, what was typed, and who is asking.

    `checkout_key` was minted when the page was made, so that pressing twice orders once; `quote_hash` names the offer that was
    shown; `session_key` and `network` are only compared (open orders per shopper and per network).
    """

    checkout_key: str
    cart_id: int
    cart_version: int
    quote_hash: str
    draft: checkout.Draft
    session_key: str = ""
    network: str = ""
    customer_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Placed:
    """An order, by its public names. `pay_url` is where it is paid; None when there is nothing to do, or not yet."""

    order_number: str
    token: str
    pay_url: str | None = None
