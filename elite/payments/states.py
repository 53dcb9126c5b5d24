"""How a payment goes on. `succeeded` never goes back, so an event that arrives out of order changes nothing."""

from __future__ import annotations

import enum


class State(enum.StrEnum):
    """Where one attempt to pay stands."""

    CREATED = "created"  # intended and committed; the gateway has not answered yet
    OPEN = "open"  # can be paid
    PROCESSING = "processing"  # the shopper is done, the bank is not
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"  # given up by us; while it keeps its slot, the gateway has not yet agreed
    REVIEW = "review"  # money came, but not as asked: a person decides
    DUPLICATE = "duplicate"  # money came a second time, and goes back
    REFUND_DUE = "refund_due"  # money came for an order that cannot be, and goes back


_S = State
_MONEY = frozenset({_S.SUCCEEDED, _S.REVIEW, _S.DUPLICATE, _S.REFUND_DUE})

MOVES: dict[State, frozenset[State]] = {
    _S.CREATED: frozenset({_S.OPEN, _S.PROCESSING, _S.EXPIRED, _S.FAILED, _S.CANCELLED}) | _MONEY,
    _S.OPEN: frozenset({_S.PROCESSING, _S.EXPIRED, _S.FAILED, _S.CANCELLED}) | _MONEY,
    _S.PROCESSING: frozenset({_S.FAILED, _S.EXPIRED}) | _MONEY,
    # Money outruns every clock: an attempt we gave up may still turn out to be paid.
    _S.EXPIRED: _MONEY,
    _S.FAILED: _MONEY,
    _S.CANCELLED: frozenset({_S.EXPIRED, _S.PROCESSING}) | _MONEY,
    _S.REVIEW: frozenset({_S.SUCCEEDED, _S.REFUND_DUE}),
    _S.SUCCEEDED: frozenset(),
    _S.DUPLICATE: frozenset(),
    _S.REFUND_DUE: frozenset(),
}

HAS_MONEY = _MONEY
"""States of a payment whose money is (or was) with us."""

PAYABLE = frozenset({_S.CREATED, _S.OPEN, _S.PROCESSING})
"""States in which the shopper may be paying this moment."""
