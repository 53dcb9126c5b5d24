"""Stripe's test cards: the numbers that people know by heart, and what each of them does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from elite.sandbox.errors import Refused


@dataclass(frozen=True)
class Card:
    """A card as the hosted page understood it."""

    number: str
    brand: str
    declines: str | None = None
    asks_for_proof: bool = False
    refunds: str | None = None
    disputed: bool = False

    def details(self, proven: bool) -> dict[str, Any]:
        """What a charge shows of it: never the number."""
        return {
            "type": "card",
            "card": {
                "brand": self.brand,
                "country": "GB",
                "exp_month": 12,
                "exp_year": 2034,
                "funding": "credit",
                "last4": self.number[-4:],
                "network": self.brand,
                "three_d_secure": {"result": "authenticated", "version": "2.2.0"} if proven else None,
                "wallet": None,
            },
        }


GOOD = "4242424242424242"
DECLINED = "4000000000000002"
ASKS_FOR_PROOF = "4000002500003155"

_CARDS = {
    card.number: card
    for card in (
        Card(GOOD, "visa"),
        Card("4000056655665556", "visa"),
        Card("5555555555554444", "mastercard"),
        Card("2223003122003222", "mastercard"),
        Card("378282246310005", "amex"),
        Card(DECLINED, "visa", declines="generic_decline"),
        Card("4000000000009995", "visa", declines="insufficient_funds"),
        Card("4000000000009987", "visa", declines="lost_card"),
        Card("4000000000000069", "visa", declines="expired_card"),
        Card("4000000000000127", "visa", declines="incorrect_cvc"),
        Card("4000000000000119", "visa", declines="processing_error"),
        Card(ASKS_FOR_PROOF, "visa", asks_for_proof=True),
        Card("4000002760003184", "visa", asks_for_proof=True),
        Card("4000008400001629", "visa", asks_for_proof=True, declines="generic_decline"),
        Card("4000000000007726", "visa", refunds="pending"),
        Card("4000000000005126", "visa", refunds="failing"),
        Card("4000000000000259", "visa", disputed=True),
    )
}
_OWN_CODE = {"expired_card", "incorrect_cvc", "processing_error"}
_SENTENCES = {
    "insufficient_funds": "The card has too little money on it.",
    "expired_card": "The card has expired.",
    "incorrect_cvc": "The security code is wrong.",
    "processing_error": "Something went wrong while the card was read. Try again.",
}


def read_card(typed: str) -> Card:
    """The card behind a typed number; refuses numbers that no card has, and cards that are no test cards."""
    number = re.sub(r"[ -]", "", typed)
    if not re.fullmatch(r"[0-9]{12,19}", number) or not _passes_luhn(number):
        raise Refused(
            "This is not a card number.", code="incorrect_number", param="number", status=402, kind="card_error"
        )
    if number not in _CARDS:
        message = "Only test cards work here. Try 4242 4242 4242 4242."
        raise Refused(message, code="card_declined", param="number", status=402, kind="card_error")
    return _CARDS[number]


def decline_error(reason: str) -> dict[str, Any]:
    """The error object of a declined card, as `last_payment_error` shows it."""
    code = reason if reason in _OWN_CODE else "card_declined"
    message = _SENTENCES.get(reason, "The card was declined.")
    return {"type": "card_error", "code": code, "decline_code": reason, "message": message, "param": None}


def proof_error() -> dict[str, Any]:
    """The error of a shopper who could not prove to be the owner of the card."""
    message = "The bank could not confirm that the card is yours. Try again, or use another card."
    return {"type": "invalid_request_error", "code": "payment_intent_authentication_failure", "message": message}


def _passes_luhn(number: str) -> bool:
    digits = [int(sign) for sign in reversed(number)]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return (sum(digits[0::2]) + sum(doubled)) % 10 == 0
