"""A shop with a few things on the shelves. No context stays open: every request must begin with a `g` of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from elite import cart as carts
from elite.cart import StoredCart
from elite.kernel.db import session
from elite.kernel.transaction import transaction
from tests.support.carts import Shelf


class ShelfOutside:
    """The shelf, stocked from outside any request."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._inside(Shelf)
        self._shelf = Shelf.__new__(Shelf)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda *args, **kwargs: self._inside(getattr(self._shelf, name), *args, **kwargs)

    def _inside(self, verb: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with self._app.app_context():
            return verb(*args, **kwargs)


@pytest.fixture
def shelf(app: Flask) -> ShelfOutside:
    return ShelfOutside(app)


@pytest.fixture
def move_cart(app: Flask) -> Callable[..., None]:
    """`move_cart(carts.mark_converting, …)`: what settlement does to the only cart there is."""

    def move(*verbs: Callable[[StoredCart], None]) -> None:
        with app.app_context(), transaction():
            stored = carts.lock(session.scalars(select(StoredCart.id)).one())
            assert stored is not None
            for verb in verbs:
                verb(stored)

    return move
