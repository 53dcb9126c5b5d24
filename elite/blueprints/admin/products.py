"""Products at the desk: find one, change its price."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue as Answer

from elite import catalog
from elite.catalog import Variant
from elite.kernel import events
from elite.kernel.db import session
from elite.kernel.errors import Conflict
from elite.kernel.money import Money
from elite.kernel.text import _
from elite.kernel.transaction import in_transaction
from elite.web.current import current_user
from elite.web.filters import money
from elite.web.forms import Form, MoneyField
from elite.web.hypermedia import page
from elite.web.routes import declares
from elite.web.views.desk import product_page_view, products_view, variant_anchor

bp = Blueprint("products", __name__)


class PriceForm(Form):
    price = MoneyField(_("Price"))
    compare_at = MoneyField(_("Price before"), optional=True)
    seen = MoneyField(_("The price that was shown"), optional=True)
    seen_before = MoneyField(_("The price before that was shown"), optional=True)


class PriceMoved(Conflict):
    """Somebody was quicker; what they set is shown, never overwritten."""

    def __init__(self, price: Money, compare_at: Money | None) -> None:
        super().__init__(price, compare_at)
        self.price, self.compare_at = price, compare_at

    def __str__(self) -> str:
        if self.compare_at is None:
            return _(
                "Somebody changed this meanwhile to %(price)s. Press again to keep yours.", price=money(self.price)
            )
        return _(
            "Somebody changed this meanwhile to %(price)s, before %(before)s. Press again to keep yours.",
            price=money(self.price),
            before=money(self.compare_at),
        )


@bp.get("")
@declares(who="staff:products.view", cache="private", limit="staff")
def index() -> Answer:
    return page("admin/products/index.html", fragment="products", **products_view(request.args))


@bp.get("/<slug>")
@declares(who="staff:products.view", cache="private", limit="staff")
def show(slug: str) -> Answer:
    return page("admin/products/show.html", **product_page_view(slug))


@bp.post("/<slug>/prices")
@declares(who="staff:products.edit", csrf="form", cache="private", limit="staff")
def update(slug: str) -> Answer:
    """The form says which price its reader saw: a change nobody has seen is answered with 409 and the price there is now."""
    form, sku = PriceForm(), request.form.get("sku", "")
    variant = _variant(slug, sku)
    price, before, status = form.price.data, form.compare_at.data, 422
    if form.validate() and price is not None:
        if before is not None and before <= price:
            form.compare_at.errors = [_("The price before must be higher than the price.")]
        try:
            if not form.errors:
                in_transaction(_change, variant.id, form, price, before, current_user().id)
        except PriceMoved as no:
            form.price.errors, status = [no.sentence], 409
    if form.errors:
        return page("admin/products/show.html", status=status, **product_page_view(slug, sku=sku, form=form))
    flash(_("The price of %(sku)s is changed.", sku=sku), "good")
    return redirect(url_for("admin.products.show", slug=slug, _anchor=variant_anchor(sku)), 303)


def _change(variant_id: int, form: PriceForm, price: Money, before: Money | None, by: int | None) -> None:
    locked = session.get_one(Variant, variant_id, with_for_update=True)
    now = (locked.price, locked.compare_at_price)
    if now == (price, before):
        return  # pressed twice
    if now != (form.seen.data, form.seen_before.data):
        raise PriceMoved(*now)
    with events.acting(by):
        catalog.set_price(locked, price, before, by=by)


def _variant(slug: str, sku: str) -> Variant:
    variant = catalog.find_variants([sku]).get(sku)
    if variant is None or variant.product.slug != slug:
        abort(404)
    return variant
