"""What people were told, and whether it reached them: one row a letter, kept before it leaves and after (protocol.md 2.12)."""

from elite.notifications.delivery import (
    Delivery,
    DeliveryState,
    NoSuchLetter,
    begin,
    count_failed,
    fail,
    list_failed,
    list_letters,
    succeed,
    want_again,
)

__all__ = [
    "Delivery",
    "DeliveryState",
    "NoSuchLetter",
    "begin",
    "count_failed",
    "fail",
    "list_failed",
    "list_letters",
    "succeed",
    "want_again",
]
