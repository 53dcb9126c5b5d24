"""Money that people see before the shop does: a transfer on the statement, cash from the driver."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue as Answer
from wtforms import StringField
from wtforms.validators import Length

from elite import orders, settlement
from elite.kernel.money import Money
from elite.kernel.text import _
from elite.payments import State
from elite.web.current import current_user
from elite.web.errors import flashing
from elite.web.forms import Form, MoneyField
from elite.web.hypermedia import page
from elite.web.routes import declares
from elite.web.views.desk import order_page_view

bp = Blueprint("payments", __name__)


class PaymentForm(Form):
    amount = MoneyField(_("Amount received"))
    reference = StringField(_("The bank's reference"), validators=[Length(max=100)])


@bp.post("/payments")
@declares(who="staff:payments.book", csrf="form", cache="private", limit="staff")
def create(number: str) -> Answer:
    order = orders.find_order(number) or abort(404)
    form = PaymentForm()
    if form.validate() and form.amount.data is not None:
        with flashing(settlement.AlreadyPaid, settlement.NotPaidByHand):
            _book(number, form, form.amount.data)
    if form.errors:
        return page("admin/orders/show.html", status=422, **order_page_view(order, payment=form))
    return redirect(url_for("admin.orders.show.show", number=number), 303)


def _book(number: str, form: PaymentForm, amount: Money) -> None:
    """What is wrong with the amount stands beside it; what is wrong with the order, on the order's page."""
    with form.reporting(settlement.Underpaid, settlement.Overpaid, on="amount"):
        _say(settlement.book_transfer(number, amount, reference=form.reference.data or "", by=current_user().id))


def _say(state: State) -> None:
    if state is State.REFUND_DUE:
        flash(_("Booked. The order could not be kept, so a refund is waiting to be paid."), "care")
    else:
        flash(_("Booked. The order is paid."), "good")
