"""The page of one product, with one of its variants chosen by the address."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue as Answer

from elite import catalog, search
from elite.catalog import Product, State
from elite.kernel import clock
from elite.web.hypermedia import is_htmx, page
from elite.web.routes import declares
from elite.web.views.cards import card_views
from elite.web.views.navigation import crumbs, shelves, with_question
from elite.web.views.product import product_view

bp = Blueprint("products", __name__)


@bp.get("/p/<slug>")
@declares(cache="public", limit="browse")
def show(slug: str) -> Answer:
    product = catalog.find_described(slug)
    if product is None:
        return _moved(slug)
    if product.state is State.ARCHIVED:
        return _gone(product)
    if not product.is_visible(clock.now()):
        abort(404)
    sku = request.args.get("variant")
    try:
        context = product_view(product, sku)
    except LookupError:
        return _gone(product)
    answer = page("shop/products/show.html", fragment="choice", **context)
    if is_htmx():
        answer.headers["HX-Push-Url"] = url_for("shop.products.show", slug=slug, variant=sku)
    return answer


def _moved(slug: str) -> Answer:
    """Where the product went, with the variant that was asked for; 404 where it never was."""
    now = catalog.find_redirect("product", slug)
    if now is None:
        abort(404)
    return redirect(with_question(url_for("shop.products.show", slug=now)), 301)


def _gone(product: Product) -> Answer:
    """It was here and is not sold any more: say so, and show what stands where it stood."""
    category = product.main_category
    trail = shelves().trail(category.path) if category else []
    return page(
        "shop/products/gone.html",
        status=410,
        name=product.name,
        crumbs=crumbs(trail, product.name),
        beside=card_views(search.list_beside(product.id, category.path)) if category else [],
        shelf=crumbs(trail)[-1],
    )
