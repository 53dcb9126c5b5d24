"""Company invoice: staff look at the customer and release the order; the invoice is made then and paid later."""

from __future__ import annotations

from elite.kernel.money import Money
from elite.kernel.text import _
from elite.payments.gateways import Flow, Method, Purchase


class CompanyInvoice:
    code = "invoice"
    flow = Flow.OFFLINE

    def offer(self, purchase: Purchase) -> Method | None:
        """Offered to companies."""
        if not purchase.company.strip():
            return None
        return Method(
            code=self.code,
            name=_("Company invoice"),
            description=_("We check your order, send it, and you pay the invoice within 30 days."),
            flow=self.flow,
        )

    def releases_unpaid(self, total: Money) -> bool:
        return False  # a person decides
