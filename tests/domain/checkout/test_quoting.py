"""One price for the page and for the order, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from elite import catalog, checkout, inventory
from elite.cart.contents import Line
from elite.catalog import State
from elite.checkout import Draft
from elite.kernel.money import Money
from elite.kernel.settings import settings, use_settings
from elite.kernel.transaction import transaction
from tests.support.buying import open_shop, shelve, variant_id

NOW = datetime(2026, 6, 1, 9, 0, tzinfo=ZoneInfo("Europe/London"))
LONDON = {"country": "GB", "postcode": "SE1 6HA", "delivery_method": "standard"}


@pytest.fixture
def shop(app):
    open_shop()
    shelve("Mug", "12.00", units=10, weight_grams=400)
    shelve("Book", "10.00", units=10, tax_class="zero", weight_grams=300)


def line(sku, quantity, seen=None):
    return Line(sku, quantity, Money.of(seen) if seen is not None else None, False, 0)


def offer(lines, now=NOW, **typed):
    basis = checkout.load_basis([one.sku for one in lines], now)
    return checkout.quote_cart(lines, Draft(LONDON | typed), basis, now)


CART = (line("MUG", 2), line("BOOK", 1))


def test_goods_delivery_and_tax_make_the_total(shop):
    answer = offer(CART)

    assert answer.total == Money.of(2400 + 1000 + 495)
    # 24.00 holds 4.00; of 4.95 delivery 24/34 follows the mugs: 3.49; together 27.49 holds 4.58.
    assert answer.quote.tax == Money.of(458)
    assert [(x.name, x.quantity, x.priced.gross.minor) for x in answer.lines] == [("Mug", 2, 2400), ("Book", 1, 1000)]
    assert set(answer.demand.values()) == {2, 1}
    assert (answer.problems, answer.tax_zone, answer.weight_grams) == ((), "uk", 1100)


@pytest.mark.parametrize(("policy", "tax"), [("fixed", 483), ("highest", 483), ("proportional", 458)])
def test_delivery_is_taxed_by_the_houses_rule(shop, policy, tax):
    before = settings()
    use_settings(replace(before, delivery_tax=policy))

    assert offer(CART).quote.tax == Money.of(tax)

    use_settings(before)


def test_an_export_leaves_without_tax_and_costs_less(shop):
    answer = offer(CART, country="US", postcode="90210", delivery_method="world-air")

    # 10.00 a mug without its tax, the book as it is, 39.00 of delivery without its 20 %.
    assert answer.quote.goods == Money.of(3000)
    assert (answer.total, answer.quote.tax) == (Money.of(3000 + 3250), Money.of(0))
    assert answer.tax_zone == "export"


def test_neighbours_pay_the_same_and_the_shop_gets_less(shop):
    answer = offer([line("MUG", 2)], country="IE", postcode="", delivery_method="neighbours-standard")

    assert answer.total == Money.of(2400 + 1450)
    assert answer.quote.tax == Money.of(720)  # 38.50 * 23/123


def test_until_somebody_chooses_the_first_way_is_reckoned_with(shop):
    answer = offer(CART, delivery_method="")

    assert (answer.delivery.code, answer.delivery_is_chosen, answer.problems) == ("standard", False, ())


@pytest.mark.parametrize(
    ("lines", "code", "sentence"),
    [
        ([line("MUG", 11)], "quantity", "Mug: Only 10 left."),
        ([line("NOTHING", 1), line("MUG", 1)], "gone", "Something in your cart is no longer sold."),
        ([line("MUG", 1, seen=1100)], "price", "Mug costs more than when you put it in."),
        ([], "empty", "There is nothing in your cart that can be ordered."),
    ],
)
def test_what_stands_in_the_way_is_named(shop, lines, code, sentence):
    problems = offer(lines).problems

    assert [(problem.code, problem.sentence) for problem in problems] == [(code, sentence)]


def test_a_price_that_fell_stands_in_nobodys_way(shop):
    assert offer([line("MUG", 1, seen=1300)]).problems == ()


def test_what_was_taken_from_sale_is_left_out_and_named(shop):
    with transaction():
        catalog.move_product(catalog.find_product_of("BOOK"), State.ARCHIVED)

    answer = offer(CART)

    assert [x.sku for x in answer.lines] == ["MUG"]
    assert [problem.sentence for problem in answer.problems] == ["Book is no longer sold."]


def test_too_heavy_for_every_way_is_a_problem(shop):
    shelve("Anvil", "90.00", units=10, weight_grams=260_000)

    answer = offer([line("ANVIL", 1)], postcode="BT1 1AA", delivery_method="")

    assert [problem.code for problem in answer.problems] == ["delivery"]
    assert answer.delivery is None


def test_a_way_that_is_not_offered_any_more_is_a_problem(shop):
    assert [problem.code for problem in offer(CART, delivery_method="far-standard").problems] == ["delivery"]


class TestHash:
    def test_it_is_the_same_however_often_one_looks_and_in_any_order(self, shop):
        assert offer(CART).quote_hash == offer(CART[::-1]).quote_hash

    def test_what_was_typed_besides_place_and_way_is_no_part_of_it(self, shop):
        assert offer(CART).quote_hash == offer(CART, name="Anna", note="x", payment_method="card").quote_hash

    @pytest.mark.parametrize(
        "typed",
        [
            {"delivery_method": "express"},
            {"country": "US", "delivery_method": "world-air"},
            {"postcode": "BT1 1AA", "delivery_method": "far-standard"},
        ],
    )
    def test_another_place_or_way_is_another_offer(self, shop, typed):
        assert offer(CART).quote_hash != offer(CART, **typed).quote_hash

    def test_another_promise_is_another_offer(self, shop):
        assert offer(CART).quote_hash != offer(CART, now=NOW.replace(hour=14)).quote_hash

    def test_another_price_is_another_offer(self, shop):
        before = offer(CART).quote_hash
        with transaction():
            catalog.set_price(catalog.find_variant("MUG"), Money.of(1199), None)

        assert offer(CART).quote_hash != before

    def test_the_shelf_running_low_is_not(self, shop):
        before = offer(CART)
        with transaction():
            inventory.adjust(variant_id("MUG"), -7, reason="broken", ref="shelf fell down")

        assert offer(CART).quote_hash == before.quote_hash


def test_inside_a_transaction_it_is_the_same_offer(shop):
    outside = offer(CART)
    with transaction():
        inside = offer(CART)

    assert inside.quote_hash == outside.quote_hash
    assert inside.quote == outside.quote


def test_it_asks_four_things_however_long_the_cart(shop, queries):
    for n in range(5):
        shelve(f"Glass {n}", "3.00", units=10)

    with queries() as seen:
        checkout.load_basis(["MUG", "BOOK", *(f"GLASS-{n}" for n in range(5))], NOW)

    assert len(seen) == 4


class TestDifferences:
    def test_nothing_differs_from_itself(self, shop):
        assert checkout.differences(checkout.note_of(offer(CART)), offer(CART)) == ()

    def test_everything_that_differs_is_named(self, shop):
        note = checkout.note_of(offer(CART))

        found = checkout.differences(note, offer([line("MUG", 3)], delivery_method="express"))

        assert [(one.kind, one.name) for one in found] == [
            ("quantity", "Mug"),
            ("gone", "Book"),
            ("method", ""),
            ("delivery", "Next working day"),
            ("promise", "Next working day"),
            ("tax", ""),
            ("total", ""),
        ]

    @pytest.mark.parametrize("note", ["", "null", "{}", '{"lines":[]}', "[" * 10_000])
    def test_a_note_that_is_none_says_nothing(self, shop, note):
        assert checkout.differences(note, offer(CART)) == ()


def test_the_delivery_tables_refuse_a_code_twice(shop):
    with pytest.raises(checkout.CodeTaken), transaction():
        checkout.create_delivery_zone("uk", "Again", ["GB"])
    zone = checkout.list_delivery_zones()[0]
    again = checkout.NewMethod(code="standard", name="Again", price=Money.of(1), min_days=1, max_days=1)
    with pytest.raises(checkout.CodeTaken), transaction():
        checkout.create_delivery_method(zone, again)


def test_ways_for_other_callers_are_those_of_the_checkout(shop):
    offers = checkout.list_methods("GB", "SE1 6HA", Money.of(3400), 1100, None, NOW)

    assert offers == offer(CART).offers
