"""Carts that were computed by hand."""

import pytest

from elite.kernel.money import Money
from elite.pricing import DeliveryTax, Kind, Line, Run, Step, explain, quote, quote_hash, without_tax
from tests.domain.pricing.examples import UK, Rate, delivery, gbp, line


def uk(lines, **more):
    return quote(lines, rates=UK, inclusive=True, currency="GBP", **more)


def test_british_prices_hold_their_tax():
    answer = uk([line("MUG", 3, 999), delivery(495)])

    # 29.97 + 4.95 = 34.92; a sixth of it is 5.82 exactly.
    assert (answer.total, answer.tax, answer.net) == (gbp(3492), gbp(582), gbp(2910))
    assert (answer.goods, answer.delivery, answer.discount) == (gbp(2997), gbp(495), gbp(0))
    # Exactly 166.5 a mug and 82.5 for delivery, so all tie: two get half a penny more, and MUG stands before post.
    assert answer.lines[0].runs == (
        Run(0, 2, gbp(832), gbp(167), gbp(0)),
        Run(2, 1, gbp(833), gbp(166), gbp(0)),
    )
    assert answer.lines[1].tax == gbp(82)


def test_tax_is_rounded_once_for_all_units_of_a_rate():
    # One penny holds a sixth of a penny; six hold exactly one, which single rounding would have lost.
    assert uk([line("PIN", 6, 1)]).tax == gbp(1)
    assert uk([line("PIN", 3, 1)]).tax == gbp(1)  # half a penny goes up
    assert uk([line("PIN", 2, 1)]).tax == gbp(0)


def test_each_rate_is_a_group_of_the_summary():
    answer = uk([line("BOOK", 1, 1000, "zero"), line("SEAT", 2, 1050, "reduced"), line("MUG", 1, 1200)])

    assert [(g.ppm, g.label, g.net, g.tax, g.gross) for g in answer.tax_groups] == [
        (200_000, "VAT 20%", gbp(1000), gbp(200), gbp(1200)),
        (50_000, "VAT 5%", gbp(2000), gbp(100), gbp(2100)),
        (0, "VAT 0%", gbp(1000), gbp(0), gbp(1000)),
    ]


def test_an_order_discount_takes_tax_off_at_the_rate_of_what_it_reduces():
    answer = uk([line("BOOK", 1, 1000, "zero"), line("MUG", 1, 2000)], discount=gbp(300))

    # One third off the book, two thirds off the mug; 18.00 holds 3.00.
    assert [(x.discount, x.gross, x.tax) for x in answer.lines] == [
        (gbp(100), gbp(900), gbp(0)),
        (gbp(200), gbp(1800), gbp(300)),
    ]
    assert answer.total == gbp(2700)


def test_ten_off_a_price_of_fifty_is_forty_tax_included():
    assert uk([line("LAMP", 1, 5000)], discount=gbp(1000)).total == gbp(4000)


def test_a_line_discount_is_spread_to_its_units_only():
    answer = uk([line("CUP", 3, 500, discount=100), line("MUG", 1, 500)])

    assert [(run.units, run.discount) for run in answer.lines[0].runs] == [(1, gbp(34)), (2, gbp(33))]
    assert answer.lines[1].discount == gbp(0)
    assert answer.lines[0].after_discount == gbp(1400)


def test_prices_without_tax_get_it_on_top():
    answer = quote([line("MUG", 3, 999), delivery(495)], rates=UK, inclusive=False, currency="GBP")

    # 34.92 net, 6.984 tax, rounded once.
    assert (answer.net, answer.tax, answer.total) == (gbp(3492), gbp(698), gbp(4190))
    assert answer.goods + answer.delivery - answer.discount == answer.net


def test_yen_have_no_decimals():
    rates = {"standard": Rate(100_000, "消費税 10%"), "reduced": Rate(80_000, "消費税 8%")}
    answer = quote(
        [line("FAN", 3, 333, currency="JPY"), line("TEA", 1, 540, "reduced", currency="JPY")],
        rates=rates,
        inclusive=True,
        currency="JPY",
    )

    # 999 holds 90.8, 540 holds 40.
    assert (answer.total, answer.tax) == (Money(1539, "JPY"), Money(131, "JPY"))
    assert str(answer.total) == "1539 JPY"
    assert [(run.units, run.tax.minor) for run in answer.lines[0].runs] == [(1, 31), (2, 30)]


def test_dinars_have_three_decimals():
    rates = {"standard": Rate(50_000)}
    answer = quote([line("OUD", 1, 12_345, currency="KWD")], rates=rates, inclusive=False, currency="KWD")

    # 5 % of 12.345 is 0.61725.
    assert answer.tax == Money.parse("0.617", "KWD")
    assert answer.total == Money.parse("12.962", "KWD")


def test_an_export_pays_the_price_without_the_home_tax():
    assert without_tax(gbp(1200), 200_000) == gbp(1000)
    assert without_tax(gbp(999), 200_000) == gbp(833)  # 832.5
    assert without_tax(gbp(999), 0) == gbp(999)


