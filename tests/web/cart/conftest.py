"""A shop with a few things on the shelves, for browsers with and without JavaScript."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.support.carts import Shelf


@pytest.fixture
def shelf(app: Flask, context: None) -> Shelf:
    return Shelf()
