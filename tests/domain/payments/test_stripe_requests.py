"""What we send is what the pinned SDK's own types allow, so that the sandbox cannot drift from the real gateway (decision 30)."""

from __future__ import annotations

import collections.abc
import types
import typing
from datetime import UTC, datetime
from typing import Any

import pytest
import typing_extensions
from stripe import RequestOptions
from stripe.params import RefundCreateParams
from stripe.params.checkout import SessionCreateParams

from config.settings import Settings
from elite.kernel.money import Money
from elite.kernel.settings import use_settings
from elite.orders import LineKind, Order, OrderLine
from elite.payments import card_gateway

WHEN = datetime(2027, 6, 19, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _house():
    use_settings(Settings(demo=True, secret_key="only-for-tests-0123456789-abcdefghij", base_url="http://shop.example"))


def an_order(lines: int = 2, *, total: int | None = None) -> Order:
    """So many lines of 3 units at 10.00 each."""
    order = Order(number="E-34679ACD", public_token="secret-token", email="anna@example.org", currency="GBP")
    order.lines = [
        OrderLine(position=n, kind=LineKind.GOODS, sku=f"S{n}", name=f"Plate {n}", quantity=3, gross=Money(3000, "GBP"))
        for n in range(lines)
    ]
    order.total = Money(3000 * lines if total is None else total, "GBP")
    return order


def faults(value: Any, kind: Any, where: str = "") -> list[str]:
    """Where `value` is not what the typed parameters say."""
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        found = [faults(value, one, where) for one in typing.get_args(kind)]
        return [] if any(not one for one in found) else min(found, key=len)
    if origin is typing.Literal:
        return [] if value in typing.get_args(kind) else [f"{where}: {value!r}"]
    if origin in (list, collections.abc.Sequence):
        return [fault for item in value for fault in faults(item, typing.get_args(kind)[0], f"{where}[]")]
    if origin in (dict, collections.abc.Mapping):
        return [fault for item in value.values() for fault in faults(item, typing.get_args(kind)[1], f"{where}{{}}")]
    if origin in (typing_extensions.Required, typing_extensions.NotRequired):
        return faults(value, typing.get_args(kind)[0], where)
    if typing_extensions.is_typeddict(kind):
        return _dictionary(value, kind, where)
    if kind in (str, int, bool, float):
        return [] if type(value) is kind else [f"{where}: {value!r} is no {kind.__name__}"]
    return [] if kind in (type(None), Any) and value is None else [f"{where}: {value!r} is no {kind}"]


def _dictionary(value: Any, kind: Any, where: str) -> list[str]:
    hints = typing_extensions.get_type_hints(
        kind, localns={"StripeContext": object, "Mapping": collections.abc.Mapping}
    )
    known = {name: hint for name, hint in hints.items() if name not in RequestOptions.__annotations__}
    if not isinstance(value, dict):
        return [f"{where}: {value!r} is no object"]
    found = [f"{where}.{name} is not known" for name in value if name not in known]
    found += [
        f"{where}.{name} is missing"
        for name in getattr(kind, "__required_keys__", ())
        if name in known and name not in value
    ]
    return found + [
        f for name, item in value.items() if name in known for f in faults(item, known[name], f"{where}.{name}")
    ]


def test_the_frozen_request_is_what_the_sdk_allows():
    request = card_gateway().freeze(an_order(), "pay-E-34679ACD-1", WHEN)

    assert faults(request, SessionCreateParams) == []
    assert request["success_url"] == "http://shop.example/o/secret-token?returned=1"
    assert request["metadata"] == {"payment": "pay-E-34679ACD-1", "order": "E-34679ACD"}


def test_the_checker_sees_what_is_wrong():
    request = card_gateway().freeze(an_order(), "k", WHEN)

    assert faults({**request, "payment_method_types": ["card"]}, SessionCreateParams) != []
    assert faults({**request, "mode": 1}, SessionCreateParams) != []
    assert faults({**request, "expires_at": "soon"}, SessionCreateParams) != []
    assert faults({**request, "line_items": [{"quantity": "1"}]}, SessionCreateParams) != []


def test_the_lines_add_up_to_the_total():
    for order in (an_order(1), an_order(90), an_order(91), an_order(200), an_order(2, total=5999)):
        items = card_gateway().freeze(order, "k", WHEN)["line_items"]

        assert sum(item["quantity"] * item["price_data"]["unit_amount"] for item in items) == order.total.minor
        assert len(items) <= 90


def test_the_same_order_is_asked_for_in_the_same_words():
    assert card_gateway().freeze(an_order(), "k", WHEN) == card_gateway().freeze(an_order(), "k", WHEN)


def test_a_refund_is_what_the_sdk_allows():
    wanted = {"payment_intent": "pi_1", "amount": 100, "metadata": {"refund": "refund-1"}}

    assert faults(wanted, RefundCreateParams) == []
