"""How a checkout says no."""

from __future__ import annotations

from elite.checkout.quoting import CheckoutQuote
from elite.kernel.errors import Conflict, Refusal
from elite.kernel.text import _


class OfferChanged(Conflict):
    """What was shown is not what it would be now; `quote` is the offer as it stands."""

    def __init__(self, quote: CheckoutQuote) -> None:
        super().__init__(quote)
        self.quote = quote

    def __str__(self) -> str:
        if self.quote.problems:
            return " ".join(problem.sentence for problem in self.quote.problems)
        return _(
            "Something in this order has changed since it was shown. Nothing was charged; please look it over again."
        )


class CodeTaken(Refusal):
    """Codes of zones and ways of delivery are unique."""

    def __init__(self, code: str) -> None:
        super().__init__(_("%(code)s is in use already.", code=code))
