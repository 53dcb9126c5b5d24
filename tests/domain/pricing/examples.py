"""Lines and rates in short, for the tests of this folder."""

from dataclasses import dataclass
from itertools import count

from elite.kernel.money import Money
from elite.pricing import Kind, Line, Quote


@dataclass(frozen=True)
class Rate:
    ppm: int
    label: str = "VAT"


UK = {"standard": Rate(200_000, "VAT 20%"), "reduced": Rate(50_000, "VAT 5%"), "zero": Rate(0, "VAT 0%")}
_keys = count(1)


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


def line(
    sku: str, quantity: int, price: int, tax_class: str = "standard", discount: int = 0, currency: str = "GBP"
) -> Line:
    return Line(
        key=f"line-{next(_keys)}",
        sku=sku,
        quantity=quantity,
        unit_price=Money(price, currency),
        tax_class=tax_class,
        discount=Money(discount, currency) if discount else None,
    )


def delivery(price: int, tax_class: str = "standard", currency: str = "GBP") -> Line:
    return Line(
        key="delivery",
        sku="post",
        quantity=1,
        unit_price=Money(price, currency),
        tax_class=tax_class,
        kind=Kind.DELIVERY,
    )


def units(quote: Quote) -> list[tuple[object, ...]]:
    """Every unit written out, in an order of their own: what splitting and merging must not change."""
    return sorted(
        (
            line.kind.value,
            line.sku,
            line.unit_price.minor,
            line.tax_class,
            run.net.minor,
            run.tax.minor,
            run.discount.minor,
        )
        for line in quote.lines
        for run in line.runs
        for _ in range(run.units)
    )
