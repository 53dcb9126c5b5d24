"""Orders, money and goods moving together: transaction, call outside, transaction (decision 3). Locks are taken here and nowhere else.

Read `placing.py` for how an order comes to be, `settling.py` for how money arrives, `leaving.py` for how either ends, and
`sweeping.py` for who repairs what a dead process left.
"""

from elite.settlement.booking import book_transfer
from elite.settlement.errors import (
    AlreadyPaid,
    CartChanged,
    Incomplete,
    NoLongerOpen,
    NothingToRefund,
    NotPaidByHand,
    NotYetPaid,
    Overpaid,
    PaymentUnderWay,
    TooManyOpenOrders,
    Underpaid,
)
from elite.settlement.fulfilling import Parcel, mark_delivered, mark_packed, release_order, send_order
from elite.settlement.leaving import BY_SHOPPER, cancel, pay_again, put_back
from elite.settlement.notices import process_inbox, process_notice, receive_webhook
from elite.settlement.placement import Placed, Placement
from elite.settlement.placing import place
from elite.settlement.refreshing import refresh
from elite.settlement.refunding import book_refund, refresh_refund, refund_order, submit_refund
from elite.settlement.settling import settle
from elite.settlement.sweeping import sweep

__all__ = [
    "BY_SHOPPER",
    "AlreadyPaid",
    "CartChanged",
    "Incomplete",
    "NoLongerOpen",
    "NotPaidByHand",
    "NotYetPaid",
    "NothingToRefund",
    "Overpaid",
    "Parcel",
    "PaymentUnderWay",
    "Placed",
    "Placement",
    "TooManyOpenOrders",
    "Underpaid",
    "book_refund",
    "book_transfer",
    "cancel",
    "mark_delivered",
    "mark_packed",
    "pay_again",
    "place",
    "process_inbox",
    "process_notice",
    "put_back",
    "receive_webhook",
    "refresh",
    "refresh_refund",
    "refund_order",
    "release_order",
    "send_order",
    "settle",
    "submit_refund",
    "sweep",
]
