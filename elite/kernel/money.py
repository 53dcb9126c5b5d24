"""Amounts of money that cannot drift: whole minor units of one currency (features.md M-1)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import total_ordering

from babel.numbers import get_currency_precision

_currency = "GBP"


def use_currency(code: str) -> None:
    """Fix the shop's currency for this process; columns of type `Money` are read in it."""
    global _currency
    _currency = code


def shop_currency() -> str:
    """The ISO 4217 code of the currency this shop sells in."""
    return _currency


class OtherCurrency(TypeError):
    """Two amounts of different currencies were put together."""


@total_ordering
@dataclass(frozen=True, slots=True)
class Money:
    """`minor` units (pence, cents, fils) of `currency`; the exponent is that of ISO 4217."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if type(self.minor) is not int:
            raise TypeError(f"Money counts whole minor units, not {self.minor!r}.")

    @classmethod
    def zero(cls, currency: str | None = None) -> Money:
        return cls(0, currency or _currency)

    @classmethod
    def of(cls, minor: int) -> Money:
        """`minor` units of the shop's currency."""
        return cls(minor, _currency)

    @classmethod
    def parse(cls, text: str, currency: str | None = None) -> Money:
        """An amount as people type it ("12.30", "12,30", "1 200"); ValueError when it is none or has too many decimals."""
        code = currency or _currency
        digits = get_currency_precision(code)
        typed = re.fullmatch(r"(-?)([0-9]{1,12})(?:[.,]([0-9]{1,4}))?", text.strip().replace(" ", ""), re.ASCII)
        if typed is None or len(typed[3] or "") > digits:
            raise ValueError(text)
        minor = int(typed[2] + (typed[3] or "").ljust(digits, "0"))
        return cls(-minor if typed[1] else minor, code)

    @classmethod
    def total(cls, amounts: Iterable[Money], currency: str | None = None) -> Money:
        """The sum of `amounts`; zero of the given (or the shop's) currency when there are none."""
        answer: Money | None = None
        for amount in amounts:
            answer = amount if answer is None else answer + amount
        return answer if answer is not None else cls.zero(currency)

    @property
    def exponent(self) -> int:
        """How many decimals the currency has: 2 for GBP, 0 for JPY, 3 for KWD."""
        return get_currency_precision(self.currency)

    @property
    def decimal(self) -> str:
        """The amount as a plain decimal string, for machines: "12.30"."""
        digits = self.exponent
        whole, rest = divmod(abs(self.minor), 10**digits)
        sign = "-" if self.minor < 0 else ""
        return f"{sign}{whole}.{rest:0{digits}d}" if digits else f"{sign}{whole}"

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._same(other), self.currency)

    def __mul__(self, times: int) -> Money:
        if type(times) is not int:
            raise TypeError(f"Money is multiplied by whole numbers, not {times!r}.")
        return Money(self.minor * times, self.currency)

    __rmul__ = __mul__

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __bool__(self) -> bool:
        return self.minor != 0

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._same(other)

    def __str__(self) -> str:
        return f"{self.decimal} {self.currency}"

    def _same(self, other: Money) -> int:
        if not isinstance(other, Money):
            raise TypeError(f"Expected Money, got {other!r}.")
        if other.currency != self.currency:
            raise OtherCurrency(f"{self} and {other}")
        return other.minor
