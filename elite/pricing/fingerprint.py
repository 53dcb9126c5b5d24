"""A short name for an offer, so that what was shown and what is charged can be compared (features.md T-6)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from elite.pricing.quotes import Quote


def quote_hash(quote: Quote, extras: Mapping[str, str | int | None] | None = None) -> str:
    """64 hex digits over lines, unit prices, discounts, tax, delivery, currency and `extras` (method chosen, country).

    The same for the same offer, whatever the order of its lines.
    """
    parts = [quote.currency, quote.inclusive, quote.hash_parts(), sorted((extras or {}).items()), quote.total.minor]
    return hashlib.sha256(json.dumps(parts, separators=(",", ":")).encode()).hexdigest()
