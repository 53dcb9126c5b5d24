"""Counting shelves at the desk: the difference is stored, and a count that is older than the books is refused (features.md T-8)."""

from __future__ import annotations

import pytest

from elite import inventory
from elite.accounts import Role
from elite.kernel.transaction import transaction
from tests.support.buying import left, variant_id
from tests.support.pages import HTMX, Page

PLATE = "/admin/products/plate"


@pytest.fixture(autouse=True)
def _goods(house):
    """Ten plates, ten mugs."""


def count_form(client):
    return Page(client.get(PLATE)).form("#variant-PLATE form[action$='/counts']")


def on_hand(app):
    with app.app_context():
        return inventory.find_stock(variant_id("PLATE")).on_hand


def moves(app):
    with app.app_context():
        return [
            (one.kind, one.d_on_hand, one.reason, one.actor_id is not None)
            for one in inventory.list_moves(variant_id("PLATE")).items
        ]


def test_what_was_counted_is_stored_as_a_difference_with_reason_and_author(owner, app):
    answer = count_form(owner).send(owner, found="7", reason="Three broken")

    assert (answer.status_code, answer.location) == (303, f"{PLATE}#variant-PLATE")
    assert on_hand(app) == 7
    assert moves(app)[0] == ("adjust", -3, "Three broken", True)


def test_without_a_reason_it_was_counted(owner, app):
    count_form(owner).send(owner, found="12")

    assert moves(app)[0] == ("adjust", 2, "Counted", True)


def test_counting_the_same_changes_nothing(owner, app):
    before = moves(app)

    assert count_form(owner).send(owner).status_code == 303

    assert moves(app) == before


def test_pressing_twice_counts_once(owner, app):
    form = count_form(owner)

    answers = [form.send(owner, found="7").status_code for _ in range(2)]

    assert answers == [303, 303]
    assert on_hand(app) == 7
    assert len(moves(app)) == 2


def test_a_count_older_than_the_books_is_refused_and_shows_what_they_say(owner, app):
    form = count_form(owner)
    with app.app_context(), transaction():
        inventory.adjust(variant_id("PLATE"), -4, reason="sold at the door", ref="door")

    answer = form.send(owner, found="9", reason="my count")

    page = Page(answer)
    assert answer.status_code == 409
    assert "said 10 when you began, and say 6 now" in page.text("#variant-PLATE .error")
    assert on_hand(app) == 6
    again = page.form("#variant-PLATE form[action$='/counts']")
    assert (again.fields["found"], again.fields["reason"], again.fields["seen"]) == ("9", "my count", "6")
    assert again.send(owner).status_code == 303
    assert on_hand(app) == 9


def test_an_order_between_looking_and_counting_is_no_conflict_until_it_leaves(owner, app, place, book):
    form = count_form(owner)
    placed = place("transfer", {"PLATE": 2})
    assert form.send(owner, found="8").status_code == 303  # held, but still on the shelf

    form = count_form(owner)
    book(placed)
    assert form.send(owner, found="8").status_code == 409  # two have left the books


def test_fewer_than_are_promised_cannot_be(owner, app, place):
    place("transfer", {"PLATE": 6})

    answer = count_form(owner).send(owner, found="5")

    page = Page(answer)
    assert answer.status_code == 422
    assert "6 of them are promised" in page.text("#variant-PLATE .error")
    assert "6 promised" in page.text("#variant-PLATE")
    with app.app_context():
        assert left("PLATE") == 4


@pytest.mark.parametrize("typed", ["", "-1", "1.5", "many", "٣", "1_0", "9" * 10])
def test_what_is_no_whole_number_is_refused_and_kept(owner, app, typed):
    answer = count_form(owner).send(owner, found=typed)

    page = Page(answer)
    wrong = page.find("#variant-PLATE [aria-invalid=true]")
    assert answer.status_code == 422
    assert wrong.get("value", "") == typed
    assert "whole number" in page.text("#variant-PLATE .error")
    assert on_hand(app) == 10


def test_a_form_without_its_number_is_refused(owner, app):
    form = count_form(owner)
    del form.fields["found"]

    assert form.send(owner).status_code == 422
    assert on_hand(app) == 10


def test_an_unknown_sku_is_absent(owner):
    assert count_form(owner).send(owner, sku="NOTHING").status_code == 404


def test_the_catalogue_counts_and_support_does_not(sign_in, app):
    cato, sunniva = sign_in(Role.CATALOGUE), sign_in(Role.SUPPORT)
    form = count_form(cato)
    assert form.send(cato, found="11").status_code == 303

    token = Page(sunniva.get(PLATE)).find("input[name=csrf_token]")["value"]
    answer = form.send(sunniva, found="1", csrf_token=str(token))

    assert answer.status_code == 403
    assert on_hand(app) == 11


def test_the_list_shows_shelves_and_what_is_promised(owner, place):
    place("transfer", {"PLATE": 3})

    page = Page(owner.get("/admin/stock"))

    assert page.texts("#levels tbody tr") == ["MUG Mug 10 0 10", "PLATE Plate 10 3 7"]
    assert page.find("#levels tbody th a[href$='/plate#variant-PLATE']")


def test_only_what_is_gone_and_only_what_is_looked_for(owner, place):
    place("transfer", {"MUG": 10})
    page = Page(owner.get("/admin/stock"))

    empty = Page(owner.get(str(page.find("#shelf-empty")["href"])))
    assert empty.texts("#levels tbody th") == ["MUG"]
    found = Page(page.form("form[role=search]").send(owner, q="pla"))
    assert found.texts("#levels tbody th") == ["PLATE"]
    none = Page(owner.get("/admin/stock?q=zzz&low=1"))
    assert "No such shelf" in none.text("#levels")
    part = Page(owner.get("/admin/stock?low=1", headers=HTMX))
    assert "html" not in part
    assert "#levels" in part
