"""What the card gateway tells us. It is told 200 once the notice is stored, and not a moment earlier (protocol.md 2.8)."""

from __future__ import annotations

import logging

from flask import Blueprint, request
from flask.typing import ResponseReturnValue as Answer
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import RequestEntityTooLarge

from elite import settlement
from elite.kernel.transaction import Contention
from elite.payments import BadSignature
from elite.web.routes import declares

log = logging.getLogger(__name__)
bp = Blueprint("stripe", __name__)

LARGEST = 256 * 1024


@bp.post("/stripe")
@declares(who="machine", csrf="signature", cache="private", limit="webhook")
def create() -> Answer:
    """400 for what is not the gateway's own, 413 for too much of it, 503 while it cannot be stored: then it is sent again."""
    request.max_content_length = LARGEST
    try:
        raw = request.get_data(cache=False)
        settlement.receive_webhook(raw, request.headers.get("Stripe-Signature", ""))
    except RequestEntityTooLarge:
        return "Too large.\n", 413, _PLAIN
    except BadSignature:
        log.warning("webhook.forged", extra={"bytes": len(raw), "from": request.remote_addr})
        return "Bad signature.\n", 400, _PLAIN
    except (DBAPIError, PoolTimeout, Contention):
        log.error("webhook.not_stored", exc_info=True)
        return "Please send this again.\n", 503, {**_PLAIN, "Retry-After": "30"}
    return "Stored.\n", 200, _PLAIN


_PLAIN = {"Content-Type": "text/plain; charset=utf-8"}
