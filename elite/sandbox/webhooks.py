"""The courier: carries events to the shop after the commit, signed, again and again until it is told 2xx."""

from __future__ import annotations

import http.client
import json
import threading
import time
import traceback
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from stripe import WebhookSignature

from elite.sandbox.config import Config
from elite.sandbox.state import Records, State

_AT_ONCE = 16
_TIMEOUT = 20.0
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 60.0
_MOST_TRIES = 200
_REST = 0.5


class Courier(threading.Thread):
    """One thread that looks for what is due, and a few that carry it."""

    def __init__(self, state: State, config: Config) -> None:
        super().__init__(name="courier", daemon=True)
        self.state = state
        self.config = config
        self._more = threading.Event()
        self._carriers = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="carrier")
        self._out: set[int] = set()
        self._lock = threading.Lock()
        state.after_commit.append(self._more.set)
        with state.writing() as records:  # released by a process that was killed before it had carried them
            records.run("UPDATE delivery SET state = 'held' WHERE state = 'releasing'")

    def run(self) -> None:
        """Look for due deliveries after every commit, and twice a second for those that wait."""
        while True:
            self._more.wait(_REST)
            self._more.clear()
            try:
                self._send_due()
            except Exception:  # the courier must not die of one bad round
                traceback.print_exc()
                time.sleep(_REST)

    def deliver(self, delivery: int) -> str:
        """Carry one delivery now; says what the shop answered."""
        with self.state.reading() as records:
            row = records.rows("SELECT event FROM delivery WHERE id = ?", delivery)
            event = records.find("event", row[0]["event"]) if row else None
            address = str(records.setting("webhook_url", self.config.webhook))
        if event is None:
            return "forgotten"
        said = _post(address, json.dumps(event, indent=2), self.config.secret) if address else "nobody to tell"
        with self.state.writing() as records:
            _note(records, delivery, said)
        return said

    def idle(self, seconds: float) -> bool:
        """Wait until nothing is on its way; false when time runs out first."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with self._lock:
                if not self._out:
                    return True
            time.sleep(0.02)
        return False

    def _send_due(self) -> None:
        with self.state.reading() as records:
            sql = "SELECT id FROM delivery WHERE state = 'waiting' AND due <= ? ORDER BY due, id LIMIT 200"
            due = [int(row["id"]) for row in records.rows(sql, records.clock)]
        for delivery in due:
            with self._lock:
                if delivery in self._out:
                    continue
                self._out.add(delivery)
            carried = self._carriers.submit(self._carry, delivery)
            carried.add_done_callback(partial(self._back, delivery))

    def _carry(self, delivery: int) -> None:
        """It may have come back between the look at what is due and now."""
        with self.state.reading() as records:
            waiting = records.rows("SELECT 1 FROM delivery WHERE id = ? AND state = 'waiting'", delivery)
        if waiting:
            self.deliver(delivery)

    def _back(self, delivery: int, done: Future[None]) -> None:
        with self._lock:
            self._out.discard(delivery)
        if error := done.exception():
            traceback.print_exception(error)


def _note(records: Records, delivery: int, said: str) -> None:
    if said.startswith("2"):
        state, wait = "sent", 0.0
    elif said == "nobody to tell":
        state, wait = "dropped", 0.0
    else:
        tries = int(records.rows("SELECT tries FROM delivery WHERE id = ?", delivery)[0]["tries"])
        state = "waiting" if tries + 1 < _MOST_TRIES else "dead"
        wait = min(_LONGEST_WAIT, _FIRST_WAIT * 2 ** min(tries, 16))
    records.run(
        "UPDATE delivery SET state = ?, tries = tries + 1, said = ?, due = ? WHERE id = ?",
        state, said, records.clock + wait, delivery,
    )  # fmt: skip


def _post(address: str, body: str, secret: str) -> str:
    signature = WebhookSignature.generate_signature_header(body, secret)
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Stripe-Signature": signature,
        "User-Agent": "Stripe/1.0 (sandbox)",
    }
    parts = urlsplit(address)
    way: Any = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    peer: http.client.HTTPConnection = way(parts.hostname, parts.port, timeout=_TIMEOUT)
    try:
        peer.request("POST", f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}", body.encode(), headers)
        return str(peer.getresponse().status)
    except (OSError, http.client.HTTPException) as error:
        return f"{type(error).__name__}: {error}"
    finally:
        peer.close()
