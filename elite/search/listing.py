"""The one list behind category pages, search results and their filters."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, false, func, not_, or_, select
from sqlalchemy.orm import aliased

from elite.catalog import Category, Product, ProductCategory, Tag, Variant, product_tag, visible_at
from elite.kernel import clock
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.kernel.pages import Page
from elite.kernel.text import fold
from elite.search.cards import Card, card_rows, cards_of, few_cards
from elite.search.phrases import Phrase
from elite.search.shelf import in_stock, stock

MOST_ON_A_PAGE = 50


class Sort(enum.StrEnum):
    """The orders a list can have; anything else is ignored."""

    FEATURED = "featured"
    NEWEST = "newest"
    PRICE = "price"
    PRICE_DOWN = "-price"
    NAME = "name"


@dataclass(frozen=True, kw_only=True)
class ListingQuery:
    """What to list. `category` is a path and includes all below it; prices bound a variant's price, inclusive."""

    category: str | None = None
    q: str = ""
    sort: Sort = Sort.FEATURED
    page: int = 1
    size: int = 24
    price_min: Money | None = None
    price_max: Money | None = None
    in_stock: bool = False


@dataclass(frozen=True)
class Listing:
    """One page of cards, and what was asked for after clamping."""

    query: ListingQuery
    phrase: Phrase
    cards: Page[Card]


