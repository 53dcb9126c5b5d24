"""An amount shared out adds up to itself, and nobody is more than one minor unit from their exact share."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elite.pricing import allocate
from elite.pricing.allocation import allocate_alike

weights = st.lists(st.integers(0, 10**7), min_size=1, max_size=30).filter(any)


def test_the_unit_left_over_goes_to_the_largest_remainder():
    assert allocate(100, [1, 1, 1]) == [34, 33, 33]
    assert allocate(10, [5, 3, 2]) == [5, 3, 2]
    assert allocate(5, [19, 41, 40]) == [1, 2, 2]


def test_ties_go_to_whoever_stands_first():
    assert allocate(2, [7, 7, 7]) == [1, 1, 0]


def test_a_weight_of_nothing_carries_nothing():
    assert allocate(7, [0, 2, 0, 1]) == [0, 5, 0, 2]
    assert allocate(0, [0, 0]) == [0, 0]


@pytest.mark.parametrize(("amount", "shares"), [(1, [0, 0]), (1, []), (-1, [1]), (1, [2, -1])])
def test_what_cannot_be_shared_is_refused(amount, shares):
    with pytest.raises(ValueError):
        allocate(amount, shares)


@given(st.integers(0, 10**9), weights)
def test_shares_add_up_and_lie_within_one_of_exact(amount, shares_by):
    shares = allocate(amount, shares_by)

    assert sum(shares) == amount
    for share, weight in zip(shares, shares_by, strict=True):
        assert abs(share - Fraction(amount * weight, sum(shares_by))) < 1
        if amount <= sum(shares_by):
            assert 0 <= share <= weight


@given(st.integers(0, 10**6), st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 9)), max_size=8))
def test_groups_of_like_units_get_what_the_units_would(amount, groups):
    units = [weight for weight, count in groups for _ in range(count)]
    if not sum(units):
        return
    written_out = iter(allocate(amount, units))

    for share, (_, count) in zip(allocate_alike(amount, groups), groups, strict=True):
        assert [next(written_out) for _ in range(count)] == [share.each + (i < share.more) for i in range(count)]
