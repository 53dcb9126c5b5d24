"""The shelves as every page of the shop shows them: one query a request, asked only when a page draws them."""

from __future__ import annotations

from dataclasses import dataclass

from flask import g, request, url_for
from flask.sansio.app import App
from sqlalchemy.exc import DBAPIError
from werkzeug.local import LocalProxy

from elite import catalog
from elite.catalog import Branch, Tree
from elite.kernel.text import _


@dataclass(frozen=True)
class NavLink:
    """A shelf of the first row in the header; `current` where the page stands on it or below."""

    name: str
    url: str
    current: bool


def prepare(app: App) -> None:
    """Give templates `navigation`, which asks the database only when it is drawn."""
    app.jinja_env.globals["navigation"] = LocalProxy(navigation)


def shelves() -> Tree:
    """The tree of categories, asked of the database once a request."""
    if "shelves" not in g:
        g.shelves = catalog.category_tree()
    tree: Tree = g.shelves
    return tree


def navigation() -> list[NavLink]:
    """The first row of shelves. A page that says the database is away has none."""
    try:
        roots = shelves().roots
    except DBAPIError:
        g.shelves = Tree([])
        return []
    here = request.path + "/"
    return [
        NavLink(root.name, address, here.startswith(address + "/"))
        for root in roots
        for address in (category_url(root),)
    ]


def category_url(category: Branch) -> str:
    """The page of a category."""
    return url_for("shop.categories.show", path=category.path)


def crumbs(trail: list[Branch], last: str | None = None) -> list[tuple[str, str]]:
    """Pairs of name and address from home down `trail`; `last` is the page itself where that is no category."""
    steps = [(_("Home"), url_for("shop.home.show"))]
    steps += [(branch.name, category_url(branch)) for branch in trail]
    return [*steps, (last, "")] if last is not None else steps


def with_question(address: str) -> str:
    """`address` with the query of this request behind it, byte for byte, for a page that has moved."""
    asked = request.query_string.decode("ascii", "ignore")
    return f"{address}?{asked}" if asked else address
