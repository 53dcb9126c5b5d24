"""Names for things, shaped like Stripe's so that nobody mistakes a charge for a session."""

from __future__ import annotations

import secrets
import string

_SIGNS = string.ascii_letters + string.digits
_LENGTHS = {"cs_test_": 58}


def new_id(prefix: str) -> str:
    """A random id such as `pi_3N…`; checkout sessions are longer because their id is also the shopper's ticket."""
    return prefix + "".join(secrets.choice(_SIGNS) for _ in range(_LENGTHS.get(prefix, 24)))
