"""The page of a product: what is shown, what can be chosen, and what can be bought."""

from __future__ import annotations

from dataclasses import replace

import pytest

from elite import catalog
from elite.catalog import State, TaxClass
from elite.kernel.settings import settings, use_settings
from elite.kernel.transaction import transaction
from tests.support.pages import HTMX, Page

pytestmark = pytest.mark.usefixtures("goods")


def test_the_page_shows_what_there_is_to_know(client):
    response = client.get("/p/halo-dinner-plate")

    page = Page(response)
    assert response.status_code == 200
    assert page.text("h1") == "Halo dinner plate"
    assert page.text(".price.is-large") == "£19.60"
    assert page.text("#buy-box .badge") == "In stock"
    assert page.texts(".crumbs li") == ["Home", "Tableware", "Plates", "Halo dinner plate"]
    assert page.find("link[rel=canonical]")["href"] == "http://localhost/p/halo-dinner-plate"
    assert page.find("#buy-box input[name=sku]")["value"] == "HALO-DAM-27"
    assert "Diameter 27 cm" in page.text(".facts")
    assert "Dishwasher Yes" in page.text(".facts")
    assert "script" not in page.text(".prose")
    assert "alert" not in str(page.find(".prose"))
    assert page.find(".shots picture img")["alt"] == "A damson plate"
    assert "Set-Cookie" not in response.headers


def test_a_variant_is_chosen_by_its_address(client):
    page = Page(client.get("/p/halo-dinner-plate?variant=HALO-DAM-30"))

    assert page.text(".price.is-large") == "£24.00"
    assert page.text("#buy-box .badge") == "Only 3 left"
    assert page.find("#buy-box input[name=sku]")["value"] == "HALO-DAM-30"
    assert page.find("#quantity")["max"] == "3"
    assert "Diameter 30 cm" in page.text(".facts")
    assert page.find("link[rel=canonical]")["href"] == "http://localhost/p/halo-dinner-plate"


def test_a_picture_of_two_sizes_is_shown_for_both_and_stands_in_the_gallery_once(client, app):
    with app.app_context(), transaction():
        product = catalog.find_product_of("HALO-ROS-30")
        product.pictures.append(
            catalog.ProductPicture(
                picture_key="plate-2", alt="A rose plate", position=9, variant_id=catalog.find_variant("HALO-ROS-30").id
            )
        )

    for size in ("27", "30"):
        page = Page(client.get(f"/p/halo-dinner-plate?variant=HALO-ROS-{size}"))
        assert page.find(".shots picture img")["alt"] == "A rose plate"
        assert len(page.all(".shots a")) == 2


def test_choosing_swaps_the_choice_alone_and_keeps_the_quantity(client):
    response = client.get("/p/halo-dinner-plate?variant=HALO-ROS-27&quantity=3", headers=HTMX)

    page = Page(response)
    assert "header" not in page
    assert "#choice #buy-box" in page
    assert page.find("#quantity")["value"] == "3"
    assert page.find(".shots picture img")["alt"] == "A rose plate"
    assert response.headers["HX-Push-Url"] == "/p/halo-dinner-plate?variant=HALO-ROS-27"


def test_every_answer_works_as_a_plain_form(client):
    page = Page(client.get("/p/halo-dinner-plate"))
    colour, size = page.all("form.variants")

    assert (colour["method"], colour["action"]) == ("get", "/p/halo-dinner-plate")
    assert [option["value"] for option in colour.select("input")] == ["HALO-DAM-27", "HALO-ROS-27", "HALO-MOS-27"]
    assert [option["value"] for option in size.select("input")] == ["HALO-DAM-27", "HALO-DAM-30"]
    assert "noscript button" in Page(str(colour))


def test_an_impossible_combination_is_disabled_and_named_and_another_way_is_shown(client):
    page = Page(client.get("/p/halo-dinner-plate?variant=HALO-ROS-30"))
    moss = page.all("form.variants")[0].select("input")[2]

    assert moss.has_attr("disabled")
    assert moss["aria-label"] == "Moss, not made in 30 cm"
    assert "Moss is not made in 30 cm." in page.text("form.variants p")
    assert page.find("form.variants p a")["href"] == "/p/halo-dinner-plate?variant=HALO-MOS-27"


def test_what_is_sold_out_says_so_and_leads_to_what_is_there(client):
    page = Page(client.get("/p/halo-dinner-plate?variant=HALO-ROS-30"))

    assert page.text("#buy-box .badge").startswith("Sold out")
    assert page.find("#buy-box button").has_attr("disabled")
    assert page.find("#buy-box .standing a")["href"] == "/p/halo-dinner-plate?variant=HALO-DAM-27"


