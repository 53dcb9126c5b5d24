"""The list of orders at the desk: piles, search, pages, and what htmx swaps."""

from __future__ import annotations

import pytest

from elite import settlement
from elite.accounts import Role
from tests.support.pages import HTMX, Page


@pytest.fixture
def several(place, book, house):
    """One order in each pile that is easily reached, by pile."""
    made = {
        "unpaid": place("transfer", name="Una Paid"),
        "to-pack": place("transfer", name="Tove Pack"),
        "packing": place("transfer", name="Pelle King"),
        "sent": place("transfer", name="Selma Sent"),
        "delivered": place("transfer", name="Dag Livered", email="dag@example.org"),
        "to-release": place("invoice", {"MUG": 1}, name="Rel Ease", company="Lind Weddings Ltd"),
        "owed": place("invoice", {"MUG": 1}, name="Owen Owed", company="Owed Ltd", email="owen@example.org"),
        "cancelled": place("transfer", {"MUG": 1}, name="Cara Celled", email="cara@example.org"),
    }
    for pile in ("to-pack", "packing", "sent", "delivered"):
        book(made[pile])
    with house.app_context():
        for pile in ("packing", "sent", "delivered"):
            settlement.mark_packed(made[pile].order_number, by=None)
        for pile in ("sent", "delivered"):
            settlement.send_order(made[pile].order_number, settlement.Parcel(carrier="Van"), by=None)
        settlement.mark_delivered(made["delivered"].order_number, by=None)
        settlement.release_order(made["owed"].order_number, by=None)
        settlement.cancel(made["cancelled"].order_number, by=None)
    return {pile: placed.order_number for pile, placed in made.items()}


def numbers(page):
    return set(page.texts("#orders tbody th"))


def test_every_order_is_in_its_pile_and_each_pile_says_how_many(several, owner):
    piles = [str(link["href"]) for link in Page(owner.get("/admin/orders")).all("#orders nav[aria-label=Piles] a")]
    assert len(piles) == 10

    for address in piles:
        page = Page(owner.get(address))
        here = page.find("#orders nav [aria-current]")
        assert here["href"] == address
        assert int(page.text("#orders nav [aria-current] .num")) == len(numbers(page)), address

    for pile, number in several.items():
        found = numbers(Page(owner.get(f"/admin/orders?pile={pile}")))
        if pile == "to-pack":  # what a company owes may be packed as well
            assert found == {number, several["owed"]}
        else:
            assert found == {number}, pile


@pytest.mark.parametrize("word", ["Selma", "sélma sent", "SELMA"])
def test_orders_are_found_by_name(several, owner, word):
    assert numbers(Page(owner.get("/admin/orders", query_string={"q": word}))) == {several["sent"]}


def test_orders_are_found_by_number_mail_and_company(several, owner):
    def find(word):
        return numbers(Page(owner.get("/admin/orders", query_string={"q": word})))

    assert find(several["unpaid"]) == {several["unpaid"]}
    assert find(several["unpaid"].lower()[:6]) >= {several["unpaid"]}
    assert find("dag@example") == {several["delivered"]}
    assert find("lind weddings") == {several["to-release"]}
    assert find("100%") == set()


def test_the_search_form_finds_and_keeps_what_was_typed(several, owner):
    page = Page(owner.get("/admin/orders"))

    found = Page(page.form("form[role=search]").send(owner, q="Dag"))

    assert numbers(found) == {several["delivered"]}
    assert found.find("form[role=search] input")["value"] == "Dag"


def test_nothing_found_says_so_and_leads_back(several, owner):
    page = Page(owner.get("/admin/orders?q=nobody"))

    assert "Nothing for “nobody”" in page.text("#orders")
    assert page.find("#orders .empty a")["href"] == "/admin/orders"


@pytest.mark.parametrize("query", ["pile=nonsense", "page=99", "page=x", "page=0", "pile=%00&q=%00", "q=" + "x" * 5000])
def test_strange_addresses_are_harmless(several, owner, query):
    assert owner.get(f"/admin/orders?{query}").status_code == 200


def test_htmx_gets_only_the_list_and_links_keep_true_addresses(several, owner):
    part = owner.get("/admin/orders?pile=sent", headers=HTMX)
    page = Page(part)

    assert part.status_code == 200
    assert "html" not in page
    assert "#orders" in page
    for link in page.all("#orders nav a"):
        assert link["hx-get"] == link["href"]
    search = Page(owner.get("/admin/orders")).find("form[role=search]")
    assert (search["hx-get"], search["hx-target"], search["action"]) == ("/admin/orders", "#orders", "/admin/orders")


def test_long_lists_have_pages_that_swap(place, owner, house):
    for n in range(26):
        place("on_delivery", {"MUG": 1} if n < 9 else {"PLATE": 1}, email=f"shopper{n}@example.org") if n < 18 else None
    with house.app_context():
        from tests.support.buying import shelve

        shelve("Jug", "3.00", units=50)
    for n in range(8):
        place("on_delivery", {"JUG": 1}, email=f"late{n}@example.org")

    first = Page(owner.get("/admin/orders?pile=to-pack"))
    second = Page(owner.get(str(first.find("#orders .pages a[rel=next]")["href"])))

    assert (len(numbers(first)), len(numbers(second))) == (24, 2)
    assert numbers(first) & numbers(second) == set()
    assert "25 to 26 of 26" in second.text("#orders [role=status]")
    link = first.find("#orders .pages a[rel=next]")
    assert link["hx-get"] == link["href"]
    assert "pile=to-pack" in str(link["href"])


def test_what_was_promised_first_is_packed_first(place, book, owner, look):
    later = place("transfer", {"PLATE": 1}, delivery_method="standard")
    sooner = place("transfer", {"PLATE": 1}, delivery_method="express")
    newest = place("transfer", {"PLATE": 1}, delivery_method="standard")
    for placed in (later, sooner, newest):
        book(placed)

    page = Page(owner.get("/admin/orders?pile=to-pack"))
    today = Page(owner.get("/admin"))

    assert page.texts("#orders tbody th") == [one.order_number for one in (sooner, later, newest)]
    assert str(today.find("main a.button")["href"]).endswith(sooner.order_number)


def test_the_list_asks_a_fixed_number_of_questions(several, owner, queries, place):
    with queries() as few:
        owner.get("/admin/orders")
    for n in range(4):
        place("transfer", {"MUG": 1}, email=f"more{n}@example.org")
    with queries() as many:
        owner.get("/admin/orders")

    assert len(many) == len(few)


def test_somebody_without_order_rights_begins_with_the_products(sign_in, several):
    cato = sign_in(Role.CATALOGUE)

    assert cato.get("/admin").location == "/admin/products"
    assert cato.get("/admin/orders").status_code == 403
    page = Page(cato.get("/admin/products"))
    assert page.texts(".rail nav a span") == ["Products", "Stock"]
