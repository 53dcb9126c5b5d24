"""What has been typed so far: kept as it was typed in the server session, so that nothing is asked twice."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from elite.checkout.addresses import FIELDS, Address
from elite.kernel.settings import settings


class Step(enum.StrEnum):
    """The steps in their order; the review asks for nothing."""

    CONTACT = "contact"
    ADDRESS = "address"
    DELIVERY = "delivery"
    PAYMENT = "payment"
    REVIEW = "review"


_ADDRESS = tuple(name for name in FIELDS if name != "name")
ASKED: dict[Step, tuple[str, ...]] = {
    Step.CONTACT: ("email", "name", "phone"),
    Step.ADDRESS: (
        "recipient",
        *_ADDRESS,
        "billing_same",
        *(f"billing_{name}" for name in FIELDS),
        "vat_id",
        "event_date",
    ),
    Step.DELIVERY: ("delivery_method", "note"),
    Step.PAYMENT: ("payment_method",),
    Step.REVIEW: (),
}
"""The fields of each step, as forms name them; no name is used twice, so that one request may bring them all."""

LONGEST = 120
LONGEST_OF = {"email": 191, "note": 1_000}


@dataclass(frozen=True)
class Draft:
    """The answers of one shopper, right or wrong; `steps.py` judges them. Never changed, only replaced."""

    typed: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_session(cls, kept: Any) -> Draft:
        """What `to_session` gave; anything else is an empty draft."""
        known = {name for names in ASKED.values() for name in names}
        if not isinstance(kept, Mapping):
            return cls()
        return cls({k: v for k, v in kept.items() if k in known and isinstance(v, str)})

    def to_session(self) -> dict[str, str]:
        return {name: value for name, value in self.typed.items() if value}

    def with_typed(self, typed: Mapping[str, str], steps: Iterable[Step] = tuple(Step)) -> Draft:
        """The draft with what `typed` says about the fields of `steps`; fields it does not name stay as they were."""
        names = [name for step in steps for name in ASKED[step]]
        return Draft({**self.typed, **{name: _clean(name, typed[name]) for name in names if name in typed}})

    def with_values(self, values: Mapping[str, str]) -> Draft:
        """The draft with some answers put right."""
        return Draft({**self.typed, **values})

    def get(self, name: str) -> str:
        """The answer to the field `name`, empty when there is none."""
        return self.typed.get(name, "")

    @property
    def email(self) -> str:
        return self.get("email")

    @property
    def name(self) -> str:
        return self.get("name")

    @property
    def phone(self) -> str:
        return self.get("phone")

    @property
    def vat_id(self) -> str:
        return self.get("vat_id")

    @property
    def note(self) -> str:
        return self.get("note")

    @property
    def country(self) -> str:
        """Where it goes; the shop's own country until somebody says otherwise."""
        return self.get("country") or settings().home_country

    @property
    def postcode(self) -> str:
        return self.get("postcode")

    @property
    def delivery_method(self) -> str:
        return self.get("delivery_method")

    @property
    def payment_method(self) -> str:
        return self.get("payment_method")

    @property
    def event_date(self) -> date | None:
        """The day of the event; None when it was not said, or not in a way that is a date."""
        try:
            return date.fromisoformat(self.get("event_date"))
        except ValueError:
            return None

    @property
    def billing_same(self) -> bool:
        """Whether the invoice goes where the goods go; said, or else shown by leaving the other address out."""
        said = self.get("billing_same")
        return said != "0" if said else not self.get("billing_line1")

    @property
    def delivery(self) -> Address:
        parts = {name: self.get(name) for name in _ADDRESS} | {"country": self.country}
        return Address(name=self.get("recipient") or self.name, **parts)

    @property
    def billing(self) -> Address:
        """Who gets the invoice, and where."""
        if self.billing_same:
            return Address(**self.delivery.stored() | {"name": self.name})
        parts = {name: self.get(f"billing_{name}") for name in FIELDS}
        parts["name"] = parts["name"] or self.name
        parts["country"] = parts["country"] or self.country
        return Address(**parts)

    @property
    def company(self) -> str:
        """The company that buys, as it stands on the invoice."""
        return self.billing.company

    @property
    def delivery_address(self) -> dict[str, str]:
        """As an order stores it."""
        return self.delivery.stored()

    @property
    def billing_address(self) -> dict[str, str]:
        return self.billing.stored()


def _clean(name: str, text: str) -> str:
    """Without what no keyboard types: control and invisible characters, doubled spaces. Lines stay only in the note."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    if name != "note":
        text = text.replace("\n", " ").replace("\t", " ")
    text = "".join(c for c in text if c in "\n\u200c\u200d" or unicodedata.category(c)[0] != "C")
    # A little more than fits is kept, so that the field can say that it is too long.
    return re.sub(" {2,}", " ", text).strip()[: LONGEST_OF.get(name, LONGEST) + 1]
