"""Invoices are numbered without gaps, frozen when issued, answered only by credit notes, and beautiful on paper."""

from __future__ import annotations

import io
import warnings
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from pypdf import PdfReader

from elite import invoices, orders, settlement
from elite.invoices import InvoiceKind
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.kernel.transaction import in_transaction, transaction
from elite.orders import Order
from tests.support.buying import open_shop, prepare, shelve


@pytest.fixture
def sell(app: Flask):
    """Place an order for plates and book its transfer."""
    open_shop()
    sku = shelve("Halo plate", "58.80", units=500, pack_size=6)

    def sell(quantity: int = 1, **typed: str) -> Order:
        number = settlement.place(prepare({sku: quantity}, **typed)).order_number
        order = orders.get_order(number)
        settlement.book_transfer(number, order.total, reference="bank", by=None)
        return orders.get_order(number)

    return sell


def test_a_paid_order_has_one_invoice_with_what_was_paid(sell) -> None:
    order = sell(2)

    invoice = invoices.find_invoice(order.id)

    assert invoice is not None
    assert (invoice.total, invoice.tax) == (order.total, order.tax)
    assert sum(line["gross"] for line in invoice.document["lines"]) == order.total.minor
    assert sum(group["net"] + group["tax"] for group in invoice.document["taxes"]) == order.total.minor


def test_issuing_again_finds_the_first(sell) -> None:
    order = sell()
    first = invoices.find_invoice(order.id)
    assert first is not None

    again = in_transaction(lambda: invoices.issue(order.id).number)

    assert again == first.number
    assert len(invoices.list_invoices(order.id)) == 1


def test_numbers_have_no_gaps_even_when_some_are_rolled_back(sell) -> None:
    numbers = [_number(sell()) for _ in range(3)]
    with pytest.raises(ZeroDivisionError), transaction():
        _another_for(sell)
        raise ZeroDivisionError
    numbers.append(_number(sell()))

    serials = [int(number.rpartition("-")[2]) for number in numbers]
    assert serials == list(range(serials[0], serials[0] + 4))


def test_many_at_once_get_different_numbers_in_a_row(app: Flask, sell) -> None:
    placed = [
        settlement.place(prepare({"HALO-PLATE": 1}, email=f"guest{n}@example.org")).order_number for n in range(8)
    ]
    totals = {number: orders.get_order(number).total for number in placed}
    session.remove()

    def pay(number: str) -> None:
        with app.app_context():
            settlement.book_transfer(number, totals[number], reference="bank", by=None)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(pay, placed))

    serials = sorted(int(_number(orders.get_order(number)).rpartition("-")[2]) for number in placed)
    assert serials == list(range(serials[0], serials[0] + 8))


def test_cancelling_makes_the_mirror_and_leaves_the_invoice(sell) -> None:
    order = sell(2)
    invoice = invoices.find_invoice(order.id)
    assert invoice is not None
    before = dict(invoice.document)

    settlement.cancel(order.number, by=None, reason="Rain")

    session.remove()
    note = invoices.find_invoice(order.id, InvoiceKind.CREDIT_NOTE)
    kept = invoices.find_invoice(order.id)
    assert note is not None
    assert kept is not None
    assert note.total == -invoice.total
    assert note.document["refers_to"] == invoice.number
    assert kept.document == before
    assert sum(group["tax"] for group in note.document["taxes"]) == -invoice.tax.minor


def test_the_paper_says_what_the_document_says(sell) -> None:
    order = sell(2, company="Hotel Aurora", vat_id="GB123456789")
    invoice = invoices.find_invoice(order.id)
    assert invoice is not None

    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a font that is missing is a warning of the typesetter
        paper = PdfReader(io.BytesIO(invoices.pdf(invoice)))

    words = " ".join(paper.pages[0].extract_text().split())
    assert invoice.number in words
    assert order.number in words
    assert "£117.60" in words
    assert "Anna Lind" in words
    fonts = {str(font.get_object()["/BaseFont"]) for font in paper.pages[0]["/Resources"]["/Font"].values()}  # type: ignore[index]
    assert all("Imbue" in font or "Instrument" in font for font in fonts)


def test_what_a_buyer_typed_is_only_ever_text(sell) -> None:
    order = sell(1, name='#panic("x") *bold* $ e^x $ <script>')
    invoice = invoices.find_invoice(order.id)
    assert invoice is not None

    words = PdfReader(io.BytesIO(invoices.pdf(invoice))).pages[0].extract_text()

    assert '#panic("x") *bold*' in " ".join(words.split())


def test_a_long_order_goes_on_over_pages(app: Flask) -> None:
    open_shop()
    skus = {shelve(f"Piece number {n}", "3.20", units=9): 1 for n in range(60)}
    number = settlement.place(prepare(skus)).order_number
    order = orders.get_order(number)
    settlement.book_transfer(number, order.total, reference="bank", by=None)
    invoice = invoices.find_invoice(order.id)
    assert invoice is not None

    pages = PdfReader(io.BytesIO(invoices.pdf(invoice))).pages

    assert len(pages) >= 2
    assert all("Quantity" in page.extract_text() for page in pages[:2])


def test_amounts_are_whole_minor_units(sell) -> None:
    invoice = invoices.find_invoice(sell().id)
    assert invoice is not None

    assert isinstance(invoice.total, Money)
    assert all(type(line[name]) is int for line in invoice.document["lines"] for name in ("gross", "net", "tax"))


def _number(order: Order) -> str:
    invoice = invoices.find_invoice(order.id)
    assert invoice is not None
    return invoice.number


def _another_for(sell) -> None:
    from elite.kernel.counters import next_number

    next_number("R-2026")
