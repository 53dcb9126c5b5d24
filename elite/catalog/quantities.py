"""How many of a variant can be bought: from a least, in steps, up to a most and to what is left (decision 24)."""

from __future__ import annotations

from elite.catalog.product import MOST_OF_ONE, Variant
from elite.kernel.text import _, ngettext


def most_of(variant: Variant, left: int | None) -> int:
    """The largest quantity that may be bought; 0 when not even the least may. `left` is None when nobody counts."""
    ceiling = min(variant.max_quantity or MOST_OF_ONE, MOST_OF_ONE)
    if left is not None:
        ceiling = min(ceiling, left)
    if ceiling < variant.min_quantity:
        return 0
    steps = (ceiling - variant.min_quantity) // variant.quantity_step
    return variant.min_quantity + steps * variant.quantity_step


def nearest_quantity(variant: Variant, wanted: int, left: int | None) -> int:
    """The quantity nearest to `wanted` that may be bought, the larger of two as near; 0 when none may."""
    most = most_of(variant, left)
    if not most:
        return 0
    least, step = variant.min_quantity, variant.quantity_step
    nearest = least + (2 * (wanted - least) + step) // (2 * step) * step
    return min(max(nearest, least), most)


def quantity_rule(variant: Variant, left: int | None = None) -> str:
    """What may be typed, in words: "Packs of 6. At least 2, in steps of 2, at most 40."; empty when anything goes."""
    parts = []
    if variant.pack_size > 1:
        parts.append(_("Sold in packs of %(size)s.", size=variant.pack_size))
    limits = []
    if variant.min_quantity > 1:
        limits.append(_("at least %(least)s", least=variant.min_quantity))
    if variant.quantity_step > 1:
        limits.append(_("in steps of %(step)s", step=variant.quantity_step))
    if variant.max_quantity:
        limits.append(_("at most %(most)s", most=most_of(variant, None)))
    if limits:
        sentence = ", ".join(limits)
        parts.append(sentence[0].upper() + sentence[1:] + ".")
    return " ".join(parts)


def quantity_problem(variant: Variant, wanted: int, left: int | None) -> str | None:
    """Why `wanted` cannot be bought and what is nearest; None when it can."""
    nearest = nearest_quantity(variant, wanted, left)
    if wanted == nearest:
        return None
    if not nearest:
        return _sold_out(variant, left)
    if wanted > nearest and left is not None and nearest == most_of(variant, left) < most_of(variant, None):
        return ngettext("Only %(count)s left.", "Only %(count)s left.", nearest)
    if wanted > nearest and nearest == most_of(variant, None):
        return _("You can buy %(most)s of this at most.", most=nearest)
    if wanted < variant.min_quantity:
        return _("The least you can buy is %(least)s.", least=nearest)
    return _(
        "It is sold in steps of %(step)s; the nearest to %(wanted)s is %(nearest)s.",
        step=variant.quantity_step,
        wanted=wanted,
        nearest=nearest,
    )


def _sold_out(variant: Variant, left: int | None) -> str:
    if left is not None and 0 < left < variant.min_quantity:
        return _("Only %(left)s left, fewer than the %(least)s it is sold from.", left=left, least=variant.min_quantity)
    return _("This is sold out.")
