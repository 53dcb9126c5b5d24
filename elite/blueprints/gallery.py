"""Every component in every state on one page: people, and the tests that walk it, see a change before shoppers do."""

from __future__ import annotations

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue as Answer
from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from elite import search
from elite.kernel.money import Money, shop_currency
from elite.web.errors import error_answer
from elite.web.forms import Form, WholeNumberField
from elite.web.routes import declares

bp = Blueprint("gallery", __name__)

PICTURES = 8
RAIL = [
    {"name": "Today", "url": "#today", "icon": "home", "current": True},
    {"name": "Orders", "url": "#table", "icon": "box", "count": 18},
    {"name": "Products", "url": "#products", "icon": "tag"},
    {"name": "Letters", "url": "#letters", "icon": "letter", "count": 2},
]
STATUSES = (400, 403, 404, 409, 413, 422, 429, 500, 503)


class SampleForm(Form):
    """One field of each kind, to be drawn by `ui.form_field`."""

    name = StringField("Name", [InputRequired("Please tell us a name.")])
    guests = WholeNumberField("Guests")
    occasion = SelectField(
        "Occasion", choices=[SelectChoice("wedding", "Wedding"), SelectChoice("birthday", "Birthday")]
    )
    day = RadioField("Day", choices=[SelectChoice("thu", "Thursday"), SelectChoice("fri", "Friday")], default="thu")
    message = TextAreaField("Message")
    washable = BooleanField("Washable only")


@bp.get("")
@declares(who="demo", csrf="safe", cache="probe", limit="none")
def show() -> Answer:
    form = SampleForm(formdata=None, occasion="birthday", message="Happy birthday, Noor.")
    form.validate()
    return render_template("gallery/show.html", form=form, money=_money, pictures=_some_pictures(), errors=STATUSES)


@bp.get("/desk")
@declares(who="demo", csrf="safe", cache="probe", limit="none")
def desk() -> Answer:
    """The desk's components stand in the desk's frame."""
    return render_template("gallery/desk.html", money=_money, desk=RAIL)


@bp.get("/errors/<int:status>")
@declares(who="demo", csrf="safe", cache="probe", limit="none")
def error(status: int) -> Answer:
    """A failure as a whole page; 200, because nothing failed."""
    if status not in STATUSES:
        abort(404)
    answer = error_answer(status)
    answer.status_code = 200
    return answer


@bp.get("/offline")
@declares(who="demo", csrf="safe", cache="probe", limit="none")
def offline() -> Answer:
    return render_template("errors/offline.html")


def _money(text: str) -> Money:
    return Money.parse(text, shop_currency())


def _some_pictures() -> list[str]:
    """Keys of pictures of the newest products; empty ones in an empty shop, where the components draw a plate."""
    __, newest = search.list_home("", settings_on_table=0, newest=PICTURES)
    keys = [card.picture_key for card in newest]
    return keys + [""] * (PICTURES - len(keys))
