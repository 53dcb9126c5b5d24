"""A shop with a few things on the shelves, carts to put them in, and a Redis that can be sent away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from flask import Flask

from elite.cart import Cart
from elite.kernel.redis import try_again_now
from elite.kernel.settings import settings, use_settings
from elite.kernel.transaction import in_transaction
from tests.support.carts import NOWHERE, Shelf


@pytest.fixture
def shelf(app: Flask, context: None) -> Shelf:
    return Shelf()


@pytest.fixture
def cart(app: Flask) -> Cart:
    """A new shopper's cart."""
    return Cart(None, write=in_transaction)


@pytest.fixture
def redis_away(app: Flask) -> Iterator[Callable[[bool], None]]:
    """`redis_away(True)` sends every question to a closed port; `redis_away(False)` brings Redis back."""
    there = settings()

    def away(gone: bool) -> None:
        use_settings(replace(there, redis_url=NOWHERE) if gone else there)
        try_again_now()

    yield away
    use_settings(there)
    try_again_now()
