"""M-1 to M-6 for carts nobody thought of."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from elite.kernel.money import Money
from elite.pricing import DeliveryTax, Kind, Line, quote, quote_hash, units_amount
from tests.domain.pricing.examples import Rate, units

many = settings(deadline=None, max_examples=400)

CLASSES = ("standard", "reduced", "zero")
prices = st.one_of(st.integers(0, 20), st.integers(0, 100_000))


@st.composite
def carts(draw, discounted=True):
    """Lines, rates and a basis; `discounted` lines may carry a discount of their own."""
    lines = []
    for n in range(draw(st.integers(1, 7))):
        price, quantity = draw(prices), draw(st.integers(1, 12))
        discount = draw(st.integers(0, price * quantity)) if discounted and draw(st.booleans()) else 0
        lines.append(
            Line(
                key=f"k{n}",
                sku=draw(st.sampled_from(["A", "B", "C"])),
                quantity=quantity,
                unit_price=Money(price, "GBP"),
                tax_class=draw(st.sampled_from(CLASSES)),
                discount=Money(discount, "GBP"),
            )
        )
    if draw(st.booleans()):
        price = Money(draw(prices), "GBP")
        lines.append(Line(key="delivery", sku="post", quantity=1, unit_price=price, kind=Kind.DELIVERY))
    rates = {name: Rate(draw(st.sampled_from([0, 50_000, 55_000, 77_500, 200_000, 255_000])), name) for name in CLASSES}
    return lines, {
        "rates": rates,
        "inclusive": draw(st.booleans()),
        "currency": "GBP",
        "delivery_tax": draw(st.sampled_from(list(DeliveryTax))),
        "discount": Money(draw(st.integers(0, _goods(lines))), "GBP"),
    }


def _goods(lines):
    return sum(
        x.unit_price.minor * x.quantity - (x.discount or Money.zero()).minor for x in lines if x.kind is Kind.GOODS
    )


@many
@given(carts())
def test_every_sum_agrees_with_the_units(cart):
    lines, how = cart
    answer = quote(lines, **how)

    for line in answer.lines:
        assert sum(run.units for run in line.runs) == line.quantity
        assert [run.first_unit for run in line.runs] == [
            sum(before.units for before in line.runs[:i]) for i in range(len(line.runs))
        ]
        paid = line.gross if how["inclusive"] else line.net
        assert paid == line.price - line.discount == line.after_discount
    assert answer.total == answer.net + answer.tax
    before_tax = answer.goods + answer.delivery + answer.fees - answer.discount
    assert before_tax == (answer.total if how["inclusive"] else answer.net)
    assert answer.discount.minor == how["discount"].minor + sum((x.discount or Money.zero()).minor for x in lines)


@many
@given(carts())
def test_no_unit_pays_less_than_nothing_or_gets_more_off_than_it_costs(cart):
    lines, how = cart

    for line in quote(lines, **how).lines:
        for run in line.runs:
            assert run.net.minor >= 0
            assert run.tax.minor >= 0
            assert 0 <= run.discount.minor <= line.unit_price.minor


@many
@given(carts())
def test_a_line_gets_its_own_discount_and_its_part_of_the_orders(cart):
    lines, how = cart
    own = {line.key: line.discount for line in lines if line.discount}

    for line in quote(lines, **(how | {"discount": None})).lines:
        assert line.discount == own.get(line.key, Money.zero("GBP"))


@many
@given(carts())
def test_the_tax_summary_is_a_group_by_over_units(cart):
    lines, how = cart
    answer = quote(lines, **how)

    net, tax = Counter(), Counter()
    for line in answer.lines:
        for run in line.runs:
            net[line.rate_ppm] += run.net.minor * run.units
            tax[line.rate_ppm] += run.tax.minor * run.units
    assert {group.ppm: (group.net.minor, group.tax.minor) for group in answer.tax_groups} == {
        p: (net[p], tax[p]) for p in net
    }


@many
@given(carts())
def test_the_tax_of_a_rate_is_rounded_once_and_half_up(cart):
    lines, how = cart

    for group in quote(lines, **how).tax_groups:
        base, over = (group.gross, 1_000_000 + group.ppm) if how["inclusive"] else (group.net, 1_000_000)
        exact_times_two = 2 * base.minor * group.ppm
        assert -over < 2 * group.tax.minor * over - exact_times_two <= over


@many
@given(carts(), st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_nothing(cart, random):
    lines, how = cart
    shuffled = random.sample(lines, len(lines))
    one, other = quote(lines, **how), quote(shuffled, **how)

    assert {(x.key, x.tax_class): x for x in one.lines} == {(x.key, x.tax_class): x for x in other.lines}
    assert one.tax_groups == other.tax_groups
    assert quote_hash(one) == quote_hash(other)


@many
@given(carts(discounted=False), st.data())
def test_splitting_and_merging_lines_changes_no_unit_and_no_sum(cart, data):
    lines, how = cart
    split = []
    for line in lines:
        cut = data.draw(st.integers(0, line.quantity - 1))
        if cut:
            split.append(replace(line, key=line.key + "-z", quantity=cut))
        split.append(replace(line, quantity=line.quantity - cut))
    whole, parts = quote(lines, **how), quote(data.draw(st.permutations(split)), **how)

    assert units(whole) == units(parts)
    assert (whole.total, whole.tax, whole.discount) == (parts.total, parts.tax, parts.discount)
    assert whole.tax_groups == parts.tax_groups


@many
@given(carts())
def test_everything_off_leaves_no_total_and_no_tax(cart):
    lines, how = cart
    goods = [line for line in lines if line.kind is Kind.GOODS]
    answer = quote(goods, **(how | {"discount": Money(_goods(goods), "GBP")}))

    assert answer.total == answer.tax == answer.net == Money.zero("GBP")


@many
@given(carts(), st.data())
def test_any_way_of_giving_units_back_gives_back_the_line(cart, data):
    lines, how = cart

    for line in quote(lines, **how).lines:
        cuts = sorted(data.draw(st.sets(st.integers(1, line.quantity - 1)))) if line.quantity > 1 else []
        bounds = [0, *cuts, line.quantity]
        parts = [units_amount(line.runs, a, b - a) for a, b in pairwise(bounds)]
        assert sum(part.gross.minor for part in parts) == line.gross.minor
        assert sum(part.tax.minor for part in parts) == line.tax.minor
        assert sum(part.discount.minor for part in parts) == line.discount.minor
