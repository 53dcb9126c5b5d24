"""How a refund says no."""

from __future__ import annotations

from elite.kernel.errors import Absent, Refusal
from elite.kernel.money import Money
from elite.kernel.text import _


class TooMuchBack(Refusal):
    """More would go back than came in."""

    def __init__(self, wanted: Money, left: Money) -> None:
        super().__init__(wanted, left)
        self.wanted, self.left = wanted, left

    def __str__(self) -> str:
        return _("Only %(left)s of this payment can still be paid back.", left=str(self.left))


class NoSuchRefund(Absent):
    """There is no refund of this number."""

    def __str__(self) -> str:
        return _("There is no such refund.")
