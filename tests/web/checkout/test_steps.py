"""One step after the other, with and without JavaScript."""

from __future__ import annotations

import pytest

from tests.support.pages import HTMX, Page
from tests.web.checkout.conftest import EVERYTHING, TYPED

STEPS = list(TYPED)


def states(page):
    """The steps as a shopper sees them: {"contact": "done", ...}."""
    return {tag["id"].removeprefix("step-"): tag["class"][1].removeprefix("is-") for tag in page.all("section.step")}


def test_the_page_begins_with_who_buys_and_shows_what_it_comes_to(anna):
    response = anna.get("/checkout")

    page = Page(response)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, no-store"
    assert states(page) == {
        "contact": "now",
        "address": "later",
        "delivery": "later",
        "payment": "later",
        "review": "later",
    }
    # 24.00 + 10.00 + 4.95; tax 4.00 in the mugs and 20 % of the part of delivery that follows them.
    assert page.text("#receipt .total") == "Total £38.95"
    assert "Delivery, reckoned with for now £4.95" in page.text("#receipt")
    assert page.texts("#receipt .mini strong") == ["Mug", "Book"]


def test_every_field_has_a_visible_label_and_browsers_know_what_goes_in(anna):
    for step in STEPS:
        page = Page(anna.get("/checkout"))
        form = page.find("section.step.is-now form")
        for field in form.select("input:not([type=hidden]), select, textarea"):
            own = field.get("id") and form.select_one(f"label[for='{field['id']}']")
            assert own or field.find_parent("label"), field
        anna.post(f"/checkout/{step}", data=TYPED[step])

    anna.post("/checkout/address", data=TYPED["address"])
    page = Page(anna.get("/checkout?step=address"))
    assert [field["autocomplete"] for field in page.all("#step-address [autocomplete^=shipping]")] == [
        "shipping country",
        "shipping organization",
        "shipping address-line1",
        "shipping address-line2",
        "shipping postal-code",
        "shipping address-level2",
        "shipping name",
    ]
    page = Page(anna.get("/checkout?step=contact"))
    assert [field["autocomplete"] for field in page.all("#step-contact [autocomplete]")] == ["email", "name", "tel"]


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_is_right_leads_to_the_next(anna, step):
    for before in STEPS[: STEPS.index(step)]:
        anna.post(f"/checkout/{before}", data=TYPED[before])

    response = anna.post(f"/checkout/{step}", data=TYPED[step])

    after = [*STEPS, "review"][STEPS.index(step) + 1]
    assert response.status_code == 303
    assert response.location == f"/checkout#step-{after}"
    shown = states(Page(anna.get("/checkout")))
    assert shown[step] == "done"
    assert shown[after] == "now"


def test_htmx_gets_the_whole_of_the_steps_with_the_next_one_open(anna):
    response = anna.post("/checkout/contact", data=TYPED["contact"], headers=HTMX)

    page = Page(response)
    assert response.status_code == 200
    assert states(page)["contact"] == "done"
    assert states(page)["address"] == "now"
    assert "#receipt" in page
    assert "h1" not in page
    assert response.headers["HX-Replace-Url"] == "/checkout"


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("step", "wrong", "field", "sentence"),
    [
        ("contact", {"email": "anna"}, "email", "That is no e-mail address"),
        ("contact", {"name": ""}, "name", "Please tell us your name."),
        ("contact", {"phone": "12"}, "phone", "That is no telephone number"),
        ("address", {"postcode": "1104"}, "postcode", "one looks like EC1Y 8SY"),
        ("address", {"line1": ""}, "line1", "Street and number is missing."),
        ("address", {"country": "US"}, "area", "State is missing."),
        ("address", {"event_date": "2020-01-01"}, "event_date", "That day has passed."),
        ("address", {"billing_same": "0", "billing_country": "GB"}, "billing_line1", "Street and number is missing."),
        ("address", {"vat_id": "77"}, "vat_id", "A VAT number begins with the country"),
        ("delivery", {"delivery_method": "rocket"}, "delivery_method", "is not offered for this address"),
        ("payment", {"payment_method": "shells"}, "payment_method", "is not offered for this order"),
    ],
)
def test_a_mistake_stands_beside_its_field_and_nothing_typed_is_lost(anna, headers, step, wrong, field, sentence):
    for before in STEPS[: STEPS.index(step)]:
        anna.post(f"/checkout/{before}", data=TYPED[before])

    response = anna.post(f"/checkout/{step}", data=TYPED[step] | wrong, headers=headers)

    page = Page(response)
    assert response.status_code == 422
    assert sentence in page.text(f"#{field}-error")
    assert f"#{field}" in [link["href"] for link in page.all(".error-summary a")]
    assert f"#{field}" in page, "the summary leads nowhere"
    assert states(page)[step] == "now"
    assert ("h1" in page) is (headers == {})
    for name, value in (TYPED[step] | wrong).items():
        kept = page.form(f"#step-{step} form").fields.get(name)
        if name not in ("delivery_method", "payment_method"):
            assert (kept or "").lower().replace(" ", "") in (value.lower().replace(" ", ""), "+442079460018")


