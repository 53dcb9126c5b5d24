"""What a shopper does with a cart. It promises nothing, so nothing is reserved; the order takes the stock."""

from __future__ import annotations

from collections.abc import Mapping

from elite import catalog, inventory
from elite.cart.cart import Cart
from elite.cart.changes import Accept, Add, Change, Limits, Move, Remove, Save, Set, Undo, WrongQuantity
from elite.cart.contents import Step
from elite.cart.errors import NotOffered, PricesMoved, QuantityRefused
from elite.cart.review import variants_of
from elite.catalog import Variant
from elite.kernel import clock
from elite.kernel.money import Money
from elite.kernel.text import _, ngettext


def add_item(cart: Cart, variant: Variant, quantity: int) -> None:
    """Put `quantity` units more of `variant` in. Raises NotOffered, QuantityRefused, CartFull or AwaitingPayment."""
    left = _left(variant)
    try:
        cart.change(Add(sku=variant.sku, quantity=quantity, price=variant.price, limits=_limits(variant, left)))
    except WrongQuantity as wrong:
        raise _too_many_more(variant, wrong.total - quantity, quantity, left) from None


def set_quantity(cart: Cart, variant: Variant, quantity: int) -> None:
    """Have exactly `quantity` of a variant that is in the cart; 0 takes it out.

    Raises NotOffered, QuantityRefused, LineGone or AwaitingPayment.
    """
    if quantity == 0:
        return remove_item(cart, variant.sku)
    left = _left(variant)
    try:
        cart.change(Set(sku=variant.sku, quantity=quantity, price=variant.price, limits=_limits(variant, left)))
    except WrongQuantity:
        sentence = catalog.quantity_problem(variant, quantity, left) or _("That many cannot be had.")
        raise QuantityRefused(sentence, catalog.nearest_quantity(variant, quantity, left)) from None


def remove_item(cart: Cart, sku: str) -> None:
    """Take a line out, saved or not; one that is gone already is no mistake."""
    cart.change(Remove(sku=sku))


def save_for_later(cart: Cart, sku: str) -> None:
    """Put a line aside. Raises LineGone."""
    cart.change(Save(sku=sku))


def move_to_cart(cart: Cart, sku: str) -> None:
    """Take a saved line back in, as it is; `review` says if it can no longer be had so. Raises LineGone."""
    cart.change(Move(sku=sku))


def undo(cart: Cart, step: str = "") -> Step | None:
    """Take the last change back, and answer what it was. `step` names the change that is meant.

    Raises NothingToUndo, or Overtaken when another change came after it.
    """
    steps = cart.read().steps
    cart.change(Undo(step=step))
    return next((one for one in reversed(steps) if not step or one.change == step), None)


def accept_prices(cart: Cart, shown: Mapping[str, Money]) -> None:
    """Agree to the unit prices that were `shown` (by SKU). Raises PricesMoved when one has risen again since."""
    wanted = [line.sku for line in cart.lines if line.sku in shown]
    now = {sku: variant.price for sku, variant in variants_of(wanted).items()}
    if any(now[sku] > shown[sku] for sku in now):
        raise PricesMoved
    change: Change = Accept(prices=now)
    cart.change(change)


def _left(variant: Variant) -> int | None:
    """How many could be promised this moment; None when nothing limits it. Raises NotOffered."""
    there = inventory.available([variant.id]).get(variant.id)
    if there is None or not variant.active or not variant.product.is_visible(clock.now()):
        raise NotOffered
    return there.most


def _limits(variant: Variant, left: int | None) -> Limits:
    return Limits(variant.min_quantity, variant.quantity_step, catalog.most_of(variant, left))


def _too_many_more(variant: Variant, held: int, more: int, left: int | None) -> QuantityRefused:
    """The refusal of `more` beside the `held` ones: the nearest is again a number of units to add."""
    sentence = catalog.quantity_problem(variant, held + more, left) or _("That many cannot be had.")
    if held:
        sentence += " " + ngettext("%(count)d is in your cart already.", "%(count)d are in your cart already.", held)
    nearest = catalog.nearest_quantity(variant, held + more, left) - held
    return QuantityRefused(sentence, max(0, nearest))
