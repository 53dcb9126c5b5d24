"""No page is wider than the smallest phone, and what can be pressed there is large enough for a thumb."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.test_accessibility import places
from tests.browser.test_buying import add_to_cart, stays_within
from tests.browser.test_desk import order_something, sign_in

Visit = Callable[..., Page]
SMALLEST = 360

# Everything drawn to be pressed; links within a sentence are as tall as their line, as WCAG 2.5.8 allows.
SMALL_TARGETS = """() => [...document.querySelectorAll("button, summary, input:not([type=hidden]), select, a.button, a.tool, a.chip")]
  .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .map((one) => [one, (one.closest("label") ?? one).getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
  .map(([one, box]) => `${one.outerHTML.slice(0, 90)} is ${Math.round(box.width)} by ${Math.round(box.height)}`)"""


def test_the_shop_on_the_smallest_phone(visit: Visit) -> None:
    page = visit(SMALLEST, at="/p/halo-dinner-plate")
    add_to_cart(page, 2, True)
    fits(page)
    for address in ("/", "/c/tableware", "/search?q=zzzz", "/cart", "/checkout", "/p/nothing", "/account/login"):
        page.goto(address)
        fits(page)


def test_the_desk_on_the_smallest_phone(visit: Visit) -> None:
    number = order_something(visit)
    page = visit(SMALLEST, at="/admin")
    sign_in(page, "owner")
    for address in (*places(page), f"/admin/orders/{number}"):
        page.goto(address)
        fits(page)


def fits(page: Page) -> None:
    stays_within(page)
    small = page.evaluate(SMALL_TARGETS)
    assert not small, f"{page.url}: " + "; ".join(small)
