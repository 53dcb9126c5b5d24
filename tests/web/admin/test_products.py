"""Prices at the desk: one row a variant, and nobody overwrites what they have not seen."""

from __future__ import annotations

from threading import Barrier, Thread

import pytest

from elite import catalog
from elite.accounts import Role
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.kernel.transaction import transaction
from tests.support.goods import plates, put_on_sale
from tests.support.pages import HTMX, Page


@pytest.fixture
def halo(house):
    """Plates in five variants."""
    with house.app_context(), transaction():
        plates()
    return "/admin/products/halo-dinner-plate"


def price_of(app, sku):
    with app.app_context():
        session.remove()
        variant = catalog.find_variant(sku)
        return variant.price, variant.compare_at_price


def price_form(client, address, sku):
    return Page(client.get(address)).form(f"#variant-{sku} form[action$='/prices']")


def test_each_variant_has_its_row_with_price_and_shelf(halo, owner):
    page = Page(owner.get(halo))

    rows = page.all(".variant-row")
    assert len(rows) == 5
    assert page.text("#variant-HALO-DAM-27 h2") == "Damson, 27 cm HALO-DAM-27"
    for row in rows:
        assert [str(form["action"]).rsplit("/", 1)[1] for form in row.select("form")] == ["prices", "counts"]
    ids = [tag["id"] for tag in page.all("[id]")]
    assert len(ids) == len(set(ids))


def test_a_new_price_counts_and_is_remembered_with_its_author(halo, owner, app):
    answer = price_form(owner, halo, "HALO-DAM-27").send(owner, price="21.00", compare_at="25.00")

    assert (answer.status_code, answer.location) == (303, f"{halo}#variant-HALO-DAM-27")
    assert price_of(app, "HALO-DAM-27") == (Money.parse("21.00"), Money.parse("25.00"))
    assert "£21.00" in Page(owner.get("/p/halo-dinner-plate")).text("main")
    with app.app_context():
        from elite.accounts import find_user
        from elite.kernel import events

        facts = [fact for fact in events.history("HALO-DAM-27") if fact.name == "PriceChanged"]
        imogen = find_user("owner@example.org")
        assert imogen is not None
        assert [fact.actor_id for fact in facts] == [imogen.id]


def test_the_price_before_can_be_taken_away(halo, owner, app):
    price_form(owner, halo, "HALO-DAM-27").send(owner, compare_at="25.00")
    price_form(owner, halo, "HALO-DAM-27").send(owner, compare_at="")

    assert price_of(app, "HALO-DAM-27") == (Money.parse("19.60"), None)


@pytest.mark.parametrize(
    "typed,field,words",
    [
        ({"price": ""}, "price", "type an amount"),
        ({"price": "cheap"}, "price", "such as 12.30"),
        ({"price": "-1"}, "price", "below zero"),
        ({"price": "1e3"}, "price", "such as"),
        ({"price": "٣"}, "price", "such as"),
        ({"compare_at": "x"}, "compare", "such as"),
        ({"compare_at": "19.60"}, "compare", "higher than"),
        ({"compare_at": "5.00"}, "compare", "higher than"),
    ],
)
def test_what_is_no_price_is_refused_beside_its_field_and_kept(halo, owner, app, typed, field, words):
    answer = price_form(owner, halo, "HALO-ROS-27").send(owner, **typed)

    page = Page(answer)
    wrong = page.find("#variant-HALO-ROS-27 [aria-invalid=true]")
    assert answer.status_code == 422
    assert str(wrong["id"]).startswith(field)
    assert words in page.text(f"#{wrong['id']}-error")
    assert wrong.get("value", "") == next(iter(typed.values()))
    assert len(page.all("[aria-invalid=true]")) == 1
    assert price_of(app, "HALO-ROS-27") == (Money.parse("19.60"), None)


def test_a_price_somebody_changed_meanwhile_is_shown_and_not_overwritten(halo, owner, app):
    mine = price_form(owner, halo, "HALO-DAM-27")
    price_form(owner, halo, "HALO-DAM-27").send(owner, price="30.00")

    answer = mine.send(owner, price="15.00")

    page = Page(answer)
    assert answer.status_code == 409
    assert "£30.00" in page.text("#variant-HALO-DAM-27 .error")
    assert price_of(app, "HALO-DAM-27")[0] == Money.parse("30.00")
    form = page.form("#variant-HALO-DAM-27 form[action$='/prices']")
    assert (form.fields["price"], form.fields["seen"]) == ("15.00", "30.00")
    assert form.send(owner).status_code == 303  # having seen it, they may
    assert price_of(app, "HALO-DAM-27")[0] == Money.parse("15.00")


