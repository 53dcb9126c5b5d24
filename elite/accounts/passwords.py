"""Passwords as Argon2id, checked in the same time whether or not somebody is there."""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from elite.kernel.settings import settings


def hash_password(password: str) -> str:
    """The Argon2id hash that is stored."""
    return _hasher().hash(password)


def matches(password: str, stored: str | None) -> bool:
    """Whether `password` belongs to `stored`; without one, the same work is done and the answer is no."""
    try:
        return _hasher().verify(stored or _nobody(), password) and stored is not None
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(stored: str) -> bool:
    """Whether the hash was made with other dials than today's."""
    return _hasher().check_needs_rehash(stored)


@cache
def _hasher() -> PasswordHasher:
    rounds = settings().password_rounds
    # One round is for tests only; the library's own defaults are RFC 9106's low-memory profile.
    return (
        PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1)
        if rounds == 1
        else PasswordHasher(time_cost=rounds)
    )


@cache
def _nobody() -> str:
    return _hasher().hash("nobody has this password")
