"""Every pair of states is either listed or refused."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elite.orders import (
    FULFILMENT_MOVES,
    PAYMENT_MOVES,
    CannotMove,
    FulfilmentState,
    Order,
    PaymentState,
    canonical_email,
)


@pytest.mark.parametrize(("before", "after"), list(itertools.product(PaymentState, PaymentState)), ids=str)
def test_each_move_of_the_money(before, after):
    order = Order(number="E-1", payment_state=before, fulfilment_state=FulfilmentState.HELD)

    if after is before or after in PAYMENT_MOVES[before]:
        order.move_payment(after)
        assert order.payment_state is after
    else:
        with pytest.raises(CannotMove):
            order.move_payment(after)
        assert order.payment_state is before


@pytest.mark.parametrize(("before", "after"), list(itertools.product(FulfilmentState, FulfilmentState)), ids=str)
def test_each_move_of_the_goods(before, after):
    order = Order(number="E-1", payment_state=PaymentState.PAID, fulfilment_state=before)

    if after is before or after in FULFILMENT_MOVES[before]:
        order.move_fulfilment(after)
        assert order.fulfilment_state is after
    else:
        with pytest.raises(CannotMove):
            order.move_fulfilment(after)
        assert order.fulfilment_state is before


@given(st.lists(st.sampled_from(list(FulfilmentState)), max_size=12))
def test_goods_that_were_sent_are_never_cancelled_whatever_is_tried(tries):
    order = Order(number="E-1", payment_state=PaymentState.PAID, fulfilment_state=FulfilmentState.HELD)
    was_sent = False
    for state in tries:
        try:
            order.move_fulfilment(state)
        except CannotMove:
            continue
        was_sent = was_sent or order.fulfilment_state in (FulfilmentState.PART_SENT, FulfilmentState.SENT)
        assert not (was_sent and order.is_cancelled)


@given(st.lists(st.sampled_from(list(PaymentState)), max_size=12))
def test_money_that_came_is_never_forgotten(tries):
    order = Order(number="E-1", payment_state=PaymentState.AWAITING, fulfilment_state=FulfilmentState.HELD)
    had_money = False
    for state in tries:
        try:
            order.move_payment(state)
        except CannotMove:
            continue
        had_money = had_money or order.is_paid
        assert order.is_paid or not had_money


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Anna@Example.ORG ", "anna@example.org"),
        ("anna+tag+more@example.org", "anna@example.org"),
        ("+only@example.org", "+only@example.org"),
        ("STRASSE@x.de", "strasse@x.de"),
    ],
)
def test_a_shopper_is_recognised_whatever_the_spelling(typed, key):
    assert canonical_email(typed) == key
