"""Shopify's product CSV: one product on consecutive rows, its first row complete, one row a variant or a further picture.

The files carry no identity of a variant, so it is (source, handle, option values): kept with the variant, and its SKU made from
it once. A row without a price is a further picture. An empty inventory tracker means stock is not counted. Format after
Shopify's help page "Using CSV files to import and export products" and its sample files.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from slugify import slugify
from sqlalchemy import select

from elite import catalog, inventory, media
from elite.catalog import NewOption, NewPicture, NewProduct, NewVariant, Product, State, StockPolicy, TaxClass, Variant
from elite.imports.report import Refused, Report
from elite.kernel.db import session
from elite.kernel.errors import Refusal
from elite.kernel.money import Money, shop_currency
from elite.kernel.text import _
from elite.kernel.transaction import in_transaction

SOURCE = "shopify"
NEEDED = ("Handle", "Title", "Variant Price")
OPTIONS = (1, 2, 3)
SHELF = "more-finds"
LONGEST_LINE = 4 * 1024 * 1024
Progress = Callable[[int], object]


class Unreadable(Refusal):
    """The file is no product export, or in another currency: nothing of it was taken."""


class _NotThis(Exception):
    """A line that cannot be taken."""

    def __init__(self, line: int, column: str, reason: str, value: str = "") -> None:
        super().__init__(reason)
        self.refusal = Refused(line, column, reason, value)


class _OnlyLooking(Exception):
    """Ends a transaction of a dry run."""

    def __init__(self, done: _Done) -> None:
        super().__init__("a dry run keeps nothing")
        self.done = done


@dataclass(frozen=True)
class Row:
    """One line of the file; `line` counts from 1 as editors do, for the line the row begins on."""

    line: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        return (self.cells.get(column) or "").strip()

    @property
    def is_picture_only(self) -> bool:
        return not self.get("Variant Price") and bool(self.get("Image Src"))


@dataclass
class Block:
    """The rows of one product."""

    handle: str
    rows: list[Row] = field(default_factory=list)

    @property
    def first(self) -> Row:
        return self.rows[0]


def import_shopify(
    path: Path,
    *,
    dry_run: bool = False,
    currency: str | None = None,
    by: int | None = None,
    progress: Progress = lambda done: None,
) -> Report:
    """Take the products of `path`, one transaction each; `progress` hears how many bytes of the file are done.

    Raises Unreadable for a file that is no product export or whose `currency` is not the shop's.
    """
    if currency and currency != shop_currency():
        raise Unreadable(
            _(
                "The file's prices are in %(theirs)s, this shop sells in %(ours)s.",
                theirs=currency,
                ours=shop_currency(),
            )
        )
    report = Report(dry_run=dry_run)
    with path.open(newline="", encoding="utf-8-sig", errors="strict") as file:
        try:
            for block in blocks(file, progress):
                _take(block, report, by)
        except UnicodeDecodeError as error:
            raise Unreadable(_("The file is not UTF-8 text (byte %(place)s).", place=error.start)) from error
        except csv.Error as error:
            raise Unreadable(_("The file is not CSV: %(why)s.", why=error)) from error
    return report


def blocks(file: IO[str], progress: Progress) -> Iterator[Block]:
    """The file's products, one at a time; memory holds one."""
    csv.field_size_limit(LONGEST_LINE)
    lines = _Counted(file, progress)
    reader = csv.reader(lines)
    head = next(reader, None) or []
    missing = [name for name in NEEDED if name not in head]
    if missing:
        raise Unreadable(
            _("This is no Shopify product export: the column %(names)s is missing.", names=", ".join(missing))
        )
    block: Block | None = None
    begins = lines.number + 1
    for cells in reader:
        row = Row(begins, dict(zip(head, cells, strict=False)))
        begins = lines.number + 1
        if not any(cells):
            continue
        handle = row.get("Handle")
        if block is None or handle != block.handle:
            if block:
                yield block
            block = Block(handle)
        block.rows.append(row)
    if block:
        yield block


