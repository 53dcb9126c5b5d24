"""The only two places where a fraction of a minor unit is decided: half of one goes up."""

from __future__ import annotations

from elite.kernel.money import Money

MILLION = 1_000_000
"""Rates are in parts per million: 200,000 is 20 %."""


def half_up(amount: int, over: int) -> int:
    """`amount / over` to the nearest whole number; a half goes up. Neither may be negative."""
    return (2 * amount + over) // (2 * over)


def without_tax(price: Money, rate_ppm: int) -> Money:
    """A price that includes tax at `rate_ppm`, with that tax taken off: what an export pays (decision 12)."""
    return Money(half_up(price.minor * MILLION, MILLION + rate_ppm), price.currency)


def tax_in(gross: int, rate_ppm: int) -> int:
    """The tax inside `gross` minor units."""
    return half_up(gross * rate_ppm, MILLION + rate_ppm)


def tax_on(net: int, rate_ppm: int) -> int:
    """The tax that comes on top of `net` minor units."""
    return half_up(net * rate_ppm, MILLION)
