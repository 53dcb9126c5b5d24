"""The cart as its page shows it, for every route that answers with it: sums ready to draw, sentences ready to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for

from elite import cart as carts
from elite import checkout
from elite.cart import Cart, CartView, LineView
from elite.checkout import MethodKind
from elite.kernel.money import Money
from elite.kernel.settings import settings
from elite.kernel.shop import shop
from elite.kernel.text import _, ngettext
from elite.kernel.tokens import digest
from elite.pricing import Step
from elite.web.filters import money

Sum = tuple[str, Money | str, str]
_KINDS = {Step.REDUCTION: "less", Step.DISCOUNT: "less", Step.TOTAL: "total", Step.TAX: "fine"}


@dataclass(frozen=True)
class Mistake:
    """What was typed into a line, why it cannot be, and the nearest quantity that can (None: there is none)."""

    sku: str
    typed: str
    sentence: str
    nearest: int | None = None


@dataclass(frozen=True)
class CartLine:
    """One line as `cart/_line.html` draws it. `id` fits a selector; `error` stands beside the field;
    `is_refused` when it answers what was just typed.
    """

    id: str
    sku: str
    name: str
    href: str
    about: str
    picture: str
    quantity: str
    least: int
    most: int
    step: int
    amount: Money | None
    was: Money | None
    why: list[Sum]
    why_label: str
    note: str
    error: str
    is_refused: bool
    nearest: int | None
    is_gone: bool
    is_fixed: bool


@dataclass(frozen=True)
class Rise:
    """A price that rose, as the consent form lists it; `shown` is what agreeing sends."""

    sentence: str
    shown: str


@dataclass(frozen=True)
class FreeDelivery:
    """How far the goods are from free delivery; `missing` is nothing when they are there."""

    reached: Money
    threshold: Money
    missing: Money | None


@dataclass(frozen=True)
class CartPage:
    """Everything `cart/show.html` and its partials show."""

    lines: list[CartLine]
    saved: list[CartLine]
    summary: str
    rows: list[Sum]
    rises: list[Rise]
    total: Money
    can_check_out: bool
    hindrance: str
    delivery_note: str
    free_delivery: FreeDelivery | None
    undo: str
    undo_step: str
    order: tuple[str, str] | None
    is_awaiting_payment: bool

    @property
    def is_empty(self) -> bool:
        return not self.lines

    def line(self, sku: str) -> CartLine | None:
        return next((line for line in (*self.lines, *self.saved) if line.sku == sku), None)


def cart_view(
    cart: Cart, mistake: Mistake | None = None, *, refused: str = "", unticked: bool = False
) -> dict[str, Any]:
    """The context of `cart/show.html` and of its block and partials.

    `mistake` is shown beside its line's field, `refused` above all lines, `unticked` beside the consent to prices.
    """
    view = carts.review(cart)
    fixed = view.is_awaiting_payment
    page = CartPage(
        lines=[_line(line, mistake, fixed) for line in view.lines],
        saved=[_line(line, None, fixed) for line in view.saved],
        summary=_summary(view),
        rows=_rows(view),
        rises=[Rise(_rise(line), f"{line.sku}={line.unit_price.minor}") for line in view.raised if line.unit_price],
        total=view.total,
        can_check_out=view.can_check_out,
        hindrance=_hindrance(view),
        delivery_note=view.delivery_note,
        free_delivery=_free_delivery(view) if view.lines and not fixed else None,
        undo="" if fixed else undo_words(view),
        undo_step=view.last_step.change if view.last_step else "",
        order=view.order,
        is_awaiting_payment=fixed,
    )
    return {"cart": page, "refused": refused, "unticked": unticked}


def line_id(sku: str) -> str:
    """The id of a line's element."""
    return f"line-{digest(sku)[:10]}"


def undo_words(view: CartView) -> str:
    """What pressing undo would do; empty where there is nothing to take back."""
    step = view.last_step
    if step is None:
        return ""
    name = view.last_name or step.sku
    match step.kind:
        case "remove":
            return _("Put %(name)s back", name=name)
        case "add" if step.before is None:
            return _("Take %(name)s out again", name=name)
        case "save":
            return _("Put %(name)s back in the cart", name=name)
        case "move":
            return _("Save %(name)s for later again", name=name)
        case _:
            return _("Make it %(count)s × %(name)s again", count=step.before.quantity if step.before else 0, name=name)


