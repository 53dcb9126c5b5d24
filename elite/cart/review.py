"""A cart as it stands today: prices from the catalogue each time, stock, limits, and what to know before paying."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from elite import catalog, inventory, pricing, taxes
from elite.cart.cart import Cart
from elite.cart.contents import Line, Step
from elite.cart.open_order import find_open_order
from elite.catalog import Product, Variant
from elite.inventory import Availability
from elite.kernel import clock
from elite.kernel.db import session
from elite.kernel.money import Money, shop_currency
from elite.kernel.settings import settings
from elite.kernel.shop import shop
from elite.kernel.text import _
from elite.pricing import Quote, QuoteLine, TaxGroup


@dataclass(frozen=True, slots=True)
class LineView:
    """One line, priced. `problem` is why it cannot be bought as it is, `nearest` the quantity that can (or None).

    `raised_from` asks for consent, `dropped_from` only tells (features.md T-6). `amount` is in the shop's price
    basis. `variant_id` and `unit_price` are None when it is no longer sold.
    """

    sku: str
    quantity: int
    saved: bool
    variant_id: int | None = None
    name: str = ""
    title: str = ""
    slug: str = ""
    picture_key: str | None = None
    pack_size: int = 1
    unit_name: str = ""
    weight_grams: int = 0
    unit_price: Money | None = None
    list_price: Money | None = None
    amount: Money | None = None
    explanation: tuple[pricing.Row, ...] = ()
    lowest: int = 1
    step: int = 1
    highest: int = 1
    left: int | None = None
    backorder: bool = False
    problem: str | None = None
    nearest: int | None = None
    raised_from: Money | None = None
    dropped_from: Money | None = None

    @property
    def is_gone(self) -> bool:
        """No longer sold; only its SKU and, where the row still exists, its name are known."""
        return self.unit_price is None


@dataclass(frozen=True, slots=True)
class CartView:
    """The whole cart. `quote` prices what is to be bought and is still sold; `order` is one that waits for payment.

    `last_step` can be taken back; `last_name` says which product it was about.
    """

    id: int | None
    version: int
    lines: tuple[LineView, ...]
    saved: tuple[LineView, ...]
    quote: Quote
    last_step: Step | None
    last_name: str = ""
    order: tuple[str, str] | None = None
    is_awaiting_payment: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.lines

    @property
    def count(self) -> int:
        return sum(line.quantity for line in self.lines)

    @property
    def goods(self) -> Money:
        """The goods before discounts, in the shop's price basis."""
        return self.quote.goods

    @property
    def listed(self) -> Money:
        """The goods at their list prices."""
        return Money.total(
            ((line.list_price or line.unit_price) * line.quantity for line in self.lines if line.unit_price),
            shop_currency(),
        )

    @property
    def reduced(self) -> Money:
        """What reduced prices take off the list prices."""
        return self.listed - self.goods

    @property
    def discount(self) -> Money:
        return self.quote.discount

    @property
    def tax(self) -> Money:
        return self.quote.tax

    @property
    def tax_groups(self) -> Sequence[TaxGroup]:
        return self.quote.tax_groups

    @property
    def total(self) -> Money:
        """The goods with discounts and tax, before delivery."""
        return self.quote.total

    @property
    def weight_grams(self) -> int:
        return sum(line.weight_grams * line.quantity for line in self.lines)

    @property
    def raised(self) -> tuple[LineView, ...]:
        """Lines whose price rose since the shopper agreed to one."""
        return tuple(line for line in self.lines if line.raised_from)

    @property
    def dropped(self) -> tuple[LineView, ...]:
        """Lines that became cheaper; they are charged at the new price already."""
        return tuple(line for line in self.lines if line.dropped_from)

    @property
    def problems(self) -> tuple[LineView, ...]:
        """Lines that cannot be bought as they are."""
        return tuple(line for line in self.lines if line.problem)

    @property
    def needs_consent(self) -> bool:
        return bool(self.raised)

    @property
    def can_check_out(self) -> bool:
        """Whether the checkout may begin: there is something, all of it can be had, and every price was agreed to."""
        return bool(self.lines) and not (self.problems or self.needs_consent or self.is_awaiting_payment)

    @property
    def delivery_note(self) -> str:
        return _("Delivery is worked out at checkout, once we know where it goes.")

    def line(self, sku: str) -> LineView | None:
        return next((line for line in (*self.lines, *self.saved) if line.sku == sku), None)


