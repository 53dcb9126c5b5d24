"""A shop with its gateway plugged in, for tests that kill it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from config.settings import Settings
from elite.kernel.db import Model
from tests.support.cards import card_shop, letterbox, sandbox, sandbox_process
from tests.support.databases import Cleaner

__all__ = ["card_shop", "letterbox", "sandbox", "sandbox_process"]


@pytest.fixture(autouse=True)
def _clean_up_after_the_dead(shop_app: tuple[Flask, Settings, Cleaner], app: Flask) -> Iterator[None]:
    """The cleaner cannot see what other processes wrote, so it is told to look everywhere."""
    yield
    shop_app[2].dirty.update(Model.metadata.tables)