def test_a_price_before_that_somebody_set_meanwhile_is_not_lost(halo, owner, app):
    mine = price_form(owner, halo, "HALO-DAM-27")
    price_form(owner, halo, "HALO-DAM-27").send(owner, compare_at="25.00")

    answer = mine.send(owner, price="18.00")

    assert answer.status_code == 409
    assert "£25.00" in Page(answer).text("#variant-HALO-DAM-27 .error")
    assert price_of(app, "HALO-DAM-27") == (Money.parse("19.60"), Money.parse("25.00"))


def test_pressing_twice_changes_once(halo, owner, app):
    form = price_form(owner, halo, "HALO-DAM-27")

    answers = [form.send(owner, price="21.00").status_code for _ in range(2)]

    assert answers == [303, 303]
    with app.app_context():
        from elite.kernel import events

        assert [fact.name for fact in events.history("HALO-DAM-27")].count("PriceChanged") == 1


def test_two_colleagues_at_the_same_instant_one_wins_and_one_is_told(halo, sign_in, app):
    pairs = [(sign_in(role), price) for role, price in ((Role.OWNER, "21.00"), (Role.OFFICE, "22.00"))]
    forms = [(browser, price_form(browser, halo, "HALO-DAM-27"), price) for browser, price in pairs]
    barrier, answers = Barrier(2), {}

    def press(browser, form, price):
        barrier.wait()
        answers[price] = form.send(browser, price=price).status_code

    threads = [Thread(target=press, args=one) for one in forms]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers.values()) == [303, 409]
    winner = next(price for price, status in answers.items() if status == 303)
    assert price_of(app, "HALO-DAM-27")[0] == Money.parse(winner)


def test_a_variant_of_another_product_is_absent(halo, owner):
    form = price_form(owner, halo, "HALO-DAM-27")

    assert form.send(owner, sku="MUG").status_code == 404
    assert form.send(owner, sku="NOTHING").status_code == 404


def test_an_unknown_product_is_absent(owner):
    assert owner.get("/admin/products/nothing").status_code == 404


def test_skus_with_strange_letters_can_be_edited(house, owner, app):
    with house.app_context(), transaction():
        put_on_sale("Odd", sku='A/B "C" & ü')

    page = Page(owner.get("/admin/products/odd"))
    answer = page.form(".variant-row form[action$='/prices']").send(owner, price="4.00")

    assert answer.status_code == 303
    assert price_of(app, 'A/B "C" & ü')[0] == Money.parse("4.00")
    assert answer.location.endswith("#" + str(page.find(".variant-row")["id"]))


def test_a_warehouse_colleague_sees_prices_but_no_form_and_may_not_send_one(halo, sign_in, owner, app):
    walter = sign_in(Role.WAREHOUSE)
    page = Page(walter.get(halo))
    assert "form[action$='/prices']" not in page
    assert "£19.60" in page.text("#variant-HALO-DAM-27")
    assert "form[action$='/counts']" in page

    form = price_form(owner, halo, "HALO-DAM-27")
    form.fields["csrf_token"] = str(page.find("input[name=csrf_token]")["value"])
    answer = form.send(walter, price="0.01")

    assert answer.status_code == 403
    assert price_of(app, "HALO-DAM-27")[0] == Money.parse("19.60")


def test_support_sees_neither_form(halo, sign_in):
    page = Page(sign_in(Role.SUPPORT).get(halo))

    assert page.all("main form") == []
    assert "£19.60" in page.text("main")


def test_products_are_found_by_name_and_sku(halo, owner):
    page = Page(owner.get("/admin/products"))
    assert page.texts("#products tbody th") == ["Halo dinner plate", "Mug", "Plate"]

    found = Page(page.form("form[role=search]").send(owner, q="halo-dam"))
    assert found.texts("#products tbody th") == ["Halo dinner plate"]
    none = Page(owner.get("/admin/products?q=zzz"))
    assert "Nothing by that name" in none.text("#products")
    part = Page(owner.get("/admin/products?q=mug", headers=HTMX))
    assert "html" not in part
    assert part.texts("#products tbody th") == ["Mug"]


def test_the_list_says_how_many_are_left_and_what_is_sold_out(halo, owner, house, place):
    place("transfer", {"MUG": 10})
    rows = {row.split()[0]: row for row in Page(owner.get("/admin/products")).texts("#products tbody tr")}

    assert "5 of 5 sold out" in rows["Halo"]
    assert "Sold out" in rows["Mug"]
    assert " 10 " in rows["Plate"]


def test_products_pages_ask_a_fixed_number_of_questions(halo, owner, queries, house):
    with queries() as one:
        owner.get("/admin/products")
    with house.app_context(), transaction():
        for n in range(5):
            put_on_sale(f"More {n}")
    with queries() as more:
        owner.get("/admin/products")
    with queries() as five:
        owner.get(halo)
    with queries() as single:
        owner.get("/admin/products/more-1")

    assert len(one) == len(more)
    assert len(five) == len(single)
