"""What somebody typed into the card form, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from elite.sandbox.cards import Card, read_card
from elite.sandbox.errors import Refused
from elite.sandbox.state import Thing


@dataclass(frozen=True)
class TypedCard:
    """The fields of the page as they were sent."""

    email: str
    name: str
    number: str
    expiry: str
    code: str

    @classmethod
    def first(cls, session: Thing) -> TypedCard:
        """A form that pays when its button is pressed: the card that always works is filled in."""
        return cls(session["customer_email"] or "", "Test Shopper", "4242 4242 4242 4242", "12 / 34", "123")

    @classmethod
    def of(cls, sent: Mapping[str, str]) -> TypedCard:
        """The form as it came back, each field cut to a sane length."""
        return cls(*(sent.get(name, "").strip()[:200] for name in ("email", "name", "number", "expiry", "code")))

    def card(self, today: datetime) -> Card:
        """The card, when number, expiry and code could all be true."""
        card = read_card(self.number)
        match = re.fullmatch(r"([0-9]{1,2})\s*/\s*(?:20)?([0-9]{2})", self.expiry)
        if match is None or not 1 <= int(match[1]) <= 12:
            raise Refused("Write the expiry date as month and year, such as 12 / 34.", param="expiry")
        if (2000 + int(match[2]), int(match[1])) < (today.year, today.month):
            raise Refused("This card's expiry date is in the past.", param="expiry")
        if not re.fullmatch(r"[0-9]{3,4}", self.code):
            raise Refused("The security code has three or four digits.", param="code")
        return card

    def payer(self) -> dict[str, Any]:
        """Who pays, as the charge shows it."""
        return {"email": self.email or None, "name": self.name or None, "address": None}
