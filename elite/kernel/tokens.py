"""Names that cannot be guessed, and signatures that cannot be forged."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from elite.kernel.settings import settings

# No 0/O, 1/I/L, 5/S, 8/B, 2/Z, and no U: nothing that is misread aloud or spells a word by accident.
UNAMBIGUOUS = "34679ACDEFGHJKMNPQRTVWXY"


def new_token() -> str:
    """A random token of 192 bits, safe in addresses."""
    return secrets.token_urlsafe(24)


def new_number(prefix: str = "E-") -> str:
    """A number people can read over the telephone; unique only once the database says so."""
    return prefix + "".join(secrets.choice(UNAMBIGUOUS) for _ in range(8))


def digest(token: str) -> str:
    """What is stored of a token, so that a leaked table opens nothing: SHA-256 in hex."""
    return hashlib.sha256(token.encode()).hexdigest()


def sign(purpose: str, value: str) -> str:
    """A signature of `value` that is worth nothing for another `purpose` (128 bits, hex)."""
    secret = settings().secret_key.encode()
    return hmac.new(secret, f"{purpose}\0{value}".encode(), hashlib.sha256).hexdigest()[:32]


def check_signature(purpose: str, value: str, signature: str) -> bool:
    """Whether `signature` is ours, in constant time."""
    return hmac.compare_digest(sign(purpose, value).encode(), signature.encode("utf-8", "replace"))
