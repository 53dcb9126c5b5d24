"""Pay on delivery: at home only; small orders are released at once, large ones by staff."""

from __future__ import annotations

from elite.kernel.money import Money
from elite.kernel.settings import settings
from elite.kernel.text import _
from elite.payments.gateways import Flow, Method, Purchase


class OnDelivery:
    code = "on_delivery"
    flow = Flow.OFFLINE

    def offer(self, purchase: Purchase) -> Method | None:
        """Offered where our own drivers go: the shop's home country."""
        if purchase.country != settings().home_country:
            return None
        return Method(
            code=self.code,
            name=_("Pay on delivery"),
            description=_("Pay the driver by card or cash when your order arrives."),
            flow=self.flow,
        )

    def releases_unpaid(self, total: Money) -> bool:
        return total.minor <= settings().on_delivery_limit
