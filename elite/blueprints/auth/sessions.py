"""A signed-in session begins and ends here."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue as Answer
from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired, Length

from elite import accounts
from elite.kernel.text import _
from elite.kernel.transaction import transaction
from elite.web.current import current_user, sign_in_as, sign_out
from elite.web.forms import Form
from elite.web.hypermedia import go_to, page
from elite.web.limits import take
from elite.web.routes import declares

bp = Blueprint("sessions", __name__)


class SignInForm(Form):
    email = StringField(
        _("E-mail address"), validators=[DataRequired(_("Please type your e-mail address.")), Length(max=191)]
    )
    password = PasswordField(
        _("Password"), validators=[DataRequired(_("Please type your password.")), Length(max=1000)]
    )


@bp.get("/login")
@declares(cache="private", limit="browse")
def new() -> Answer:
    if current_user().is_authenticated:
        return redirect(_next())
    return page("auth/sessions/new.html", fragment="sign_in", form=SignInForm(), next=_next())


@bp.post("/login")
@declares(csrf="form", cache="private", limit="sign_in")
def create() -> Answer:
    form = SignInForm()
    user = None
    if form.validate():
        take("sign_in", (form.email.data or "").strip().casefold())
        with form.reporting(accounts.WrongSignIn, on="password"):
            user = accounts.sign_in(form.email.data or "", form.password.data or "")
    if user is None:
        return page("auth/sessions/new.html", fragment="sign_in", status=422, form=form, next=_next())

    stronger = accounts.stronger_hash(user, form.password.data or "")
    with transaction():
        accounts.note_sign_in(user.id, stronger)
    sign_in_as(user)
    return go_to(_next())


@bp.post("/logout")
@declares(csrf="form", cache="private", limit="browse")
def destroy() -> Answer:
    sign_out()
    flash(_("You are signed out."), "good")
    return go_to(url_for("shop.home.show"))


@bp.get("/logout")
@declares(cache="private", limit="browse")
def show() -> Answer:
    return redirect(url_for("auth.sessions.new"))


def _next() -> str:
    """A path of ours to go on to; anything else leads to the desk or home (abuse.md A19)."""
    wanted = request.values.get("next", "")
    parts = urlsplit(wanted)
    printable = wanted.isascii() and wanted.isprintable() and "\\" not in wanted
    if printable and not parts.scheme and not parts.netloc and wanted.startswith("/") and not wanted.startswith("//"):
        return wanted
    return url_for("admin.today.show")
