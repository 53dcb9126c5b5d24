"""The mail viewer of the demonstration: both forms of a letter, and its papers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from elite.kernel.settings import settings, use_settings
from tests.support.pages import Page


@pytest.fixture(autouse=True)
def _empty_folder(app, tmp_path):
    """Letters of this test only."""
    before = settings()
    use_settings(replace(before, instance=tmp_path))
    yield
    use_settings(before)


@pytest.fixture
def letters(place, book, drain, client):
    """The addresses of a transfer's letters, newest first."""
    placed = place("transfer", name="Inès Carvalho")
    book(placed)
    drain()
    return [str(link["href"]) for link in Page(client.get("/dev/mail")).all("main tbody th a")]


def test_before_any_letter_the_page_says_how_to_get_one(client):
    assert "No letters yet" in Page(client.get("/dev/mail")).text("main")


def test_every_letter_is_listed_with_whom_it_went_to(letters, client):
    page = Page(client.get("/dev/mail"))

    assert len(letters) == 2
    assert all("anna@example.org" in row for row in page.texts("main tbody tr"))
    assert {row.split()[0] for row in page.texts("main tbody th")} == {"How", "Thank"}


def test_a_letter_reads_well_as_text(letters, client):
    for address in letters:
        page = Page(client.get(address))
        text = page.find(".plain-letter").get_text()
        lines = text.splitlines()
        assert max(len(line) for line in lines) < 200
        assert "\n\n\n" not in text
        assert "/o/" in text
        assert "Total: £24.95" in text
        assert "{{" not in text
        assert "<" not in text


def test_a_dressed_letter_can_do_nothing_but_be_read(letters, client):
    for address in letters:
        link = Page(client.get(address)).find("main a.button[href$='letter.html']")
        answer = client.get(str(link["href"]))
        assert answer.mimetype == "text/html"
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "<script" not in answer.text
        assert "£24.95" in answer.text


def test_the_receipt_carries_its_invoice(letters, client):
    papers = [
        client.get(str(link["href"]))
        for address in letters
        for link in Page(client.get(address)).all("main a.button[href*='/attachments/']")
    ]

    assert [paper.mimetype for paper in papers] == ["application/pdf"]
    assert papers[0].data.startswith(b"%PDF")
    assert ".pdf" in papers[0].headers["Content-Disposition"]


@pytest.mark.parametrize("end", ["", "/letter.html", "/attachments/0", "/attachments/99"])
@pytest.mark.parametrize("name", ["..", "x", "20260101000000000000-abcdefabcdef", "%2e%2e%2fsecret_key", "." * 40])
def test_only_letters_are_shown(letters, client, name, end):
    assert client.get(f"/dev/mail/{name}{end}").status_code == 404


def test_a_paper_that_is_not_there_is_absent(letters, client):
    assert client.get(f"{letters[0]}/attachments/7").status_code == 404
