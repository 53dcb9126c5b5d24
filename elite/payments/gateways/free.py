"""Nothing to pay: an order of nought is a first-class order that skips payment (features.md M-1)."""

from __future__ import annotations

from elite.kernel.money import Money
from elite.kernel.text import _
from elite.payments.gateways import Flow, Method, Purchase


class Free:
    code = "free"
    flow = Flow.OFFLINE

    def offer(self, purchase: Purchase) -> Method | None:
        """Offered when, and only when, there is nothing to pay."""
        if purchase.total:
            return None
        return Method(
            code=self.code, name=_("Nothing to pay"), description=_("Your order needs no payment."), flow=self.flow
        )

    def releases_unpaid(self, total: Money) -> bool:
        return True
