"""The first page: a set table, a table to buy as it stands, the shelves, and what is new."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue as Answer

from elite import media, search
from elite.kernel.money import Money
from elite.kernel.settings import settings
from elite.kernel.text import _, ngettext
from elite.search import Card
from elite.web.hypermedia import page
from elite.web.routes import declares
from elite.web.views.cards import card_views
from elite.web.views.listing import Way
from elite.web.views.navigation import category_url, shelves

bp = Blueprint("home", __name__)

OCCASION = "the long lunch"
"""The tag of the products that are the table of the season; staff choose them by it."""
GUESTS = 12
ARCHES = 10


@dataclass(frozen=True)
class Setting:
    """One thing on the occasion's table: how many packs seat the guests, and what that costs."""

    name: str
    href: str
    picture: str
    placeholder: str
    alt: str
    amount: Money
    words: str


@dataclass(frozen=True)
class Arch:
    """A shelf under an arch."""

    name: str
    href: str
    picture: str
    placeholder: str
    words: str


@bp.get("/")
@declares(cache="public", limit="browse")
def show() -> Answer:
    laid, new = search.list_home(OCCASION, settings_on_table=6, newest=4)
    table = [_setting(card) for card in laid]
    return page(
        "shop/home.html",
        table=table,
        table_total=Money.total(one.amount for one in table),
        guests=GUESTS,
        occasion=Way(_("See the whole table"), url_for("shop.search.index", q=OCCASION)),
        arches=_arches(),
        new=card_views(new),
        everything=Way(_("All products"), url_for("shop.search.index")),
        newest=Way(_("See what is new"), url_for("shop.search.index", sort="newest")),
        canonical=settings().base_url.rstrip("/") + "/",
    )


def _setting(card: Card) -> Setting:
    """Enough packs for every guest; what stands once on a table is bought once."""
    packs = -(-GUESTS // card.pack_size) if card.pack_size > 1 else 1
    words = (
        ngettext(
            "%(pieces)s, in %(count)s pack",
            "%(pieces)s, in %(count)s packs of %(size)s",
            packs,
            pieces=packs * card.pack_size,
            size=card.pack_size,
        )
        if card.pack_size > 1
        else card.fact
    )
    href = url_for("shop.products.show", slug=card.slug)
    return Setting(card.name, href, card.picture_key, card.placeholder, card.alt, card.price * packs, words)


def _arches() -> list[Arch]:
    counts = search.count_below(None)
    roots = shelves().roots[:ARCHES]
    pictures = media.find_pictures([root.picture_key for root in roots if root.picture_key])
    return [
        Arch(
            root.name,
            category_url(root),
            root.picture_key or "",
            picture.placeholder if (picture := pictures.get(root.picture_key or "")) else "",
            ngettext("%(count)s piece", "%(count)s pieces", counts.get(root.path, 0)),
        )
        for root in roots
    ]
