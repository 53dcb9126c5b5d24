"""No page is wider than the smallest phone, and what can be pressed there is large enough for a thumb."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.test_accessibility import places
from tests.browser.test_buying import add_to_cart, stays_within
from tests.browser.test_desk import order_something, sign_in

Visit = Callable[..., Page]
SMALLEST = 360
THUMB, LEAST = 44, 24  # pixels; the desk is denser, and never below what WCAG 2.5.8 allows

# Everything drawn to be pressed; links within a sentence are as tall as their line, as WCAG 2.5.8 allows.
SMALL_TARGETS = """(least) => [...document.querySelectorAll("button, summary, input:not([type=hidden]), select, a.button, a.tool, a.chip")]
  .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .map((one) => [one, (one.closest("label") ?? one).getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && (Math.min(box.width, box.height) < least))
  .map(([one, box]) => `${one.outerHTML.slice(0, 90)} is ${Math.round(box.width)} by ${Math.round(box.height)}`)"""


def test_the_shop_on_the_smallest_phone(visit: Visit) -> None:
    page = visit(SMALLEST, at="/p/halo-dinner-plate")
    add_to_cart(page, 2, True)
    fits(page, THUMB)
    for address in ("/", "/c/tableware", "/search?q=zzzz", "/cart", "/checkout", "/p/nothing", "/account/login"):
        page.goto(address)
        fits(page, THUMB)


def test_the_desk_on_the_smallest_phone(visit: Visit) -> None:
    number = order_something(visit)
    page = visit(SMALLEST, at="/admin")
    sign_in(page, "owner")
    for address in (*places(page), f"/admin/orders/{number}"):
        page.goto(address)
        fits(page, LEAST)


def fits(page: Page, least: int) -> None:
    stays_within(page)
    small = page.evaluate(SMALL_TARGETS, least)
    assert not small, f"{page.url}: " + "; ".join(small)
