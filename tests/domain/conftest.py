"""Rules of the shop, without HTTP: every test here that names `app` stands inside an application context."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _inside_the_shop(request: pytest.FixtureRequest) -> Iterator[None]:
    if "app" in request.fixturenames:
        request.getfixturevalue("context")
    yield
