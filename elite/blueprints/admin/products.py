"""Products at the desk: find one, change its price."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue as Answer

from elite import catalog
from elite.catalog import Variant
from elite.kernel.db import session
from elite.kernel.text import _
from elite.kernel.transaction import transaction
from elite.web.current import current_user
from elite.web.forms import Form, MoneyField
from elite.web.hypermedia import page
from elite.web.routes import declares
from elite.web.views.desk import product_page_view, products_view

bp = Blueprint("products", __name__)


class PriceForm(Form):
    price = MoneyField(_("Price"))
    compare_at = MoneyField(_("Price before"), optional=True)
    seen = MoneyField(_("The price that was shown"), optional=True)


@bp.get("")
@declares(who="staff:products.view", cache="private", limit="staff")
def index() -> Answer:
    return page("admin/products/index.html", fragment="products", **products_view(request.args))


@bp.get("/<slug>")
@declares(who="staff:products.view", cache="private", limit="staff")
def show(slug: str) -> Answer:
    return page("admin/products/show.html", **product_page_view(slug))


@bp.post("/<slug>/variants/<sku>/price")
@declares(who="staff:products.edit", csrf="form", cache="private", limit="staff")
def update(slug: str, sku: str) -> Answer:
    """A price that somebody else has changed meanwhile is shown, never overwritten."""
    form = PriceForm()
    variant = _variant(slug, sku)
    price = form.price.data if form.validate() else None
    if price is None:
        return page("admin/products/show.html", status=422, **product_page_view(slug, sku=sku, form=form))
    if form.seen.data is not None and form.seen.data != variant.price:
        form.price.errors = [_("Somebody changed this price meanwhile; look at it again.")]
        return page("admin/products/show.html", status=409, **product_page_view(slug, sku=sku, form=form))

    variant_id = variant.id
    with transaction():
        locked = session.get_one(Variant, variant_id, with_for_update=True)
        catalog.set_price(locked, price, form.compare_at.data, by=current_user().id)
    flash(_("The price of %(sku)s is changed.", sku=sku), "good")
    return redirect(url_for("admin.products.show", slug=slug), 303)


def _variant(slug: str, sku: str) -> Variant:
    variant = catalog.find_variants([sku]).get(sku)
    if variant is None or variant.product.slug != slug:
        abort(404)
    return variant
