"""Lists: what is in them, in which order, and that they agree with the shelf."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from elite import catalog, inventory, search
from elite.catalog import NewPicture, Product, State, StockPolicy, Variant
from elite.kernel import clock
from elite.kernel.db import session
from elite.kernel.transaction import transaction
from elite.search import CardState, ListingQuery, Sort
from tests.support.goods import plates, pounds, put_on_sale

pytestmark = pytest.mark.usefixtures("context")


def stock(**quantities: int) -> None:
    """Receive so many of each SKU; "_" stands for "-"."""
    for sku, quantity in quantities.items():
        inventory.receive(catalog.find_variant(sku.replace("_", "-")).id, quantity, ref=f"r-{sku}")


def names(query: ListingQuery) -> list[str]:
    return [card.name for card in search.list_products(query).cards.items]


@pytest.fixture
def goods(context):
    with transaction():
        tableware = catalog.create_category(None, "Tableware")
        glasses = catalog.create_category(tableware, "Glasses")
        linen = catalog.create_category(None, "Linen")
        plates(
            categories=[tableware],
            summary="Stoneware",
            tags=["long lunch"],
            pictures=[NewPicture(key="plate-1", alt="A plate")],
        )
        put_on_sale(
            "Ribbed goblet",
            "44.80",
            sku="GOB",
            categories=[glasses, linen],
            pack_size=4,
            unit_name="glass",
            compare_at_price=pounds("49.80"),
        )
        put_on_sale(
            "Fold napkin",
            "9.60",
            sku="NAP",
            categories=[linen],
            stock_policy=StockPolicy.UNTRACKED,
            description="<p>Soft crêpe cotton</p>",
        )
        put_on_sale("Secret jug", "1.00", state=State.DRAFT, categories=[tableware])
        put_on_sale("Old jug", "1.00", state=State.ARCHIVED, categories=[tableware])
        put_on_sale(
            "Spring jug",
            "1.00",
            state=State.SCHEDULED,
            publish_at=clock.now() + timedelta(days=1),
            categories=[tableware],
        )
        put_on_sale(
            "Past jug",
            "30.00",
            sku="PAST",
            state=State.SCHEDULED,
            publish_at=clock.now() - timedelta(days=60),
            created_at=clock.now() - timedelta(days=90),
        )
        put_on_sale("Withdrawn jug", "1.00", active=False)
        stock(GOB=3, HALO_DAM_27=10, HALO_MOS_27=1)


def test_a_list_costs_three_queries_however_long_it_is(goods, queries):
    with queries() as seen:
        listing = search.list_products(ListingQuery())

    assert len(seen) == 3
    assert listing.cards.total == 4


def test_a_category_holds_what_stands_below_it_each_once_and_only_what_is_on_sale(goods):
    assert sorted(names(ListingQuery(category="tableware"))) == ["Halo dinner plate", "Ribbed goblet"]
    assert names(ListingQuery(category="tableware/glasses")) == ["Ribbed goblet"]
    assert sorted(names(ListingQuery(category="linen"))) == ["Fold napkin", "Ribbed goblet"]
    assert names(ListingQuery(category="table")) == []
    assert search.count_below(None) == {"tableware": 2, "linen": 2}
    assert search.count_below("tableware") == {"tableware/glasses": 1}


@pytest.mark.parametrize(
    "sort, first, last",
    [
        (Sort.PRICE, "Fold napkin", "Ribbed goblet"),
        (Sort.PRICE_DOWN, "Ribbed goblet", "Fold napkin"),
        (Sort.NAME, "Fold napkin", "Ribbed goblet"),
        (Sort.NEWEST, "Fold napkin", "Past jug"),
    ],
)
def test_the_orders(goods, sort, first, last):
    found = names(ListingQuery(sort=sort))

    assert (found[0], found[-1]) == (first, last)


def test_staff_decide_what_stands_first_on_a_shelf(goods):
    assert names(ListingQuery(category="linen")) == ["Ribbed goblet", "Fold napkin"]
    with transaction():
        catalog.arrange_category(catalog.find_category("linen"), [catalog.find_product("fold-napkin").id])
    assert names(ListingQuery(category="linen")) == ["Fold napkin", "Ribbed goblet"]


def test_price_and_stock_are_asked_of_one_and_the_same_variant(goods):
    dear = ListingQuery(price_min=pounds("24.00"), price_max=pounds("24.00"))

    assert names(dear) == ["Halo dinner plate"]
    assert names(replace(dear, in_stock=True)) == []  # the plates of 30 cm are all gone, the others are there
    assert names(ListingQuery(price_max=pounds("20.00"), in_stock=True, sort=Sort.NAME)) == [
        "Fold napkin",
        "Halo dinner plate",
    ]


def test_in_stock_says_the_same_as_inventory(goods):
    for row in session.scalars(
        select(Variant).join(Product).where(Product.state == State.ACTIVE, Variant.active)
    ).all():
        there = inventory.available([row.id])[row.id]
        enough = there.left is None or there.left >= row.min_quantity
        listed = search.list_products(ListingQuery(q=row.sku, in_stock=True, price_min=row.price, price_max=row.price))
        only_one = (
            session.query(Variant).where(Variant.product_id == row.product_id, Variant.price == row.price).count() == 1
        )
        if only_one:
            assert bool(listed.cards.total) == enough, row.sku


def test_a_card_says_what_it_must(goods):
    cards = {card.name: card for card in search.list_products(ListingQuery()).cards.items}

    plate, goblet, napkin, jug = (
        cards[name] for name in ("Halo dinner plate", "Ribbed goblet", "Fold napkin", "Past jug")
    )
    assert (plate.price, plate.starts, plate.picture_key, plate.alt, plate.swatches) == (
        pounds("19.60"),
        True,
        "plate-1",
        "A plate",
        ("damson", "rose", "moss"),
    )
    assert (goblet.price, goblet.was, goblet.unit_price, goblet.state) == (
        pounds("44.80"),
        pounds("49.80"),
        pounds("11.20"),
        CardState.SALE,
    )
    assert (napkin.state, napkin.starts, napkin.picture_key, napkin.unit_price) == (CardState.NEW, False, "", None)
    assert jug.state is CardState.SOLD_OUT


def test_fewer_left_than_the_least_that_is_sold_is_sold_out(context):
    with transaction():
        put_on_sale("Napkin", sku="NAP", min_quantity=6)
        put_on_sale("Bench", sku="BENCH", stock_policy=StockPolicy.BACKORDER)
        stock(NAP=5)

    states = {card.name: card.state for card in search.list_products(ListingQuery()).cards.items}
    assert states == {"Napkin": CardState.SOLD_OUT, "Bench": CardState.MADE_TO_ORDER}
    assert names(ListingQuery(in_stock=True)) == []


def test_pages_are_clamped(context):
    with transaction():
        for number in range(7):
            put_on_sale(f"Candle {number}")

    first = search.list_products(ListingQuery(size=3, sort=Sort.NAME))
    last = search.list_products(ListingQuery(size=3, page=10**9, sort=Sort.NAME))
    all_pages = [
        card.name
        for page in (1, 2, 3)
        for card in search.list_products(ListingQuery(size=3, page=page, sort=Sort.NAME)).cards.items
    ]

    assert (first.cards.number, first.cards.pages, first.cards.total) == (1, 3, 7)
    assert (last.cards.number, [card.name for card in last.cards.items]) == (3, ["Candle 6"])
    assert all_pages == [f"Candle {number}" for number in range(7)]
    assert search.list_products(ListingQuery(size=10**6)).cards.size == 50
    assert search.list_products(ListingQuery(page=-4, size=-4)).cards.size == 1


def test_the_home_page_lays_the_table_of_the_season_in_three_queries(goods, queries):
    with queries() as seen:
        table, new = search.list_home("Long LUNCH", settings_on_table=6, newest=4)

    assert len(seen) == 3
    assert [card.name for card in table] == ["Halo dinner plate"]
    assert [card.name for card in new] == ["Fold napkin", "Ribbed goblet"]


def test_what_sits_well_comes_from_the_shelves_beside_and_is_there_to_be_bought(goods):
    with transaction():
        glasses = catalog.find_category("tableware/glasses")
        put_on_sale("Flute", sku="FLUTE", categories=[glasses])
        put_on_sale("Tumbler", sku="TUMBLER", categories=[glasses])
        stock(TUMBLER=9)
    goblet = catalog.find_product("ribbed-goblet")

    beside = search.list_beside(goblet.id, "tableware/glasses")

    assert [card.name for card in beside] == ["Halo dinner plate", "Tumbler"]
