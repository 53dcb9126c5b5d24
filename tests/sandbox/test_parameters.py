"""Form bodies become what the SDK's types say they are, or are refused with the name of what is wrong."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stripe._encode import _api_encode
from stripe.params import ChargeListParams, EventListParams, RefundCreateParams
from stripe.params.checkout import SessionCreateParams

from elite.sandbox.bodies import nested
from elite.sandbox.errors import Refused
from elite.sandbox.parameters import checked
from tests.sandbox.checkouts import checkout


def sent(params: dict[str, object]) -> dict[str, object]:
    """The parameters as they arrive after the SDK has written them."""
    return nested(parse_qsl(urlencode(list(_api_encode(params))), keep_blank_values=True))


def test_a_whole_checkout_comes_back_as_it_was_written() -> None:
    wanted = checkout()

    assert checked(sent(wanted), SessionCreateParams) == wanted


@given(st.dictionaries(st.text("abc_019", min_size=1, max_size=8), st.text(min_size=1, max_size=20), max_size=5))
def test_metadata_comes_back_as_it_was_written(metadata: dict[str, str]) -> None:
    metadata = {name: value for name, value in metadata.items() if value.isprintable()}

    asked = checked(sent({"charge": "ch_1", "metadata": metadata}), RefundCreateParams)

    assert asked.get("metadata", {}) == metadata


def test_either_a_moment_or_a_span() -> None:
    assert checked(sent({"created": 5}), ChargeListParams) == {"created": 5}
    assert checked(sent({"created": {"gte": 5, "lt": 9}}), ChargeListParams) == {"created": {"gte": 5, "lt": 9}}
    assert checked(sent({"types": ["a.b", "c.d"]}), EventListParams) == {"types": ["a.b", "c.d"]}


@pytest.mark.parametrize(
    "body, param",
    [
        ("idempotency_key=x&charge=ch_1", "idempotency_key"),
        ("api_key=sk", "api_key"),
        ("charge[id]=ch_1", "charge"),
        ("charge=", "charge"),
        ("amount=1e3", "amount"),
        ("amount=%D9%A3", "amount"),
        ("refund_application_fee=yes", "refund_application_fee"),
        ("reason=mood", "reason"),
        ("expand=charge", "expand"),
        ("expand[a]=charge", "expand"),
        ("metadata=x", "metadata"),
        ("metadata[a][b]=x", "metadata[a]"),
    ],
)
def test_what_the_sdk_would_not_send_is_refused(body: str, param: str) -> None:
    with pytest.raises(Refused) as no:
        checked(nested(parse_qsl(body, keep_blank_values=True)), RefundCreateParams)

    assert no.value.body["error"]["param"] == param


@pytest.mark.parametrize("body", ["a=1&a=2", "a=1&a[b]=2", "a[b]=1&a=2", "[a]=1", "a]=1", "a" + "[b]" * 20 + "=1"])
def test_a_body_that_contradicts_itself_is_refused(body: str) -> None:
    with pytest.raises(Refused):
        nested(parse_qsl(body))
