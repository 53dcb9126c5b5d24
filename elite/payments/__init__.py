"""Money on its way in: attempts to pay, the ways there are, and what gateways tell us. `settlement` moves it on."""

from elite.payments.errors import BadSignature, CannotMove, GatewayAway, GatewayRefused, MethodNotOffered
from elite.payments.inbox import Inbox, InboxState
from elite.payments.payment import Payment
from elite.payments.queries import (
    find_by_intent,
    find_by_key,
    find_by_session,
    find_payment,
    latest_payment,
    list_inbox,
    list_payments,
    lock_payments,
)
from elite.payments.states import HAS_MONEY, MOVES, PAYABLE, State

__all__ = [
    "HAS_MONEY",
    "MOVES",
    "PAYABLE",
    "BadSignature",
    "CannotMove",
    "GatewayAway",
    "GatewayRefused",
    "Inbox",
    "InboxState",
    "MethodNotOffered",
    "Payment",
    "State",
    "find_by_intent",
    "find_by_key",
    "find_by_session",
    "find_payment",
    "latest_payment",
    "list_inbox",
    "list_payments",
    "lock_payments",
]
