"""Server sessions keep every key, survive a Redis that is flushed or away, and never rise from the dead (decision 17)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from flask import Flask, session
from flask.testing import FlaskClient
from sqlalchemy import func, select

from elite.accounts import Role, WebSession, create_staff
from elite.kernel.db import session as database
from elite.kernel.redis import key, redis_client
from elite.kernel.settings import settings, use_settings
from elite.kernel.transaction import transaction
from elite.web.current import sign_out
from elite.web.routes import declares
from tests.support.pages import Page

NewClient = Callable[[], FlaskClient]


@pytest.fixture
def notes(shop_app: tuple[Flask, object, object], app: Flask) -> Iterator[Flask]:
    """Two routes that put something into the session and show it, on the real application."""
    if "test_note" not in app.view_functions:
        app._got_first_request = False

        @app.post("/test/notes/<name>/<value>", endpoint="test_note")
        @declares(csrf="form", cache="private", limit="none")
        def note(name: str, value: str) -> str:
            session[name] = value
            return "kept"

        @app.get("/test/notes/<name>", endpoint="test_read")
        @declares(cache="private", limit="none")
        def read(name: str) -> str:
            return str(session.get(name, "nothing"))

        @app.post("/test/leave", endpoint="test_leave")
        @declares(csrf="form", cache="private", limit="none")
        def leave() -> str:
            sign_out()
            return "left"

    yield app


def test_looking_around_leaves_nothing(client: FlaskClient, app: Flask) -> None:
    response = client.get("/")

    assert "Set-Cookie" not in response.headers
    assert _rows(app) == 0
    assert list(redis_client().scan_iter(match=key("session:*"))) == []


def test_a_session_begins_with_the_first_thing_kept(notes: Flask, client: FlaskClient) -> None:
    response = client.post("/test/notes/a/1")

    cookie = response.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert client.get("/test/notes/a").text == "1"


def test_many_requests_at_once_all_keep_their_keys(notes: Flask, client: FlaskClient, new_client: NewClient) -> None:
    client.post("/test/notes/seed/1")
    cookie = client.get_cookie("session")
    assert cookie is not None

    def keep(n: int) -> None:
        other = new_client()
        other.set_cookie("session", cookie.value)
        other.post(f"/test/notes/key{n}/{n}")

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(keep, range(12)))

    assert [client.get(f"/test/notes/key{n}").text for n in range(12)] == [str(n) for n in range(12)]


def test_a_flushed_redis_forgets_nobody(notes: Flask, client: FlaskClient) -> None:
    client.post("/test/notes/a/1")
    _flush()

    assert client.get("/test/notes/a").text == "1"
    client.post("/test/notes/b/2")
    _flush()

    assert [client.get(f"/test/notes/{name}").text for name in "ab"] == ["1", "2"]


def test_a_redis_that_is_away_changes_nothing_but_the_speed(notes: Flask, client: FlaskClient) -> None:
    client.post("/test/notes/a/1")
    here = settings()
    use_settings(replace(here, redis_url="redis://127.0.0.1:1/0"))

    client.post("/test/notes/b/2")
    seen = [client.get(f"/test/notes/{name}").text for name in "ab"]
    use_settings(here)
    _flush()

    assert seen == ["1", "2"]
    assert client.get("/test/notes/b").text == "2"


def test_an_ended_session_stays_dead_whoever_revives_its_hash(
    notes: Flask, client: FlaskClient, new_client: NewClient
) -> None:
    client.post("/test/notes/a/1")
    cookie = client.get_cookie("session")
    assert cookie is not None
    (name,) = redis_client().scan_iter(match=key("session:*"))
    copy = redis_client().hgetall(name)
    client.post("/test/leave")
    redis_client().hset(name, mapping=copy)  # as a slow request would

    thief = new_client()
    thief.set_cookie("session", cookie.value)
    response = thief.post("/test/notes/c/3")

    assert "Set-Cookie" not in response.headers
    assert not redis_client().exists(name)
    assert thief.get("/test/notes/c").text == "nothing"


def test_a_made_up_cookie_is_no_session_and_costs_no_look_up(notes: Flask, client: FlaskClient, queries) -> None:
    client.set_cookie("session", "x" * 43 + "." + "0" * 32)

    with queries() as seen:
        assert client.get("/test/notes/a").text == "nothing"

    assert seen == []


def test_signing_in_changes_the_id_and_kills_the_old_one(
    notes: Flask, client: FlaskClient, new_client: NewClient
) -> None:
    _staff(notes)
    client.post("/test/notes/a/1")
    before = client.get_cookie("session")

    client.post("/account/login", data={"email": "Ada@Example.org", "password": "correct horse battery"})

    after = client.get_cookie("session")
    assert before is not None
    assert after is not None
    assert before.value != after.value
    assert client.get("/test/notes/a").text == "1"
    old = new_client()
    old.set_cookie("session", before.value)
    assert old.get("/test/notes/a").text == "nothing"


def test_signing_out_ends_the_session_for_every_copy_of_its_cookie(
    notes: Flask, client: FlaskClient, new_client: NewClient
) -> None:
    _staff(notes)
    client.post("/account/login", data={"email": "ada@example.org", "password": "correct horse battery"})
    cookie = client.get_cookie("session")
    assert cookie is not None
    desk = client.get("/admin")
    assert desk.status_code == 200

    Page(desk).form("form[action='/account/logout']").send(client)

    thief = new_client()
    thief.set_cookie("session", cookie.value)
    assert thief.get("/admin").status_code == 303
    assert client.get("/admin").status_code == 303


def _staff(app: Flask) -> None:
    with app.app_context(), transaction():
        create_staff("ada@example.org", "Ada", "correct horse battery", Role.OWNER)


def _flush() -> None:
    keys = list(redis_client().scan_iter(match=key("*")))
    if keys:
        redis_client().delete(*keys)


def _rows(app: Flask) -> int:
    with app.app_context():
        return database.scalar(select(func.count()).select_from(WebSession)) or 0
