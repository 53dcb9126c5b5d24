"""Shelves at the desk: the form sends what was counted, and the ledger gets the difference (features.md T-8)."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue as Answer
from wtforms import HiddenField, StringField
from wtforms.validators import Length

from elite import catalog, inventory
from elite.kernel import events
from elite.kernel.text import _
from elite.kernel.transaction import in_transaction
from elite.web.current import current_user
from elite.web.forms import Form, WholeNumberField
from elite.web.hypermedia import page
from elite.web.routes import declares
from elite.web.views.desk import product_page_view, stock_view, variant_anchor

bp = Blueprint("stock", __name__)


class CountForm(Form):
    found = WholeNumberField(_("Counted"))
    seen = WholeNumberField(_("The number that was shown"))
    key = HiddenField(validators=[Length(min=8, max=64)])
    reason = StringField(_("Why"), validators=[Length(max=191)])


@bp.get("")
@declares(who="staff:products.view", cache="private", limit="staff")
def index() -> Answer:
    return page("admin/stock/index.html", fragment="levels", **stock_view(request.args))


@bp.post("/counts")
@declares(who="staff:stock.adjust", csrf="form", cache="private", limit="staff")
def create() -> Answer:
    """What was counted while the books said something else is answered with 409 and what they say now."""
    sku = request.form.get("sku", "")
    variant = catalog.find_variants([sku]).get(sku) or abort(404)
    slug, variant_id = variant.product.slug, variant.id
    form, status = CountForm(), 422
    if form.validate() and form.found.data is not None:
        try:
            with form.reporting(inventory.BelowWhatIsPromised, on="found"):
                in_transaction(_count, variant_id, form, current_user().id)
        except inventory.ShelfChanged as no:
            form.found.errors, status = [no.sentence], 409
    elif not form.found.errors:
        form.found.errors = [_("Please type how many you counted.")]
    if form.errors:
        return page("admin/products/show.html", status=status, **product_page_view(slug, sku=sku, count=form))
    flash(_("The shelf of %(sku)s is counted.", sku=sku), "good")
    return redirect(url_for("admin.products.show", slug=slug, _anchor=variant_anchor(sku)), 303)


def _count(variant_id: int, form: CountForm, by: int | None) -> None:
    with events.acting(by):
        inventory.count(
            variant_id,
            form.found.data or 0,
            seen_on_hand=form.seen.data or 0,
            reason=form.reason.data or _("Counted"),
            ref=f"count-{form.key.data}",
            by=by,
        )
