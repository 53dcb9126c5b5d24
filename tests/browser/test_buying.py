"""Buying something in a real browser: with scripts and without, on a phone and at a desk. Nothing may complain on the way."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE
from tests.support.browsing import examine
from tests.support.shopfront import Shopfront

Visit = Callable[..., Page]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("width", [PHONE, DESK], ids=["phone", "desk"])
def test_from_the_first_page_to_the_order(visit: Visit, width: int, scripts: bool) -> None:
    page = visit(width, scripts=scripts)
    page.get_by_role("main").get_by_role("link", name="Tableware").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tableware")
    page.get_by_role("link", name="Halo dinner plate").first.click()
    choose_colour(page, "Rose", scripts)
    add_to_cart(page, 4, scripts)

    page.get_by_role("link", name="Cart, 4 items").click()
    change_quantity(page, 6, scripts)
    expect(page.get_by_role("link", name="Cart, 6 items")).to_be_visible()
    page.locator("#cart-undo").get_by_role("button").click()
    expect(page.get_by_role("link", name="Cart, 4 items")).to_be_visible()
    expect(page.get_by_role("spinbutton", name="Quantity of Halo dinner plate")).to_have_value("4")

    page.get_by_role("link", name="Go to checkout").click()
    check_out(page, "browser@example.org", "Bank transfer")
    page.get_by_role("button", name="Place the order").click()

    expect(page.locator("#state")).to_contain_text("GB33 BUKB")
    assert "/o/" in page.url
    stays_within(page)
    expect(page.get_by_role("link", name="Cart, empty")).to_be_visible()


def test_paying_by_card_leads_to_the_payment_page_and_back(front: Shopfront, visit: Visit) -> None:
    page = visit(at="/p/tall-goblet")
    add_to_cart(page, 2, True)
    page.get_by_role("link", name="See your cart").first.click()
    page.get_by_role("link", name="Go to checkout").click()
    check_out(page, "card-browser@example.org", "Card")
    page.get_by_role("button", name="Order and pay").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("To pay")
    assert page.url.startswith(front.sandbox.origin)
    examine(page)
    page.get_by_role("button", name="3-D Secure").click()
    page.get_by_role("button", name="Yes, allow it").click()

    expect(page.locator("#state")).to_contain_text("Thank you")
    assert page.url.startswith(front.origin)
    expect(page.get_by_role("link", name="Invoice")).to_be_visible()


def test_adding_to_the_cart_swaps_and_the_way_back_shows_whole_pages(visit: Visit) -> None:
    page = visit(at="/c/tableware")
    page.get_by_role("link", name="Halo dinner plate").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Halo dinner plate")
    page.evaluate("window.stillHere = true")
    before = len(page.watch.navigations)  # type: ignore[attr-defined]

    choose_colour(page, "Moss", True)
    add_to_cart(page, 2, True)

    assert page.evaluate("window.stillHere") is True
    assert page.watch.navigations[before:] == []  # type: ignore[attr-defined]
    page.go_back()
    expect(page.locator(".variants").first).to_contain_text("Damson")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tableware")
    for part in ("banner", "main", "contentinfo"):
        expect(page.get_by_role(part)).to_be_visible()  # type: ignore[arg-type]
    expect(page.get_by_role("link", name="Cart, 2 items")).to_be_visible()


def test_a_filter_changes_the_list_in_place_and_its_address_shows_the_same(visit: Visit) -> None:
    page = visit(at="/c/tableware")
    page.evaluate("window.stillHere = true")

    page.get_by_label("From").fill("200")
    page.get_by_label("From").press("Enter")

    expect(page.locator("#results .card")).to_have_count(1)
    assert page.evaluate("window.stillHere") is True
    assert "price_min=200" in page.url
    page.reload()
    expect(page.locator("#results .card")).to_have_count(1)
    expect(page.get_by_role("banner")).to_be_visible()


def test_a_wrong_step_is_answered_in_place_and_the_focus_goes_to_what_is_wrong(visit: Visit) -> None:
    page = visit(at="/p/linen-napkin")
    add_to_cart(page, 1, True)
    page.goto("/checkout")
    page.evaluate("window.stillHere = true")

    page.get_by_label("E-mail address").fill("nobody")
    page.get_by_role("button", name="Continue to the address").click()

    expect(page.get_by_label("E-mail address")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("E-mail address")).to_have_value("nobody")
    assert page.evaluate("window.stillHere") is True
    expect(page.locator("[data-focus-first], [aria-invalid=true]").first).to_be_focused()


def choose_colour(page: Page, colour: str, scripts: bool) -> None:
    page.get_by_title(colour, exact=True).click()
    if not scripts:
        page.locator("form.variants").first.get_by_role("button", name="Show").click()
    expect(page.locator("form.variants legend").first).to_contain_text(colour)


def add_to_cart(page: Page, quantity: int, scripts: bool) -> None:
    page.locator("#quantity").fill(str(quantity))
    page.get_by_role("button", name="Add to cart").click()
    if scripts:
        expect(page.locator("#toasts")).to_contain_text("in your cart")
    else:
        assert page.url.endswith("/cart")
    words = f"Cart, {quantity} item" + ("s" if quantity != 1 else "")
    expect(page.get_by_role("link", name=words)).to_be_visible()


def change_quantity(page: Page, quantity: int, scripts: bool) -> None:
    """With scripts the number is enough; without, a button sends it."""
    field = page.get_by_role("spinbutton", name="Quantity of Halo dinner plate")
    field.fill(str(quantity))
    if scripts:
        field.blur()
    else:
        page.get_by_role("button", name="Update the quantity of Halo dinner plate").click()


def check_out(page: Page, email: str, way: str) -> None:
    """Every step up to the last button."""
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Your name").fill("Anna Lind")
    page.get_by_role("button", name="Continue to the address").click()
    page.get_by_label("Street and number").first.fill("12 Garden Row")
    page.get_by_label("Postcode").first.fill("SE1 6HA")
    page.get_by_label("Town or city").first.fill("London")
    page.get_by_role("button", name="Continue to delivery").click()
    page.get_by_role("button", name="Continue to payment").click()
    page.get_by_role("radio", name=re.compile(f"^{way}")).check()
    page.get_by_role("button", name="Continue to the last look").click()


def stays_within(page: Page) -> None:
    """No page is wider than what it is shown on."""
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= page.viewport_size["width"], f"{page.url} is {wide} wide"  # type: ignore[index]
