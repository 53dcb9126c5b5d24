"""A shop with its gateway plugged in, and the rule that every test leaves every book in order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.cards import card_shop, letterbox, sandbox, sandbox_process
from tests.support.invariants import breaches

__all__ = ["card_shop", "letterbox", "sandbox", "sandbox_process"]


@pytest.fixture(autouse=True)
def _books_in_order(card_shop: object) -> Iterator[None]:
    yield
    assert breaches() == []
