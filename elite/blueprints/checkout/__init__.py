"""The checkout: one page of steps, at /checkout. Every step is a form of its own; pressing the last one is `place`."""

from __future__ import annotations

from flask import Blueprint, request
from flask.typing import ResponseReturnValue as Answer

from elite.blueprints.checkout import place, steps
from elite.blueprints.checkout.typed import kept_draft, wanted_step, whereto
from elite.web.current import current_cart
from elite.web.hypermedia import page
from elite.web.routes import declares
from elite.web.views.checkout import checkout_view, judge

bp = Blueprint("checkout", __name__)
bp.register_blueprint(steps.bp)
bp.register_blueprint(place.bp)

TRIED_OUT = ("country", "billing_country", "event_date", "delivery_method")


@bp.get("")
@declares(cache="private", limit="browse")
def show() -> Answer:
    """The page as it stands. What TRIED_OUT names may be asked about in the address; asking keeps nothing."""
    cart = current_cart()
    if away := whereto(cart):
        return away
    tried = {name: request.args[name] for name in TRIED_OUT if name in request.args}
    judged = judge(cart, kept_draft().with_typed(tried))
    fragment = "receipt" if "delivery_method" in tried else "checkout"
    return page("checkout/show.html", fragment=fragment, **checkout_view(judged, cart, at=wanted_step()))