def test_a_change_link_opens_a_step_again_with_what_was_typed(ready):
    link = Page(ready.get("/checkout")).find("#step-contact a.more")["href"]

    page = Page(ready.get(link.split("#")[0]))

    assert link == "/checkout?step=contact#step-contact"
    assert states(page) == {
        "contact": "now",
        "address": "done",
        "delivery": "done",
        "payment": "done",
        "review": "later",
    }
    assert page.form("#step-contact form").fields["email"] == "anna@example.org"


def test_nobody_gets_ahead_of_an_unfinished_step(anna):
    assert states(Page(anna.get("/checkout?step=payment")))["contact"] == "now"


def test_the_address_of_a_step_leads_back_to_the_page(anna):
    for step in STEPS:
        response = anna.get(f"/checkout/{step}")
        assert (response.status_code, response.location) == (303, f"/checkout?step={step}")
    assert anna.get("/checkout/place").location == "/checkout"


def test_one_request_may_bring_every_field(anna):
    response = anna.post("/checkout/contact", data=EVERYTHING)

    assert response.location == "/checkout#step-review"


def test_another_country_asks_for_what_it_has_and_keeps_nothing_yet(anna):
    anna.post("/checkout/contact", data=TYPED["contact"])

    page = Page(anna.get("/checkout?step=address&country=US", headers=HTMX))

    assert page.text("label[for=area]") == "State"
    assert page.text("label[for=postcode]") == "ZIP code"
    assert "h1" not in page
    # Goods and delivery without the home tax: 20.00 + 10.00 + 32.50.
    assert page.text("#receipt .total") == "Total £62.50"
    assert "Export, no VAT" in page.text("#receipt")
    assert Page(anna.get("/checkout?step=address")).text("label[for=postcode]") == "Postcode"


def test_choosing_a_way_of_delivery_swaps_the_receipt_alone(ready):
    page = Page(ready.get("/checkout?step=delivery&delivery_method=express", headers=HTMX))

    assert page.text("#receipt .total") == "Total £43.95"
    assert "section.step" not in page
    assert Page(ready.get("/checkout")).text("#receipt .total") == "Total £38.95"


def test_ways_that_come_too_late_for_the_event_say_so(anna, app):
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from elite.kernel import clock

    clock.freeze(datetime(2026, 6, 1, 9, 0, tzinfo=ZoneInfo("Europe/London")))
    anna.post("/checkout/contact", data=TYPED["contact"])
    anna.post("/checkout/address", data=TYPED["address"] | {"event_date": "2026-06-03"})

    page = Page(anna.get("/checkout"))
    assert page.texts("#step-delivery .choice .badge") == [
        "Not before your event",
        "In time for your event",
        "In time for your event",
    ]
    # What is reckoned with until something is chosen comes in time.
    assert page.find("#step-delivery input[checked]")["value"] == "express"
    assert "Arrives on Tuesday 2 June" in page.text("#step-delivery")


def test_somebody_with_nothing_in_the_cart_is_sent_there_and_leaves_no_trace(client, shop):
    response = client.get("/checkout")

    assert (response.status_code, response.location) == (303, "/cart")
    assert "Set-Cookie" not in response.headers
    assert client.post("/checkout/contact", data=TYPED["contact"], headers=HTMX).headers["HX-Redirect"] == "/cart"


def test_what_is_gone_or_too_few_is_said_before_anything_is_ordered(client, take):
    take(client, {"MUG": 99, "NOTHING": 1})

    page = Page(client.get("/checkout"))

    assert "Only 10 left." in page.text(".notice.is-care")
    assert "no longer sold" in page.text(".notice.is-care")
    assert page.find(".notice.is-care a")["href"] == "/cart"


def test_typed_text_is_shown_as_text(anna):
    anna.post("/checkout/contact", data=TYPED["contact"] | {"name": "<script>alert(1)</script>"})

    response = anna.get("/checkout")

    assert "<script>alert" not in response.text
    assert "&lt;script&gt;alert(1)" in response.text


def test_the_page_asks_the_database_six_things_at_most(ready, queries):
    for address in ("/checkout", "/checkout?step=address"):
        with queries() as seen:
            assert ready.get(address).status_code == 200
        assert len(seen) <= 6, "\n".join(seen)


def test_a_long_cart_asks_no_more(client, take, queries, app):
    from tests.support.buying import shelve

    with app.app_context():
        skus = [shelve(f"Glass {n}", "3.00", units=10) for n in range(12)]
    take(client, dict.fromkeys(skus, 2))

    with queries() as seen:
        client.get("/checkout")
    assert len(seen) <= 6, "\n".join(seen)
