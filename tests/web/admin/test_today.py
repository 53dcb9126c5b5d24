"""The first page of a working day."""

from __future__ import annotations

from elite.accounts import Role
from tests.support.pages import Page


def test_an_empty_day_is_a_calm_page(house, owner):
    page = Page(owner.get("/admin"))

    assert page.texts(".figures dd")[0] == "£0.00"
    assert "Nothing waits. Good." in page.text("main")
    assert "Everything placed is paid." in page.text("main")
    assert "Every shelf has something on it." in page.text("main")
    assert "#needs" not in page
    assert "main a.button" not in page


def test_the_figures_count_and_lead_to_their_piles(place, book, owner):
    book(place("transfer"))
    place("transfer", {"MUG": 10})
    place("invoice", {"PLATE": 1}, company="Lind Ltd")

    page = Page(owner.get("/admin"))

    figures = dict(zip(page.texts(".figures dt"), page.texts(".figures dd:nth-of-type(1)"), strict=True))
    assert figures == {"Sold today": "£24.95", "To pack": "1", "To release": "1", "Waiting for money": "1"}
    for link in page.all(".figures a"):
        orders = Page(owner.get(str(link["href"])))
        assert len(orders.all("#orders tbody tr")) == 1
    assert "MUG" in page.texts("main .panel")[-1]


def test_the_rail_marks_where_one_is_and_holds_only_what_may_be_entered(house, sign_in):
    walter = sign_in(Role.WAREHOUSE)

    page = Page(walter.get("/admin"))

    assert page.texts(".rail nav a span") == ["Today", "Orders", "Products", "Stock"]
    assert page.text(".rail [aria-current=page]") == "Today"
    assert "Walter" in page.text(".rail-end")
    for link in page.all(".rail nav a"):
        assert walter.get(str(link["href"])).status_code == 200
