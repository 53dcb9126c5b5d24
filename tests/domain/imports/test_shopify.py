"""Shopify's product CSV: every line accounted for, a second run changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from elite import catalog, imports, inventory, media, orders, settlement
from elite.catalog import Product, StockPolicy, Variant
from elite.imports import Unreadable, import_shopify
from elite.kernel.db import session
from elite.kernel.money import Money
from tests.support.buying import open_shop, prepare

HEAD = (
    "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant Grams,"
    "Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Variant Taxable,"
    "Image Src,Image Position,Image Alt Text,Gift Card,Variant Image"
)
LAMP = 'lamp,Harbour lamp,"<p>Lights <b>well</b><script>x</script></p>",Lamps & Co,Lamp,"brass, evening",true,Colour,Brass,,,900,shopify,3,deny,42.50,50.00,true,https://pictures.example/1.jpg,1,A lamp,false,'
LAMP_2 = "lamp,,,,,,,,Ink,,,900,,,deny,40.00,,true,https://pictures.example/2.jpg,2,,,"
LAMP_PICTURE = "lamp,,,,,,,,,,,,,,,,,,https://pictures.example/3.jpg,3,From below,,"
DATA = Path(__file__).resolve().parents[4] / "shared" / "data"


@pytest.fixture
def write(tmp_path: Path):
    def write(*lines: str) -> Path:
        path = tmp_path / "products.csv"
        path.write_text("\n".join((HEAD, *lines)) + "\n", encoding="utf-8")
        return path

    return write


def test_a_product_comes_with_variants_stock_and_pictures(app: Flask, write) -> None:
    report = import_shopify(write(LAMP, LAMP_2, LAMP_PICTURE))

    lamp = catalog.find_product("lamp")
    assert lamp is not None
    assert (report.read, report.imported, report.merged, report.refused) == (3, 3, 0, [])
    assert [(v.price, v.compare_at_price, v.stock_policy) for v in lamp.variants] == [
        (Money.of(4250), Money.of(5000), StockPolicy.DENY),
        (Money.of(4000), None, StockPolicy.UNTRACKED),
    ]
    assert "script" not in lamp.description
    assert "<b>well</b>" in lamp.description
    assert [picture.alt for picture in lamp.pictures] == ["A lamp", "Harbour lamp", "From below"]
    left = inventory.available([v.id for v in lamp.variants])
    assert left[lamp.variants[0].id].left == 3
    assert left[lamp.variants[1].id].left is None


def test_a_photograph_of_several_variants_is_the_picture_of_each(app: Flask, write) -> None:
    photograph = "https://pictures.example/brass.jpg"
    import_shopify(write(LAMP + photograph, LAMP_2.replace(",Ink,", ",Brass large,") + photograph))

    lamp = catalog.find_product("lamp")
    assert lamp is not None
    of_variants = [
        catalog.picture_key_of(variant) for variant in catalog.find_variants([v.sku for v in lamp.variants]).values()
    ]
    assert len(of_variants) == 2
    assert len(set(of_variants)) == 1
    assert of_variants[0] != lamp.pictures[0].picture_key


def test_a_second_run_changes_nothing(app: Flask, write) -> None:
    file = write(LAMP, LAMP_2, LAMP_PICTURE)
    import_shopify(file)
    before = _everything()

    report = import_shopify(file)

    assert (report.imported, report.merged, report.variants_created) == (0, 3, 0)
    assert _everything() == before


def test_a_sku_is_made_once_and_kept_when_the_price_changes(app: Flask, write) -> None:
    import_shopify(write(LAMP, LAMP_2))
    skus = set(session.scalars(select(Variant.sku)))

    report = import_shopify(write(LAMP.replace("42.50", "39.00"), LAMP_2))

    assert set(session.scalars(select(Variant.sku))) == skus
    assert report.products_changed == 1
    assert Money.of(3900) in set(session.scalars(select(Variant.price)))


def test_a_variant_that_is_new_joins_its_product(app: Flask, write) -> None:
    import_shopify(write(LAMP))

    report = import_shopify(write(LAMP, LAMP_2))

    assert (report.imported, report.merged, report.variants_created) == (1, 1, 1)
    assert session.scalar(select(func.count()).select_from(Product)) == 1


def test_a_dry_run_keeps_nothing_and_says_what_would_be(app: Flask, write) -> None:
    report = import_shopify(write(LAMP, LAMP_2), dry_run=True)

    assert (report.imported, report.products_created) == (2, 1)
    assert _everything() == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("line", "column", "reason"),
    [
        (LAMP_2.replace("40.00", "forty"), "Variant Price", "This is no amount."),
        (LAMP_2.replace("40.00", "-1.00"), "Variant Price", "An amount is not below zero."),
        (LAMP_2.replace("900", "a lot"), "Variant Grams", "This is no whole number."),
        (LAMP_2.replace("deny", "maybe"), "Variant Inventory Policy", "It is deny or continue."),
        (LAMP_2.replace("Ink", "Brass"), "Option1 Value", "The same options stand on an earlier row."),
        ("lamp,,,,,,,,,,,,,,,,,,,,,,", "Variant Price", "Neither a price nor a picture."),
    ],
)
def test_a_line_that_cannot_be_meant_is_named_and_the_rest_is_taken(
    app: Flask, write, line: str, column: str, reason: str
) -> None:
    report = import_shopify(write(LAMP, line, LAMP_PICTURE))

    assert [(r.line, r.column, r.reason) for r in report.refused] == [(3, column, reason)]
    assert (report.read, report.imported) == (3, 2)


def test_a_product_without_a_name_is_refused_whole(app: Flask, write) -> None:
    report = import_shopify(write(LAMP.replace("Harbour lamp", ""), LAMP_2))

    assert len(report.refused_lines) == 2
    assert (report.imported, report.read) == (0, 2)
    assert _everything() == (0, 0, 0, 0)


def test_lines_and_money_of_the_report_add_up(app: Flask, write) -> None:
    report = import_shopify(write(LAMP, LAMP_2.replace("deny", "maybe"), LAMP_PICTURE)).as_json()

    lines, amount = report["lines"], report["amount"]
    assert lines["read"] == lines["imported"] + lines["merged"] + lines["refused"] == 3
    assert (amount["file"], amount["imported"], amount["refused"]) == ("82.50", "42.50", "40.00")


def test_another_currency_is_refused_with_the_reason(app: Flask, write) -> None:
    with pytest.raises(Unreadable, match=r"EUR.*GBP"):
        import_shopify(write(LAMP), currency="EUR")


def test_a_file_that_is_something_else_is_refused(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n")

    with pytest.raises(Unreadable, match="Handle"):
        import_shopify(path)


def test_a_file_in_another_encoding_is_refused(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "latin.csv"
    path.write_bytes(f"{HEAD}\n{LAMP}".encode().replace(b"Harbour", b"Caf\xe9"))

    with pytest.raises(Unreadable, match="UTF-8"):
        import_shopify(path)


def test_pictures_that_cannot_be_fetched_are_listed_and_owed(app: Flask, write) -> None:
    report = import_shopify(write(LAMP.replace("https://pictures.example/1.jpg", "http://127.0.0.1:9/1.jpg")))

    outcome = imports.fetch_missing_pictures()

    assert report.pictures_waiting == ["http://127.0.0.1:9/1.jpg"]
    assert outcome["http://127.0.0.1:9/1.jpg"]
    assert media.pending_downloads() == []  # not due again at once
    picture = session.scalar(select(media.Picture))
    assert picture is not None
    assert (picture.state, picture.tries) == (media.State.MISSING, 1)


@pytest.mark.skipif(not DATA.is_dir(), reason="the real exports are not on this machine")
@pytest.mark.parametrize("name", ["shopify_home-and-garden.csv", "shopify_jewelery.csv"])
def test_the_real_exports_come_in_whole(app: Flask, name: str) -> None:
    report = import_shopify(DATA / name)

    assert report.refused == []
    assert report.products_created > 10
    assert len(report.pictures_waiting) > 10
    assert import_shopify(DATA / name).imported == 0


@pytest.mark.skipif(not DATA.is_dir(), reason="the real exports are not on this machine")
def test_an_imported_piece_is_bought(app: Flask) -> None:
    open_shop()
    import_shopify(DATA / "shopify_jewelery.csv")
    necklace = catalog.find_product("guardian-bracelet") or catalog.find_product("bangle-bracelet")
    assert necklace is not None
    variant = necklace.variants[0]

    number = settlement.place(prepare({variant.sku: 1})).order_number
    order = orders.get_order(number)
    settlement.book_transfer(number, order.total, reference="bank", by=None)

    order = orders.get_order(number)
    assert order.is_paid
    assert [(line.sku, line.gross) for line in order.goods_lines] == [(variant.sku, variant.price)]


def _everything() -> tuple[int, ...]:
    tables = (Product, Variant, catalog.PriceChange, catalog.ProductPicture)
    return tuple(session.scalar(select(func.count()).select_from(table)) or 0 for table in tables)