def list_products(query: ListingQuery) -> Listing:
    """The page of products that `query` asks for, in three queries; a page past the end is the last one."""
    phrase = Phrase.of(query.q)
    wanted = _conditions(query, phrase)
    total = session.scalar(select(func.count()).select_from(Product).where(*wanted)) or 0
    size = min(max(1, query.size), MOST_ON_A_PAGE)
    number = min(max(1, query.page), max(1, -(-total // size)))
    if not total:
        return Listing(query, phrase, Page([], 1, size, 0))
    rows = card_rows().where(*wanted).order_by(*_order(query, phrase)).limit(size).offset((number - 1) * size)
    return Listing(query, phrase, Page(cards_of(session.execute(rows).all()), number, size, total))


def list_home(tag: str, *, settings_on_table: int, newest: int) -> tuple[list[Card], list[Card]]:
    """What is tagged `tag` (the newest where nothing is), and the latest arrivals beside it; both there to be bought.

    Three queries for the two lists.
    """
    there = card_rows().where(*_on_sale(), _variant_exists([in_stock]))
    tagged = exists(
        select(product_tag.c.product_id)
        .join(Tag, Tag.id == product_tag.c.tag_id)
        .where(product_tag.c.product_id == Product.id, Tag.name == fold(tag))
    )
    laid = session.execute(there.where(tagged).order_by(Product.id).limit(settings_on_table)).all()
    latest = session.execute(there.order_by(*_NEWEST).limit(newest + settings_on_table)).all()
    if not laid:
        laid, latest = latest[newest:], latest[:newest]
    shown = {row.id for row in laid}
    latest = [row for row in latest if row.id not in shown][:newest]
    cards = {card.id: card for card in cards_of([*laid, *latest])}
    return [cards[row.id] for row in laid if row.id in cards], [cards[row.id] for row in latest if row.id in cards]


def list_cards(slugs: list[str]) -> list[Card]:
    """The cards of these products in this order; what is not on sale is left out."""
    rows = session.execute(card_rows().where(*_on_sale(), Product.slug.in_(slugs))).all()
    return sorted(cards_of(rows), key=lambda card: slugs.index(card.slug))


def list_beside(product_id: int, path: str, limit: int = 4) -> list[Card]:
    """What sits well with a product whose main category is `path`, and is there to be bought; one query.

    Pieces of the neighbouring shelves come first: a plate wants glasses, not more plates.
    """
    own = select(ProductCategory.position).join(Category, Category.id == ProductCategory.category_id)
    own_place = own.where(ProductCategory.product_id == product_id, Category.path == path).scalar_subquery()
    root = path.split("/")[0]
    beside = (
        select(Product.id)
        .join(ProductCategory, and_(ProductCategory.product_id == Product.id, ProductCategory.is_main))
        .join(Category, Category.id == ProductCategory.category_id)
        .where(or_(Category.path == root, Category.path.startswith(root + "/", autoescape=True)))
        .where(Product.id != product_id, *_on_sale(), _variant_exists([in_stock]))
    )
    neighbours_first = (
        case((Category.path == path, 1), else_=0).asc(),
        func.abs(ProductCategory.position - func.coalesce(own_place, 0)).asc(),
        Product.id.asc(),
    )
    return few_cards(beside, neighbours_first, limit)


def count_below(parent_path: str | None) -> dict[str, int]:
    """How many products each category directly below `parent_path` (None: the first row) holds, with all below it.

    Counts places, which lie in an index, and leaves out what is not on sale. Asking each place for its product made
    MariaDB walk all products once a category: four to ten times as long, at 10,000 products.
    """
    child, below = aliased(Category), aliased(Category)
    parents = select(Category.id).where(Category.path == parent_path).scalar_subquery()
    hidden = select(Product.id).where(not_(func.coalesce(and_(*_on_sale()), false())))
    query = (
        select(child.path, func.count(ProductCategory.product_id.distinct()))
        .join(below, or_(below.path == child.path, below.path.like(child.path.concat("/%"))))
        .join(ProductCategory, ProductCategory.category_id == below.id)
        .where(child.parent_id.is_(None) if parent_path is None else child.parent_id == parents)
        .where(ProductCategory.product_id.not_in(hidden))
        .group_by(child.path)
    )
    return dict(session.execute(query).all())


_NEWEST = (func.coalesce(Product.publish_at, Product.created_at).desc(), Product.id.desc())


def _on_sale() -> tuple[ColumnElement[bool], ...]:
    """Visible, and with something that has a price."""
    return visible_at(clock.now()), Product.min_price.is_not(None)


def _conditions(query: ListingQuery, phrase: Phrase) -> list[ColumnElement[bool]]:
    wanted = [*_on_sale()]
    if query.category is not None:
        wanted.append(exists(_places(query.category)))
    if phrase:
        wanted.append(phrase.matches)
    if about_variants := _about_variants(query):
        wanted.append(_variant_exists(about_variants))
    return wanted


def _about_variants(query: ListingQuery) -> list[ColumnElement[bool]]:
    """Price and stock are asked of one and the same variant: a cheap one that is sold out finds nothing (C-1)."""
    wanted: list[ColumnElement[bool]] = []
    if query.price_min is not None:
        wanted.append(Variant.price >= query.price_min)
    if query.price_max is not None:
        wanted.append(Variant.price <= query.price_max)
    if query.in_stock:
        wanted.append(in_stock)
    return wanted


def _variant_exists(wanted: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    rows = select(Variant.id).outerjoin(stock, stock.c.variant_id == Variant.id)
    return exists(rows.where(Variant.product_id == Product.id, Variant.active, *wanted))


def _places(path: str) -> Select[*tuple[Any, ...]]:
    below = or_(Category.path == path, Category.path.startswith(path + "/", autoescape=True))
    places = select(ProductCategory.position).join(Category, Category.id == ProductCategory.category_id)
    return places.where(and_(ProductCategory.product_id == Product.id, below)).correlate(Product)


def _order(query: ListingQuery, phrase: Phrase) -> tuple[ColumnElement[Any], ...]:
    match query.sort:
        case Sort.NEWEST:
            return _NEWEST
        case Sort.PRICE:
            return Product.min_price.asc(), Product.name_key.asc(), Product.id.asc()
        case Sort.PRICE_DOWN:
            return Product.min_price.desc(), Product.name_key.asc(), Product.id.asc()
        case Sort.NAME:
            return Product.name_key.asc(), Product.id.asc()
        case Sort.FEATURED if phrase:
            return phrase.rank.asc(), Product.name_key.asc(), Product.id.asc()
        case Sort.FEATURED if query.category is not None:
            place = _places(query.category).with_only_columns(func.min(ProductCategory.position)).scalar_subquery()
            return place.asc(), Product.id.asc()
    return _NEWEST
