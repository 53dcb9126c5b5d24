"""What a cart costs today, and what the shopper must know before paying."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from elite import cart as carts
from elite.cart import Cart
from elite.kernel.money import Money
from elite.pricing import Step
from tests.support.carts import Shelf, again, what


def test_totals_hold_the_tax_and_every_line_explains_itself(shelf: Shelf, cart: Cart) -> None:
    carts.add_item(cart, shelf.put("Mug", "12.00"), 3)
    carts.add_item(cart, shelf.put("Bowl", "8.00", compare_at_price=Money.parse("10.00")), 2)

    view = carts.review(again(cart))

    assert (view.total, view.tax) == (Money.parse("52.00"), Money.parse("8.67"))
    assert [line.amount for line in view.lines] == [Money.parse("36.00"), Money.parse("16.00")]
    assert [(row.step, row.amount.minor) for row in view.lines[1].explanation] == [
        (Step.LIST, 2000),
        (Step.REDUCTION, -400),
        (Step.TOTAL, 1600),
        (Step.TAX, 267),
    ]
    assert (view.listed, view.reduced) == (Money.parse("56.00"), Money.parse("4.00"))
    assert view.can_check_out
    assert view.count == 5


def test_a_drop_is_passed_on_at_once_with_a_note(shelf: Shelf, cart: Cart) -> None:
    carts.add_item(cart, shelf.put("Mug", "12.00"), 2)
    shelf.price("MUG", "9.00")

    view = carts.review(again(cart))

    assert view.total == Money.parse("18.00")
    assert view.can_check_out
    assert view.lines[0].dropped_from == Money.parse("12.00")
    assert view.raised == ()
    carts.set_quantity(again(cart), shelf.get("MUG"), 3)
    assert carts.review(again(cart)).dropped == ()


def test_a_rise_needs_consent_before_the_checkout(shelf: Shelf, cart: Cart) -> None:
    carts.add_item(cart, shelf.put("Mug", "12.00"), 2)
    shelf.price("MUG", "13.50")

    view = carts.review(again(cart))
    assert view.total == Money.parse("27.00")
    assert view.needs_consent
    assert not view.can_check_out
    assert view.lines[0].raised_from == Money.parse("12.00")

    carts.add_item(again(cart), shelf.get("MUG"), 1)
    assert carts.review(again(cart)).needs_consent

    carts.accept_prices(again(cart), {"MUG": Money.parse("13.50")})
    assert carts.review(again(cart)).can_check_out


def test_consent_to_a_price_that_rose_again_is_no_consent(shelf: Shelf, cart: Cart) -> None:
    carts.add_item(cart, shelf.put("Mug", "12.00"), 2)
    shelf.price("MUG", "14.00")

    with pytest.raises(carts.PricesMoved):
        carts.accept_prices(again(cart), {"MUG": Money.parse("13.50")})

    assert carts.review(again(cart)).needs_consent


def test_what_was_bought_up_meanwhile_is_named_with_the_nearest_quantity(shelf: Shelf, cart: Cart) -> None:
    carts.add_item(cart, shelf.put("Mug", stock=10), 8)
    carts.add_item(cart, shelf.put("Bowl", stock=5), 5)
    shelf.lose("MUG", 7)
    shelf.lose("BOWL", 5)

    view = carts.review(again(cart))

    assert [(line.sku, line.problem, line.nearest) for line in view.problems] == [
        ("MUG", "Only 3 left.", 3),
        ("BOWL", "This is sold out.", None),
    ]
    assert not view.can_check_out


def test_what_is_no_longer_sold_is_flagged_and_costs_nothing(shelf: Shelf, cart: Cart) -> None:
    carts.add_item(cart, shelf.put("Mug", "12.00"), 2)
    carts.add_item(cart, shelf.put("Bowl", "8.00"), 1)
    shelf.archive("MUG")

    view = carts.review(again(cart))

    mug = view.line("MUG")
    assert mug
    assert mug.is_gone
    assert mug.problem
    assert mug.name == "Mug"
    assert view.total == Money.parse("8.00")
    assert not view.can_check_out
    carts.remove_item(again(cart), "MUG")
    assert carts.review(again(cart)).can_check_out


def test_saved_lines_cost_nothing_and_stop_nobody(shelf: Shelf, cart: Cart) -> None:
    carts.add_item(cart, shelf.put("Mug", "12.00", stock=5), 2)
    carts.add_item(cart, shelf.put("Bowl", "8.00"), 1)
    carts.save_for_later(cart, "MUG")
    shelf.lose("MUG", 5)

    view = carts.review(again(cart))

    assert view.total == Money.parse("8.00")
    assert view.can_check_out
    assert [(line.sku, line.problem) for line in view.saved] == [("MUG", "This is sold out.")]


def test_a_review_asks_five_questions_however_many_lines(
    shelf: Shelf, cart: Cart, queries: Callable[[], object]
) -> None:
    for n in range(12):
        carts.add_item(cart, shelf.put(f"Thing {n}", sku=f"T{n}"), 1)

    with queries() as seen:  # type: ignore[attr-defined]
        view = carts.review(again(cart))

    assert len(view.lines) == 12
    assert len(seen) <= 5, "\n".join(seen)


def test_the_same_things_in_two_orders_cost_the_same(shelf: Shelf, cart: Cart) -> None:
    mug, bowl = shelf.put("Mug", "0.33"), shelf.put("Bowl", "0.67")
    for one in (mug, bowl):
        carts.add_item(cart, one, 7)
    first = carts.review(again(cart)).quote
    carts.remove_item(cart, "MUG")
    carts.add_item(cart, mug, 7)

    second = carts.review(again(cart)).quote

    assert list(what(cart)) == ["BOWL", "MUG"]
    assert first.hash_parts() == second.hash_parts()
    assert first.total == second.total
