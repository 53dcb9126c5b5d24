"""The answers every change of the cart gives: a page for a browser, for htmx the parts that changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue as Answer

from elite.kernel.errors import Conflict
from elite.web.current import current_cart
from elite.web.hypermedia import fragments, is_htmx, page
from elite.web.views.cart import Mistake, cart_view

P = ParamSpec("P")
BADGE = {"#cart-badge": "cart/_badge.html"}
AROUND = BADGE | {"#receipt": "cart/_receipt.html", "#cart-notes": "cart/_notes.html", "#cart-undo": "cart/_undo.html"}


def changed(said: str, *, way_back: bool = True) -> Answer:
    """The whole cart as it is now; `said` is what happened, told with a way back where that makes sense."""
    if is_htmx():
        context = cart_view(current_cart())
        answer = _to_cart(fragments("cart/show.html#cart", also=BADGE, **context))
        return _told(answer, "cart/_said.html", said=said, way_back=way_back, **context)
    flash(said)
    return redirect(url_for("cart.show"), 303)


def changed_line(sku: str, said: str) -> Answer:
    """One line as it is now, and what its quantity moves around it."""
    if is_htmx():
        context = cart_view(current_cart())
        return fragments("cart/_line.html", also=AROUND, line=context["cart"].line(sku), **context)
    flash(said)
    return redirect(url_for("cart.show"), 303)


def refused_line(mistake: Mistake) -> Answer:
    """The line again, with what was typed and what is wrong with it beside the field."""
    context = cart_view(current_cart(), mistake)
    line = context["cart"].line(mistake.sku)
    if is_htmx() and line is not None:
        return fragments("cart/_line.html", also=AROUND, status=422, line=line, **context)
    return page("cart/show.html", status=422, **context)


def standing(view: Callable[P, Answer]) -> Callable[P, Answer]:
    """Where what was shown is no longer so, the answer is the cart as it stands, with the reason above it."""

    @wraps(view)
    def answer(*args: P.args, **kwargs: P.kwargs) -> Answer:
        try:
            return view(*args, **kwargs)
        except Conflict as no:
            cart = current_cart()
            cart.forget()
            context = cart_view(cart, refused=no.sentence)
            if is_htmx():
                return _to_cart(fragments("cart/show.html#cart", also=BADGE, status=no.status, **context))
            return page("cart/show.html", status=no.status, **context)

    return answer


def added(name: str, said: str, **context: Any) -> Answer:
    """The buy box with its good news, the number in the header, and a small cart that says what is in it now."""
    answer = fragments("shop/products/show.html#buy_box", also=BADGE, added=True, **context)
    return _told(answer, "cart/_mini.html", said=said, name=name, **cart_view(current_cart()))


def _to_cart(answer: Response) -> Response:
    """Aim an answer with the whole cart at the cart, whichever line's form asked."""
    answer.headers["HX-Retarget"] = "#cart"
    answer.headers["HX-Reswap"] = "outerHTML"
    return answer


def _told(answer: Response, template: str, **context: object) -> Response:
    """`answer` with a note for the status region behind it."""
    answer.set_data(answer.get_data(as_text=True) + "\n" + render_template(template, **context))
    return answer


def back() -> Answer:
    """A refused form leaves the browser at its address; coming back to it leads to the cart."""
    return redirect(url_for("cart.show"), 303)
