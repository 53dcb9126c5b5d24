"""What differs where real people buy: no demonstration pages, cookies only over TLS, strict transport (decisions 17, 27)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from config.settings import Settings
from elite.app import create_app
from elite.kernel.settings import use_settings
from elite.kernel.transaction import transaction
from elite.web.limits import network
from tests.support.buying import open_shop
from tests.support.databases import Cleaner
from tests.support.goods import put_on_sale


@pytest.fixture
def production(shop_app: tuple[Flask, Settings, Cleaner], app: Flask) -> Iterator[Flask]:
    """The same shop without the switch, behind TLS and one proxy."""
    _app, chosen, cleaner = shop_app
    shop = create_app(replace(chosen, demo=False, base_url="https://shop.example", proxy_hops=1))
    with shop.app_context():
        open_shop()
        with transaction():
            put_on_sale("Halo plate", sku="HALO", stock_policy="untracked")
    cleaner.dirty.update(
        (
            "product",
            "variant",
            "price_change",
            "event",
            "tax_zone",
            "tax_rate",
            "delivery_zone",
            "delivery_method",
            "cart",
            "web_session",
        )
    )
    yield shop
    use_settings(chosen)


def test_demonstration_pages_do_not_exist(production: Flask) -> None:
    assert [rule.rule for rule in production.url_map.iter_rules() if rule.rule.startswith("/dev")] == []


def test_the_cookie_is_for_this_host_over_tls_alone(production: Flask) -> None:
    browser = production.test_client()

    answer = browser.post(
        "/cart/items",
        base_url="https://shop.example",
        data={"sku": "HALO", "quantity": "1"},
        headers={"Sec-Fetch-Site": "same-origin"},
    )

    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-session=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= {part.strip() for part in cookie.split(";")}
    assert "Domain" not in cookie
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")


def test_only_our_own_host_is_answered(production: Flask) -> None:
    browser = production.test_client()

    assert browser.get("/healthz", base_url="https://shop.example").status_code == 200
    assert browser.get("/healthz", base_url="https://localhost").status_code == 400


def test_the_network_is_the_last_trusted_hop(production: Flask) -> None:
    seen: list[str] = []
    production.before_request_funcs.setdefault(None, []).insert(0, lambda: seen.append(network()))
    production.test_client().get(
        "/healthz", base_url="https://shop.example", headers={"X-Forwarded-For": "203.0.113.9, 198.51.100.7"}
    )

    assert seen == ["198.51.100.7"]
