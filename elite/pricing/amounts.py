"""What some units of a line paid, read from stored runs: refunds and invoices add up, they never compute again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from elite.kernel.money import Money


class RunLike(Protocol):
    """A `pricing.Run`, or a row of `order_share`: amounts of one unit, for `units` units from `first_unit` on."""

    @property
    def first_unit(self) -> int: ...

    @property
    def units(self) -> int: ...

    @property
    def net(self) -> Money: ...

    @property
    def tax(self) -> Money: ...

    @property
    def discount(self) -> Money: ...


@dataclass(frozen=True, slots=True)
class Amounts:
    """Net, tax and discount of some units together."""

    net: Money
    tax: Money
    discount: Money

    @property
    def gross(self) -> Money:
        """What the units paid, tax included."""
        return self.net + self.tax


def units_amount(runs: Iterable[RunLike], first: int, count: int) -> Amounts:
    """The amounts of `count` units from number `first` (0 is the first of the line).

    Any way of taking a line apart adds up to the line. ValueError when the line has no such units.
    """
    if first < 0 or count < 1:
        raise ValueError("Units are counted from 0, and one or more are asked for.")
    answer: Amounts | None = None
    found = 0
    for run in runs:
        units = min(run.first_unit + run.units, first + count) - max(run.first_unit, first)
        if units > 0:
            part = Amounts(run.net * units, run.tax * units, run.discount * units)
            answer = part if answer is None else _sum(answer, part)
            found += units
    if answer is None or found != count:
        raise ValueError(f"The line has no units {first} to {first + count - 1}.")
    return answer


def _sum(one: Amounts, other: Amounts) -> Amounts:
    return Amounts(one.net + other.net, one.tax + other.tax, one.discount + other.discount)