class TestTaxOnDelivery:
    """features.md M-5."""

    books_and_mug = (line("BOOK", 1, 1000, "zero"), line("MUG", 1, 3000))

    def test_fixed_is_the_class_of_the_method(self):
        answer = uk([*self.books_and_mug, delivery(600)], delivery_tax=DeliveryTax.FIXED)

        assert [(x.tax_class, x.tax) for x in answer.of_kind(Kind.DELIVERY)] == [("standard", gbp(100))]

    def test_highest_is_the_highest_rate_of_the_goods(self):
        highest = uk([*self.books_and_mug, delivery(600, "zero")], delivery_tax=DeliveryTax.HIGHEST)
        only_books = uk([self.books_and_mug[0], delivery(600)], delivery_tax=DeliveryTax.HIGHEST)

        assert highest.line("delivery").tax_class == "standard"
        assert only_books.line("delivery").tax_class == "zero"

    def test_proportional_follows_the_goods_after_their_discounts(self):
        answer = uk([*self.books_and_mug, delivery(600)], delivery_tax=DeliveryTax.PROPORTIONAL)
        halved = uk(
            [line("BOOK", 1, 1000, "zero"), line("MUG", 1, 3000, discount=2000), delivery(600)],
            delivery_tax=DeliveryTax.PROPORTIONAL,
        )

        assert [(x.tax_class, x.gross) for x in answer.of_kind(Kind.DELIVERY)] == [
            ("standard", gbp(450)),
            ("zero", gbp(150)),
        ]
        assert [x.gross for x in halved.of_kind(Kind.DELIVERY)] == [gbp(300), gbp(300)]
        assert answer.delivery == gbp(600)

    @pytest.mark.parametrize("policy", [DeliveryTax.HIGHEST, DeliveryTax.PROPORTIONAL])
    def test_goods_that_cost_nothing_have_no_say(self, policy):
        answer = uk(
            [line("BOOK", 1, 1000, "zero"), line("GIFT", 1, 900, discount=900), delivery(600)], delivery_tax=policy
        )

        assert [x.tax_class for x in answer.of_kind(Kind.DELIVERY)] == ["zero"]

    @pytest.mark.parametrize("policy", list(DeliveryTax))
    def test_with_nothing_to_follow_it_keeps_its_own(self, policy):
        answer = uk([line("GIFT", 1, 900, "zero", discount=900), delivery(600)], delivery_tax=policy)

        assert answer.line("delivery").tax_class == "standard"
        assert answer.total == gbp(600)


class TestExplanation:
    reduced = Line(key="a", sku="LAMP", quantity=2, unit_price=gbp(2400), list_price=gbp(3000), discount=gbp(100))

    def test_the_rows_add_up_to_what_is_paid(self):
        rows = explain(uk([self.reduced]).lines[0], inclusive=True)

        assert [(row.step, row.amount) for row in rows] == [
            (Step.LIST, gbp(6000)),
            (Step.REDUCTION, gbp(-1200)),
            (Step.DISCOUNT, gbp(-100)),
            (Step.TOTAL, gbp(4700)),
            (Step.TAX, gbp(783)),
        ]
        assert rows[-1].label == "VAT 20% in it"
        assert not rows[-1].adds

    def test_tax_on_top_is_a_row_that_adds(self):
        answer = quote([self.reduced], rates=UK, inclusive=False, currency="GBP")
        rows = explain(answer.lines[0], inclusive=False)

        assert (
            sum(row.amount.minor for row in rows if row.adds and row.step is not Step.TOTAL)
            == rows[-1].amount.minor
            == 5640
        )


class TestHash:
    lines = (line("MUG", 3, 999), line("CUP", 1, 500), delivery(495))

    def test_it_is_the_same_for_the_same_offer_in_any_order(self):
        assert quote_hash(uk(self.lines)) == quote_hash(uk(self.lines[::-1]))

    @pytest.mark.parametrize(
        "other",
        [
            [line("MUG", 3, 998), line("CUP", 1, 500), delivery(495)],
            [line("MUG", 2, 999), line("CUP", 1, 500), delivery(495)],
            [line("MUG", 3, 999), line("CUP", 1, 500), delivery(595)],
            [line("MUG", 3, 999, "zero"), line("CUP", 1, 500), delivery(495)],
            [line("MUG", 3, 999, discount=1), line("CUP", 1, 501), delivery(495)],
        ],
    )
    def test_it_differs_for_another_offer(self, other):
        assert quote_hash(uk(self.lines)) != quote_hash(uk(other))

    def test_it_covers_what_the_caller_adds(self):
        answer = uk(self.lines)

        assert (
            len({quote_hash(answer), quote_hash(answer, {"method": "post"}), quote_hash(answer, {"method": "van"})})
            == 3
        )


@pytest.mark.parametrize(
    "wrong",
    [
        {"quantity": 0},
        {"unit_price": gbp(-1)},
        {"discount": gbp(501)},
        {"discount": gbp(-1)},
        {"quantity": 2, "kind": Kind.DELIVERY},
    ],
)
def test_a_line_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError):
        Line(**{"key": "a", "sku": "CUP", "quantity": 1, "unit_price": gbp(500)} | wrong)


def test_two_currencies_do_not_meet():
    with pytest.raises(ValueError):
        uk([line("MUG", 1, 100, currency="EUR")])


def test_a_discount_is_never_larger_than_the_goods():
    with pytest.raises(ValueError):
        uk([line("MUG", 1, 100), delivery(500)], discount=gbp(101))


def test_delivery_is_not_cut_between_classes_of_the_same_rate():
    nothing = {name: Rate(0, "Export") for name in UK}
    lines = [line("BOOK", 1, 1000, "zero"), line("MUG", 1, 3000), delivery(600)]

    answer = quote(lines, rates=nothing, inclusive=True, currency="GBP", delivery_tax=DeliveryTax.PROPORTIONAL)

    assert [x.gross for x in answer.of_kind(Kind.DELIVERY)] == [gbp(600)]