def review(cart: Cart) -> CartView:
    """`cart` with today's prices, stock and taxes. Three queries besides the cart's own row."""
    contents = cart.read()
    last = contents.steps[-1] if contents.steps else None
    variants = variants_of([line.sku for line in contents.lines] + ([last.sku] if last else []))
    there = inventory.available([variant.id for variant in variants.values()])
    offered = {sku for sku, variant in variants.items() if variant.active and variant.product.is_visible(clock.now())}
    quote = _quote([(line, variants[line.sku]) for line in contents.to_buy if line.sku in offered])

    def seen(line: Line) -> LineView:
        variant = variants.get(line.sku)
        if variant is None:
            return LineView(line.sku, line.quantity, line.saved, name=line.sku, problem=_gone())
        if line.sku not in offered:
            return LineView(
                line.sku,
                line.quantity,
                line.saved,
                name=variant.product.name,
                title=variant.title,
                picture_key=catalog.picture_key_of(variant),
                problem=_gone(),
            )
        return _offered(line, variant, there[variant.id], None if line.saved else quote.line(line.sku))

    waiting = cart.is_awaiting_payment and cart.id is not None
    return CartView(
        id=cart.id,
        version=contents.version,
        lines=tuple(seen(line) for line in contents.to_buy),
        saved=tuple(seen(line) for line in contents.saved),
        quote=quote,
        last_step=last,
        last_name=variants[last.sku].product.name if last and last.sku in variants else "",
        order=find_open_order(cart.id) if waiting and cart.id else None,
        is_awaiting_payment=waiting,
    )


def variants_of(skus: Collection[str]) -> dict[str, Variant]:
    """The variants by SKU with product and pictures, in one query: a cart shows titles, not option values."""
    if not skus:
        return {}
    wanted = select(Variant).where(Variant.sku.in_(set(skus)))
    found = session.scalars(wanted.options(joinedload(Variant.product).joinedload(Product.pictures)))
    return {variant.sku: variant for variant in found.unique()}


def _quote(priced: Sequence[tuple[Line, Variant]]) -> Quote:
    lines = [
        pricing.Line(
            key=line.sku,
            sku=line.sku,
            quantity=line.quantity,
            unit_price=variant.price,
            tax_class=variant.product.tax_class.value,
            list_price=variant.compare_at_price if variant.is_reduced else None,
        )
        for line, variant in priced
    ]
    rates = taxes.rates_at(settings().home_country, shop().today()) if lines else {}
    return pricing.quote(lines, rates=rates, inclusive=shop().prices_include_tax, currency=shop_currency())


def _offered(line: Line, variant: Variant, there: Availability, priced: QuoteLine | None) -> LineView:
    problem = catalog.quantity_problem(variant, line.quantity, there.most)
    agreed = line.seen_price
    return LineView(
        sku=line.sku,
        quantity=line.quantity,
        saved=line.saved,
        variant_id=variant.id,
        name=variant.product.name,
        title=variant.title,
        slug=variant.product.slug,
        picture_key=catalog.picture_key_of(variant),
        pack_size=variant.pack_size,
        unit_name=variant.product.unit_name,
        weight_grams=variant.weight_grams,
        unit_price=variant.price,
        list_price=variant.compare_at_price if variant.is_reduced else None,
        amount=priced.after_discount if priced else variant.price * line.quantity,
        explanation=pricing.explain(priced, inclusive=shop().prices_include_tax) if priced else (),
        lowest=variant.min_quantity,
        step=variant.quantity_step,
        highest=catalog.most_of(variant, there.most),
        left=there.left,
        backorder=there.backorder,
        problem=problem,
        nearest=(catalog.nearest_quantity(variant, line.quantity, there.most) or None) if problem else None,
        raised_from=agreed if agreed is not None and agreed < variant.price else None,
        dropped_from=agreed if agreed is not None and agreed > variant.price else None,
    )


def _gone() -> str:
    return _("We no longer sell this. Take it out to go on.")