class _Counted:
    """Lines of a text file with their number, telling how many bytes they were."""

    def __init__(self, file: IO[str], progress: Progress) -> None:
        self.number, self._file, self._progress = 0, file, progress

    def __iter__(self) -> Iterator[str]:
        for line in self._file:
            self.number += 1
            self._progress(len(line.encode()))
            yield line


def _take(block: Block, report: Report, by: int | None) -> None:
    """One product, whole or not at all; rows that cannot be taken are left out and named."""
    good, identities = [], set[str]()
    for row in block.rows:
        try:
            _check(block, row, identities)
            good.append(row)
        except _NotThis as no:
            report.refuse(no.refusal, [row.line], _price_or_zero(row))
            if row is block.first:
                rest = [other.line for other in block.rows[1:]]
                if rest:
                    why = Refused(row.line, "Handle", _("The first row of this product was refused."), block.handle)
                    report.refuse(why, rest, Money.total(_price_or_zero(other) for other in block.rows[1:]))
                return
    try:
        done = in_transaction(_write, Block(block.handle, good), by, report.dry_run)
    except _OnlyLooking as looked:
        done = looked.done
    except Refusal as no:
        lines = [row.line for row in good]
        report.refuse(
            Refused(lines[0], "Handle", str(no), block.handle), lines, Money.total(_price_or_zero(row) for row in good)
        )
        return
    _account(done, good, report)


@dataclass
class _Done:
    """What writing one product came to."""

    created: bool = False
    changed: bool = False
    new_rows: set[int] = field(default_factory=set)
    new_variants: int = 0
    waiting: list[str] = field(default_factory=list)


def _account(done: _Done, rows: list[Row], report: Report) -> None:
    for row in rows:
        what = "imported" if row.line in done.new_rows else "merged"
        report.add(what, _price_or_zero(row))
        if what == "imported":
            report.imported += 1
        else:
            report.merged += 1
    report.products_created += done.created
    report.products_changed += done.changed and not done.created
    report.variants_created += done.new_variants
    report.pictures_waiting += [address for address in done.waiting if address not in report.pictures_waiting]


def _check(block: Block, row: Row, identities: set[str]) -> None:
    """Refuse a row whose cells cannot be meant; raises _NotThis."""
    if not re.fullmatch(r"[\w%.-]{1,150}", block.handle):
        raise _NotThis(row.line, "Handle", _("A handle is letters, digits and dashes."), block.handle)
    if row is block.first and not row.get("Title"):
        raise _NotThis(row.line, "Title", _("The first row of a product names it."))
    if row.get("Gift Card").lower() == "true":
        raise _NotThis(row.line, "Gift Card", _("Gift cards are not imported."))
    if not row.get("Variant Price"):
        if not row.get("Image Src"):
            raise _NotThis(row.line, "Variant Price", _("Neither a price nor a picture."))
        if row is block.first:
            raise _NotThis(row.line, "Variant Price", _("The first row of a product has a price."))
        return
    _price(row, "Variant Price")
    _compare_at(row)
    _number(row, "Variant Grams")
    _number(row, "Variant Inventory Qty", signed=True)
    if row.get("Variant Inventory Policy") not in ("", "deny", "continue"):
        raise _NotThis(
            row.line, "Variant Inventory Policy", _("It is deny or continue."), row.get("Variant Inventory Policy")
        )
    identity = _identity(block, row)
    if identity in identities:
        raise _NotThis(
            row.line, "Option1 Value", _("The same options stand on an earlier row."), row.get("Option1 Value")
        )
    identities.add(identity)


def _write(block: Block, by: int | None, dry_run: bool) -> _Done:
    """Write one product and say what that came to; a dry run throws it all away again."""
    done = _write_product(block, by)
    if dry_run:
        session.flush()
        raise _OnlyLooking(done)
    return done


