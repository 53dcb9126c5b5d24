"""Two colleagues want the same address or SKU in the same instant: one has it, the other hears which and why."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from flask import Flask
from sqlalchemy import event

from elite import catalog
from elite.catalog import NewProduct, NewVariant, SkuTaken, SlugTaken
from elite.kernel.db import WRITING, db, session
from elite.kernel.transaction import transaction
from tests.support.goods import pounds, put_on_sale

Step = Callable[[], object]
_WAITS = re.compile(r"UPDATE |INSERT INTO (product|variant|category|brand|tag) ")


@pytest.fixture
def shop(app: Flask) -> Flask:
    with app.app_context(), transaction():
        put_on_sale("Jug")
        put_on_sale("Bowl")
        catalog.create_category(None, "Linen")
        catalog.create_category(None, "Cloth")
    return app


def at_once(app: Flask, first: Step, second: Step) -> BaseException | None:
    """`first` writes and waits; `second` looks, finds nothing, and writes; then `first` is kept. What `second` met.

    SQLite lets the second begin only when the first has ended. MariaDB stops it where it writes what the first wrote.
    """
    written, stopped = Event(), Event()
    with app.app_context():
        engine = db.engines[WRITING]

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        if written.is_set() and _WAITS.match(statement):
            stopped.set()

    def one() -> None:
        with app.app_context(), transaction():
            first()
            session.flush()
            written.set()
            stopped.wait(0.5 if engine.dialect.name == "sqlite" else 10)

    def other() -> BaseException | None:
        written.wait(10)
        try:
            with app.app_context(), transaction():
                second()
        except BaseException as error:
            return error
        return None

    event.listen(engine, "before_cursor_execute", note)
    try:
        with ThreadPoolExecutor(2) as both:
            begun, late = both.submit(one), both.submit(other)
            begun.result()
            return late.result()
    finally:
        event.remove(engine, "before_cursor_execute", note)


def new(sku: str, slug: str | None = None, **more: object) -> Step:
    product = NewProduct(name="Carafe", slug=slug, variants=[NewVariant(sku=sku, price=pounds("1.00"))], **more)  # type: ignore[arg-type]
    return lambda: catalog.create_product(product)


def rename(name: str, slug: str) -> Step:
    return lambda: catalog.rename_product(catalog.find_product(name), slug)


def shelve(name: str) -> Step:
    return lambda: catalog.create_category(None, name)


def reshelve(path: str, slug: str) -> Step:
    return lambda: catalog.rename_category(catalog.find_category(path), "Fabric", slug=slug)


def another(name: str, sku: str) -> Step:
    return lambda: catalog.add_variant(_with_a_choice(name), NewVariant(sku=sku, price=pounds("1.00"), values=("Red",)))


def _with_a_choice(name: str) -> catalog.Product:
    product = catalog.find_product(name)
    assert product is not None
    product.options.append(catalog.Option(name="Colour", values=[]))
    session.flush()
    return product


@pytest.mark.parametrize(
    "first, second, refusal",
    [
        pytest.param(new("A", "carafe"), new("B", "carafe"), SlugTaken, id="two products of one address"),
        pytest.param(new("A", "one"), new("A", "two"), SkuTaken, id="two products of one SKU"),
        pytest.param(rename("jug", "pitcher"), rename("bowl", "pitcher"), SlugTaken, id="two new addresses"),
        pytest.param(rename("jug", "pitcher"), new("A", "pitcher"), SlugTaken, id="a new address and a new product"),
        pytest.param(another("jug", "RED"), another("bowl", "RED"), SkuTaken, id="two variants of one SKU"),
        pytest.param(shelve("Light"), shelve("Light"), SlugTaken, id="two shelves"),
        pytest.param(reshelve("linen", "fabric"), reshelve("cloth", "fabric"), SlugTaken, id="two new paths"),
    ],
)
def test_the_later_one_is_refused_in_words(shop: Flask, first: Step, second: Step, refusal: type[Exception]) -> None:
    met = at_once(shop, first, second)

    assert type(met) is refusal, met


def test_an_address_made_from_a_name_goes_around_the_one_that_was_quicker(shop: Flask) -> None:
    met = at_once(shop, new("A", tags=["new tag"], brand="Halo"), new("B", tags=["new tag"], brand="Halo"))

    assert met is None
    with shop.app_context():
        assert [catalog.find_product_of(sku).slug for sku in "AB"] == ["carafe", "carafe-2"]
