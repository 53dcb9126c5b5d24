"""Money on its way back: no more than came in, and once for each reason."""

from elite.refunds.errors import NoSuchRefund, TooMuchBack
from elite.refunds.queries import (
    find_by_gateway_id,
    find_refund,
    get_refund,
    list_by_state,
    list_due,
    list_refunds,
    settled_sum,
)
from elite.refunds.refund import GAVE_UP, MOVES, UNDER_WAY, Refund, RefundMoved, RefundState
from elite.refunds.services import intend, lock_refund, mark_submitted, record_answer

__all__ = [
    "GAVE_UP",
    "MOVES",
    "UNDER_WAY",
    "NoSuchRefund",
    "Refund",
    "RefundMoved",
    "RefundState",
    "TooMuchBack",
    "find_by_gateway_id",
    "find_refund",
    "get_refund",
    "intend",
    "list_by_state",
    "list_due",
    "list_refunds",
    "lock_refund",
    "mark_submitted",
    "record_answer",
    "settled_sum",
]
