"""The same shop twice: with little in it and with much, so that a test can see what a page costs as everything grows."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask
from flask.testing import FlaskClient

from elite import accounts, cart, catalog, inventory, media, notifications, orders, settlement
from elite.cart.contents import Contents, Line
from elite.catalog import AttributeKind, Category, NewFact, NewOption, NewPicture, NewProduct, NewVariant, State
from elite.kernel import clock
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.kernel.tokens import digest, new_token
from elite.kernel.transaction import transaction
from elite.settlement import Parcel
from tests.support.buying import open_shop, prepare, shelve
from tests.support.goods import pounds

PASSWORD = "keys-to-the-desk-7"


@dataclass(frozen=True)
class Fullness:
    """How much of everything there is."""

    shelves: int
    goods: int
    colours: int
    pictures: int
    facts: int
    prices: int
    lines: int
    orders: int
    letters: int


LITTLE = Fullness(shelves=1, goods=2, colours=2, pictures=1, facts=1, prices=1, lines=1, orders=1, letters=1)
MUCH = Fullness(shelves=6, goods=30, colours=9, pictures=14, facts=9, prices=12, lines=14, orders=26, letters=6)


def fill(app: Flask, much: Fullness) -> dict[str, str]:
    """Goods on shelves, orders in every state, people at the desk. Answers numbers and tokens of orders by what they are."""
    with app.app_context():
        open_shop()
        with transaction():
            staff = accounts.create_staff("ada@example.org", "Ada", PASSWORD, accounts.Role.OWNER).id
        with transaction():
            shelf = _put_up_shelves(much)
        with transaction():
            _put_up_goods(shelf, much)
        _change_prices(much)
        return _sell(much, staff)


def give_cart(app: FlaskClient, wanted: Contents) -> None:
    """This shopper comes back to a cart with `wanted` in it."""
    token = new_token()
    with app.application.app_context(), transaction():
        row = cart.StoredCart(token_hash=digest(token), state=cart.State.OPEN, updated_at=clock.database_now())
        row.fill(wanted)
        session.add(row)
    with app.session_transaction() as kept:
        kept["cart"] = token


def troubled_cart(app: Flask, lines: int) -> Contents:
    """A cart of `lines` lines to buy; a quarter as many again are saved. Some cannot be had, some cost more than they did."""
    with app.app_context():
        skus = [
            shelve(f"Line {lines} {n}", "12.00", units=2 if n % 5 == 4 else 40, pictures=[_hung(n)])
            for n in range(lines)
        ]
        put_aside = [shelve(f"Aside {lines} {n}", "9.00", units=40) for n in range(lines // 4)]
        if lines > 5:
            with transaction():
                variant = catalog.find_variant(skus[3])
                product = catalog.find_product_of(skus[1])
                assert variant is not None and product is not None
                catalog.set_price(variant, pounds("15.00"), None)
                catalog.move_product(product, State.ARCHIVED)
    seen = pounds("12.00")
    bought = [Line(sku, 3, seen, False, place) for place, sku in enumerate(skus)]
    saved = [Line(sku, 1, None, True, len(skus) + place) for place, sku in enumerate(put_aside)]
    return Contents(version=1, lines=tuple(bought + saved), recent=("change000001",))


def plain_cart(app: Flask, lines: int) -> Contents:
    """A cart of `lines` lines that can be ordered as they are."""
    with app.app_context():
        skus = [shelve(f"Bought {lines} {n}", "12.00", units=40, pictures=[_hung(n)]) for n in range(lines)]
    bought = tuple(Line(sku, 2, pounds("12.00"), False, place) for place, sku in enumerate(skus))
    return Contents(version=1, lines=bought, recent=("change000001",))


def _put_up_shelves(much: Fullness) -> Category:
    catalog.define_attribute("dishwasher", "Dishwasher", AttributeKind.BOOLEAN)
    for n in range(much.facts):
        catalog.define_attribute(f"size-{n}", f"Size {n}", AttributeKind.NUMBER, "cm")
    shelf = None
    for n in range(much.shelves):
        root = catalog.create_category(None, f"Shelf {n}", picture_key=_picture(f"shelf-{n}"))
        below = [catalog.create_category(root, f"Board {n} {board}") for board in range(much.shelves)]
        shelf = shelf or below[0]
    assert shelf is not None
    return shelf


def _put_up_goods(shelf: Category, much: Fullness) -> None:
    colours = tuple(f"Colour {n}" for n in range(much.colours))
    matrix = NewProduct(
        name="Matrix plate",
        state=State.ACTIVE,
        categories=[shelf],
        brand="Halo",
        tags=["the long lunch", *(f"tag {n}" for n in range(much.facts))],
        options=[
            NewOption(name="Colour", values=colours, swatches=dict.fromkeys(colours, "rose")),
            NewOption(name="Size", values=("27 cm", "30 cm")),
        ],
        variants=[
            NewVariant(
                sku=f"M-{n}-{size[:2]}",
                price=pounds("19.60"),
                compare_at_price=pounds("24.00"),
                values=(colour, size),
            )
            for n, colour in enumerate(colours)
            for size in ("27 cm", "30 cm")
        ],
        facts=[
            NewFact(code="dishwasher", value=True),
            *(NewFact(code=f"size-{n}", value=n, sku="M-0-27") for n in range(much.facts)),
        ],
        pictures=[
            NewPicture(key=_picture(f"matrix-{n}"), sku=f"M-{n % much.colours}-27") for n in range(much.pictures)
        ],
    )
    plain = NewProduct(name="Plain jug", state=State.ACTIVE, categories=[shelf], variants=[_variant("JUG")])
    gone = NewProduct(name="Gone jug", state=State.ARCHIVED, categories=[shelf], variants=[_variant("GONE")])
    others = [
        NewProduct(
            name=f"Glass {n}",
            state=State.ACTIVE,
            categories=[shelf],
            tags=["the long lunch"] if n % 3 else [],
            variants=[_variant(f"G-{n}")],
            pictures=[NewPicture(key=_picture(f"glass-{n}"))],
        )
        for n in range(much.goods)
    ]
    for product in catalog.create_products([matrix, plain, gone, *others]):
        for variant in product.variants:
            inventory.receive(variant.id, 500, ref=f"opening {variant.sku}")
    for sku in ("GONE", "M-0-30"):
        low = catalog.find_variant(sku)
        assert low is not None
        inventory.adjust(low.id, -500, reason="broken", ref=f"broken {sku}")


def _change_prices(much: Fullness) -> None:
    for n in range(much.prices):
        with transaction():
            variant = catalog.find_variant("M-0-27")
            assert variant is not None
            catalog.set_price(variant, pounds("19.60") - Money.of(n + 1), pounds("24.00"))


def _sell(much: Fullness, staff: int) -> dict[str, str]:
    """Orders in the states a page tells apart; each has as many lines as `much` says."""
    skus = [f"G-{n}" for n in range(min(much.lines, much.goods))]
    wanted = dict.fromkeys(skus, 2)
    placed = {
        state: settlement.place(prepare(wanted, email=f"{state}@example.org"))
        for state in ("open", "paid", "sent", "refunded", "cancelled")
    }
    for state, one in placed.items():
        if state == "open":
            continue
        number = one.order_number
        settlement.book_transfer(number, orders.get_order(number).total, reference="bank", by=staff)
        for n in range(much.letters):
            with transaction():
                notifications.begin(
                    f"{number}-{n}",
                    letter="order_paid",
                    subject=number,
                    address="anna@example.org",
                    title="Paid",
                    message_id=f"{number}-{n}",
                )
    settlement.mark_packed(placed["sent"].order_number, by=staff)
    settlement.send_order(placed["sent"].order_number, Parcel(carrier="Van", tracking="V1"), by=staff)
    settlement.refund_order(placed["refunded"].order_number, key="back", reason="broken", by=staff)
    settlement.cancel(placed["cancelled"].order_number, by=staff, reason="changed their mind")
    for n in range(much.orders):
        one = settlement.place(prepare({"JUG": 1}, email=f"{n}@example.org"))
        if n % 2:
            settlement.book_transfer(one.order_number, orders.get_order(one.order_number).total, reference="", by=staff)
    return {f"{state} number": one.order_number for state, one in placed.items()} | {
        f"{state} token": one.token for state, one in placed.items()
    }


def _variant(sku: str) -> NewVariant:
    return NewVariant(sku=sku, price=pounds("12.00"))


def _hung(n: int) -> NewPicture:
    return NewPicture(key=f"{n:024x}")


def _picture(name: str) -> str:
    """A picture that is described; no file lies behind it."""
    key = digest(name)[:24]
    session.add(
        media.Picture(
            key=key, content_type="image/svg+xml", width=800, height=1000, placeholder="data:image/webp;base64,AA"
        )
    )
    return key
