"""Bank transfer: the order's number is the reference; goods are held some days, and released when money is booked."""

from __future__ import annotations

from elite.kernel.money import Money
from elite.kernel.settings import settings
from elite.kernel.text import _, ngettext
from elite.payments.gateways import Flow, Method, Purchase


class BankTransfer:
    code = "transfer"
    flow = Flow.OFFLINE

    def offer(self, purchase: Purchase) -> Method | None:
        """Offered for every amount, where the shop has said to which account."""
        if not settings().bank_account:
            return None
        days = settings().transfer_days
        return Method(
            code=self.code,
            name=_("Bank transfer"),
            description=ngettext(
                "Transfer the amount with your order number as reference. We hold your order for %(count)s day.",
                "Transfer the amount with your order number as reference. We hold your order for %(count)s days.",
                days,
            ),
            flow=self.flow,
        )

    def releases_unpaid(self, total: Money) -> bool:
        return False
