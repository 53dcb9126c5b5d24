"""A working day at the desk, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.test_buying import add_to_cart, check_out, stays_within
from tests.support.window import PASSWORD

Visit = Callable[..., Page]


@pytest.mark.parametrize("width,scripts", [(DESK, True), (PHONE, False)], ids=["desk-scripts", "phone-no-scripts"])
def test_money_is_booked_and_the_parcel_leaves(visit: Visit, width: int, scripts: bool) -> None:
    number = order_something(visit)
    page = visit(width, scripts=scripts, at="/admin")
    sign_in(page, "office")

    page.get_by_role("link", name="Orders").first.click()
    page.get_by_role("searchbox", name="Find an order").fill(number)
    page.get_by_role("searchbox", name="Find an order").press("Enter")
    page.locator("#orders").get_by_role("link", name=number).click()
    page.get_by_role("button", name="Book the money").click()
    expect(page.get_by_role("button", name="Book the money")).to_have_count(0)
    page.get_by_role("button", name="Mark as packed").click()
    page.get_by_label("Tracking number").fill("PARCEL-9")
    page.get_by_role("button", name="Mark as sent").click()

    expect(page.get_by_role("button", name="Mark as delivered")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("PARCEL-9")
    stays_within(page)
    page.get_by_role("button", name="Sign out").click()
    page.goto("/admin/orders")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()


def order_something(visit: Visit) -> str:
    """The number of a new order that waits for a transfer."""
    page = visit(at="/p/linen-napkin")
    add_to_cart(page, 2, True)
    page.goto("/checkout")
    check_out(page, "desk@example.org", "Bank transfer")
    page.get_by_role("button", name="Place the order").click()
    expect(page.locator("#state")).to_contain_text("GB33 BUKB")
    return page.title().split()[1]


def sign_in(page: Page, who: str) -> None:
    page.get_by_label("E-mail address").fill(f"{who}@elite-events.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("navigation", name="Desk")).to_be_visible()
