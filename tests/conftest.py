"""The shop under test: once for each engine, with real Redis, emptied between tests."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from config.settings import Settings
from elite.app import create_app
from elite.kernel import clock
from elite.kernel.redis import key, redis_client, try_again_now
from elite.kernel.settings import use_settings
from elite.kernel.shop import use_shop
from tests.support import servers
from tests.support.databases import Cleaner, counting
from tests.support.migrated import migrate

hypothesis_settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("house")

SECRET = "only-for-tests-0123456789-abcdefghij"


@pytest.fixture(scope="session", params=["sqlite", "mariadb"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a fresh database; every test that uses it runs on both engines."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('sqlite') / 'shop.sqlite'}"
        return
    server = servers.mariadb()
    if server.url is None:
        servers.skip_or_fail(f"MariaDB: {server.reason}")
    name = servers.new_database_name()
    servers.create_database(name)
    yield servers.database_url(name)
    servers.drop_database(name)


@pytest.fixture(scope="session")
def shop_app(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Flask, Settings, Cleaner]]:
    """One migrated shop an engine and worker; ask for `app` instead."""
    chosen = Settings(
        demo=True,
        secret_key=SECRET,
        base_url="http://localhost",
        database_url=engine,
        redis_url=servers.redis_url(),
        redis_prefix=f"test-{uuid.uuid4().hex[:8]}:",
        instance=tmp_path_factory.mktemp("instance"),
        password_rounds=1,
        rate_limits=False,
        bank_holder="Elite Events Ltd",
        bank_account="GB33 BUKB 2020 1555 5555 55",
        log_level="ERROR",
        stripe_secret_key="sk_test_elite",
        stripe_webhook_secret="whsec_elite",
        stripe_api_base="http://127.0.0.1:9",
        stripe_checkout_origin="http://127.0.0.1:9",
    )
    app = create_app(chosen)
    app.testing = True
    app.config["PROPAGATE_EXCEPTIONS"] = False
    migrate(app)
    yield app, chosen, Cleaner(app)


@pytest.fixture
def app(shop_app: tuple[Flask, Settings, Cleaner]) -> Iterator[Flask]:
    """The shop, empty."""
    app, chosen, cleaner = shop_app
    use_settings(chosen)
    with app.app_context():
        use_shop(chosen)
    yield app
    clock.thaw()
    use_settings(chosen)
    cleaner.clean()
    _forget_redis()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without JavaScript, that says where its requests come from."""
    browser = app.test_client()
    browser.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    return browser


@pytest.fixture
def new_client(app: Flask) -> Callable[[], FlaskClient]:
    """Another browser, for a second shopper."""

    def make() -> FlaskClient:
        browser = app.test_client()
        browser.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
        return browser

    return make


@pytest.fixture
def context(app: Flask) -> Iterator[None]:
    """An application context, for tests that speak to the domain without HTTP."""
    with app.app_context():
        yield


@pytest.fixture
def queries(app: Flask) -> Callable[[], AbstractContextManager[list[str]]]:
    """`with queries() as seen:` lists the statements sent meanwhile."""
    return lambda: counting(app)


def _forget_redis() -> None:
    try_again_now()
    client = redis_client()
    keys = list(client.scan_iter(match=key("*"), count=500))
    if keys:
        client.delete(*keys)


def pytest_configure(config: pytest.Config) -> None:
    servers.start_for(config)


def pytest_unconfigure(config: pytest.Config) -> None:
    servers.clear_away(config)


def pytest_report_header() -> list[str]:
    return [
        f"mariadb: {(servers.mariadb().url and 'found') or servers.mariadb().reason}",
        f"worker: {os.environ.get('PYTEST_XDIST_WORKER', 'alone')}",
    ]
