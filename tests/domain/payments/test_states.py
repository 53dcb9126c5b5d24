"""Every pair of states of a payment and of a refund is either listed or refused; money never un-happens."""

from __future__ import annotations

import itertools

import pytest

from elite.kernel.money import Money
from elite.payments import HAS_MONEY, MOVES, CannotMove, Payment, State
from elite.refunds import MOVES as REFUND_MOVES
from elite.refunds import Refund, RefundMoved, RefundState


@pytest.mark.parametrize(("before", "after"), list(itertools.product(State, State)), ids=str)
def test_each_move_of_a_payment(before, after):
    payment = Payment(state=before, open_slot=1)

    if after is before or after in MOVES[before]:
        payment.move_to(after)
        assert payment.state is after
    else:
        with pytest.raises(CannotMove):
            payment.move_to(after)
        assert payment.state is before


def test_from_money_nothing_leads_back_to_none():
    for state in HAS_MONEY:
        assert MOVES[state] <= HAS_MONEY
    assert MOVES[State.SUCCEEDED] == frozenset()


def test_money_may_outrun_every_end():
    for state in State:
        if state not in HAS_MONEY:
            assert {State.SUCCEEDED, State.REFUND_DUE, State.DUPLICATE, State.REVIEW} <= MOVES[state]


def test_an_end_gives_up_the_slot():
    payment = Payment(state=State.OPEN, open_slot=7)

    payment.end(State.EXPIRED)

    assert (payment.state, payment.open_slot, payment.next_try_at) == (State.EXPIRED, None, None)


@pytest.mark.parametrize(("before", "after"), list(itertools.product(RefundState, RefundState)), ids=str)
def test_each_move_of_a_refund(before, after):
    refund = Refund(number="R-1", state=before, amount=Money(1, "GBP"))

    if after is before or after in REFUND_MOVES[before]:
        refund.move_to(after)
        assert refund.state is after
    else:
        with pytest.raises(RefundMoved):
            refund.move_to(after)
        assert refund.state is before
