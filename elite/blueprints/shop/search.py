"""What was found for the words that were typed, in the same list that shelves use; without words, everything."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue as Answer

from elite.web.hypermedia import is_htmx, page
from elite.web.routes import declares
from elite.web.views.listing import listing_view

bp = Blueprint("search", __name__)


@bp.get("/search")
@declares(cache="public", limit="search")
def index() -> Answer:
    view = listing_view(None, [])
    answer = page("shop/listing.html", fragment="results", view=view)
    if is_htmx():
        answer.headers["HX-Push-Url"] = view.clean
    return answer
