"""Axe finds nothing serious on any main page, by day and by evening."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.test_buying import add_to_cart, check_out
from tests.browser.test_desk import sign_in
from tests.support.browsing import examine

Visit = Callable[..., Page]
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


@SCHEMES
@pytest.mark.parametrize("width", [PHONE, DESK], ids=["phone", "desk"])
def test_pages_for_looking_around(visit: Visit, scheme: str, width: int) -> None:
    page = visit(width, scheme=scheme)
    for address in (
        "/",
        "/c/tableware",
        "/p/halo-dinner-plate",
        "/search?q=zzzz",
        "/cart",
        "/p/nothing",
        "/account/login",
    ):
        page.goto(address)
        examine(page)


@SCHEMES
def test_pages_on_the_way_to_an_order(visit: Visit, scheme: str) -> None:
    page = visit(scheme=scheme, at="/p/linen-napkin")
    add_to_cart(page, 2, True)
    examine(page)
    page.goto("/cart")
    examine(page)
    page.goto("/checkout")
    page.get_by_role("button", name="Continue to the address").click()
    expect(page.locator("[aria-invalid=true]").first).to_be_visible()
    examine(page)
    check_out(page, "axe@example.org", "Bank transfer")
    examine(page)
    page.get_by_role("button", name="Place the order").click()
    expect(page.locator("#state")).to_contain_text("GB33 BUKB")
    examine(page)


@SCHEMES
def test_pages_of_the_desk(visit: Visit, scheme: str) -> None:
    page = visit(scheme=scheme, at="/p/linen-napkin")
    add_to_cart(page, 2, True)
    page.goto("/checkout")
    check_out(page, "axe-desk@example.org", "Bank transfer")
    page.get_by_role("button", name="Place the order").click()
    expect(page.locator("#state")).to_contain_text("GB33 BUKB")

    desk = visit(scheme=scheme, at="/admin")
    sign_in(desk, "owner")
    for place in places(desk):
        desk.goto(place)
        examine(desk)
    desk.goto("/admin/orders")
    desk.locator("#orders th a").first.click()
    expect(desk.get_by_role("heading", name="Everything that happened")).to_be_visible()
    examine(desk)


@SCHEMES
def test_every_component_in_every_state(visit: Visit, scheme: str) -> None:
    page = visit(scheme=scheme)
    for address in ("/dev/gallery", "/dev/gallery/desk", "/dev/mail"):
        page.goto(address)
        examine(page)


def places(desk: Page) -> Iterator[str]:
    """Every place the rail leads to."""
    links = desk.get_by_role("navigation", name="Desk").get_by_role("link").all()
    return iter([str(link.get_attribute("href")) for link in links])
