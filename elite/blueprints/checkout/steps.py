"""One step of the checkout is sent: keep what was typed, say what is wrong, or go on to the next."""

from __future__ import annotations

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue as Answer

from elite.blueprints.checkout.typed import keep, typed_draft, whereto
from elite.checkout import Step
from elite.web.current import current_cart
from elite.web.hypermedia import is_htmx, page
from elite.web.routes import declares
from elite.web.views.checkout import checkout_view, judge

bp = Blueprint("steps", __name__)


@bp.post("/<any(contact, address, delivery, payment):step>")
@declares(csrf="form", cache="private", limit="checkout")
def create(step: str) -> Answer:
    cart = current_cart()
    if away := whereto(cart):
        return away
    judged = judge(cart, typed_draft())
    keep(judged.draft)
    if judged.mistakes[Step(step)]:
        view = checkout_view(judged, cart, at=Step(step), telling=True)
        return page("checkout/show.html", fragment="checkout", status=422, **view)
    if is_htmx():
        answer = page("checkout/show.html", fragment="checkout", **checkout_view(judged, cart))
        answer.headers["HX-Replace-Url"] = url_for("checkout.show")
        return answer
    return redirect(url_for("checkout.show", _anchor=f"step-{judged.open_step.value}"), 303)


@bp.get("/<any(contact, address, delivery, payment):step>")
@declares(cache="private", limit="browse")
def show(step: str) -> Answer:
    """A refused step leaves the browser at this address; coming back to it is not a dead end."""
    return redirect(url_for("checkout.show", step=step), 303)
