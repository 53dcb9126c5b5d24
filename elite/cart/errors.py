"""How a cart says no, in words fit for a shopper."""

from __future__ import annotations

from elite.kernel.errors import Conflict, Refusal, Unavailable
from elite.kernel.text import _, ngettext


class NotOffered(Refusal):
    """There is no such thing for sale."""

    status = 404

    def __str__(self) -> str:
        return _("We no longer sell this.")


class QuantityRefused(Refusal):
    """That many cannot be had. `sentence` says why, `nearest` is the quantity that can (0 when none can)."""

    def __init__(self, sentence: str, nearest: int) -> None:
        super().__init__(sentence)
        self.nearest = nearest


class CartFull(Refusal):
    """The cart has as many different lines as a cart can hold."""

    def __init__(self, lines: int) -> None:
        super().__init__(lines)
        self.lines = lines

    def __str__(self) -> str:
        return ngettext(
            "A cart holds %(count)d line, and yours has it. Take something out first.",
            "A cart holds %(count)d different lines, and yours has them all. Take something out first.",
            self.lines,
        )


class LineGone(Conflict):
    """The line was taken out meanwhile, perhaps in another tab."""

    def __str__(self) -> str:
        return _("That line is no longer in your cart. This is how your cart stands now.")


class NothingToUndo(Conflict):
    """There is no change left that could be taken back."""

    def __str__(self) -> str:
        return _("There is nothing left to undo.")


class Overtaken(Conflict):
    """The change one wants to take back is not the last one any more."""

    def __str__(self) -> str:
        return _("Your cart has changed since, so this can no longer be undone. This is how it stands now.")


class PricesMoved(Conflict):
    """Between showing the prices and agreeing to them, one rose again."""

    def __str__(self) -> str:
        return _("A price has changed again while you were looking. Please check the prices once more.")


class AwaitingPayment(Conflict):
    """The cart belongs to an order whose payment is still open: pay it, or leave it and get the cart back."""

    def __init__(self, cart_id: int, order: str | None = None, order_token: str | None = None) -> None:
        super().__init__(cart_id)
        self.cart_id, self.order, self.order_token = cart_id, order, order_token

    def __str__(self) -> str:
        if self.order is None:
            return _("This cart is being paid for at the moment. Finish paying, or leave the payment to change it.")
        return _(
            "This cart belongs to order %(order)s, which waits for payment. Pay it, or leave the payment first.",
            order=self.order,
        )


class CartBusy(Unavailable):
    """Too many changes of one cart at the same moment."""

    def __str__(self) -> str:
        return _("Your cart is being changed elsewhere at this moment. Nothing was lost; please try again.")
