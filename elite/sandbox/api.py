"""The gateway's HTTP: who asks, whether it was asked before, what was asked for, what may go wrong, and the answer."""

from __future__ import annotations

import base64
import hmac
import json
import time
import traceback
from collections import deque
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Request, Response, request

from elite.sandbox import connection, faults, idempotency
from elite.sandbox.bodies import nested
from elite.sandbox.config import API_VERSION, Config
from elite.sandbox.endpoints import endpoints, find_endpoint
from elite.sandbox.errors import Refused, broken, too_many
from elite.sandbox.expansion import expanded
from elite.sandbox.faults import Fault
from elite.sandbox.idempotency import Kept
from elite.sandbox.ids import new_id
from elite.sandbox.parameters import checked
from elite.sandbox.state import Cause, Records, State, Thing
from elite.sandbox.unsupported import refuse_beyond

_REMEMBERED_CALLS = 2000
_LONGEST_KEY = 255


@dataclass(frozen=True)
class Call:
    """One request, as far as it concerns the gateway."""

    id: str
    method: str
    path: str
    key: str | None
    sent: dict[str, Any]


class Api:
    """Answers calls against one state."""

    def __init__(self, state: State, config: Config) -> None:
        self.state = state
        self.config = config
        self.endpoints = endpoints(config.origin)
        self.under_way = idempotency.UnderWay()
        self.calls: deque[dict[str, Any]] = deque(maxlen=_REMEMBERED_CALLS)

    def answer(self, asked: Request, path: str) -> Response:
        """Answer one request, or fail as told."""
        identifier, key = new_id("req_"), asked.headers.get("Idempotency-Key")
        fault: Fault | None = None
        try:
            self._refuse_strangers(asked)
            fault = faults.take(self.state, asked.method, path)
            _fail_before(fault)
            call = Call(identifier, asked.method, path, key, nested(_pairs(asked)))
            kept = self._change(call, fault) if call.method == "POST" else self._look(call)
            _fail_after(fault)
        except Refused as no:
            kept = Kept(no.status, json.dumps(no.body), identifier)
        except connection.Cut as cut:
            return connection.severed(asked, reset=cut.reset)
        except Exception:
            traceback.print_exc()
            message = "The sandbox itself failed; its output says why."
            kept = Kept(500, json.dumps(Refused(message, status=500, kind="api_error").body), identifier)
        return self._response(asked, path, kept, identifier, key, fault)

    def _refuse_strangers(self, asked: Request) -> None:
        said = asked.headers.get("Authorization", "")
        scheme, _, rest = said.partition(" ")
        key = rest.strip()
        if scheme.lower() == "basic":
            key = base64.b64decode(rest + "==", validate=False).decode("utf-8", "replace").partition(":")[0]
        if scheme.lower() not in ("bearer", "basic") or not key:
            raise Refused("No API key was provided. Send it as a bearer token.", status=401)
        if not hmac.compare_digest(key.encode(), self.config.key.encode()):
            raise Refused(f"Invalid API Key provided: {key[:8]}****{key[-4:]}", status=401)
        version = asked.headers.get("Stripe-Version", API_VERSION)
        if version != API_VERSION:
            raise Refused(f"Invalid Stripe API version: {version}. The sandbox speaks {API_VERSION}.")
        if len(asked.headers.get("Idempotency-Key", "")) > _LONGEST_KEY:
            raise Refused(f"An idempotency key may have {_LONGEST_KEY} characters.", kind="idempotency_error")

    def _look(self, call: Call) -> Kept:
        with self.state.reading() as records:
            return Kept(200, json.dumps(self._thing(records, call)), call.id)

    def _change(self, call: Call, fault: Fault | None) -> Kept:
        with self.under_way.holding(call.key):
            if kept := self._find_kept(call):
                return kept
            if fault and fault.mode == "slow":
                time.sleep(fault.seconds)
            if fault and fault.mode == "stored-500":
                no = broken()
                return self._keep(call, Kept(no.status, json.dumps(no.body), call.id))
            self._form(call)
            return self._work(call)

    def _find_kept(self, call: Call) -> Kept | None:
        if call.key is None:
            return None
        with self.state.reading() as records:
            return idempotency.find(records, call.key, f"/v1/{call.path}", call.sent)

    def _work(self, call: Call) -> Kept:
        """The change and the kept answer are one transaction: a killed sandbox has done both or neither."""
        with self.state.writing(Cause(call.id, call.key)) as records:
            try:
                with records.savepoint():
                    kept = Kept(200, json.dumps(self._thing(records, call)), call.id)
            except Refused as no:
                kept = Kept(no.status, json.dumps(no.body), call.id)
            if call.key is not None:
                idempotency.keep(records, call.key, f"/v1/{call.path}", call.sent, kept)
        return kept

    def _keep(self, call: Call, kept: Kept) -> Kept:
        if call.key is not None:
            with self.state.writing() as records:
                idempotency.keep(records, call.key, f"/v1/{call.path}", call.sent, kept)
        return kept

    def _thing(self, records: Records, call: Call) -> Thing:
        endpoint, identifiers = find_endpoint(self.endpoints, call.method, call.path)
        asked = self._form(call)
        return expanded(records, endpoint.verb(records, asked, *identifiers), asked.get("expand", []))

    def _form(self, call: Call) -> dict[str, Any]:
        endpoint, _ = find_endpoint(self.endpoints, call.method, call.path)
        asked = checked(call.sent, endpoint.form)
        if endpoint.understood is not None:
            refuse_beyond(endpoint.understood, asked)
        return asked

    def _response(
        self, asked: Request, path: str, kept: Kept, identifier: str, key: str | None, fault: Fault | None
    ) -> Response:
        replayed = kept.request != identifier
        self.calls.append({
            "request": identifier, "method": asked.method, "path": path, "key": key, "status": kept.status,
            "replayed": replayed, "fault": fault.mode if fault else None,
        })  # fmt: skip
        response = Response(kept.body, kept.status, mimetype="application/json")
        response.headers |= {"Request-Id": identifier, "Stripe-Version": API_VERSION, "Cache-Control": "no-store"}
        if key:
            response.headers["Idempotency-Key"] = key
        if replayed:
            response.headers |= {"Idempotent-Replayed": "true", "Original-Request": kept.request}
        return response


def blueprint(api: Api) -> Blueprint:
    """The addresses under /v1."""
    faces = Blueprint("api", __name__)

    @faces.route("/v1/<path:path>", methods=["GET", "POST", "DELETE"])
    def answer(path: str) -> Response:
        return api.answer(request, path)

    return faces


def _pairs(asked: Request) -> list[tuple[str, str]]:
    if asked.method != "POST":
        return list(asked.args.items(multi=True))
    if asked.content_length and asked.mimetype != "application/x-www-form-urlencoded":
        raise Refused("Parameters travel as a form: application/x-www-form-urlencoded.")
    return list(asked.form.items(multi=True))


def _fail_before(fault: Fault | None) -> None:
    match fault and fault.mode:
        case "500-before":
            raise broken()
        case "429":
            raise too_many()
        case "hang":
            assert fault is not None
            time.sleep(fault.seconds)
            raise connection.Cut(reset=False)
        case "connection-reset":
            raise connection.Cut(reset=True)


def _fail_after(fault: Fault | None) -> None:
    match fault and fault.mode:
        case "500-after":
            raise broken()
        case "timeout-after":
            assert fault is not None
            time.sleep(fault.seconds)
        case "reset-after":
            raise connection.Cut(reset=True)
