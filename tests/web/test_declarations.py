"""Tests made from the table of routes: who may come in, what proves a request, who may keep the answer (decision 9)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from elite.accounts import Role, create_staff
from elite.catalog import StockPolicy
from elite.kernel.transaction import transaction
from elite.web.routes import Declaration, Undeclared, check_declarations, declaration_of
from tests.support.buying import open_shop
from tests.support.goods import put_on_sale
from tests.support.pages import HTMX, Page

FILL = {
    "token": "x" * 32,
    "number": "E-33333333",
    "slug": "nothing",
    "sku": "NOTHING",
    "path": "nothing",
    "step": "contact",
    "page": "1",
}


def _routes(app: Flask) -> Iterator[tuple[Rule, Declaration, str, str]]:
    """(rule, declaration, method, address with its blanks filled)."""
    for rule in app.url_map.iter_rules():
        said = declaration_of(app.view_functions[rule.endpoint])
        assert said is not None, rule.rule
        if rule.rule.startswith("/test/"):
            continue
        values = {name: _fill(rule, name) for name in rule.arguments}
        with app.test_request_context():
            address = app.url_map.bind("localhost").build(rule.endpoint, values, method=None)
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield rule, said, method, address


def _fill(rule: Rule, name: str) -> object:
    converter = type(rule._converters[name]).__name__
    return 1 if converter == "IntegerConverter" else FILL.get(name, "nothing")


def test_an_undeclared_route_keeps_the_shop_from_starting() -> None:
    shop = Flask("bare", static_folder=None)
    shop.add_url_rule("/bare", view_func=lambda: "x", endpoint="bare")

    with pytest.raises(Undeclared, match=r"/bare .*says nothing"):
        check_declarations(shop)


def test_strangers_are_sent_to_the_door_of_everything_private(app: Flask, client: FlaskClient) -> None:
    wrong = []
    for rule, said, method, address in _routes(app):
        if said.who == "signed_in" or said.for_staff:
            answer = client.open(address, method=method)
            if answer.status_code != 303 or "/account/login" not in answer.headers["Location"]:
                wrong.append((rule.rule, method, answer.status_code))

    assert wrong == []


def test_a_partial_request_of_a_stranger_is_told_where_the_door_is(client: FlaskClient) -> None:
    answer = client.get("/admin/orders", headers=HTMX)

    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"].startswith("/account/login")


def test_staff_without_the_right_are_refused(app: Flask, client: FlaskClient) -> None:
    with app.app_context(), transaction():
        create_staff("kim@example.org", "Kim", "a password for kim", Role.CATALOGUE)
    client.post("/account/login", data={"email": "kim@example.org", "password": "a password for kim"})
    token = Page(client.get("/admin/products")).find("form[action='/account/logout'] input[name=csrf_token]")["value"]

    wrong = []
    for rule, said, method, address in _routes(app):
        if said.right and said.right not in ("products.view", "products.edit", "stock.adjust"):
            answer = client.open(address, method=method, headers={"X-CSRFToken": str(token)})
            if answer.status_code != 403:
                wrong.append((rule.rule, method, answer.status_code))

    assert wrong == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Referer": "https://evil.example/page"},
        {"Sec-Fetch-Site": "cross-site", "HX-Request": "true"},
    ],
)
def test_a_foreign_page_can_send_no_form(app: Flask, headers: dict[str, str]) -> None:
    stranger = app.test_client()
    wrong = []
    for rule, said, method, address in _routes(app):
        if method == "POST" and said.csrf == "form" and not said.for_staff:
            answer = stranger.post(address, headers=headers, data={"email": "typed@example.org"})
            if answer.status_code != 403 or "typed@example.org" in answer.text:
                wrong.append((rule.rule, answer.status_code))

    assert wrong == []


def test_without_any_origin_a_session_must_bring_its_token(app: Flask, client: FlaskClient) -> None:
    with app.app_context():
        open_shop()
        with transaction():
            put_on_sale("Halo plate", sku="HALO", stock_policy=StockPolicy.UNTRACKED)
    client.post("/cart/items", data={"sku": "HALO", "quantity": "1"})
    assert client.get_cookie("session")
    token = Page(client.get("/cart")).find("input[name=csrf_token]")["value"]
    client.environ_base.pop("HTTP_SEC_FETCH_SITE")

    assert client.post("/cart/undo").status_code == 403
    assert client.post("/cart/undo", data={"csrf_token": token}).status_code == 303


def test_signed_in_requests_need_the_token_and_keep_what_was_typed(app: Flask, client: FlaskClient) -> None:
    with app.app_context(), transaction():
        create_staff("ada@example.org", "Ada", "a password for ada", Role.OWNER)
    client.post("/account/login", data={"email": "ada@example.org", "password": "a password for ada"})

    answer = client.post("/admin/orders/E-33333333/shipments", data={"carrier": "Parcel House", "password": "secret"})

    page = Page(answer)
    assert answer.status_code == 403
    form = page.form("#stale-form form")
    assert form.fields["carrier"] == "Parcel House"
    assert "password" not in form.fields
    assert form.fields["csrf_token"]
    assert form.send(client).status_code == 404  # the token is good; there is no such order


def test_every_answer_says_who_may_keep_it_and_what_may_run(app: Flask, client: FlaskClient) -> None:
    wrong = []
    for rule, said, method, address in _routes(app):
        answer = client.open(address, method=method)
        kept = answer.headers.get("Cache-Control", "")
        private = said.cache in ("private", "token") or answer.status_code >= 400
        if (private and "no-store" not in kept) or "script-src 'self'" not in answer.headers.get(
            "Content-Security-Policy", ""
        ):
            wrong.append((rule.rule, method, answer.status_code, kept))
        if answer.headers.get("X-Content-Type-Options") != "nosniff":
            wrong.append((rule.rule, method, "nosniff"))
        if said.cache == "token" and answer.headers["Referrer-Policy"] != "same-origin":
            wrong.append((rule.rule, method, "referrer"))

    assert wrong == []


def test_looking_at_anything_sets_no_cookie(app: Flask, new_client) -> None:
    wrong = []
    for rule, _said, method, address in _routes(app):
        if method == "GET":
            answer = new_client().get(address)
            if "Set-Cookie" in answer.headers:
                wrong.append(rule.rule)

    assert wrong == []


def test_nothing_answers_a_strange_address_with_a_stack(app: Flask, client: FlaskClient) -> None:
    wrong = [
        (rule.rule, method)
        for rule, _said, method, address in _routes(app)
        if client.open(address, method=method).status_code >= 500
    ]

    assert wrong == []


def test_a_strange_host_is_refused(client: FlaskClient) -> None:
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_error_pages_carry_the_request_id(client: FlaskClient) -> None:
    answer = client.get("/no/such/page")

    assert answer.status_code == 404
    assert answer.headers["X-Request-Id"] in answer.text
    assert Page(answer).text("h1")
    part = client.get("/no/such/page", headers=HTMX)
    assert part.status_code == 404
    assert "<html" not in part.text
    assert part.headers["X-Request-Id"] in part.text
