"""Putting products on sale, changing them, and what must stay true meanwhile."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from elite import catalog
from elite.catalog import (
    AttributeKind,
    NewFact,
    NewOption,
    NewPicture,
    NewProduct,
    NewVariant,
    NotAProduct,
    PriceChange,
    SkuTaken,
    SlugChange,
    SlugTaken,
    State,
)
from elite.kernel import clock, events
from elite.kernel.db import session
from elite.kernel.transaction import transaction
from tests.support.goods import plates, pounds, put_on_sale

pytestmark = pytest.mark.usefixtures("context")


def test_a_product_arrives_with_everything_its_page_needs_and_fetches_nothing_later(queries):
    with transaction():
        catalog.define_attribute("diameter", "Diameter", AttributeKind.NUMBER, "cm")
        catalog.define_attribute("dishwasher", "Dishwasher", AttributeKind.BOOLEAN)
        catalog.define_attribute("since", "Made since", AttributeKind.DATE)
        shelf = catalog.create_category(None, "Tableware")
        plates(
            categories=[shelf],
            brand="Halo",
            tags=["Long lunch", "long LUNCH"],
            facts=[
                NewFact(code="diameter", value=Decimal("27.5"), sku="HALO-DAM-27"),
                NewFact(code="dishwasher", value=True),
                NewFact(code="since", value=date(2020, 1, 2)),
            ],
            pictures=[
                NewPicture(key="plate-1", alt="A plate"),
                NewPicture(key="plate-2", alt="A rose one", sku="HALO-ROS-27"),
            ],
        )

    with queries() as seen:
        product = catalog.find_product("halo-dinner-plate")

    assert len(seen) == 5
    with queries() as later:
        assert product.brand.name == "Halo"
        assert [tag.name for tag in product.tags] == ["long lunch"]
        assert product.main_category.path == "tableware"
        assert [[value.value for value in option.values] for option in product.options] == [
            ["Damson", "Rose", "Moss"],
            ["27 cm", "30 cm"],
        ]
        assert [variant.name for variant in product.variants][:2] == [
            "Halo dinner plate, Damson, 27 cm",
            "Halo dinner plate, Damson, 30 cm",
        ]
        assert {fact.attribute.code: fact.value for fact in product.attribute_values} == {
            "diameter": Decimal("27.5"),
            "dishwasher": True,
            "since": date(2020, 1, 2),
        }
        assert [picture.alt for picture in product.pictures] == ["A plate", "A rose one"]
    assert later == []
    assert (product.min_price, product.max_price) == (pounds("19.60"), pounds("24.00"))


def test_variants_come_by_sku_ready_for_a_cart(queries):
    with transaction():
        plates(pictures=[NewPicture(key="plate-1"), NewPicture(key="plate-2", sku="HALO-ROS-27")])

    with queries() as seen:
        found = catalog.find_variants(["HALO-ROS-27", "HALO-DAM-27", "NO-SUCH"])
        keys = {sku: catalog.picture_key_of(variant) for sku, variant in found.items()}

    assert len(seen) <= 3
    assert keys == {"HALO-ROS-27": "plate-2", "HALO-DAM-27": "plate-1"}


def test_many_products_cost_a_handful_of_look_ups(queries):
    with transaction():
        shelf = catalog.create_category(None, "Candles")
        news = [
            NewProduct(
                name="Stem candle",
                variants=[NewVariant(sku=f"STEM-{n}", price=pounds("2.00"))],
                tags=["wax"],
                categories=[shelf],
            )
            for n in range(60)
        ]
        with queries() as seen:
            made = catalog.create_products(news)

    assert [product.slug for product in made[:3]] == ["stem-candle", "stem-candle-2", "stem-candle-3"]
    assert [product.places[0].position for product in made[:3]] == [0, 1, 2]
    assert len([statement for statement in seen if statement.startswith("SELECT")]) < 10


@pytest.mark.parametrize(
    "refusal, changes",
    [
        (NotAProduct, {"name": " "}),
        (NotAProduct, {"name": "x" * 192}),
        (NotAProduct, {"variants": []}),
        (NotAProduct, {"state": State.SCHEDULED}),
        (NotAProduct, {"slug": "Not an address"}),
        (SlugTaken, {"slug": "taken"}),
        (SkuTaken, {"variants": [NewVariant(sku="TAKEN", price=pounds("1.00"))]}),
        (
            SkuTaken,
            {
                "variants": [NewVariant(sku="TWICE", price=pounds("1.00"), values=(v,)) for v in "ab"],
                "options": [NewOption(name="O", values=("a", "b"))],
            },
        ),
        (NotAProduct, {"variants": [NewVariant(sku="A", price=pounds("-1.00"))]}),
        (NotAProduct, {"variants": [NewVariant(sku="A", price=pounds("1.00"), pack_size=0)]}),
        (NotAProduct, {"variants": [NewVariant(sku="A", price=pounds("1.00"), values=("red",))]}),
        (
            NotAProduct,
            {"variants": [NewVariant(sku="A", price=pounds("1.00")), NewVariant(sku="B", price=pounds("1.00"))]},
        ),
        (NotAProduct, {"facts": [NewFact(code="nothing", value="x")]}),
        (NotAProduct, {"pictures": [NewPicture(key="k", sku="OTHER")]}),
    ],
)
def test_what_cannot_be_sold_is_refused_whole(refusal, changes):
    with transaction():
        put_on_sale("Taken", sku="TAKEN", slug="taken")

    described = {"name": "New", "variants": [NewVariant(sku="NEW", price=pounds("1.00"))]} | changes
    with pytest.raises(refusal), transaction():
        catalog.create_products(
            [NewProduct(name="Fine", variants=[NewVariant(sku="FINE", price=pounds("1.00"))]), NewProduct(**described)]
        )

    assert catalog.find_product("fine") is None


def test_a_fact_of_another_kind_is_refused():
    with transaction():
        catalog.define_attribute("diameter", "Diameter", AttributeKind.NUMBER, "cm")
    with pytest.raises(NotAProduct), transaction():
        put_on_sale("Plate", facts=[NewFact(code="diameter", value="wide")])
    with pytest.raises(NotAProduct), transaction():
        put_on_sale("Plate", facts=[NewFact(code="diameter", value=True)])
    with pytest.raises(NotAProduct), transaction():
        catalog.define_attribute("diameter", "Diameter", AttributeKind.NUMBER, "mm")


def test_a_scheduled_product_appears_by_itself():
    opening = clock.now() + timedelta(days=2)
    with transaction():
        put_on_sale("Lantern", state=State.SCHEDULED, publish_at=opening)
    product = catalog.find_product("lantern")

    assert not product.is_visible(opening - timedelta(seconds=1))
    assert product.is_visible(opening)


def test_a_price_is_changed_remembered_and_told():
    with transaction():
        put_on_sale("Jug", "30.00")
    with transaction():
        catalog.set_price(catalog.find_variant("JUG"), pounds("24.00"), pounds("30.00"), by=7)
    with transaction():
        catalog.set_price(catalog.find_variant("JUG"), pounds("24.00"), pounds("30.00"), by=7)

    product = catalog.find_product("jug")
    assert (product.min_price, product.variants[0].price, product.variants[0].is_reduced) == (
        pounds("24.00"),
        pounds("24.00"),
        True,
    )
    history = session.scalars(select(PriceChange).order_by(PriceChange.id)).all()
    assert [(row.price, row.actor_id) for row in history] == [(pounds("30.00"), None), (pounds("24.00"), 7)]
    told = [fact.data for fact in events.history("JUG") if fact.name == "PriceChanged"]
    assert told == [{"sku": "JUG", "price": 2400, "was": 3000, "compare_at": 3000}]


def test_the_lowest_price_of_a_month_includes_the_one_in_force_when_it_began():
    start = clock.now()
    clock.freeze(start)
    with transaction():
        put_on_sale("Jug", "20.00")
    for days, price in ((40, "30.00"), (5, "25.00")):
        clock.pass_by(timedelta(days=days))
        with transaction():
            catalog.set_price(catalog.find_variant("JUG"), pounds(price), None)
    product_id = catalog.find_variant("JUG").product_id

    def lowest(days):
        return session.execute(catalog.variants_of(product_id, clock.now() - timedelta(days=days))).unique().one()[1]

    assert [lowest(days) for days in (30, 4, 0)] == [None, None, None]  # nothing is taken off, so nothing is said
    with transaction():
        catalog.set_price(catalog.find_variant("JUG"), pounds("25.00"), pounds("31.00"))
    assert [lowest(days) for days in (50, 30, 4, 0)] == [pounds(p) for p in ("20.00", "20.00", "25.00", "25.00")]


def test_a_renamed_product_is_found_at_its_old_address():
    with transaction():
        put_on_sale("Jug")
    with transaction():
        catalog.rename_product(catalog.find_product("jug"), "shoulder-jug")

    assert catalog.find_redirect("product", "jug") == "shoulder-jug"
    assert catalog.find_redirect("product", "shoulder-jug") is None
    assert catalog.find_redirect("category", "jug") is None
    with transaction():
        assert put_on_sale("Jug", sku="JUG-2").slug == "jug-2"


def test_an_old_address_that_another_product_takes_leads_nowhere_else_any_more():
    with transaction():
        put_on_sale("Jug")
        put_on_sale("Bowl")
    for name, slug in (("jug", "shoulder-jug"), ("bowl", "jug")):
        with transaction():
            catalog.rename_product(catalog.find_product(name), slug)

    assert catalog.find_product("jug").name == "Bowl"
    assert session.scalars(select(SlugChange.slug)).all() == ["bowl"]
    assert [catalog.find_redirect("product", slug) for slug in ("jug", "bowl")] == [None, "jug"]

    with transaction():
        catalog.rename_product(catalog.find_product("jug"), "wide-bowl")
    assert [catalog.find_redirect("product", slug) for slug in ("jug", "bowl")] == ["wide-bowl", "wide-bowl"]


def test_only_the_named_fields_change_and_the_words_follow():
    with transaction():
        first = catalog.create_category(None, "Serving")
        put_on_sale("Jug", summary="Two litres", categories=[first], tags=["water"])
    with transaction():
        product = catalog.find_product("jug")
        other = catalog.create_category(None, "Gifts")
        catalog.update_product(
            product,
            name="Crème jug",
            categories=[other, catalog.find_category("serving")],
            description="<p onclick=x>For stems</p>",
        )

    product = catalog.find_product("jug")
    assert (product.name, product.summary, product.description) == ("Crème jug", "Two litres", "<p>For stems</p>")
    assert [place.category.path for place in product.places] == ["gifts", "serving"]
    for word in (" creme ", " stems ", " water ", " litres "):
        assert word in product.search_text


def test_a_variant_can_join_and_leave_later():
    with transaction():
        plates()
    with transaction():
        product = catalog.find_product("halo-dinner-plate")
        catalog.add_variant(product, NewVariant(sku="HALO-SKY-40", price=pounds("40.00"), values=("Sky", "40 cm")))
    assert catalog.find_product("halo-dinner-plate").max_price == pounds("40.00")

    with transaction():
        product = catalog.find_product("halo-dinner-plate")
        catalog.update_variant(product, product.variants[-1], active=False)
    product = catalog.find_product("halo-dinner-plate")
    assert product.max_price == pounds("24.00")
    assert [value.value for value in product.options[1].values] == ["27 cm", "30 cm", "40 cm"]


def test_a_state_moves_only_where_it_may():
    with transaction():
        put_on_sale("Jug")
    with transaction():
        catalog.move_product(catalog.find_product("jug"), State.ARCHIVED)
    with pytest.raises(NotAProduct), transaction():
        catalog.move_product(catalog.find_product("jug"), State.SCHEDULED, clock.now())
