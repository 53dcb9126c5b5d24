"""The last button: hand everything to settlement, once, and go where it is paid."""

from __future__ import annotations

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue as Answer

from elite import checkout, settlement
from elite.blueprints.checkout.typed import keep, typed_draft, whereto
from elite.cart import Cart
from elite.checkout import Draft, Step
from elite.kernel.errors import Refusal
from elite.kernel.text import _
from elite.settlement import Placed, Placement
from elite.web.current import current_cart, current_session, current_user
from elite.web.hypermedia import go_to, page
from elite.web.limits import network
from elite.web.routes import declares
from elite.web.views.checkout import Judged, checkout_key, checkout_view, judge

bp = Blueprint("place", __name__)


@bp.post("/place")
@declares(csrf="form", cache="private", limit="checkout")
def create() -> Answer:
    """Every field of every step may come along. Pressing twice, here or in two tabs, leads to the same order."""
    cart, draft = current_cart(), typed_draft()
    if not cart.lines or cart.is_awaiting_payment:
        return _pressed_again(cart, draft)
    judged = judge(cart, draft)
    keep(judged.draft)
    finished = judged.open_step is Step.REVIEW
    if not finished or not _was_shown():
        unseen = _("Please look this over first. Nothing has been ordered yet.") if finished else ""
        view = checkout_view(judged, cart, telling=True, refused=unseen)
        return page("checkout/show.html", fragment="checkout", status=422, **view)
    try:
        return _go_on(settlement.place(_placement(cart, judged.draft)))
    except Refusal as no:
        return _refused(no)


@bp.get("/place")
@declares(cache="private", limit="browse")
def show() -> Answer:
    return redirect(url_for("checkout.show"), 303)


def _pressed_again(cart: Cart, draft: Draft) -> Answer:
    """The cart has become an order meanwhile: the one of this very button, or another that waits for its payment."""
    try:
        return _go_on(settlement.place(_placement(cart, draft)))
    except Refusal:
        cart.forget()
        return whereto(cart) or redirect(url_for("checkout.show"), 303)


def _refused(no: Refusal) -> Answer:
    """Nothing was charged. Show what stands now, and where it differs from what was shown."""
    cart = current_cart()
    cart.forget()
    if away := whereto(cart):
        return away
    judged: Judged = judge(cart, typed_draft())
    changed = checkout.differences(request.form.get("shown", ""), judged.offer) if no.status == 409 else ()
    view = checkout_view(judged, cart, telling=True, refused=no.sentence, changed=changed)
    answer = page("checkout/show.html", fragment="checkout", status=no.status, **view)
    if wait := getattr(no, "retry_after", 0):
        answer.headers["Retry-After"] = str(wait)
    return answer


def _placement(cart: Cart, draft: Draft) -> Placement:
    version = request.form.get("cart_version", "").strip()
    return Placement(
        checkout_key=_key(request.form.get("checkout_key", ""), cart),
        cart_id=cart.id or 0,
        cart_version=int(version) if version.isascii() and version.isdigit() and len(version) < 10 else -1,
        quote_hash=request.form.get("quote_hash", ""),
        draft=draft,
        session_key=current_session().id_hash,
        network=network(),
        customer_id=current_user().id,
    )


def _was_shown() -> bool:
    """Whether the sender has a total before them; nobody is charged one they have not seen (features.md T-6)."""
    return bool(request.form.get("quote_hash")) and bool(request.form.get("cart_version"))


def _key(sent: str, cart: Cart) -> str:
    """The key the page was made with; one of another length is none of ours, and could be somebody else's as well."""
    ours = checkout_key(cart)
    return sent if len(sent) == len(ours) else ours


def _go_on(placed: Placed) -> Answer:
    """To the payment page where there is one, else to the order."""
    return go_to(placed.pay_url or url_for("orders.show.show", token=placed.token))
