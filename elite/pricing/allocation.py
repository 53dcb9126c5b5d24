"""Sharing an amount out so that the shares always add up to it again.

The method is that of the largest remainder: everyone gets the whole part of their exact share, and what is left over
goes, one minor unit each, to those whose cut-off fraction was largest; among equals to whoever stands first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


def allocate(amount: int, weights: Sequence[int]) -> list[int]:
    """Shares of `amount` (minor units) in proportion to `weights`; their sum is `amount`.

    No share is a whole unit away from its exact value, so with `amount <= sum(weights)` no share exceeds its weight.
    Raises ValueError for anything negative, or an amount that nobody has a weight to carry.
    """
    return [share.each + share.more for share in allocate_alike(amount, [(weight, 1) for weight in weights])]


@dataclass(frozen=True, slots=True)
class Share:
    """What a row of like units got: `each` of them that much, and the first `more` of them one minor unit on top."""

    each: int
    more: int


def allocate_alike(amount: int, groups: Sequence[tuple[int, int]]) -> list[Share]:
    """`allocate` over `groups` of (weight of one unit, number of units), without writing out ten thousand equal units.

    The answer is the one `allocate` gives for the units written out one after the other.
    """
    if amount < 0 or any(weight < 0 or units < 0 for weight, units in groups):
        raise ValueError("Amounts, weights and units cannot be negative.")
    total = sum(weight * units for weight, units in groups)
    if total == 0:
        if amount:
            raise ValueError("There is nothing to share the amount by.")
        return [Share(0, 0)] * len(groups)

    each = [amount * weight // total for weight, _ in groups]
    left = amount - sum(share * units for share, (_, units) in zip(each, groups, strict=True))
    more = [0] * len(groups)
    for i in sorted(range(len(groups)), key=lambda i: (-(amount * groups[i][0] % total), i)):
        more[i] = min(left, groups[i][1])
        left -= more[i]
    return [Share(*pair) for pair in zip(each, more, strict=True)]
