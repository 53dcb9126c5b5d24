"""The front page for people: what was paid lately, and buttons for what a bank, a shopper or bad luck might do next."""

from __future__ import annotations

from flask import Blueprint, render_template

from elite.sandbox import events, faults, refunds
from elite.sandbox.api import Api
from elite.sandbox.expansion import expanded
from elite.sandbox.sessions import KIND

_LATELY = 25


def blueprint(api: Api) -> Blueprint:
    """The address /."""
    faces = Blueprint("desk", __name__)

    @faces.get("/")
    def show() -> str:
        with api.state.reading() as records:
            lately = records.list_where(KIND, most=_LATELY)
            payments = [expanded(records, session, ["payment_intent.latest_charge"]) for session in lately]
            told = records.list_where("event", most=_LATELY)
            waiting = records.rows("SELECT state, count(*) AS n FROM delivery GROUP BY state ORDER BY state")
            return render_template(
                "desk.html",
                armed=faults.armed(records),
                events=told,
                modes=faults.MODES,
                payments=payments,
                pending=records.list_where("refund", "json_extract(data, '$.status') = 'pending'"),
                refund_mode=records.setting("refunds", "succeeded"),
                refund_modes=refunds.MODES,
                waiting=waiting,
                webhook_mode=records.setting("webhooks", "normal"),
                webhook_modes=events.MODES,
                webhook_url=records.setting("webhook_url", api.config.webhook),
            )

    return faces
