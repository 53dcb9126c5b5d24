"""Shelves and search results as pages and as parts, whatever stands in the address."""

from __future__ import annotations

from datetime import timedelta

import pytest

from elite import catalog
from elite.catalog import NewProduct, NewVariant, State
from elite.kernel import clock
from elite.kernel.transaction import transaction
from tests.support.goods import pounds
from tests.support.pages import HTMX, Page

pytestmark = pytest.mark.usefixtures("goods")


def names(page: Page) -> list[str]:
    return page.texts("#results .card-name")


def test_a_shelf_shows_everything_below_it(client):
    response = client.get("/c/tableware")

    page = Page(response)
    assert response.status_code == 200
    assert page.text("h1") == "Tableware"
    assert sorted(names(page)) == ["Halo dinner plate", "Ribbed goblet", "Toast flute", "Water glass"]
    assert page.text("#results [role=status]") == "4 products"
    assert page.texts(".crumbs li") == ["Home", "Tableware"]
    assert page.texts(".kind") == ["Plates holds 1", "Glasses holds 3"]
    assert page.find("link[rel=canonical]")["href"] == "http://localhost/c/tableware"
    assert "Set-Cookie" not in response.headers


def test_htmx_gets_the_results_alone_and_a_clean_address(client):
    response = client.get("/c/tableware?q=&sort=price&price_min=&price_max=&in_stock=1", headers=HTMX)

    page = Page(response)
    assert "header" not in page
    assert names(page) == ["Water glass", "Halo dinner plate", "Ribbed goblet"]
    assert response.headers["HX-Push-Url"] == "/c/tableware?sort=price&in_stock=1"
    assert {"HX-Request", "HX-Request-Type"} <= {name.strip() for name in response.headers["Vary"].split(",")}


def test_the_form_works_without_a_script(client):
    form = Page(client.get("/c/tableware")).form("#filters")

    page = Page(form.send(client, price_max="20", q="glass"))

    assert names(page) == ["Water glass"]
    assert page.find("#price-max")["value"] == "20.00"
    assert [chip.get_text(strip=True) for chip in page.all("#results .chip")] == ["“glass”", "Up to £20.00"]


def test_a_chosen_filter_can_be_taken_away(client):
    page = Page(client.get("/c/tableware?price_max=20&in_stock=1"))

    assert [chip["href"] for chip in page.all("#results .chip")] == [
        "/c/tableware?in_stock=1",
        "/c/tableware?price_max=20.00",
    ]


@pytest.mark.parametrize(
    "question, sentence",
    [
        ("price_min=abc", "“abc” is not a price"),
        ("price_max=-5", "“-5” is not a price"),
        ("price_max=1e9", "“1e9” is not a price"),
        ("price_min=99999999999999999999", "is not a price"),
        ("price_min=30&price_max=10", "turned them round"),
        ("sort=price;--", "We do not know that order"),
        ("sort=PRICE", "We do not know that order"),
    ],
)
def test_what_cannot_be_understood_is_said_and_left_out(client, question, sentence):
    response = client.get(f"/c/tableware?{question}")

    assert response.status_code == 200
    assert sentence in Page(response).text("#results .notice")
    assert names(Page(response))


@pytest.mark.parametrize(
    "question",
    [
        "page=1000000000",
        "page=99999999999999999999999",
        "page=-1",
        "page=٣",
        "page=0",
        "page=1&page=2",
        "in_stock=maybe",
        "size=100000",
        "colour=rose&colour=damson",
        "q=%00%ff%fe",
        "q=" + "x" * 4000,
        "price_min[]=1",
        "&".join(f"f{number}=1" for number in range(500)),
        "_external=1&_scheme=javascript&endpoint=x",
    ],
)
def test_no_address_breaks_a_list(client, question):
    for path in ("/c/tableware", "/search", "/search/suggest"):
        for headers in ({}, HTMX):
            assert client.get(f"{path}?{question}", headers=headers).status_code == 200


def test_a_page_past_the_end_is_the_last(client, app):
    with app.app_context(), transaction():
        shelf = catalog.find_category("linen")
        catalog.create_products(
            [
                NewProduct(
                    name=f"Napkin {n:02}",
                    state=State.ACTIVE,
                    categories=[shelf],
                    variants=[NewVariant(sku=f"N{n}", price=pounds("1.00"))],
                )
                for n in range(30)
            ]
        )

    first, far = Page(client.get("/c/linen")), Page(client.get("/c/linen?page=1000000000"))

    assert (len(names(first)), len(names(far))) == (24, 6)
    assert first.text("#results [role=status]") == "1 to 24 of 30 products"
    assert far.find(".pages [aria-current=page]").get_text() == "2"
    assert first.find(".pages [rel=next]")["href"] == "/c/linen?page=2"
    assert far.find("link[rel=canonical]")["href"] == "http://localhost/c/linen?page=2"


