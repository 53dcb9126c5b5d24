"""How the shelf says no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elite.kernel.errors import Conflict, Refusal
from elite.kernel.text import _, ngettext


@dataclass(frozen=True)
class Shortage:
    """One variant of which there are only `left`, where `wanted` were asked for."""

    variant_id: int
    sku: str
    wanted: int
    left: int


class NotEnoughStock(Refusal):
    """Somebody was quicker; `missing` says what, and how many are left."""

    def __init__(self, missing: Sequence[Shortage]) -> None:
        super().__init__(*missing)
        self.missing = list(missing)

    def __str__(self) -> str:
        if len(self.missing) == 1:
            left = self.missing[0].left
            if not left:
                return _("%(sku)s has just sold out. Please take it out of your cart.", sku=self.missing[0].sku)
            return ngettext(
                "Only %(count)s of %(sku)s is left. Please change the quantity.",
                "Only %(count)s of %(sku)s are left. Please change the quantity.",
                left,
                sku=self.missing[0].sku,
            )
        return _(
            "Some things in your cart are no longer available in this quantity: %(skus)s.",
            skus=", ".join(m.sku for m in self.missing),
        )


class NothingHeld(Conflict):
    """The units this order held have gone on already."""

    def __init__(self, ref: str) -> None:
        super().__init__(ref)
        self.ref = ref

    def __str__(self) -> str:
        return _("The goods of %(ref)s are no longer held.", ref=self.ref)


class BelowWhatIsPromised(Refusal):
    """A correction would leave fewer on the shelf than are promised to orders."""

    def __init__(self, sku: str, on_hand: int, reserved: int) -> None:
        super().__init__(sku, on_hand, reserved)
        self.sku, self.on_hand, self.reserved = sku, on_hand, reserved

    def __str__(self) -> str:
        return _(
            "%(sku)s has %(on_hand)s on the shelf, and %(reserved)s of them are promised to orders. Fewer than that cannot be.",
            sku=self.sku,
            on_hand=self.on_hand,
            reserved=self.reserved,
        )


class ShelfChanged(Conflict):
    """The books have moved since the page that was filled in."""

    def __init__(self, on_hand: int, seen: int) -> None:
        super().__init__(on_hand, seen)
        self.on_hand, self.seen = on_hand, seen

    def __str__(self) -> str:
        return _(
            "The books said %(seen)s when you began, and say %(on_hand)s now. Please count again.",
            seen=self.seen,
            on_hand=self.on_hand,
        )
