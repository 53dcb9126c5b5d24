"""The price of everything at once: what each unit costs, what tax is in it, and sums that agree by construction.

The rounding is decision 13: a unit price is whole; discounts, and tax once per rate, are shared out straight to units
by largest remainder; a line is the sum of its units. Units stand in an order that does not know about lines (SKU, price
and so on), so splitting, merging or reordering lines changes no unit and no sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from elite.kernel.money import Money
from elite.pricing.allocation import allocate, allocate_alike
from elite.pricing.lines import DeliveryTax, Kind, Line, RateLike
from elite.pricing.rounding import tax_in, tax_on


@dataclass(frozen=True, slots=True)
class Run:
    """Like units of one line, `units` of them from `first_unit` (0 is the first); the amounts are those of ONE unit."""

    first_unit: int
    units: int
    net: Money
    tax: Money
    discount: Money

    @property
    def gross(self) -> Money:
        """What one unit pays."""
        return self.net + self.tax


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One line, priced. `net`, `tax`, `gross` and `discount` are the sums of its runs."""

    key: str
    kind: Kind
    sku: str
    quantity: int
    unit_price: Money
    list_price: Money | None
    tax_class: str
    rate_ppm: int
    rate_label: str
    runs: tuple[Run, ...]
    net: Money
    tax: Money
    discount: Money

    @property
    def gross(self) -> Money:
        """What the line pays, tax included."""
        return self.net + self.tax

    @property
    def price(self) -> Money:
        """Units times unit price: the line before any discount, in the shop's basis."""
        return self.unit_price * self.quantity

    @property
    def after_discount(self) -> Money:
        """What the line comes to in the shop's basis: the number beside it on a page."""
        return self.price - self.discount


@dataclass(frozen=True, slots=True)
class TaxGroup:
    """All units of one rate: a line of the tax summary."""

    ppm: int
    label: str
    net: Money
    tax: Money

    @property
    def gross(self) -> Money:
        return self.net + self.tax


@dataclass(frozen=True, slots=True)
class Quote:
    """Every line priced. `goods + delivery + fees - discount` is `total` where prices include tax, else `net`."""

    currency: str
    inclusive: bool
    lines: tuple[QuoteLine, ...]
    tax_groups: tuple[TaxGroup, ...]

    @property
    def goods(self) -> Money:
        """The goods before discounts, in the shop's basis."""
        return self._sum(line.price for line in self.of_kind(Kind.GOODS))

    @property
    def delivery(self) -> Money:
        return self._sum(line.price for line in self.of_kind(Kind.DELIVERY))

    @property
    def fees(self) -> Money:
        return self._sum(line.price for line in self.of_kind(Kind.FEE))

    @property
    def discount(self) -> Money:
        return self._sum(line.discount for line in self.lines)

    @property
    def net(self) -> Money:
        return self._sum(line.net for line in self.lines)

    @property
    def tax(self) -> Money:
        return self._sum(line.tax for line in self.lines)

    @property
    def total(self) -> Money:
        """What is paid, tax included."""
        return self._sum(line.gross for line in self.lines)

    def of_kind(self, kind: Kind) -> tuple[QuoteLine, ...]:
        return tuple(line for line in self.lines if line.kind is kind)

    def line(self, key: str) -> QuoteLine:
        """The (first) line the caller named `key`; KeyError when there is none."""
        for line in self.lines:
            if line.key == key:
                return line
        raise KeyError(key)

    def hash_parts(self) -> list[list[str | int]]:
        """What must be the same for two quotes to be the same offer, in an order of its own."""
        return sorted(
            [
                line.kind.value,
                line.sku,
                line.quantity,
                line.unit_price.minor,
                line.discount.minor,
                line.rate_ppm,
                line.tax.minor,
            ]
            for line in self.lines
        )

    def _sum(self, amounts: Iterable[Money]) -> Money:
        return Money.total(amounts, self.currency)


