"""The success page settles too: a shopper who comes back from paying need not wait for a webhook."""

from __future__ import annotations

import logging
from datetime import timedelta

from elite import orders, payments
from elite.kernel import clock
from elite.kernel.db import session
from elite.payments import GatewayAway, State
from elite.settlement.opening import open_page
from elite.settlement.settling import settle

log = logging.getLogger(__name__)

NOT_MORE_OFTEN_THAN = timedelta(seconds=2)


def refresh(token: str) -> None:
    """Ask the gateway about the open payment of the order behind `token`, unless that was done a moment ago.

    Never raises for a gateway that is away: the page shows what we know, and the sweep goes on asking.
    """
    order = orders.find_by_token(token)
    if order is None or not order.is_open:
        return
    holder = next((one for one in payments.list_payments(order.id) if one.open_slot is not None), None)
    if holder is None or payments.redirect_gateway(holder.method) is None:
        return
    if holder.synced_at is not None and clock.now() - holder.synced_at < NOT_MORE_OFTEN_THAN:
        return
    payment_id, state = holder.id, holder.state
    session.remove()
    try:
        open_page(payment_id) if state is State.CREATED else settle(payment_id)
    except GatewayAway:
        log.warning("payment.gateway_away", extra={"payment": payment_id})