def _write_product(block: Block, by: int | None) -> _Done:
    done = _Done()
    rows = [row for row in block.rows if not row.is_picture_only]
    pictures = _pictures(block)
    done.waiting = [address for address in pictures if not _has_come(address)]
    product_id = session.scalar(select(Product.id).where(Product.source == SOURCE, Product.external_id == block.handle))
    if product_id is None:
        _create(block, rows, pictures, by)
        done.created, done.new_variants = True, len(rows)
        done.new_rows = {row.line for row in block.rows}
        return done
    product = catalog.find_product_of(_any_sku(product_id))
    assert product is not None
    _merge(product, block, rows, done, by)
    return done


def _any_sku(product_id: int) -> str:
    return session.scalars(
        select(Variant.sku).where(Variant.product_id == product_id).order_by(Variant.id).limit(1)
    ).one()


def _create(block: Block, rows: list[Row], pictures: dict[str, str], by: int | None) -> None:
    first, names = block.first, _option_names(block.first)
    variants = [_variant(block, row, names) for row in rows]
    keys = dict(zip(pictures, media.expect_pictures(list(pictures)), strict=True))
    own = defaultdict[str, list[str | None]](list)  # one photograph may be of every size of a colour
    for row, variant in zip(rows, variants, strict=True):
        own[row.get("Variant Image")].append(variant.sku)
    product = catalog.create_product(
        NewProduct(
            name=first.get("Title")[:191],
            slug=_free_slug(block.handle),
            description=first.get("Body (HTML)"),
            brand=first.get("Vendor") or None,
            tax_class=TaxClass.ZERO if first.get("Variant Taxable").lower() == "false" else TaxClass.STANDARD,
            state=State.ACTIVE if first.get("Published").lower() != "false" else State.DRAFT,
            source=SOURCE,
            external_id=block.handle,
            categories=[_shelf(first.get("Type"))],
            tags=[tag.strip()[:60] for tag in first.get("Tags").split(",") if tag.strip()],
            options=[
                NewOption(name=name, values=tuple(dict.fromkeys(v.values[place] for v in variants)))
                for place, name in enumerate(names)
            ],
            pictures=[
                NewPicture(key=keys[address], alt=alt or first.get("Title"), sku=sku)
                for address, alt in pictures.items()
                for sku in own.get(address, [None])
            ],
            variants=variants,
        ),
        by=by,
    )
    for row, new in zip(rows, variants, strict=True):
        _stock(next(v for v in product.variants if v.sku == new.sku), row, by)


def _merge(product: Product, block: Block, rows: list[Row], done: _Done, by: int | None) -> None:
    """A product that is here already: new variants and new prices, everything else stays as staff have it."""
    known = {variant.identity: variant for variant in product.variants}
    names = [option.name for option in product.options]
    for row in rows:
        variant = known.get(_identity(block, row))
        if variant is None:
            new = _variant(block, row, names)
            variant = catalog.add_variant(product, new, by=by)
            _stock(variant, row, by)
            done.new_variants += 1
            done.new_rows.add(row.line)
            done.changed = True
            continue
        before = variant.price, variant.compare_at_price
        catalog.set_price(variant, _price(row, "Variant Price"), _compare_at(row), by=by)
        done.changed |= before != (variant.price, variant.compare_at_price)


def _variant(block: Block, row: Row, names: list[str]) -> NewVariant:
    identity = _identity(block, row)
    values = tuple(row.get(f"Option{n} Value") for n in OPTIONS)[: len(names)]
    return NewVariant(
        sku=row.get("Variant SKU")[:64] or _make_sku(block, values, identity),
        price=_price(row, "Variant Price"),
        compare_at_price=_compare_at(row),
        values=values,
        barcode=row.get("Variant Barcode") or None,
        weight_grams=_number(row, "Variant Grams"),
        stock_policy=_policy(row),
        identity=identity,
    )


def _policy(row: Row) -> StockPolicy:
    if not row.get("Variant Inventory Tracker"):
        return StockPolicy.UNTRACKED
    return StockPolicy.BACKORDER if row.get("Variant Inventory Policy") == "continue" else StockPolicy.DENY


