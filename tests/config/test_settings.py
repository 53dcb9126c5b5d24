"""Settings: one frozen object, every fault reported together by name, nothing weak in production."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest
from flask import Flask

from config.settings import BadSettings, Settings
from elite.kernel.shop import shop, use_shop

GOOD = {
    "SECRET_KEY": "0f3a9c7e5b1d8264a0c9e7f5b3d1862440f3a9c7e5b1d826",
    "BASE_URL": "https://shop.example",
    "DATABASE_URL": "mysql+pymysql://shop@db/shop",
    "MAIL_URL": "smtp://mail.example:587",
    "STORE_ADDRESS": "1 High Street; London",
}


def test_a_production_machine_with_everything_starts() -> None:
    settings = Settings.from_env(GOOD)

    assert settings.https
    assert not settings.demo
    assert settings.store_address == ("1 High Street", "London")


@pytest.mark.parametrize("name", sorted(GOOD))
def test_each_missing_one_is_named(name: str) -> None:
    with pytest.raises(BadSettings) as refused:
        Settings.from_env({key: value for key, value in GOOD.items() if key != name})

    assert name in str(refused.value)
    assert len(refused.value.faults) == 1


def test_all_faults_are_reported_together() -> None:
    with pytest.raises(BadSettings) as refused:
        Settings.from_env({"PORT": "eighty", "STORE_CURRENCY": "pounds", "WEB_THREADS": "0", "LOG_LEVEL": "LOUD"})

    said = str(refused.value)
    for name in (
        "PORT",
        "STORE_CURRENCY",
        "WEB_THREADS",
        "LOG_LEVEL",
        "SECRET_KEY",
        "DATABASE_URL",
        "MAIL_URL",
        "BASE_URL",
    ):
        assert name in said


@pytest.mark.parametrize("key", ["changeme", "a" * 64, "secret", "0123456789" * 2, "x" * 31])
def test_weak_secrets_are_refused(key: str) -> None:
    with pytest.raises(BadSettings, match="SECRET_KEY"):
        Settings.from_env(GOOD | {"SECRET_KEY": key})


def test_card_payment_needs_both_secrets() -> None:
    with pytest.raises(BadSettings, match="STRIPE_WEBHOOK_SECRET"):
        Settings.from_env(GOOD | {"STRIPE_SECRET_KEY": "sk_live_x"})


@pytest.mark.parametrize(
    "address", ["http://shop.example", "shop.example", "https://shop.example/path", "ftp://shop.example"]
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(BadSettings, match="BASE_URL"):
        Settings.from_env(GOOD | {"BASE_URL": address})


@pytest.mark.parametrize("number", ["-1", "1e3", "٣", "1.5", "70000", "0x50"])
def test_numbers_are_whole_and_in_range(number: str) -> None:
    with pytest.raises(BadSettings, match="PORT"):
        Settings.from_env(GOOD | {"PORT": number})


def test_a_demonstration_needs_nothing_and_listens_to_this_machine_alone() -> None:
    settings = Settings.from_env({"ELITE_DEMO": "1", "HOST": "0.0.0.0"})

    assert settings.host == "127.0.0.1"
    assert len(settings.secret_key) >= 32
    assert settings.database_url.startswith("sqlite:///")


def test_nothing_can_be_changed_afterwards_and_secrets_are_not_shown() -> None:
    settings = Settings.from_env(GOOD)

    with pytest.raises(FrozenInstanceError):
        settings.port = 1  # type: ignore[misc]
    assert GOOD["SECRET_KEY"] not in repr(settings)


def test_the_shops_basis_follows_its_row_and_refuses_another(app: Flask) -> None:
    with app.app_context():
        assert use_shop(Settings(demo=True))
        assert (shop().currency, shop().timezone, shop().prices_include_tax) == ("GBP", "Europe/London", True)
        assert use_shop(Settings(demo=True, store_currency="GBP"))
        with pytest.raises(BadSettings) as refused:
            use_shop(Settings(demo=True, store_currency="EUR", prices_include_tax=False))

    assert "STORE_CURRENCY" in str(refused.value)
    assert "PRICES_INCLUDE_TAX" in str(refused.value)
