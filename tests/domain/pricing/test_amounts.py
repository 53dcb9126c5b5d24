"""What single units paid."""

import pytest

from elite.pricing import Run, units_amount
from tests.domain.pricing.examples import gbp

RUNS = (Run(0, 2, gbp(832), gbp(167), gbp(1)), Run(2, 3, gbp(833), gbp(166), gbp(0)))


def test_units_from_two_runs_are_added_up():
    amounts = units_amount(RUNS, 1, 3)

    assert (amounts.net, amounts.tax, amounts.discount) == (gbp(832 + 2 * 833), gbp(167 + 2 * 166), gbp(1))
    assert amounts.gross == gbp(3 * 999)


@pytest.mark.parametrize(("first", "count"), [(0, 6), (5, 1), (-1, 2), (0, 0), (4, 2)])
def test_units_the_line_does_not_have_are_refused(first, count):
    with pytest.raises(ValueError):
        units_amount(RUNS, first, count)