def _stock(variant: Variant, row: Row, by: int | None) -> None:
    """What the file says is on the shelf arrives once, with the variant; later runs leave the shelf alone."""
    units = max(0, _number(row, "Variant Inventory Qty", signed=True))
    if variant.stock_policy is not StockPolicy.UNTRACKED and units:
        inventory.receive(variant.id, units, ref=f"import-{SOURCE}-{variant.sku}", by=by, reason=_("Imported"))


def _identity(block: Block, row: Row) -> str:
    """What makes this variant the same one in every export."""
    values = "|".join(row.get(f"Option{n} Value") for n in OPTIONS)
    whole = f"{SOURCE}|{block.handle}|{values}"
    return whole if len(whole) <= 191 else f"{whole[:150]}|{hashlib.sha256(whole.encode()).hexdigest()[:32]}"


def _make_sku(block: Block, values: tuple[str, ...], identity: str) -> str:
    """Readable, and unlike any other: the handle, the options, and four letters of the identity's hash."""
    words = slugify(f"{block.handle} {' '.join(values)}").upper()[:40].strip("-")
    return f"{words}-{hashlib.sha256(identity.encode()).hexdigest()[:4].upper()}"


def _option_names(first: Row) -> list[str]:
    """The product's options; Shopify writes Title / Default Title for a product without any."""
    names = [first.get(f"Option{n} Name") for n in OPTIONS]
    if names[0] in ("", "Title") and first.get("Option1 Value") in ("", "Default Title"):
        return []
    return [name for name in names if name]


def _pictures(block: Block) -> dict[str, str]:
    """Every picture the rows name, once, in order: address to alternative text."""
    found: dict[str, str] = {}
    for row in sorted(block.rows, key=lambda row: _position(row)):
        for column in ("Image Src", "Variant Image"):
            if address := row.get(column):
                found.setdefault(address, row.get("Image Alt Text") if column == "Image Src" else "")
    return found


def _position(row: Row) -> int:
    typed = row.get("Image Position")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 10**6


def _has_come(address: str) -> bool:
    picture = media.find_picture(media.expect_picture(address))
    return picture is not None and picture.state is media.State.PRESENT


def _shelf(kind: str) -> catalog.Category:
    """The category of a product's type, below one shelf for everything that came from elsewhere."""
    root = catalog.find_category(SHELF) or catalog.create_category(None, _("More finds"), slug=SHELF)
    slug = catalog.make_slug(kind) if kind else ""
    if not slug:
        return root
    return catalog.find_category(f"{SHELF}/{slug}") or catalog.create_category(root, kind[:191], slug=slug)


def _free_slug(handle: str) -> str | None:
    """The handle as address, unless another product lives there already."""
    slug = catalog.make_slug(handle)
    taken = session.scalar(select(Product.id).where(Product.slug == slug))
    return slug if slug and taken is None else None


def _price(row: Row, column: str) -> Money:
    try:
        amount = Money.parse(row.get(column))
    except ValueError:
        raise _NotThis(row.line, column, _("This is no amount."), row.get(column)) from None
    if amount.minor < 0:
        raise _NotThis(row.line, column, _("An amount is not below zero."), row.get(column))
    return amount


def _compare_at(row: Row) -> Money | None:
    """The price before, where it is one: not below or at today's."""
    if not row.get("Variant Compare At Price"):
        return None
    before = _price(row, "Variant Compare At Price")
    return before if before > _price(row, "Variant Price") else None


def _price_or_zero(row: Row) -> Money:
    try:
        return _price(row, "Variant Price") if row.get("Variant Price") else Money.zero()
    except _NotThis:
        return Money.zero()


def _number(row: Row, column: str, *, signed: bool = False) -> int:
    typed = row.get(column)
    if not typed:
        return 0
    if not re.fullmatch(r"-?[0-9]{1,9}(\.0+)?" if signed else r"[0-9]{1,9}(\.0+)?", typed, re.ASCII):
        raise _NotThis(row.line, column, _("This is no whole number."), typed)
    return int(typed.split(".")[0])
