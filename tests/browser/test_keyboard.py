"""The keyboard alone suffices: wherever Tab leads, it can be seen, and nothing lies over it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.test_buying import add_to_cart
from tests.support.browsing import tab_to

Visit = Callable[..., Page]


@pytest.mark.parametrize("width", [PHONE, DESK], ids=["phone", "desk"])
def test_a_whole_purchase_without_a_mouse(visit: Visit, width: int) -> None:
    page = visit(width)
    tab_to(page, "Skip to content", most=1)
    page.keyboard.press("Enter")
    page.reload()
    tab_to(page, "Search the shop")
    page.keyboard.type("halo")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("halo")
    tab_to(page, "Halo dinner plate", tag="a")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Halo dinner plate")
    tab_to(page, "Damson")
    page.keyboard.press("ArrowRight")
    expect(page.locator("form.variants legend").first).to_contain_text("Rose")
    tab_to(page, "Quantity", tag="input")
    page.keyboard.press("ArrowUp")
    tab_to(page, "Add to cart")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Cart, 2 items")).to_be_visible()
    expect(page.get_by_role("button", name="Add to cart")).to_be_focused()
    tab_to(page, "See your cart", most=1)
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Your cart")
    tab_to(page, "More, Quantity of Halo dinner plate")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Cart, 3 items")).to_be_visible()
    expect(page.get_by_role("button", name="More, Quantity of Halo dinner plate")).to_be_focused()
    tab_to(page, "Go to checkout")
    page.keyboard.press("Enter")

    type_into(page, "E-mail address", "keys@example.org")
    type_into(page, "Your name", "Anna Lind")
    press(page, "Continue to the address")
    expect(page.get_by_role("heading", name="Where")).to_be_focused()
    type_into(page, "Street and number", "12 Garden Row")
    type_into(page, "Postcode", "SE1 6HA")
    type_into(page, "Town or city", "London")
    press(page, "Continue to delivery")
    press(page, "Continue to payment")
    tab_to(page, "Card")
    page.keyboard.press("ArrowDown")
    press(page, "Continue to the last look")
    press(page, "Place the order")

    expect(page.locator("#state")).to_contain_text("GB33 BUKB")


def test_who_takes_a_line_out_stands_before_the_way_back(visit: Visit) -> None:
    page = visit(at="/p/linen-napkin")
    add_to_cart(page, 2, True)
    page.goto("/cart")

    tab_to(page, "Remove Linen napkin")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing on the table yet")
    expect(page.locator("#cart-undo button")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("link", name="Cart, 2 items")).to_be_visible()
    assert page.evaluate("document.activeElement !== document.body")


def test_escape_closes_what_was_opened_and_hands_the_focus_back(visit: Visit) -> None:
    page = visit(PHONE)
    tab_to(page, "Menu")
    page.keyboard.press("Enter")
    expect(page.get_by_role("navigation", name="Menu").get_by_role("link", name="Tableware")).to_be_visible()

    page.keyboard.press("Tab")
    page.keyboard.press("Escape")

    expect(page.locator("details.menu[open]")).to_have_count(0)
    expect(page.locator("details.menu > summary")).to_be_focused()


def type_into(page: Page, label: str, words: str) -> None:
    expect(page.get_by_label(label).first).to_be_visible()
    tab_to(page, label)
    page.keyboard.type(words)


def press(page: Page, words: str) -> None:
    expect(page.get_by_role("button", name=words)).to_be_visible()
    tab_to(page, words)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=words)).to_have_count(0)
