"""Why this price: the sum behind a line, row by row, for the small receipt that opens beside it."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from elite.kernel.money import Money
from elite.kernel.text import _
from elite.pricing.quotes import QuoteLine


class Step(enum.StrEnum):
    """What a row says; the total comes last."""

    LIST = "list"
    REDUCTION = "reduction"
    DISCOUNT = "discount"
    TAX = "tax"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it is in words, and its amount. `adds` is False for what the total already holds (tax included)."""

    step: Step
    label: str
    amount: Money
    adds: bool = True


def explain(line: QuoteLine, *, inclusive: bool) -> tuple[Row, ...]:
    """The rows of `line`; those that add sum up to the last one."""
    listed = line.list_price if line.list_price is not None and line.list_price > line.unit_price else line.unit_price
    before = listed * line.quantity
    rows = [Row(Step.LIST, _("List price"), before)]
    if before > line.price:
        rows.append(Row(Step.REDUCTION, _("Reduced price"), line.price - before))
    if line.discount:
        rows.append(Row(Step.DISCOUNT, _("Discount"), -line.discount))
    if inclusive:
        rows.append(Row(Step.TOTAL, _("You pay"), line.gross))
        rows.append(Row(Step.TAX, _("%(label)s in it", label=line.rate_label), line.tax, adds=False))
        return tuple(rows)
    rows.append(Row(Step.TAX, line.rate_label, line.tax))
    rows.append(Row(Step.TOTAL, _("You pay"), line.gross))
    return tuple(rows)
