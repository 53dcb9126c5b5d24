"""Putting things into the cart and changing them: each of the three answers, with JavaScript and without."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask.testing import FlaskClient

from elite.kernel.redis import key, redis_client
from tests.support.carts import Shelf
from tests.support.pages import HTMX, Page


def add(client: FlaskClient, sku: str, quantity: int = 1) -> None:
    assert client.post("/cart/items", data={"sku": sku, "quantity": quantity}).status_code == 303


def lines(client: FlaskClient) -> list[tuple[str, str]]:
    page = Page(client.get("/cart"))
    names = page.texts("#cart > .split .lines h3")
    return list(
        zip(names, [str(field["value"]) for field in page.all("#cart .lines input[name=quantity]")], strict=False)
    )


def test_looking_at_the_cart_begins_no_session(client: FlaskClient, shelf: Shelf) -> None:
    response = client.get("/cart")

    assert response.status_code == 200
    assert "Nothing on the table yet" in Page(response).text("h1")
    assert "Set-Cookie" not in response.headers
    assert list(redis_client().scan_iter(match=key("*"))) == []


def test_adding_an_item_swaps_the_buy_box_and_the_badge(client: FlaskClient, shelf: Shelf) -> None:
    shelf.put("Mug", "12.00")

    response = client.post("/cart/items", data={"sku": "MUG", "quantity": 2}, headers=HTMX)

    page = Page(response)
    assert response.status_code == 200
    assert "Added" in page.text("#buy-box [role=status]")
    assert page.find("hx-partial[hx-target='#cart-badge'] #cart-badge")["aria-label"] == "Cart, 2 items"
    assert "Mug is in your cart." in page.text("hx-partial[hx-target='#toasts']")
    assert "£24.00" in page.text("hx-partial[hx-target='#toasts']")
    assert "header" not in page


def test_without_javascript_the_shopper_arrives_at_the_cart(client: FlaskClient, shelf: Shelf) -> None:
    shelf.put("Mug", "12.00")

    response = client.post("/cart/items", data={"sku": "MUG", "quantity": 2}, follow_redirects=True)

    page = Page(response)
    assert response.request.path == "/cart"
    assert page.texts(".lines h3") == ["Mug"]
    assert "£24.00" in page.text("#receipt")
    assert "Mug is in your cart." in page.text("#toasts")
    assert page.find("#cart-badge")["aria-label"] == "Cart, 2 items"


def test_asking_for_more_than_is_left_says_so_beside_the_field(client: FlaskClient, shelf: Shelf) -> None:
    shelf.put("Mug", stock=3)

    response = client.post("/cart/items", data={"sku": "MUG", "quantity": 9}, headers=HTMX)

    page = Page(response)
    assert response.status_code == 422
    assert page.text("#quantity-error") == "Only 3 left."
    assert page.find("#buy-box input[name=quantity]")["value"] == "9"
    assert "#cart-badge" not in page


def test_the_same_refusal_without_javascript_is_a_whole_page(client: FlaskClient, shelf: Shelf) -> None:
    shelf.put("Mug", stock=3)

    response = client.post("/cart/items", data={"sku": "MUG", "quantity": 9})

    page = Page(response)
    assert response.status_code == 422
    assert "header" in page
    assert page.text("#quantity-error") == "Only 3 left."
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("typed", ["", "0", "-1", "1.5", "٣", "1_0", "abc", "10000", "9" * 12])
def test_what_is_no_quantity_is_refused(client: FlaskClient, shelf: Shelf, typed: str) -> None:
    shelf.put("Mug")

    response = client.post("/cart/items", data={"sku": "MUG", "quantity": typed}, headers=HTMX)

    assert response.status_code == 422
    assert Page(response).text("#quantity-error")


def test_spaces_around_a_quantity_do_no_harm_and_one_is_meant_where_none_is_said(
    client: FlaskClient, shelf: Shelf
) -> None:
    shelf.put("Mug")

    assert client.post("/cart/items", data={"sku": "MUG", "quantity": " 2 "}).status_code == 303
    assert client.post("/cart/items", data={"sku": "MUG"}).status_code == 303

    assert lines(client) == [("Mug", "3")]


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize("sku", ["", "NO-SUCH", "GONE"])
def test_what_is_not_sold_is_not_found(client: FlaskClient, shelf: Shelf, sku: str, headers: dict[str, str]) -> None:
    shelf.put("Gone")
    shelf.archive("GONE")

    assert client.post("/cart/items", data={"sku": sku, "quantity": 1}, headers=headers).status_code == 404


@pytest.mark.parametrize(
    "path", ["/items", "/items/MUG", "/items/MUG/remove", "/items/MUG/save-for-later", "/undo", "/prices"]
)
def test_coming_back_to_the_address_of_a_form_leads_to_the_cart(client: FlaskClient, shelf: Shelf, path: str) -> None:
    response = client.get("/cart" + path)

    assert (response.status_code, response.headers["Location"]) == (303, "/cart")


def test_another_quantity_changes_its_line_the_receipt_and_the_badge(client: FlaskClient, shelf: Shelf) -> None:
    shelf.put("Mug", "12.00")
    shelf.put("Bowl", "5.00")
    add(client, "MUG")
    add(client, "BOWL", 2)

    response = client.post("/cart/items/MUG", data={"quantity": 4}, headers=HTMX)

    page = Page(response)
    assert response.status_code == 200
    assert page.find("li.line, li:has(> .line) input[name=quantity]")["value"] == "4"
    assert "£48.00" in page.text("li")
    assert "£58.00" in page.text("hx-partial[hx-target='#receipt'] .total")
    assert page.find("hx-partial[hx-target='#cart-badge'] a")["aria-label"] == "Cart, 6 items"
    assert "Bowl" not in page.text("li")
    assert "header" not in page


def test_another_quantity_without_javascript_leads_back_to_the_cart(client: FlaskClient, shelf: Shelf) -> None:
    shelf.put("Mug", "12.00")
    add(client, "MUG")

    response = client.post("/cart/items/MUG", data={"quantity": 4}, follow_redirects=True)

    assert response.request.path == "/cart"
    assert "£48.00" in Page(response).text("#receipt .total")


@pytest.mark.parametrize("headers", [HTMX, {}])
def test_too_many_of_a_line_says_so_beside_its_field_and_offers_the_nearest(
    client: FlaskClient, shelf: Shelf, headers: dict[str, str]
) -> None:
    shelf.put("Mug", stock=3)
    shelf.put("Bowl")
    add(client, "MUG", 2)
    add(client, "BOWL")

    response = client.post("/cart/items/MUG", data={"quantity": 7}, headers=headers)

    page = Page(response)
    assert response.status_code == 422
    assert ("header" in page) is not bool(headers)
    line = Page(str(page.find("li:has([aria-invalid=true])")))
    assert "Mug" in line.text("h3")
    assert line.find("input[type=number]")["value"] == "7"
    assert line.text(".error") == "Only 3 left."
    assert line.find("input[type=number]")["aria-describedby"] == line.find(".error")["id"]
    nearest = line.find(".line-error form button")
    assert (nearest["name"], nearest["value"], nearest.get_text(strip=True)) == ("quantity", "3", "Make it 3")
    assert client.post(str(line.find(".line-error form")["action"]), data={"quantity": 3}).status_code == 303
    assert lines(client) == [("Mug", "3"), ("Bowl", "1")]


@pytest.mark.parametrize("typed", ["", "x", "-3", "10000", "２"])
def test_what_is_no_quantity_is_refused_in_its_line(client: FlaskClient, shelf: Shelf, typed: str) -> None:
    shelf.put("Mug")
    add(client, "MUG", 2)

    response = client.post("/cart/items/MUG", data={"quantity": typed}, headers=HTMX)

    assert response.status_code == 422
    assert Page(response).find("input[type=number]")["value"] == typed
    assert lines(client) == [("Mug", "2")]


@pytest.mark.parametrize("headers", [HTMX, {}])
@pytest.mark.parametrize("address, data", [("/cart/items/MUG", {"quantity": "0"}), ("/cart/items/MUG/remove", {})])
def test_a_line_is_taken_out(
    client: FlaskClient, shelf: Shelf, address: str, data: dict[str, str], headers: dict[str, str]
) -> None:
    shelf.put("Mug")
    shelf.put("Bowl")
    add(client, "MUG", 2)
    add(client, "BOWL")

    response = client.post(address, data=data, headers=headers)

    assert lines(client) == [("Bowl", "1")]
    if headers:
        page = Page(response)
        assert response.headers["HX-Retarget"] == "#cart"
        assert page.texts("#cart h3") == ["Bowl"]
        assert page.text("hx-partial[hx-target='#toasts']") == "Mug is out of your cart. Undo"
        assert page.find("hx-partial[hx-target='#toasts'] form")["action"] == "/cart/undo"
    else:
        assert (response.status_code, response.headers["Location"]) == (303, "/cart")


def test_taking_the_last_line_out_leaves_a_page_with_a_way_back(client: FlaskClient, shelf: Shelf) -> None:
    shelf.put("Mug")
    add(client, "MUG", 2)

    page = Page(client.post("/cart/items/MUG/remove", headers=HTMX))

    assert page.text("#cart h1") == "Nothing on the table yet"
    assert page.text("#cart-undo") == "Put Mug back"
    assert page.find("#cart-badge")["aria-label"] == "Cart, empty"


def test_a_line_that_another_tab_took_out_is_a_conflict(client: FlaskClient, shelf: Shelf) -> None:
    shelf.put("Mug")
    shelf.put("Bowl")
    add(client, "MUG", 2)
    add(client, "BOWL")
    client.post("/cart/items/MUG/remove")

    whole = client.post("/cart/items/MUG", data={"quantity": 3})
    part = client.post("/cart/items/MUG", data={"quantity": 3}, headers=HTMX)

    assert (whole.status_code, part.status_code) == (409, 409)
    assert "no longer in your cart" in Page(whole).text("#cart-notes [role=alert]")
    assert "header" in Page(whole)
    assert part.headers["HX-Retarget"] == "#cart"
    assert Page(part).texts("#cart h3") == ["Bowl"]


def test_two_tabs_that_press_one_after_the_other_both_count(client: FlaskClient, shelf: Shelf) -> None:
    shelf.put("Mug", "12.00")
    add(client, "MUG")
    other = client.application.test_client()
    other.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    cookie = client.get_cookie("session")
    assert cookie is not None
    other.set_cookie("session", cookie.value)

    for tab in (client, other, client, other):
        add(tab, "MUG")

    assert lines(client) == lines(other) == [("Mug", "5")]


def test_a_sku_of_strange_letters_has_addresses_that_work(client: FlaskClient, shelf: Shelf) -> None:
    shelf.put("Odd", sku="A/B 1.5#ü?")
    add(client, "A/B 1.5#ü?", 2)

    page = Page(client.get("/cart"))
    address = str(page.find(".line-count")["action"])

    assert client.post(address, data={"quantity": 5}).status_code == 303
    assert lines(client) == [("Odd", "5")]
    assert client.post(address + "/remove").status_code == 303
    assert lines(client) == []


def test_nobody_else_may_change_a_cart(client: FlaskClient, shelf: Shelf) -> None:
    shelf.put("Mug")
    add(client, "MUG")

    stranger = client.post("/cart/items/MUG/remove", headers={"Sec-Fetch-Site": "cross-site"})

    assert stranger.status_code == 403
    assert lines(client) == [("Mug", "1")]


def test_the_cart_page_asks_six_questions_however_many_lines(
    client: FlaskClient, shelf: Shelf, queries: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    for n in range(15):
        shelf.put(f"Thing {n}", sku=f"T{n}")
        add(client, f"T{n}", 2)

    with queries() as seen:
        page = Page(client.get("/cart"))

    assert len(page.all("#cart .line")) == 15
    assert len(seen) <= 6, "\n".join(seen)


def test_the_header_asks_the_database_nothing_about_the_cart(
    client: FlaskClient, shelf: Shelf, queries: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    shelf.put("Mug")
    add(client, "MUG", 2)

    with queries() as seen:
        page = Page(client.get("/p/mug"))

    assert page.find("#cart-badge")["aria-label"] == "Cart, 2 items"
    assert not [statement for statement in seen if "FROM cart" in statement]