def quote(
    lines: Sequence[Line],
    *,
    rates: Mapping[str, RateLike],
    inclusive: bool,
    currency: str,
    discount: Money | None = None,
    delivery_tax: DeliveryTax = DeliveryTax.FIXED,
) -> Quote:
    """`lines` priced with the rate of each tax class, in the order they came.

    `discount` is taken off all goods together, on top of what lines carry themselves. With DeliveryTax.PROPORTIONAL a
    delivery line comes back as one line a rate, all under its key. KeyError for a tax class without a rate, ValueError
    for another currency or a discount larger than the goods.
    """
    for amount in (amount for line in lines for amount in (line.unit_price, line.discount) if amount is not None):
        if amount.currency != currency:
            raise ValueError(f"{amount} in a quote in {currency}.")
    keys = [line.key for line in lines]
    if len(set(keys)) != len(keys):
        raise ValueError("Two lines have the same key.")

    goods = _spread_discount([line for line in lines if line.kind is Kind.GOODS], discount)
    others = _choose_rates([line for line in lines if line.kind is not Kind.GOODS], goods, rates, delivery_tax)
    pieces = _spread_tax(_in_canonical_order(goods + others), rates, inclusive)
    return _assemble(lines, pieces, rates, inclusive, currency)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Like units of one line on their way through the steps: amounts of one unit in minor units."""

    line: Line
    tax_class: str
    first: int
    units: int
    price: int
    discount: int = 0
    tax: int = 0

    @property
    def value(self) -> int:
        """What tax is computed from."""
        return self.price - self.discount


def _in_canonical_order(pieces: Iterable[_Piece]) -> list[_Piece]:
    """By SKU, unit price, then what else tells units apart, then index over all lines: the order ties are broken in."""
    return sorted(
        pieces, key=lambda p: (p.line.sku, p.price, p.line.kind.value, p.tax_class, -p.discount, p.line.key, p.first)
    )


def _spread_discount(lines: Sequence[Line], order_discount: Money | None) -> list[_Piece]:
    """The goods as pieces, with each line's own discount on its units and then the whole order's on all of them."""
    pieces: list[_Piece] = []
    for line in lines:
        whole = _Piece(line, line.tax_class, 0, line.quantity, line.unit_price.minor)
        pieces += _share_out(line.discount.minor if line.discount else 0, [whole], weight="price", onto="discount")
    pieces = _in_canonical_order(pieces)
    if order_discount is None or not order_discount:
        return pieces
    if not 0 <= order_discount.minor <= sum(piece.value * piece.units for piece in pieces):
        raise ValueError("A discount lies between nothing and all the goods together.")
    return _share_out(order_discount.minor, pieces, weight="value", onto="discount")


def _share_out(amount: int, pieces: Sequence[_Piece], *, weight: str, onto: str) -> list[_Piece]:
    """`pieces` with `amount` added to their `onto`, in proportion to their `weight`; cut where units come to differ."""
    answer: list[_Piece] = []
    shares = allocate_alike(amount, [(getattr(piece, weight), piece.units) for piece in pieces])
    for piece, share in zip(pieces, shares, strict=True):
        before = getattr(piece, onto)
        if share.more:
            answer.append(replace(piece, units=share.more, **{onto: before + share.each + 1}))
        if piece.units > share.more:
            rest = {"first": piece.first + share.more, "units": piece.units - share.more, onto: before + share.each}
            answer.append(replace(piece, **rest))
    return answer


def _choose_rates(
    lines: Sequence[Line], goods: Sequence[_Piece], rates: Mapping[str, RateLike], policy: DeliveryTax
) -> list[_Piece]:
    """Delivery and fees as pieces of the tax classes the policy gives them."""
    worth: dict[str, int] = {}
    same: dict[int, str] = {}  # classes with one rate are one for this purpose
    for piece in sorted(goods, key=lambda piece: piece.tax_class):
        if piece.value:
            tax_class = same.setdefault(rates[piece.tax_class].ppm, piece.tax_class)
            worth[tax_class] = worth.get(tax_class, 0) + piece.value * piece.units

    answer: list[_Piece] = []
    for line in lines:
        own = {line.tax_class: 1}
        match policy:
            case DeliveryTax.PROPORTIONAL:
                weights = worth or own
            case DeliveryTax.HIGHEST:
                weights = {max(worth, key=lambda tax_class: rates[tax_class].ppm): 1} if worth else own
            case _:
                weights = own
        answer += _cut(line, weights)
    return answer


def _cut(line: Line, weights: Mapping[str, int]) -> list[_Piece]:
    """One unit of delivery as one piece for each tax class; parts that come to nothing are left out."""
    prices = allocate(line.unit_price.minor, list(weights.values()))
    discounts = allocate(line.discount.minor, prices) if line.discount else [0] * len(prices)
    parts = [
        _Piece(line, tax_class, 0, 1, price, discount)
        for tax_class, price, discount in zip(weights, prices, discounts, strict=True)
        if price
    ]
    return parts or [_Piece(line, next(iter(weights)), 0, 1, 0)]


def _spread_tax(pieces: Sequence[_Piece], rates: Mapping[str, RateLike], inclusive: bool) -> list[_Piece]:
    """The pieces with their tax: computed once for all units of a rate, then shared out to them."""
    groups: dict[int, list[_Piece]] = defaultdict(list)
    for piece in pieces:
        groups[rates[piece.tax_class].ppm].append(piece)

    answer: list[_Piece] = []
    for ppm, alike in groups.items():
        worth = sum(piece.value * piece.units for piece in alike)
        tax = tax_in(worth, ppm) if inclusive else tax_on(worth, ppm)
        answer += _share_out(tax, alike, weight="value", onto="tax")
    return answer


def _assemble(
    lines: Sequence[Line], pieces: Sequence[_Piece], rates: Mapping[str, RateLike], inclusive: bool, currency: str
) -> Quote:
    """Lines out of their pieces, and the tax summary out of the very same pieces."""

    def net_of(piece: _Piece) -> int:
        return piece.value - piece.tax if inclusive else piece.value

    by_line: dict[str, dict[str, list[_Piece]]] = defaultdict(lambda: defaultdict(list))
    summary: dict[int, tuple[str, int, int]] = {}
    for piece in pieces:
        by_line[piece.line.key][piece.tax_class].append(piece)
        rate = rates[piece.tax_class]
        label, net, tax = summary.get(rate.ppm, (rate.label, 0, 0))
        summary[rate.ppm] = (min(label, rate.label), net + net_of(piece) * piece.units, tax + piece.tax * piece.units)

    def money(minor: int) -> Money:
        return Money(minor, currency)

    def priced(line: Line, tax_class: str, parts: list[_Piece]) -> QuoteLine:
        runs = _joined(
            Run(part.first, part.units, money(net_of(part)), money(part.tax), money(part.discount))
            for part in sorted(parts, key=lambda part: part.first)
        )
        return QuoteLine(
            key=line.key,
            kind=line.kind,
            sku=line.sku,
            quantity=line.quantity,
            unit_price=money(parts[0].price),
            list_price=line.list_price,
            tax_class=tax_class,
            rate_ppm=rates[tax_class].ppm,
            rate_label=rates[tax_class].label,
            runs=runs,
            net=Money.total((run.net * run.units for run in runs), currency),
            tax=Money.total((run.tax * run.units for run in runs), currency),
            discount=Money.total((run.discount * run.units for run in runs), currency),
        )

    return Quote(
        currency=currency,
        inclusive=inclusive,
        lines=tuple(priced(line, *part) for line in lines for part in sorted(by_line[line.key].items())),
        tax_groups=tuple(
            TaxGroup(ppm, label, money(net), money(tax))
            for ppm, (label, net, tax) in sorted(summary.items(), reverse=True)
        ),
    )


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Neighbours with equal amounts as one run: two discounts may cut a line where their sum is equal on both sides."""
    answer: list[Run] = []
    for run in runs:
        if answer and replace(answer[-1], first_unit=run.first_unit, units=run.units) == run:
            answer[-1] = replace(answer[-1], units=answer[-1].units + run.units)
        else:
            answer.append(run)
    return tuple(answer)
