"""The lines of the cart: one more, another quantity, one less."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue as Answer
from wtforms import StringField
from wtforms.validators import InputRequired, NumberRange

from elite import cart, catalog
from elite.blueprints.cart import answers
from elite.catalog import Variant
from elite.kernel.errors import Refusal
from elite.kernel.text import _
from elite.web.current import current_cart
from elite.web.forms import Form, WholeNumberField, errors_of
from elite.web.hypermedia import is_htmx, page
from elite.web.routes import declares
from elite.web.views.cart import Mistake
from elite.web.views.product import product_view

bp = Blueprint("items", __name__)


class AddItemForm(Form):
    sku = StringField()
    quantity = WholeNumberField(default=1, validators=[NumberRange(1, 9_999, _("Between 1 and 9,999, please."))])


class QuantityForm(Form):
    quantity = WholeNumberField(
        validators=[
            InputRequired(_("Please type a whole number.")),
            NumberRange(0, 9_999, _("Between 1 and 9,999, please, or 0 to take it out.")),
        ]
    )


@bp.post("/items")
@declares(csrf="form", cache="private", limit="cart")
def create() -> Answer:
    form = AddItemForm()
    variant = catalog.find_variant(form.sku.data or "") or abort(404)
    status = 422

    if form.validate():
        try:
            cart.add_item(current_cart(), variant, form.quantity.data or 1)
        except (cart.QuantityRefused, cart.CartFull, cart.AwaitingPayment) as no:
            form.quantity.errors, status = [no.sentence], no.status

    if form.errors:
        return page("shop/products/show.html", fragment="buy_box", status=status, **_product_of(variant, form))
    said = _("%(name)s is in your cart.", name=variant.name)
    if is_htmx():
        return answers.added(variant.sku, said, **_product_of(variant, None))
    flash(said)
    return redirect(url_for("cart.show"), 303)


@bp.post("/items/<path:line>")
@declares(csrf="form", cache="private", limit="cart")
@answers.standing
def update(line: str) -> Answer:
    form = QuantityForm()
    if not form.validate():
        return answers.refused_line(Mistake(line, form.quantity._value(), errors_of(form.quantity)[0]))

    quantity = form.quantity.data or 0
    variant = catalog.find_variant(line)
    if quantity == 0:
        return _removed(line)
    try:
        if variant is None:
            raise cart.NotOffered
        cart.set_quantity(current_cart(), variant, quantity)
    except (cart.QuantityRefused, cart.NotOffered) as no:
        return answers.refused_line(Mistake(line, form.quantity._value(), no.sentence, _nearest(no)))
    return answers.changed_line(line, _("%(name)s: now %(count)s.", name=variant.name, count=quantity))


@bp.post("/items/<path:line>/remove")
@declares(csrf="form", cache="private", limit="cart")
@answers.standing
def destroy(line: str) -> Answer:
    return _removed(line)


@bp.get("/items")
@bp.get("/items/<path:line>")
@declares(cache="private", limit="browse")
def index(line: str = "") -> Answer:
    return answers.back()


def _removed(line: str) -> Answer:
    cart.remove_item(current_cart(), line)
    variant = catalog.find_variant(line)
    return answers.changed(_("%(name)s is out of your cart.", name=variant.name if variant else line))


def _nearest(no: Refusal) -> int | None:
    return (no.nearest or None) if isinstance(no, cart.QuantityRefused) else None


def _product_of(variant: Variant, form: Form | None) -> dict[str, Any]:
    """The product's page, loaded anew: the change has ended the transaction it was read in."""
    product = catalog.find_described_of(variant.sku) or abort(404)
    try:
        return product_view(product, sku=variant.sku, form=form)
    except LookupError:
        abort(404)