@pytest.mark.parametrize(
    "path, most",
    [
        ("/", 6),
        ("/c/tableware", 6),
        ("/c/tableware?sort=-price&price_min=1&in_stock=1&q=glass", 6),
        ("/search?q=glass", 6),
        ("/search?q=zzzz+qqqq", 6),
        ("/search", 6),
        ("/search/suggest?q=gl", 2),
        ("/p/halo-dinner-plate", 6),
        ("/p/ribbed-goblet", 6),
    ],
)
def test_a_page_asks_the_database_a_few_questions_however_much_it_shows(client, queries, path, most):
    client.get(path)
    with queries() as seen:
        assert client.get(path).status_code == 200

    assert len(seen) <= most, "\n".join(seen)


def test_search_finds_in_the_whole_shop_and_is_not_indexed(client):
    page = Page(client.get("/search?q=GLASS"))

    assert names(page) == ["Water glass"]
    assert page.text("h1") == "“GLASS”"
    assert page.find("meta[name=robots]")["content"] == "noindex"


@pytest.mark.parametrize("q", ["%", "_", "%%%", "w_ter", "gl_ss"])
def test_wildcards_find_nothing(client, q):
    page = Page(client.get("/search", query_string={"q": q}))

    assert page.text("#results [role=status]") == "0 products"


def test_an_empty_result_helps(client):
    page = Page(client.get("/search?q=ribed+goblet"))

    assert "Nothing here by that description" in page.text("#results .empty")
    assert page.find("#results .empty a")["href"] == "/search?q=ribbed+goblet"
    assert names(page) == ["Ribbed goblet"]

    page = Page(client.get("/c/tableware?price_min=900"))
    assert page.find("#results .empty a")["href"] == "/c/tableware"


@pytest.mark.parametrize(
    "q",
    [
        '"><script>alert(1)</script>',
        "<img src=x onerror=alert(1)>",
        "{{7*7}}",
        "javascript:alert(1)",
        "' onmouseover='x",
    ],
)
def test_what_was_typed_is_shown_as_text_and_nothing_else(client, q):
    for path, headers in (
        ("/search", {}),
        ("/search", HTMX),
        ("/c/tableware", {}),
        ("/search/suggest", {}),
        ("/search/suggest", HTMX),
    ):
        page = Page(client.get(path, query_string={"q": q, "price_min": q}, headers=headers))

        assert not [tag for tag in page.all("*") if any(name.startswith("on") for name in tag.attrs)]
        assert "alert(1)" not in "".join(tag.get_text() for tag in page.all("script"))
        assert "img[src=x]" not in page
        assert "49" not in page.soup.get_text()


def test_an_address_that_has_moved_leads_on_with_its_question(client, app):
    with app.app_context(), transaction():
        catalog.rename_category(catalog.find_category("tableware"), "Table", slug="table")

    response = client.get("/c/tableware/plates?sort=price&_external=1")

    assert response.status_code == 301
    assert response.headers["Location"] == "/c/table/plates?sort=price&_external=1"
    assert client.get("/c/table/plates/").headers["Location"] == "/c/table/plates"
    assert client.get("/c/nowhere").status_code == 404
    assert client.get("/c/table/nowhere").status_code == 404


def test_suggestions_while_typing(client):
    page = Page(client.get("/search/suggest?q=gl", headers=HTMX))

    assert "header" not in page
    assert page.texts("#suggestions .is-shelf") == ["Glasses"]
    assert page.texts("#suggestions .suggestion:not(.is-shelf) > span:nth-of-type(2)") == [
        "Water glass",
        "Halo dinner plate",
    ]
    assert page.find("#suggestions .more")["href"] == "/search?q=gl"
    assert "header" in Page(client.get("/search/suggest?q=gl"))


def test_the_first_page_has_a_table_shelves_and_what_is_new(client):
    page = Page(client.get("/"))

    assert page.text(".hero h1") == "Set the table. Call everyone."
    assert page.texts("#occasion .set-list a") == ["Halo dinner plate"]
    assert page.texts(".tile h3") == ["Tableware", "Linen"]
    assert page.texts(".tile p") == ["4 pieces", "0 pieces"]
    assert [blur["src"] for blur in page.all(".tile .pic-blur")] == ["data:image/webp;base64,shelf"]
    assert "Ribbed goblet" in page.texts(".cards .card-name")
    assert page.texts(".shelves a") == ["Tableware", "Linen"]


def test_a_scheduled_product_appears_by_itself(client, app):
    clock.freeze(clock.now())
    with app.app_context(), transaction():
        opening = clock.now() + timedelta(hours=1)
        variant = NewVariant(sku="SOON", price=pounds("1.00"))
        catalog.create_product(
            NewProduct(name="Spring jug", state=State.SCHEDULED, publish_at=opening, variants=[variant])
        )

    assert client.get("/p/spring-jug").status_code == 404
    assert names(Page(client.get("/search?q=spring"))) == []
    clock.pass_by(timedelta(hours=1))
    assert client.get("/p/spring-jug").status_code == 200
    assert names(Page(client.get("/search?q=spring"))) == ["Spring jug"]
