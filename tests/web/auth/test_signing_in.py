"""The door of the desk: in, out, and never anywhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from elite.accounts import Role, WebSession, create_staff, find_user
from elite.kernel.db import session
from elite.kernel.settings import settings, use_settings
from elite.kernel.transaction import transaction
from elite.web import limits
from tests.support.counter import PASSWORD
from tests.support.pages import HTMX, Page

EMAIL = "ada@example.org"


@pytest.fixture(autouse=True)
def _ada(app):
    with app.app_context(), transaction():
        create_staff(EMAIL, "Ada", PASSWORD, Role.OWNER)


def form(client, address="/account/login"):
    return Page(client.get(address)).form("#sign-in form")


def test_the_right_words_open_the_desk(client, app):
    answer = form(client).send(client, email=EMAIL, password=PASSWORD)

    assert (answer.status_code, answer.location) == (303, "/admin")
    assert "Ada" in Page(client.get("/admin")).text(".rail-end")
    with app.app_context():
        ada = find_user(EMAIL)
        assert ada is not None
        assert ada.last_sign_in_at is not None


@pytest.mark.parametrize("email", ["ADA@example.org", "  ada@example.org "])
def test_the_address_may_be_typed_as_people_type_it(client, email):
    assert form(client).send(client, email=email, password=PASSWORD).status_code == 303


@pytest.mark.parametrize(
    "email,password", [(EMAIL, "wrong"), ("nobody@example.org", PASSWORD), (EMAIL, PASSWORD + " ")]
)
def test_wrong_words_are_refused_without_saying_which(client, email, password):
    answer = form(client).send(client, email=email, password=password)

    page = Page(answer)
    assert answer.status_code == 422
    assert page.text("#password-error")
    assert page.find("#email")["value"] == email
    assert "value" not in page.find("#password").attrs
    assert password not in answer.text or password == "wrong"
    assert client.get("/admin").status_code == 303


def test_both_refusals_say_the_same(client):
    said = [
        Page(form(client).send(client, email=email, password="wrong")).text("#password-error")
        for email in (EMAIL, "nobody@example.org")
    ]

    assert said[0] == said[1]


@pytest.mark.parametrize("typed,field", [({"email": ""}, "email"), ({"password": ""}, "password")])
def test_what_is_missing_is_said_beside_its_field(client, typed, field):
    answer = form(client).send(client, **({"email": EMAIL, "password": PASSWORD} | typed))

    page = Page(answer)
    assert answer.status_code == 422
    assert "Please type" in page.text(f"#{field}-error")
    assert page.find(f"#{field}")["aria-invalid"] == "true"


def test_a_colleague_who_left_stays_outside(client, app):
    with app.app_context(), transaction():
        find_user(EMAIL).active = False

    assert form(client).send(client, email=EMAIL, password=PASSWORD).status_code == 422


def test_whoever_is_deactivated_while_signed_in_is_out_at_once(client, app):
    form(client).send(client, email=EMAIL, password=PASSWORD)
    with app.app_context(), transaction():
        find_user(EMAIL).active = False

    assert client.get("/admin").status_code == 303


def test_one_comes_back_to_the_page_one_wanted(client):
    door = client.get("/admin/products?q=plate")
    assert door.status_code == 303

    answer = form(client, door.location).send(client, email=EMAIL, password=PASSWORD)

    assert answer.location == "/admin/products?q=plate"


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/a\r\nSet-Cookie: x=1",
        "/\tevil.example",
        "///evil.example",
        "http:evil.example",
        "/ünter",
    ],
)
def test_nobody_is_led_elsewhere(client, wanted):
    page = Page(client.get("/account/login", query_string={"next": wanted}))
    assert page.form("#sign-in form").fields["next"] == "/admin"

    answer = form(client).send(client, email=EMAIL, password=PASSWORD, next=wanted)

    assert answer.location == "/admin"


def test_who_is_in_already_goes_on(client):
    form(client).send(client, email=EMAIL, password=PASSWORD)

    assert client.get("/account/login?next=/admin/stock").location == "/admin/stock"


def test_signing_in_changes_the_session_and_keeps_what_was_in_it(client):
    with client.session_transaction() as before:
        before["cart"] = "kept-0123456789abcdef"
    old = client.get_cookie("session").value

    form(client).send(client, email=EMAIL, password=PASSWORD)

    assert client.get_cookie("session").value != old
    with client.session_transaction() as after:
        assert after["cart"] == "kept-0123456789abcdef"


def test_signing_out_ends_it_here_and_in_the_database(client, new_client, app):
    form(client).send(client, email=EMAIL, password=PASSWORD)
    copy = new_client()
    copy.set_cookie("session", client.get_cookie("session").value)

    answer = Page(client.get("/admin")).form("form[action='/account/logout']").send(client)

    assert (answer.status_code, answer.location) == (303, "/")
    assert client.get("/admin").status_code == 303
    assert copy.get("/admin").status_code == 303  # a copied cookie opens nothing
    with app.app_context():
        assert all(one.ended_at for one in session.query(WebSession).all() if one.user_id)


def test_signing_out_needs_the_token_and_a_link_does_nothing(client):
    form(client).send(client, email=EMAIL, password=PASSWORD)

    assert client.post("/account/logout").status_code == 403
    assert client.get("/account/logout").status_code == 302
    assert client.get("/admin").status_code == 200


def test_guessing_runs_out_and_says_when_to_come_back(client, app, monkeypatch):
    use_settings(replace(settings(), rate_limits=True))
    monkeypatch.setattr(limits, "RATES", limits.RATES | {"sign_in": "3/minute"})
    limits._nearby.storage.reset()
    answers = [form(client).send(client, email=EMAIL, password=f"guess {n}") for n in range(4)]

    assert [one.status_code for one in answers] == [422, 422, 422, 429]
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert Page(answers[-1]).text("h1")


def test_a_partial_request_gets_the_form_with_its_mistakes_or_the_way_on(client):
    wrong = client.post("/account/login", data={"email": EMAIL, "password": "x"}, headers=HTMX)
    right = client.post("/account/login", data={"email": EMAIL, "password": PASSWORD}, headers=HTMX)

    assert wrong.status_code == 422
    assert "html" not in Page(wrong)
    assert Page(wrong).text("#password-error")
    assert (right.status_code, right.headers["HX-Redirect"]) == (204, "/admin")


def test_the_door_is_the_desks_own_page_and_kept_by_nobody(client):
    answer = client.get("/account/login")

    page = Page(answer)
    assert page.find("#email")["autocomplete"] == "username"
    assert page.find("#password")["autocomplete"] == "current-password"
    assert page.find("#password")["type"] == "password"
    assert "no-store" in answer.headers["Cache-Control"]
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("password", ["x" * 1001, "ü" * 999])
def test_very_long_passwords_are_answered_not_hashed_for_ever(client, password):
    assert form(client).send(client, email=EMAIL, password=password).status_code == 422
