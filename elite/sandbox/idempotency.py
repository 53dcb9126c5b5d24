"""Keys that make a repeated request the same request: the first answer is kept with the work, in one transaction.

What is only under way lives in memory, because a killed process has nothing under way any more. Requests refused before
they began (unknown parameters, a bad key) are not kept, as with Stripe; everything later is, errors included.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from elite.sandbox.errors import Refused
from elite.sandbox.state import Records


@dataclass(frozen=True)
class Kept:
    """An answer given before."""

    status: int
    body: str
    request: str


class UnderWay:
    """Which keys are being worked on at this moment."""

    def __init__(self) -> None:
        self._keys: set[str] = set()
        self._lock = threading.Lock()

    @contextmanager
    def holding(self, key: str | None) -> Iterator[None]:
        """Refuse with 409 while another request holds the same key."""
        if key is None:
            yield
            return
        with self._lock:
            if key in self._keys:
                message = f"Another request with the idempotency key '{key}' is still running."
                raise Refused(message, code="idempotency_key_in_use", status=409, kind="idempotency_error")
            self._keys.add(key)
        try:
            yield
        finally:
            with self._lock:
                self._keys.discard(key)


def find(records: Records, key: str, path: str, sent: Mapping[str, Any]) -> Kept | None:
    """The kept answer for a key; refuses the key when it was first used for something else."""
    rows = records.rows("SELECT path, body_hash, status, body, request FROM answer WHERE key = ?", key)
    if not rows:
        return None
    row = rows[0]
    if row["path"] != path:
        message = f"The idempotency key '{key}' was first used for {row['path']}, not for {path}."
        raise Refused(message, kind="idempotency_error")
    if row["body_hash"] != _hash(sent):
        message = f"The idempotency key '{key}' was first used with other parameters."
        raise Refused(message, kind="idempotency_error")
    return Kept(row["status"], row["body"], row["request"])


def keep(records: Records, key: str, path: str, sent: Mapping[str, Any], answer: Kept) -> None:
    """Remember an answer for every later request with this key."""
    records.run(
        "INSERT INTO answer (key, path, body_hash, request, status, body, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        key, path, _hash(sent), answer.request, answer.status, answer.body, records.now,
    )  # fmt: skip


def _hash(sent: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(sent, sort_keys=True).encode()).hexdigest()
