"""The papers of an order, as the desk opens them."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from elite import settlement
from tests.support.pages import Page


def test_invoice_and_credit_note_are_served_with_their_names(place, book, owner, house):
    placed = place("transfer")
    book(placed)
    with house.app_context():
        settlement.cancel(placed.order_number, by=None, reason="Broken in the kiln")
    page = Page(owner.get(f"/admin/orders/{placed.order_number}"))

    for link, words in zip(page.all("#payments a"), ("Invoice", "Credit note"), strict=True):
        answer = owner.get(str(link["href"]))
        number = link.get_text().removeprefix(words).strip()
        text = " ".join(one.extract_text() for one in PdfReader(BytesIO(answer.data)).pages)
        assert answer.status_code == 200
        assert answer.mimetype == "application/pdf"
        assert answer.headers["Content-Disposition"] == f'inline; filename="{number}.pdf"'
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert number in text
    assert "Broken in the kiln" in text


def test_the_paper_of_another_order_is_absent(place, book, owner):
    one, other = place("transfer"), place("transfer", {"MUG": 1})
    book(one)
    book(other)
    link = str(Page(owner.get(f"/admin/orders/{one.order_number}")).find("#payments a")["href"])

    assert owner.get(link.replace(one.order_number, other.order_number)).status_code == 404
    assert owner.get(f"/admin/orders/{one.order_number}/documents/nothing.pdf").status_code == 404
