"""A shop with its gateway plugged in, and the rule that every test leaves every book in order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.support.cards import card_shop, letterbox, sandbox, sandbox_process
from tests.support.invariants import breaches
from tests.support.lock_order import Watch, watching

__all__ = ["card_shop", "letterbox", "sandbox", "sandbox_process"]


@pytest.fixture(autouse=True)
def watch(app: Flask, card_shop: object) -> Iterator[Watch]:
    """Locks in the one order, and books that add up, after every test."""
    with watching(app) as watch:
        yield watch
    assert watch.breaches == []
    assert breaches() == []
