"""The first page of a working day: what waits for a hand."""

from __future__ import annotations

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue as Answer

from elite.kernel.shop import shop
from elite.web.current import current_user
from elite.web.hypermedia import page
from elite.web.routes import declares
from elite.web.views.desk import today_view

bp = Blueprint("today", __name__)


@bp.get("")
@declares(who="staff", cache="private", limit="staff")
def show() -> Answer:
    user = current_user()
    if not user.can("orders.view"):
        return redirect(url_for("admin.products.index"))
    return page("admin/today/show.html", **today_view(shop().today()))
