"""The papers of an order, behind its secret."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.support.pages import Page


def read(answer):
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.data)).pages)


def test_the_invoice_comes_when_it_is_paid(place, book, client):
    placed = place("transfer")
    assert client.get(f"/o/{placed.token}/invoice.pdf").status_code == 404
    assert "invoice.pdf" not in client.get(f"/o/{placed.token}").text

    book(placed)
    link = Page(client.get(f"/o/{placed.token}")).find("#state a[href$='/invoice.pdf']")
    answer = client.get(str(link["href"]))

    number = link.get_text().split()[1]
    assert answer.status_code == 200
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"] == f'inline; filename="{number}.pdf"'
    assert number in read(answer)
    assert placed.order_number in read(answer)


def test_the_credit_note_says_it_was_the_shoppers_wish(place, book, client):
    placed = place("transfer")
    book(placed)
    Page(client.get(f"/o/{placed.token}")).form("form[action$='/cancellation']").send(client)

    text = read(client.get(f"/o/{placed.token}/credit-note.pdf"))

    assert "Cancelled at your wish" in text


@pytest.mark.parametrize("paper", ["invoice", "credit-note"])
def test_papers_are_kept_by_nobody(place, book, client, paper):
    placed = place("transfer")
    book(placed)
    Page(client.get(f"/o/{placed.token}")).form("form[action$='/cancellation']").send(client)

    answer = client.get(f"/o/{placed.token}/{paper}.pdf")

    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
