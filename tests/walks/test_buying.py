"""From the first page to the parcel at the door, with nothing but HTML, on a shop that really runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from tests.support.sandbox import until
from tests.support.shopfront import Shopfront
from tests.support.shopper import Shopper

ADDRESS = {"Street and number": "12 Garden Row", "Postcode": "SE1 6HA", "Town or city": "London"}
Desk = Callable[[str], Shopper]


def test_a_transfer_from_the_first_page_to_the_parcel_at_the_door(
    front: Shopfront, shopper: Shopper, at_the_desk: Desk
) -> None:
    look_around(shopper)
    fill_the_cart(shopper)
    change_the_mind(shopper)

    check_out(shopper, "transfer@example.org", "Bank transfer")

    number = number_on(shopper)
    assert "/o/" in shopper.address
    assert "GB33 BUKB" in shopper.page.text("#state")
    front.wait_for_letter("transfer@example.org", number)

    office = open_order(at_the_desk("office"), number)
    office.press("Book the money", {"Amount received": "1.00"}, status=422)
    assert "amount" in office.page.text("#main").lower()
    office = open_order(office, number)
    office.press("Book the money", {"The bank's reference": "BANK-77"})
    shopper.open(shopper.address)
    invoice = read_paper(shopper, "Invoice")
    assert "Halo dinner plate" in invoice
    assert number in invoice

    packing = open_order(at_the_desk("packing"), number)
    packing.press("Mark as packed").press("Mark as sent", {"Tracking number": "PARCEL-5"})
    front.wait_for_letter("transfer@example.org", number, "PARCEL-5")
    packing.press("Mark as delivered")
    shopper.open(shopper.address)
    assert not shopper.has_button("Cancel the order")


def test_a_card_is_declined_then_taken_and_the_desk_sends_the_money_back(
    front: Shopfront, shopper: Shopper, at_the_desk: Desk
) -> None:
    choose(shopper, "Tall goblet", 2)

    check_out(shopper, "card@example.org", "Card")
    assert shopper.address.startswith(front.sandbox.origin)
    assert "Tall goblet" in shopper.page.text(".lines")
    shopper.press("Decline")
    assert "declined" in shopper.page.text("[role=alert]")
    shopper.press("Pay £", {"Card number": "4242 4242 4242 4242", "Expires": "12 / 40", "Security code": "123"})

    number, here = number_on(shopper), shopper.address
    assert here.startswith(front.origin)
    assert "Thank you" in shopper.page.text("#state")
    assert "Paid" in shopper.page.text("#main")
    front.wait_for_letter("card@example.org", number)
    assert "Tall goblet" in read_paper(shopper, "Invoice")
    paid = money_of(front, number)
    assert paid["captured"] == paid["amount_total"] > 2240
    assert (paid["successful_charges"], paid["refunded"]) == (1, 0)

    office = open_order(at_the_desk("office"), number)
    office.press("Cancel the order", {"Reason": "The glaze has a hair crack"})

    until(lambda: money_of(front, number)["refunded"] == paid["captured"], "the gateway has paid it back", 20)
    shopper.open(here)
    assert "Tall goblet" in read_paper(shopper, "Credit note")
    front.wait_for_letter("card@example.org", number, "cancelled")
    assert not shopper.has_button("Cancel the order")


def test_leaving_the_payment_page_puts_everything_back_into_the_cart(front: Shopfront, shopper: Shopper) -> None:
    choose(shopper, "Tall goblet", 3)
    check_out(shopper, "leaving@example.org", "Card")

    shopper.press("Leave")
    assert "/o/" in shopper.address
    shopper.press("Put it back into my cart")

    assert shopper.page.texts("#cart .lines h3") == ["Tall goblet"]
    assert shopper.link("Cart, 3 items")
    shopper.follow("Go to checkout")
    shopper.follow("Change", within="#step-payment")
    shopper.press("Continue to the last look", {"Bank transfer": ""}).press("Place the order")
    assert "/o/" in shopper.address


def test_an_order_that_waits_for_a_transfer_is_paid_by_card_after_all(front: Shopfront, shopper: Shopper) -> None:
    choose(shopper, "Linen napkin", 8)
    check_out(shopper, "changed@example.org", "Bank transfer")
    number = number_on(shopper)

    shopper.press("Pay this way", {"Card": ""})
    assert shopper.address.startswith(front.sandbox.origin)
    shopper.press("Pay £")

    assert "Thank you" in shopper.page.text("#state")
    assert money_of(front, number)["successful_charges"] == 1
    assert "Linen napkin" in read_paper(shopper, "Invoice")


def test_a_company_pays_later_because_a_colleague_released_the_order(
    front: Shopfront, shopper: Shopper, at_the_desk: Desk
) -> None:
    choose(shopper, "Linen napkin", 40)
    check_out(shopper, "company@example.org", "Company invoice", company="Lind Weddings Ltd")
    number, here = number_on(shopper), shopper.address
    front.wait_for_letter("company@example.org", number)

    open_order(at_the_desk("office"), number).press("Release the order")

    invoice = read_paper(shopper.open(here), "Invoice")
    assert "Lind Weddings Ltd" in invoice
    assert "Linen napkin" in invoice
    front.wait_for_letter("company@example.org", "nvoice", number)
    packing = open_order(at_the_desk("packing"), number).press("Mark as packed")
    assert not packing.has_button("Book the money")  # not theirs to book
    open_order(at_the_desk("office"), number).press("Book the money")
    assert "Paid" in shopper.open(here).page.text("#main")


def test_the_last_lantern_is_sold_once(front: Shopfront, shopper: Shopper) -> None:
    late = Shopper(front.origin).arrive()
    choose(late, "Garden lantern", 1)
    choose(shopper, "Garden lantern", 1)
    check_out(shopper, "first@example.org", "Bank transfer")

    late.follow("Go to checkout")

    assert "Garden lantern" in late.page.text(".notice")
    assert not late.has_button("Place the order")
    late.arrive().press("Search", {"Search the shop": "lantern"}, within="header")
    late.follow("Garden lantern", within="#results")
    assert not late.has_button("Add to cart")


def test_a_program_that_does_not_say_where_it_comes_from_can_buy_as_well(front: Shopfront) -> None:
    program = Shopper(front.origin, tells=False).arrive()
    choose(program, "Tall goblet", 1)
    choose(program, "Linen napkin", 12)
    program.press("Remove Tall goblet")

    check_out(program, "program@example.org", "Bank transfer")

    assert "Linen napkin" in program.page.text("#main")
    number_on(program)


def test_what_is_not_there_is_said_on_a_whole_page(front: Shopfront, shopper: Shopper) -> None:
    for address in ("/p/nothing", "/c/nothing", "/o/nothing-that-was-ever-given-out", "/account/nothing"):
        Shopper(front.origin).open(front.origin + address, 404).follow("Elite Events, home")
    shopper.follow("Cart")
    assert "Nothing on the table yet" in shopper.page.text("h1")
    shopper.follow("Look around")
    shopper.open(f"{front.origin}/checkout")
    assert shopper.address.endswith("/cart")
    assert not list(shopper.cookies), "looking around set a cookie"


def look_around(shopper: Shopper) -> None:
    """A shelf, a sort, a filter, a search with a slip of the pen."""
    shopper.follow("Tableware", within="header")
    assert "Halo dinner plate" in shopper.page.texts(".card h2")
    shopper.press("Show", {"From": "200"}, within="#filters")
    assert shopper.page.texts(".card h2") == ["Long table"]
    shopper.press("Search", {"Search the shop": "gobelt"}, within="header")
    shopper.follow("Did you mean “goblet”?")
    assert "Tall goblet" in shopper.page.texts(".card h2")


def fill_the_cart(shopper: Shopper) -> None:
    find(shopper, "Halo dinner plate")
    shopper.press("Show", {"Rose": ""}, within="form.variants")
    assert "Rose" in shopper.page.text(".buy")
    shopper.press("Add to cart", {"Quantity": "4"})
    assert shopper.address.endswith("/cart")
    assert shopper.link("Cart, 4 items")


def choose(shopper: Shopper, name: str, quantity: int) -> None:
    find(shopper, name)
    shopper.press("Add to cart", {"Quantity": str(quantity)})


def find(shopper: Shopper, name: str) -> None:
    shopper.press("Search", {"Search the shop": name.lower()}, within="header").follow(name, within="#results")


def change_the_mind(shopper: Shopper) -> None:
    """A quantity, a refusal, an undo, a line that waits for later and comes back."""
    shopper.press("Update the quantity of Halo dinner plate", {"Quantity of Halo dinner plate": "six"}, status=422)
    shopper.open(f"{shopper.home}/cart")
    shopper.press("Update the quantity of Halo dinner plate", {"Quantity of Halo dinner plate": "6"})
    assert shopper.link("Cart, 6 items")
    shopper.press("Make it 4", within="#cart-undo")
    assert shopper.link("Cart, 4 items")
    shopper.press("Save Halo dinner plate for later")
    assert shopper.page.text("#saved-title") == "Saved for later"
    shopper.press("Move Halo dinner plate to the cart")
    shopper.press("Remove Halo dinner plate")
    assert "Nothing on the table yet" in shopper.page.text("h1")
    shopper.press("Halo dinner plate", within="#cart-undo")
    assert shopper.link("Cart, 4 items")


def check_out(shopper: Shopper, email: str, way: str, *, company: str = "") -> None:
    """The steps one after the other, the first one wrong at first; ends behind the last button."""
    shopper.follow("Go to checkout")
    shopper.press("Continue to the address", {"E-mail address": "nobody"}, status=422)
    assert "error" in shopper.page.html
    shopper.press("Continue to the address", {"E-mail address": email, "Your name": "Anna Lind"})
    shopper.press("Continue to delivery", ADDRESS | ({"Company": company} if company else {}))
    shopper.press("Continue to payment")
    shopper.press("Continue to the last look", {way: ""})
    shopper.press("Order and pay" if way == "Card" else "Place the order")


def number_on(shopper: Shopper) -> str:
    found = re.search(r"E-[A-Z0-9]{8}", shopper.page.text("#main"))
    assert found, shopper.page.text("#main")
    return found[0]


def open_order(colleague: Shopper, number: str) -> Shopper:
    """Found at the desk as colleagues find it."""
    colleague.follow("Orders").press("Search", {"Find an order": number})
    return colleague.follow(number, within="#orders")


def money_of(front: Shopfront, number: str) -> dict[str, Any]:
    """What the gateway really took for an order, and gave back."""
    [found] = [one for one in front.sandbox.state()["money"].values() if one["client_reference_id"] == number]
    return dict(found)


def read_paper(shopper: Shopper, kind: str) -> str:
    """The words of the PDF behind the button that says "Invoice 2026-17 (PDF)"; its number is among them."""
    words = next(words for words in shopper.page.texts("#main a") if words.startswith(kind))
    answer = shopper.take(words)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.body.startswith(b"%PDF")
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.body)).pages)
    number = words.removeprefix(kind).split()[0]
    assert number in text, f"{number} is not on the paper: {text}"
    return text
