"""What this shopper typed, and where they go instead when there is nothing to check out."""

from __future__ import annotations

from flask import Response, flash, request, url_for

from elite.cart import Cart, find_open_order
from elite.checkout import Draft, Step
from elite.kernel.text import _
from elite.web.current import current_session, current_user, has_session
from elite.web.hypermedia import go_to

KEPT = "checkout"


def kept_draft() -> Draft:
    """The answers of this session; somebody signed in need not type name and address."""
    draft = Draft.from_session(current_session().get(KEPT))
    user = current_user()
    if user.is_authenticated:
        known = {"email": user.email, "name": user.name}
        draft = draft.with_values({name: value for name, value in known.items() if not draft.get(name)})
    return draft


def typed_draft() -> Draft:
    """The kept answers with those of this request, whatever step they belong to."""
    return kept_draft().with_typed(request.form)


def keep(draft: Draft) -> None:
    """Remember the answers, right or wrong."""
    current_session()[KEPT] = draft.to_session()


def wanted_step() -> Step | None:
    """The step the address asks to open."""
    asked = request.args.get("step", "")
    return Step(asked) if asked in set(Step) else None


def whereto(cart: Cart) -> Response | None:
    """Where to go instead: to the order that waits for its payment, or to a cart that is empty."""
    if cart.is_awaiting_payment and cart.id is not None and (waiting := find_open_order(cart.id)):
        number, token = waiting
        flash(
            _("Order %(number)s waits for its payment. Pay it here, or put everything back in the cart.", number=number)
        )
        return go_to(url_for("orders.show.show", token=token))
    if cart.lines:
        return None
    if has_session():  # looking around begins no session, not even for a message
        flash(_("Your cart is empty, so there is nothing to check out."))
    return go_to(url_for("cart.show"))
