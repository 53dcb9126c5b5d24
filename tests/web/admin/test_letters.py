"""Letters that did not arrive and work that gave up: seen, explained, and done once more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import select, update

from elite import notifications
from elite.accounts import Role
from elite.kernel.db import session
from elite.kernel.events import Outbox
from elite.kernel.settings import settings, use_settings
from elite.kernel.transaction import transaction
from tests.support.pages import Page
from tests.support.sandbox import free_port


@pytest.fixture
def no_post(app) -> Iterator[None]:
    """Nobody listens where the mail server should be."""
    before = settings()
    use_settings(replace(before, mail_url=f"smtp://127.0.0.1:{free_port()}"))
    yield
    use_settings(before)


@pytest.fixture
def failed(place, drain, no_post):
    """An order whose instructions could not be sent."""
    placed = place("transfer", name="Anna Lind")
    drain()
    return placed


def dead(app, reaction="acknowledge"):
    """That piece of work gave up."""
    with app.app_context():
        with transaction():
            session.execute(update(Outbox).where(Outbox.reaction.contains(reaction)).values(state="dead"))
        return session.scalars(select(Outbox).where(Outbox.reaction.contains(reaction))).one().id


def state_of(app, placed):
    with app.app_context():
        session.remove()
        return [one.state for one in notifications.list_letters(placed.order_number)]


def test_when_all_arrived_the_page_says_so(owner):
    page = Page(owner.get("/admin/letters"))

    assert "Every letter arrived" in page.text("main")
    assert "#stuck" not in page


def test_a_failed_letter_stands_with_its_reason_and_is_counted(failed, owner):
    page = Page(owner.get("/admin/letters"))

    row = page.text("main tbody tr")
    assert failed.order_number in row
    assert "anna@example.org" in row
    assert "How to pay" in row
    assert "refused" in row.lower()
    assert "1 letter did not arrive" in Page(owner.get("/admin")).text("#needs")
    assert "refused" in Page(owner.get(f"/admin/orders/{failed.order_number}")).text("#timeline .is-stop").lower()


def test_send_again_sends_it_and_says_who_asked(failed, owner, app, drain):
    form = Page(owner.get("/admin/letters")).form("main tbody form")
    use_settings(replace(settings(), mail_url=""))

    answer = form.send(owner)
    drain()

    assert answer.status_code == 303
    assert state_of(app, failed) == [notifications.DeliveryState.SENT]
    page = Page(owner.get("/admin/letters"))
    assert "on its way again" in page.text(".toasts")
    assert "Every letter arrived" in page.text("main")
    rows = Page(owner.get(f"/admin/orders/{failed.order_number}")).texts("#timeline li")
    assert any("sent again" in row and row.endswith("Imogen") for row in rows)


def test_pressing_twice_sends_once(failed, owner, app, drain):
    form = Page(owner.get("/admin/letters")).form("main tbody form")
    use_settings(replace(settings(), mail_url=""))

    answers = [form.send(owner).status_code for _ in range(2)]
    drain()

    assert answers == [303, 303]
    assert "no such letter" in Page(owner.get("/admin/letters")).text(".toasts")
    assert len(list((settings().instance / "letters").glob("*.eml"))) == len(set(_message_ids()))


@pytest.mark.parametrize("key", ["", "order_paid:E-22222222", "x" * 500])
def test_an_unknown_letter_is_refused_in_words(failed, owner, key):
    form = Page(owner.get("/admin/letters")).form("main tbody form")

    assert form.send(owner, delivery=key).status_code == 303
    assert "no such letter" in Page(owner.get("/admin/letters")).text(".toasts")


def test_work_that_gave_up_stands_below_and_can_be_tried_again(failed, owner, app, drain):
    dead(app)
    page = Page(owner.get("/admin/letters"))
    assert failed.order_number in page.text("#stuck tbody tr")
    assert "1 piece of work gave up" in Page(owner.get("/admin")).text("#needs")
    use_settings(replace(settings(), mail_url=""))
    form = page.form("#stuck form")
    assert form.fields["subject"] == failed.order_number

    answers = [form.send(owner).status_code for _ in range(2)]
    drain()

    assert answers == [303, 303]
    page = Page(owner.get("/admin/letters"))
    assert "tried again already" in page.text(".toasts")
    assert "#stuck" not in page
    assert state_of(app, failed) == [notifications.DeliveryState.SENT]
    assert "Work that had given up is tried again" in Page(owner.get(f"/admin/orders/{failed.order_number}")).text(
        "main"
    )


def test_the_warehouse_has_no_letters(failed, sign_in, owner):
    walter = sign_in(Role.WAREHOUSE)
    form = Page(owner.get("/admin/letters")).form("main tbody form")
    token = Page(walter.get("/admin/orders")).find("input[name=csrf_token]")["value"]

    assert walter.get("/admin/letters").status_code == 403
    assert form.send(walter, csrf_token=str(token)).status_code == 403
    assert "Letters" not in Page(walter.get("/admin")).text(".rail nav")
    assert "letter" not in Page(walter.get("/admin")).text("main")


def _message_ids():
    from email import message_from_bytes

    return [message_from_bytes(path.read_bytes())["Message-ID"] for path in (settings().instance / "letters").glob("*")]