def test_packs_steps_and_reductions_are_explained(client):
    page = Page(client.get("/p/ribbed-goblet"))

    assert page.text(".price.is-large") == "Before £49.80 £44.80 pack of 4, £11.20 a glass"
    assert page.text("#quantity-rule") == "Sold in packs of 4. At least 2, in steps of 2."
    field = page.find("#quantity")
    assert (field["value"], field["min"], field["step"], field["max"]) == ("2", "2", "2", "50")
    why = page.text(".why .sum")
    for part in (
        "Price before £49.80",
        "Reduced by 10% −£5.00",
        "Your price, pack of 4, tax included £44.80",
        "VAT 20% in it £7.47",
        "Lowest price in the last 30 days £44.80",
    ):
        assert part in why


def test_a_shop_without_taxes_still_shows_its_prices(client):
    use_settings(replace(settings(), home_country="AQ"))

    why = Page(client.get("/p/ribbed-goblet")).text(".why .sum")

    assert "Your price, pack of 4" in why
    assert "VAT" not in why


def test_what_is_not_taxed_names_no_tax(client, app):
    with app.app_context(), transaction():
        catalog.update_product(catalog.find_product("ribbed-goblet"), tax_class=TaxClass.ZERO)

    assert "VAT" not in Page(client.get("/p/ribbed-goblet")).text(".why .sum")


def test_every_picture_has_something_to_show_before_it_arrives(client):
    page = Page(client.get("/p/halo-dinner-plate?variant=HALO-ROS-27"))

    assert [blur["src"] for blur in page.all(".shots .pic-blur")] == [
        "data:image/webp;base64,plate-2",
        "data:image/webp;base64,plate-1",
        "data:image/webp;base64,plate-2",
    ]


def test_what_sits_well_with_it_can_be_bought(client):
    page = Page(client.get("/p/ribbed-goblet"))

    assert page.texts(".cards .card-name") == ["Halo dinner plate", "Water glass"]


@pytest.mark.parametrize(
    "question",
    [
        "variant=NO-SUCH",
        "variant=",
        "picture=99",
        "picture=x",
        "quantity=abc",
        "quantity=999999999999",
        "variant[]=x",
        "variant=%00",
    ],
)
def test_a_strange_question_is_answered_with_the_product(client, question):
    response = client.get(f"/p/halo-dinner-plate?{question}")

    assert response.status_code == 200
    assert Page(response).find("#buy-box input[name=sku]")["value"] == "HALO-DAM-27"


def test_another_picture_is_a_page_of_its_own(client):
    page = Page(client.get("/p/halo-dinner-plate?picture=2"))

    assert page.find(".shots picture img")["alt"] == "A rose plate"
    assert page.find(".shots [aria-current=true]")["id"] == "shot-2"


@pytest.mark.parametrize("state, status", [(State.DRAFT, 404), (State.ARCHIVED, 410), (State.ACTIVE, 200)])
def test_only_what_is_on_sale_has_a_page(client, app, state, status):
    with app.app_context(), transaction():
        catalog.move_product(catalog.find_product("ribbed-goblet"), state)

    response = client.get("/p/ribbed-goblet")

    assert response.status_code == status
    assert "buy-box" not in response.get_data(as_text=True) or status == 200
    if status == 410:
        assert "has left the shop" in Page(response).text("h1")


def test_an_old_address_leads_to_the_new_one(client, app):
    with app.app_context(), transaction():
        catalog.rename_product(catalog.find_product("ribbed-goblet"), "ribbed-wine-glass")

    response = client.get("/p/ribbed-goblet?variant=GOB")

    assert (response.status_code, response.headers["Location"]) == (301, "/p/ribbed-wine-glass?variant=GOB")
    assert client.get("/p/no-such-thing").status_code == 404


def test_nothing_to_sell_is_gone_not_broken(client, app):
    with app.app_context(), transaction():
        product = catalog.find_product("toast-flute")
        catalog.update_variant(product, product.variants[0], active=False)

    assert client.get("/p/toast-flute").status_code == 410


def test_the_buy_box_stands_alone_and_posts_to_the_cart(client):
    page = Page(client.get("/p/ribbed-goblet"))
    form = page.form("#buy-box")

    assert (form.method, form.action) == ("post", "/cart/items")
    assert form.fields["sku"] == "GOB"
    assert form.fields["quantity"] == "2"
    assert page.find("#buy-box")["hx-post"] == "/cart/items"
