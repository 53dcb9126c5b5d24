"""Everything the gateway answers, on one screen: the method, the address, the SDK's form for it, and the verb."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from stripe import params
from stripe.params import checkout

from elite.sandbox import charges, disputes, events, intents, refunds, sessions
from elite.sandbox.errors import Refused
from elite.sandbox.state import Thing

Verb = Callable[..., Thing]
"""Takes records, the checked parameters and, where the address has one, an id."""


@dataclass(frozen=True)
class Endpoint:
    """One call of the API."""

    method: str
    path: str
    form: type
    verb: Verb
    understood: frozenset[str] | None = None
    """The parameters that this verb heeds; none: the verb says itself."""


_ONLY_EXPAND = frozenset({"expand"})
_NOTES = frozenset({"expand", "metadata"})
_PAGE = frozenset({"expand", "limit", "starting_after"})


def endpoints(origin: str) -> list[Endpoint]:
    """The calls the shop makes, and those a person needs to look around."""
    session, intent = "checkout/sessions/{id}", "payment_intents/{id}"
    create_session = partial(sessions.create, origin=origin)
    return [
        Endpoint("POST", "checkout/sessions", checkout.SessionCreateParams, create_session),
        Endpoint("GET", "checkout/sessions", checkout.SessionListParams, sessions.list_),
        Endpoint("GET", session, checkout.SessionRetrieveParams, sessions.retrieve, _ONLY_EXPAND),
        Endpoint("POST", session, checkout.SessionUpdateParams, sessions.update, _NOTES),
        Endpoint("POST", f"{session}/expire", checkout.SessionExpireParams, sessions.expire, _ONLY_EXPAND),
        Endpoint("GET", f"{session}/line_items", checkout.SessionListLineItemsParams, sessions.list_lines, _PAGE),
        Endpoint("GET", "payment_intents", params.PaymentIntentListParams, intents.list_),
        Endpoint("GET", intent, params.PaymentIntentRetrieveParams, intents.retrieve, _ONLY_EXPAND),
        Endpoint("POST", intent, params.PaymentIntentUpdateParams, intents.update, _NOTES | {"description"}),
        Endpoint(
            "POST",
            f"{intent}/cancel",
            params.PaymentIntentCancelParams,
            intents.cancel,
            _ONLY_EXPAND | {"cancellation_reason"},
        ),
        Endpoint("GET", "charges", params.ChargeListParams, charges.list_),
        Endpoint("GET", "charges/{id}", params.ChargeRetrieveParams, charges.retrieve, _ONLY_EXPAND),
        Endpoint("POST", "refunds", params.RefundCreateParams, refunds.create),
        Endpoint("GET", "refunds", params.RefundListParams, refunds.list_),
        Endpoint("GET", "refunds/{id}", params.RefundRetrieveParams, refunds.retrieve, _ONLY_EXPAND),
        Endpoint("POST", "refunds/{id}", params.RefundUpdateParams, refunds.update, _NOTES),
        Endpoint("GET", "disputes", params.DisputeListParams, disputes.list_),
        Endpoint("GET", "disputes/{id}", params.DisputeRetrieveParams, disputes.retrieve, _ONLY_EXPAND),
        Endpoint("GET", "events", params.EventListParams, events.list_),
        Endpoint("GET", "events/{id}", params.EventRetrieveParams, events.retrieve, _ONLY_EXPAND),
    ]


def find_endpoint(known: list[Endpoint], method: str, path: str) -> tuple[Endpoint, list[str]]:
    """The endpoint for an address, and the ids in it; refuses addresses that the sandbox does not have."""
    for endpoint in known:
        match = re.fullmatch(endpoint.path.replace("{id}", "([A-Za-z0-9_]+)"), path)
        if match and endpoint.method == method:
            return endpoint, list(match.groups())
    raise Refused(f"Unrecognized request URL ({method}: /v1/{path}).", status=404)