def _line(line: LineView, mistake: Mistake | None, fixed: bool) -> CartLine:
    mine = mistake if mistake and mistake.sku == line.sku else None
    error = mine.sentence if mine else "" if line.is_gone or line.saved else line.problem or ""
    return CartLine(
        id=line_id(line.sku),
        sku=line.sku,
        name=line.name,
        href=url_for("shop.products.show", slug=line.slug, variant=line.sku) if line.slug else "",
        about=_about(line),
        picture=line.picture_key or "",
        quantity=mine.typed if mine else str(line.quantity),
        least=line.lowest,
        most=line.highest,
        step=line.step,
        amount=line.amount,
        was=line.list_price * line.quantity if line.list_price else None,
        why=_why(line),
        why_label=_why_label(line),
        note=_note(line),
        error=error,
        is_refused=mine is not None,
        nearest=mine.nearest if mine else line.nearest if error else None,
        is_gone=line.is_gone,
        is_fixed=fixed,
    )


def _about(line: LineView) -> str:
    parts = [line.title]
    if line.pack_size > 1:
        parts.append(_("pack of %(count)s", count=line.pack_size))
    if line.saved:
        parts.append(_("quantity %(count)s", count=line.quantity))
    words = ", ".join(part for part in parts if part)
    return words[:1].upper() + words[1:]


def _why(line: LineView) -> list[Sum]:
    rows: list[Sum] = []
    for row in line.explanation:
        label = row.label
        if row.step is Step.LIST:
            each = money(line.list_price or line.unit_price) if line.unit_price else ""
            label = _("%(label)s, %(count)s × %(price)s", label=row.label, count=line.quantity, price=each)
        if row.step is Step.TOTAL:
            label = _("This line")
        rows.append((label, row.amount, _KINDS.get(row.step, "")))
    return rows


def _why_label(line: LineView) -> str:
    if line.unit_price is None:
        return ""
    if line.pack_size > 1:
        return _("Why %(price)s a pack", price=money(line.unit_price))
    return _("Why %(price)s each", price=money(line.unit_price))


def _note(line: LineView) -> str:
    """What changed about the line, or is special: a drop in price, or that it is made to order."""
    if line.is_gone:
        return line.problem or ""
    if line.dropped_from and line.unit_price:
        return _(
            "Good news: now %(now)s instead of %(was)s. You pay the lower price.",
            now=money(line.unit_price),
            was=money(line.dropped_from),
        )
    if line.saved and line.problem:
        return line.problem
    if line.backorder and line.left is not None and line.quantity > line.left:
        return _("%(left)s on the shelf; the rest is made for you.", left=line.left)
    return ""


def _rise(line: LineView) -> str:
    was, now = line.raised_from, line.unit_price
    assert was is not None
    assert now is not None
    return _("%(name)s costs %(now)s instead of %(was)s.", name=_full_name(line), now=money(now), was=money(was))


def _full_name(line: LineView) -> str:
    return f"{line.name}, {line.title}" if line.title else line.name


def _summary(view: CartView) -> str:
    if view.is_awaiting_payment:
        return ""
    basis = _("tax included") if shop().prices_include_tax else _("before tax")
    return _("Today's prices, %(basis)s. Nothing is set aside until you pay.", basis=basis)


def _rows(view: CartView) -> list[Sum]:
    """The sum of the receipt: list prices, what is taken off, the tax in it or on it. Delivery follows at checkout."""
    rows: list[Sum] = [
        (
            ngettext("%(count)s product", "%(count)s products", sum(not line.is_gone for line in view.lines)),
            view.listed,
            "",
        )
    ]
    if view.reduced:
        rows.append((_("Reduced prices"), -view.reduced, "less"))
    if view.discount:
        rows.append((_("Discount"), -view.discount, "less"))
    rows.append((_("Delivery"), _("at checkout"), ""))
    taxes = [(group.label, group.tax) for group in view.tax_groups if group.tax]
    if not view.quote.inclusive:
        rows += [(label, amount, "") for label, amount in taxes]
    rows.append((_("Total without delivery"), view.total, "total"))
    if view.quote.inclusive:
        rows += [(_("%(label)s in it", label=label), amount, "fine") for label, amount in taxes]
    return rows


def _hindrance(view: CartView) -> str:
    """Why the checkout cannot begin; empty when it can."""
    if view.problems:
        return ngettext(
            "One line needs a look before you can go on.",
            "%(count)s lines need a look before you can go on.",
            len(view.problems),
        )
    if view.needs_consent:
        return _("A price has risen. Agree to it above before you go on.")
    return ""


def _free_delivery(view: CartView) -> FreeDelivery | None:
    """From what the shop delivers for nothing to most addresses of its own country; None where it never does."""
    threshold = min(_thresholds(checkout.list_delivery_zones()), default=None)
    if threshold is None or not threshold:
        return None
    reached = view.goods - view.discount
    return FreeDelivery(min(reached, threshold), threshold, threshold - reached if reached < threshold else None)


def _thresholds(zones: Sequence[checkout.DeliveryZone]) -> list[Money]:
    everywhere = [zone for zone in zones if settings().home_country in zone.countries and not zone.postcodes]
    return [
        method.free_from
        for zone in everywhere
        for method in zone.methods
        if method.active and method.kind is not MethodKind.PICKUP and method.free_from is not None
    ]
