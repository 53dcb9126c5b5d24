"""Which ways to pay are offered to whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from config.settings import Settings
from elite.kernel.money import Money
from elite.kernel.settings import settings, use_settings
from elite.payments import MethodNotOffered, gateway_of, list_methods, method_name, redirect_gateway, require_method


@pytest.fixture(autouse=True)
def _house():
    use_settings(
        Settings(
            demo=True,
            secret_key="only-for-tests-0123456789-abcdefghij",
            stripe_secret_key="sk_test_x",
            bank_account="GB33",
        )
    )


def codes(total: int, country: str = "GB", company: str = "") -> list[str]:
    return [method.code for method in list_methods(Money.of(total), country, company=company)]


def test_a_private_shopper_at_home_and_abroad():
    assert codes(5000) == ["card", "transfer", "on_delivery"]
    assert codes(5000, "DE") == ["card", "transfer"]


def test_companies_may_ask_for_an_invoice():
    assert "invoice" in codes(5000, company="Lind Ltd") and "invoice" not in codes(5000, company="  ")


def test_nothing_to_pay_has_one_way():
    assert codes(0) == ["free"] and "free" not in codes(1)


def test_the_card_needs_a_key_and_the_gateways_least_amount():
    assert "card" not in codes(29) and "card" in codes(30)
    use_settings(replace(settings(), stripe_secret_key=""))
    assert "card" not in codes(5000)


def test_a_method_that_is_not_offered_is_refused():
    with pytest.raises(MethodNotOffered):
        require_method("on_delivery", Money.of(5000), "FR")
    assert require_method("card", Money.of(5000), "FR").code == "card"


def test_only_the_card_has_a_page_elsewhere():
    assert [code for code in ("card", "transfer", "invoice", "on_delivery", "free") if redirect_gateway(code)] == [
        "card"
    ]


def test_small_orders_on_delivery_are_trusted():
    limit = settings().on_delivery_limit
    assert gateway_of("on_delivery").releases_unpaid(Money.of(limit))
    assert not gateway_of("on_delivery").releases_unpaid(Money.of(limit + 1))
    assert not gateway_of("transfer").releases_unpaid(Money.of(1))


def test_every_method_has_a_name_for_pages_and_letters():
    assert {method_name(code) for code in ("card", "transfer", "invoice", "on_delivery", "free")} & {"card"} == set()
    assert method_name("cheque") == "cheque"


def test_a_transfer_needs_an_account_to_go_to():
    assert "transfer" in codes(5000)
    use_settings(replace(settings(), bank_account=""))
    assert "transfer" not in codes(5000)
