"""Letters that did not arrive, and work that gave up: each with its reason, and once more."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue as Answer

from elite import notifications
from elite.kernel import events
from elite.kernel.text import _
from elite.kernel.transaction import transaction
from elite.web.current import current_user
from elite.web.errors import flashing
from elite.web.hypermedia import page
from elite.web.pagination import page_number
from elite.web.routes import declares

bp = Blueprint("letters", __name__)


@bp.get("")
@declares(who="staff:letters.view", cache="private", limit="staff")
def index() -> Answer:
    failed = notifications.list_failed(page_number(request.args))
    return page("admin/letters/index.html", letters=failed, stuck=events.list_dead())


@bp.post("/again")
@declares(who="staff:letters.retry", csrf="form", cache="private", limit="staff")
def create() -> Answer:
    """The letter's key travels in the form: it names an order, and addresses are logged."""
    with flashing(notifications.NoSuchLetter), events.acting(current_user().id), transaction():
        notifications.want_again(request.form.get("delivery", ""))
        flash(_("The letter is on its way again."), "good")
    return redirect(url_for("admin.letters.index"), 303)


@bp.post("/owed")
@declares(who="staff:letters.retry", csrf="form", cache="private", limit="staff")
def update() -> Answer:
    """Work that gave up is named by what it is about and by its reaction."""
    with events.acting(current_user().id), transaction():
        revived = events.revive(request.form.get("subject", "")[:191], request.form.get("reaction", "")[:120])
    flash(_("It is tried again.") if revived else _("It was tried again already."), "good")
    return redirect(url_for("admin.letters.index"), 303)
