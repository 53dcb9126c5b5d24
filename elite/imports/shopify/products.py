"""Writing one product: a new one whole, one that is here already with its new variants and prices."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field

from slugify import slugify
from sqlalchemy import select

from elite import catalog, inventory, media
from elite.catalog import NewOption, NewPicture, NewProduct, NewVariant, Product, State, StockPolicy, TaxClass, Variant
from elite.imports.shopify.cells import OPTIONS, SOURCE, compare_at, identity_of, number_in, price_in
from elite.imports.shopify.rows import Block, Row
from elite.kernel.db import session
from elite.kernel.text import _

SHELF = "more-finds"


class OnlyLooking(Exception):
    """Ends a transaction of a dry run."""

    def __init__(self, done: Done) -> None:
        super().__init__("a dry run keeps nothing")
        self.done = done


@dataclass
class Done:
    """What writing one product came to."""

    created: bool = False
    changed: bool = False
    new_rows: set[int] = field(default_factory=set)
    new_variants: int = 0
    waiting: list[str] = field(default_factory=list)


def write(block: Block, by: int | None, dry_run: bool) -> Done:
    """Write one product and say what that came to; a dry run throws it all away again."""
    done = _write_product(block, by)
    if dry_run:
        session.flush()
        raise OnlyLooking(done)
    return done


def _write_product(block: Block, by: int | None) -> Done:
    done = Done()
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


def _merge(product: Product, block: Block, rows: list[Row], done: Done, by: int | None) -> None:
    """A product that is here already: new variants and new prices, everything else stays as staff have it."""
    known = {variant.identity: variant for variant in product.variants}
    names = [option.name for option in product.options]
    for row in rows:
        variant = known.get(identity_of(block, row))
        if variant is None:
            new = _variant(block, row, names)
            variant = catalog.add_variant(product, new, by=by)
            _stock(variant, row, by)
            done.new_variants += 1
            done.new_rows.add(row.line)
            done.changed = True
            continue
        before = variant.price, variant.compare_at_price
        catalog.set_price(variant, price_in(row, "Variant Price"), compare_at(row), by=by)
        done.changed |= before != (variant.price, variant.compare_at_price)


def _variant(block: Block, row: Row, names: list[str]) -> NewVariant:
    identity = identity_of(block, row)
    values = tuple(row.get(f"Option{n} Value") for n in OPTIONS)[: len(names)]
    return NewVariant(
        sku=row.get("Variant SKU")[:64] or _make_sku(block, values, identity),
        price=price_in(row, "Variant Price"),
        compare_at_price=compare_at(row),
        values=values,
        barcode=row.get("Variant Barcode") or None,
        weight_grams=number_in(row, "Variant Grams"),
        stock_policy=_policy(row),
        identity=identity,
    )


def _policy(row: Row) -> StockPolicy:
    if not row.get("Variant Inventory Tracker"):
        return StockPolicy.UNTRACKED
    return StockPolicy.BACKORDER if row.get("Variant Inventory Policy") == "continue" else StockPolicy.DENY


def _stock(variant: Variant, row: Row, by: int | None) -> None:
    """What the file says is on the shelf arrives once, with the variant; later runs leave the shelf alone."""
    units = max(0, number_in(row, "Variant Inventory Qty", signed=True))
    if variant.stock_policy is not StockPolicy.UNTRACKED and units:
        inventory.receive(variant.id, units, ref=f"import-{SOURCE}-{variant.sku}", by=by, reason=_("Imported"))


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
