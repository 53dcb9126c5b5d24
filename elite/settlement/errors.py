"""How placing, paying and sending say no."""

from __future__ import annotations

from typing import ClassVar

from elite.kernel.errors import Conflict, Refusal
from elite.kernel.money import Money
from elite.kernel.text import _


class CartChanged(Conflict):
    """The cart is not the one that was shown when the button was pressed."""

    def __str__(self) -> str:
        return _("Your cart has changed since this page was made. Nothing was charged; please look it over again.")


class TooManyOpenOrders(Refusal):
    """Somebody holds a lot of goods without paying for any."""

    status: ClassVar[int] = 429
    retry_after: ClassVar[int] = 600

    def __str__(self) -> str:
        return _("There are several unpaid orders of yours already. Please pay or cancel one of them first.")


class PaymentUnderWay(Conflict):
    """The bank is still deciding about an earlier attempt; until it has, nothing else can be begun."""

    def __str__(self) -> str:
        return _("A payment for this order is still being processed. Please wait until it is decided.")


class AlreadyPaid(Conflict):
    """The money is here."""

    def __str__(self) -> str:
        return _("This order is paid already. Nothing more is due.")


class NoLongerOpen(Conflict):
    """The order expired or was cancelled, so it can no longer be paid."""

    def __str__(self) -> str:
        return _("This order is no longer open, so it cannot be paid. Please place it again.")


class NotPaidByHand(Refusal):
    """Money that the gateway books itself is not booked by people."""

    def __str__(self) -> str:
        return _("This order is paid by card, which books itself. Change its way of payment first.")


class Underpaid(Refusal):
    """Less came than is due."""

    def __init__(self, due: Money, came: Money) -> None:
        super().__init__(due, came)
        self.due, self.came = due, came

    @property
    def missing(self) -> Money:
        return self.due - self.came

    def __str__(self) -> str:
        return _(
            "%(came)s came, but %(due)s is due: %(missing)s is missing. Ask for the rest and book both together,"
            " or cancel the order and pay it back.",
            came=str(self.came),
            due=str(self.due),
            missing=str(self.missing),
        )


class Overpaid(Refusal):
    """More came than is due."""

    def __init__(self, due: Money, came: Money) -> None:
        super().__init__(due, came)
        self.due, self.came = due, came

    @property
    def surplus(self) -> Money:
        return self.came - self.due

    def __str__(self) -> str:
        return _(
            "%(came)s came, but only %(due)s is due. Book %(due)s here, and pay %(surplus)s back from the bank account.",
            came=str(self.came),
            due=str(self.due),
            surplus=str(self.surplus),
        )


class NothingToRefund(Refusal):
    """No money of this order is with us."""

    def __str__(self) -> str:
        return _("Nothing of this order can be paid back.")


class Incomplete(Refusal):
    """Something that an order needs was not said yet."""

    def __str__(self) -> str:
        return _("Something is still missing: your name, your e-mail address or the way of delivery.")


class NotYetPaid(Refusal):
    """Goods are released before payment only for companies and on delivery."""

    def __str__(self) -> str:
        return _("This order has not been paid yet, so it cannot be released.")
