"""What can happen to a cart, as values, and what comes of it: the very rules of `quick_copy.lua`, when Redis is away.

A change has an id and a number for each attempt. Whoever applies it twice by accident (a command that Redis runs late,
a row written by two paths) finds it among the contents' recent changes, whatever the attempt, and does nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar, Self

from elite.cart.contents import CHANGES_KEPT, MOST_LINES, STEPS_KEPT, Contents, Line, Step, in_order
from elite.cart.errors import CartFull, LineGone, NothingToUndo, Overtaken
from elite.kernel.errors import Refusal
from elite.kernel.money import Money


class WrongQuantity(Refusal):
    """The line would hold `total`, outside its limits; the verb that asked turns this into a sentence."""

    def __init__(self, total: int) -> None:
        super().__init__(total)
        self.total = total


@dataclass(frozen=True, slots=True)
class Limits:
    """What one line may hold: from `lowest`, in steps, up to `highest` (0: nothing at all)."""

    lowest: int = 1
    step: int = 1
    highest: int = 9_999

    def allow(self, quantity: int) -> bool:
        return self.lowest <= quantity <= self.highest and (quantity - self.lowest) % self.step == 0


def new_change_id() -> str:
    """48 random bits in 8 letters, enough to tell the changes of one cart apart, and the number of the attempt."""
    return f"{secrets.token_urlsafe(6)}:0"


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that happens to a cart."""

    kind: ClassVar[str]
    id: str = field(default_factory=new_change_id)

    def arguments(self) -> list[str | int]:
        """As `quick_copy.lua` reads them."""
        raise NotImplementedError

    def made(self, before: Contents) -> Contents | None:
        """The lines and steps after it, or None where there was nothing to do; raises what refuses it."""
        raise NotImplementedError

    def again(self) -> Self:
        """The same thing as another attempt: no copy that knows the failed one passes for a descendant of this one."""
        name, _, attempt = self.id.partition(":")
        return replace(self, id=f"{name}:{int(attempt) + 1}")

    def applied_to(self, before: Contents) -> Contents:
        """`before` with this change in it, once, whichever attempt got there."""
        name = self.id.partition(":")[0] + ":"
        if any(change.startswith(name) for change in before.recent):
            return before
        after = self.made(before)
        if after is None:
            return before
        return replace(after, version=before.version + 1, recent=(*before.recent, self.id)[-CHANGES_KEPT:])


@dataclass(frozen=True, kw_only=True)
class LineChange(Change):
    """A change of one line, which can be taken back."""

    sku: str

    def arguments(self) -> list[str | int]:
        return [self.sku]

    def put(self, before: Contents, line: Line | None) -> Contents:
        """`before` with `line` (or nothing) in the place of the line of this SKU, and a step that leads back."""
        held = before.find(self.sku)
        lines = [one for one in before.lines if one.sku != self.sku]
        if line is not None:
            if held is None and len(lines) >= MOST_LINES:
                raise CartFull(MOST_LINES)
            lines.append(line)
        step = Step(before.version + 1, self.id, self.kind, self.sku, held)
        return replace(before, lines=in_order(lines), steps=(*before.steps, step)[-STEPS_KEPT:])


@dataclass(frozen=True, kw_only=True)
class Add(LineChange):
    """So many more of a SKU. A saved line of it comes back into the cart with the quantity asked for."""

    kind = "add"
    quantity: int
    price: Money
    limits: Limits

    def arguments(self) -> list[str | int]:
        return [self.sku, self.quantity, self.price.minor, self.limits.lowest, self.limits.step, self.limits.highest]

    def made(self, before: Contents) -> Contents:
        held = before.find(self.sku)
        if held is None or held.saved:
            total, seen, position = self.quantity, self.price, before.version + 1
        else:
            total, seen, position = held.quantity + self.quantity, _lower(held.seen_price, self.price), held.position
        if not self.limits.allow(total):
            raise WrongQuantity(total)
        return self.put(before, Line(self.sku, total, seen, False, position))


@dataclass(frozen=True, kw_only=True)
class Set(LineChange):
    """Exactly so many of a SKU that is in the cart."""

    kind = "set"
    quantity: int
    price: Money
    limits: Limits

    def arguments(self) -> list[str | int]:
        return [self.sku, self.quantity, self.price.minor, self.limits.lowest, self.limits.step, self.limits.highest]

    def made(self, before: Contents) -> Contents | None:
        held = before.find(self.sku)
        if held is None or held.saved:
            raise LineGone
        if not self.limits.allow(self.quantity):
            raise WrongQuantity(self.quantity)
        after = replace(held, quantity=self.quantity, seen_price=_lower(held.seen_price, self.price))
        return None if after == held else self.put(before, after)


@dataclass(frozen=True, kw_only=True)
class Remove(LineChange):
    """A line goes, saved or not; it may be gone already."""

    kind = "remove"

    def made(self, before: Contents) -> Contents | None:
        return self.put(before, None) if before.find(self.sku) else None


@dataclass(frozen=True, kw_only=True)
class Save(LineChange):
    """A line is put aside for later."""

    kind = "save"

    def made(self, before: Contents) -> Contents | None:
        held = before.find(self.sku)
        if held is None:
            raise LineGone
        return None if held.saved else self.put(before, replace(held, saved=True))


@dataclass(frozen=True, kw_only=True)
class Move(LineChange):
    """A saved line comes back into the cart, as it is."""

    kind = "move"

    def made(self, before: Contents) -> Contents | None:
        held = before.find(self.sku)
        if held is None:
            raise LineGone
        return self.put(before, replace(held, saved=False, position=before.version + 1)) if held.saved else None


@dataclass(frozen=True, kw_only=True)
class Undo(Change):
    """The last step is taken back; `step` names the one that was meant, or is empty for whichever is last."""

    kind = "undo"
    step: str = ""

    def arguments(self) -> list[str | int]:
        return [self.step]

    def made(self, before: Contents) -> Contents:
        if not before.steps:
            raise NothingToUndo
        *earlier, last = before.steps
        if self.step and last.change != self.step:
            raise Overtaken
        lines = [line for line in before.lines if line.sku != last.sku]
        if last.before is not None:
            lines.append(last.before)
        return replace(before, lines=in_order(lines), steps=tuple(earlier))


@dataclass(frozen=True, kw_only=True)
class Accept(Change):
    """The shopper agrees to these unit prices."""

    kind = "accept"
    prices: Mapping[str, Money]

    def arguments(self) -> list[str | int]:
        return [part for sku, price in self.prices.items() for part in (sku, price.minor)]

    def made(self, before: Contents) -> Contents | None:
        lines = tuple(replace(line, seen_price=self.prices.get(line.sku, line.seen_price)) for line in before.lines)
        return None if lines == before.lines else replace(before, lines=lines)


def _lower(seen: Money | None, price: Money) -> Money:
    """A drop is taken over at once, a rise waits for consent."""
    return price if seen is None else min(seen, price)
