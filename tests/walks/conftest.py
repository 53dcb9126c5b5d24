"""The whole shop, running, on each engine; and people who walk through it with nothing but HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.support import servers
from tests.support.shopfront import Shopfront
from tests.support.shopper import Shopper
from tests.support.window import PASSWORD


@pytest.fixture(scope="session", params=["sqlite", "mariadb"])
def front(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shopfront]:
    """One running shop an engine."""
    folder = tmp_path_factory.mktemp(f"front-{request.param}")
    name = ""
    if request.param == "mariadb":
        if servers.mariadb().url is None:
            servers.skip_or_fail(f"MariaDB: {servers.mariadb().reason}")
        name = servers.new_database_name()
        servers.create_database(name)
    shop = Shopfront(folder, servers.database_url(name) if name else f"sqlite:///{folder / 'shop.sqlite'}")
    try:
        yield shop.open()
        assert "Traceback" not in shop.complaints(), shop.complaints()
    finally:
        shop.close()
        if name:
            servers.drop_database(name)


@pytest.fixture
def shopper(front: Shopfront) -> Shopper:
    """Somebody who has typed the shop's address."""
    return Shopper(front.origin).arrive()


@pytest.fixture
def at_the_desk(front: Shopfront) -> Callable[[str], Shopper]:
    """`at_the_desk("office")`: a colleague, signed in through the form."""

    def sign_in(who: str) -> Shopper:
        colleague = Shopper(front.origin).open(f"{front.origin}/admin")
        return colleague.press("Sign in", {"E-mail address": f"{who}@elite-events.example", "Password": PASSWORD})

    return sign_in
