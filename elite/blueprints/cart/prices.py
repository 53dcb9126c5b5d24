"""Agreeing to prices that have risen since the things were put in (features.md T-6)."""

from __future__ import annotations

import re

from flask import Blueprint, request
from flask.typing import ResponseReturnValue as Answer

from elite import cart
from elite.blueprints.cart import answers
from elite.kernel.money import Money
from elite.kernel.text import _
from elite.web.current import current_cart
from elite.web.hypermedia import fragments, is_htmx, page
from elite.web.routes import declares
from elite.web.views.cart import cart_view

bp = Blueprint("prices", __name__)
_SHOWN = re.compile(r"(.+)=([0-9]{1,12})", re.ASCII | re.DOTALL)


@bp.post("/prices")
@declares(csrf="form", cache="private", limit="cart")
@answers.standing
def create() -> Answer:
    if request.form.get("agreed") != "1":
        context = cart_view(current_cart(), unticked=True)
        if is_htmx():
            return fragments("cart/_notes.html", status=422, **context)
        return page("cart/show.html", status=422, **context)
    cart.accept_prices(current_cart(), _shown())
    return answers.changed(_("Thank you, that is settled."), way_back=False)


@bp.get("/prices")
@declares(cache="private", limit="browse")
def show() -> Answer:
    return answers.back()


def _shown() -> dict[str, Money]:
    """What the form showed: `shown` fields of SKU=minor units."""
    found = (_SHOWN.fullmatch(text) for text in request.form.getlist("shown"))
    return {match[1]: Money.of(int(match[2])) for match in found if match}
