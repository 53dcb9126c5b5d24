"""What may be meant, while it is typed; a page of its own for whoever opens the address."""

from __future__ import annotations

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue as Answer

from elite import search
from elite.search import Phrase
from elite.web.hypermedia import page
from elite.web.routes import declares
from elite.web.views.listing import Way
from elite.web.views.navigation import category_url, shelves

bp = Blueprint("suggestions", __name__)

MOST_SHELVES = 3


@bp.get("/search/suggest")
@declares(cache="public", limit="search")
def index() -> Answer:
    phrase = Phrase.of(request.args.get("q", ""))
    found = search.suggest(phrase.typed)
    return page(
        "shop/suggestions.html",
        fragment="suggestions",
        typed=phrase.typed,
        shelves=_matching(phrase),
        products=[(one, url_for("shop.products.show", slug=one.slug)) for one in found],
        everything=url_for("shop.search.index", q=phrase.typed),
    )


def _matching(phrase: Phrase) -> list[Way]:
    """Shelves in whose name every typed word begins a word."""
    if not phrase.tokens:
        return []
    all_shelves = (branch for root in shelves().roots for branch in root.walk())
    return [Way(branch.name, category_url(branch)) for branch in all_shelves if phrase.begins(branch.name)][
        :MOST_SHELVES
    ]
