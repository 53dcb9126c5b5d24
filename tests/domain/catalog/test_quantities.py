"""How many may be bought: a rule that needs no database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elite.catalog import MOST_OF_ONE, Variant, most_of, nearest_quantity, quantity_problem, quantity_rule
from elite.kernel.money import Money


def variant(least: int = 1, step: int = 1, most: int | None = None, pack: int = 1) -> Variant:
    return Variant(
        sku="X", price=Money.of(100), min_quantity=least, quantity_step=step, max_quantity=most, pack_size=pack
    )


@pytest.mark.parametrize(
    "least, step, most, left, wanted, nearest",
    [
        (1, 1, None, None, 5, 5),
        (1, 1, None, 3, 5, 3),
        (1, 1, None, 0, 1, 0),
        (4, 2, None, None, 1, 4),
        (4, 2, None, None, 7, 8),
        (4, 2, None, None, 8, 8),
        (4, 4, 18, None, 99, 16),
        (6, 6, None, 5, 6, 0),
        (1, 1, None, None, 10**9, MOST_OF_ONE),
        (3, 5, None, None, 0, 3),
    ],
)
def test_the_nearest_quantity_that_may_be_bought(least, step, most, left, wanted, nearest):
    assert nearest_quantity(variant(least, step, most), wanted, left) == nearest


@given(
    least=st.integers(1, 50),
    step=st.integers(1, 50),
    most=st.none() | st.integers(1, 500),
    left=st.none() | st.integers(0, 500),
    wanted=st.integers(0, 12_000),
)
def test_the_nearest_is_allowed_and_nothing_allowed_is_nearer(least, step, most, left, wanted):
    one = variant(least, step, most)
    ceiling = min(x for x in (most, left, MOST_OF_ONE) if x is not None)
    allowed = range(least, ceiling + 1, step)

    nearest = nearest_quantity(one, wanted, left)

    if not allowed:
        assert nearest == 0 == most_of(one, left)
    else:
        assert nearest in allowed
        assert abs(nearest - wanted) == min(abs(quantity - wanted) for quantity in allowed)
        assert most_of(one, left) == allowed[-1]
    assert (quantity_problem(one, wanted, left) is None) == (wanted in allowed or (wanted == 0 == nearest))


@pytest.mark.parametrize(
    "one, left, wanted, sentence",
    [
        (variant(), 3, 9, "Only 3 left."),
        (variant(), 0, 1, "This is sold out."),
        (variant(least=6), 4, 6, "Only 4 left, fewer than the 6 it is sold from."),
        (variant(most=20), None, 21, "You can buy 20 of this at most."),
        (variant(least=4, step=2), None, 2, "The least you can buy is 4."),
        (variant(least=4, step=2), None, 7, "It is sold in steps of 2; the nearest to 7 is 8."),
    ],
)
def test_a_refused_quantity_says_why_and_what_is_nearest(one, left, wanted, sentence):
    assert quantity_problem(one, wanted, left) == sentence


def test_the_rule_is_told_before_anybody_breaks_it():
    assert (
        quantity_rule(variant(least=4, step=2, most=41, pack=6))
        == "Sold in packs of 6. At least 4, in steps of 2, at most 40."
    )
    assert quantity_rule(variant()) == ""
