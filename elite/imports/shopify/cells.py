"""What stands in a row's cells, and why some of it cannot be meant."""

from __future__ import annotations

import hashlib
import re

from elite.imports.report import Refused
from elite.imports.shopify.rows import Block, Row
from elite.kernel.money import Money
from elite.kernel.text import _

SOURCE = "shopify"
OPTIONS = (1, 2, 3)


class NotThis(Exception):
    """A line that cannot be taken."""

    def __init__(self, line: int, column: str, reason: str, value: str = "") -> None:
        super().__init__(reason)
        self.refusal = Refused(line, column, reason, value)


def check(block: Block, row: Row, identities: set[str]) -> None:
    """Refuse a row whose cells cannot be meant; raises NotThis."""
    if not re.fullmatch(r"[\w%.-]{1,150}", block.handle):
        raise NotThis(row.line, "Handle", _("A handle is letters, digits and dashes."), block.handle)
    if row is block.first and not row.get("Title"):
        raise NotThis(row.line, "Title", _("The first row of a product names it."))
    if row.get("Gift Card").lower() == "true":
        raise NotThis(row.line, "Gift Card", _("Gift cards are not imported."))
    if not row.get("Variant Price"):
        if not row.get("Image Src"):
            raise NotThis(row.line, "Variant Price", _("Neither a price nor a picture."))
        if row is block.first:
            raise NotThis(row.line, "Variant Price", _("The first row of a product has a price."))
        return
    price_in(row, "Variant Price")
    compare_at(row)
    number_in(row, "Variant Grams")
    number_in(row, "Variant Inventory Qty", signed=True)
    if row.get("Variant Inventory Policy") not in ("", "deny", "continue"):
        raise NotThis(
            row.line, "Variant Inventory Policy", _("It is deny or continue."), row.get("Variant Inventory Policy")
        )
    identity = identity_of(block, row)
    if identity in identities:
        raise NotThis(
            row.line, "Option1 Value", _("The same options stand on an earlier row."), row.get("Option1 Value")
        )
    identities.add(identity)


def identity_of(block: Block, row: Row) -> str:
    """What makes this variant the same one in every export."""
    values = "|".join(row.get(f"Option{n} Value") for n in OPTIONS)
    whole = f"{SOURCE}|{block.handle}|{values}"
    return whole if len(whole) <= 191 else f"{whole[:150]}|{hashlib.sha256(whole.encode()).hexdigest()[:32]}"


def price_in(row: Row, column: str) -> Money:
    try:
        amount = Money.parse(row.get(column))
    except ValueError:
        raise NotThis(row.line, column, _("This is no amount."), row.get(column)) from None
    if amount.minor < 0:
        raise NotThis(row.line, column, _("An amount is not below zero."), row.get(column))
    return amount


def compare_at(row: Row) -> Money | None:
    """The price before, where it is one: not below or at today's."""
    if not row.get("Variant Compare At Price"):
        return None
    before = price_in(row, "Variant Compare At Price")
    return before if before > price_in(row, "Variant Price") else None


def price_or_zero(row: Row) -> Money:
    try:
        return price_in(row, "Variant Price") if row.get("Variant Price") else Money.zero()
    except NotThis:
        return Money.zero()


def number_in(row: Row, column: str, *, signed: bool = False) -> int:
    typed = row.get(column)
    if not typed:
        return 0
    if not re.fullmatch(r"-?[0-9]{1,9}(\.0+)?" if signed else r"[0-9]{1,9}(\.0+)?", typed, re.ASCII):
        raise NotThis(row.line, column, _("This is no whole number."), typed)
    return int(typed.split(".")[0])
