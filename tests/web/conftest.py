"""What tests of the desk, the order page, the door and the mail viewer begin with."""

from tests.support.counter import (
    book,
    card_house,
    drain,
    house,
    look,
    owner,
    page_of,
    paid_by_card,
    place,
    sign_in,
)
from tests.support.sandbox import sandbox, sandbox_process

__all__ = [
    "book",
    "card_house",
    "drain",
    "house",
    "look",
    "owner",
    "page_of",
    "paid_by_card",
    "place",
    "sandbox",
    "sandbox_process",
    "sign_in",
]
