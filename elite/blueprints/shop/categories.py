"""A shelf with everything below it, as a list that can be narrowed and ordered."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue as Answer

from elite import catalog
from elite.web.hypermedia import is_htmx, page
from elite.web.routes import declares
from elite.web.views.listing import listing_view
from elite.web.views.navigation import shelves, with_question

bp = Blueprint("categories", __name__)


@bp.get("/c/<path:path>")
@declares(cache="public", limit="browse")
def show(path: str) -> Answer:
    tree = shelves()
    category = tree.find(path)
    if category is None:
        return _moved(path)
    view = listing_view(category, tree.trail(path))
    answer = page("shop/listing.html", fragment="results", view=view)
    if is_htmx():
        answer.headers["HX-Push-Url"] = view.clean
    return answer


def _moved(path: str) -> Answer:
    """Where the category went, with the question as it was asked; 404 where it never stood."""
    now = catalog.find_redirect("category", path.strip("/"))
    if now is None and path.endswith("/"):
        now = path.strip("/")
    if not now:
        abort(404)
    return redirect(with_question(url_for("shop.categories.show", path=now)), 301)
