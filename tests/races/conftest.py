"""A shop with its gateway plugged in; after every race all books add up, and the gateway's agree with ours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.support.cards import card_shop, letterbox, sandbox, sandbox_process
from tests.support.invariants import breaches, check_money
from tests.support.lock_order import watching
from tests.support.sandbox import Sandbox

__all__ = ["card_shop", "letterbox", "sandbox", "sandbox_process"]


@pytest.fixture(autouse=True)
def _books_in_order(app: Flask, card_shop: Sandbox) -> Iterator[None]:
    with watching(app) as watch:
        yield
    assert watch.breaches == []
    assert breaches() == []
    assert check_money(card_shop.state()) == []
