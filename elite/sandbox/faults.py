"""How the gateway misbehaves when told to: the failures of protocol F19 to F21, before or after the work is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from elite.sandbox.errors import Refused
from elite.sandbox.state import Records, State

MODES = {
    "500-before": "answers 500 and does nothing",
    "500-after": "does the work, then answers 500",
    "stored-500": "does nothing and keeps the 500 under the idempotency key",
    "hang": "does nothing, says nothing for some seconds, then closes",
    "timeout-after": "does the work, then waits some seconds before it answers",
    "slow": "waits some seconds with the idempotency key in hand, then works as usual",
    "429": "answers 429 and does nothing",
    "connection-reset": "resets the connection and does nothing",
    "reset-after": "does the work, then resets the connection",
}


@dataclass(frozen=True)
class Fault:
    """One failure about to happen."""

    mode: str
    seconds: float


def add(records: Records, told: dict[str, Any]) -> None:
    """Arm a fault: `path` after /v1/ (its beginning, or *), `mode`, `times` (0: until healed), `seconds`, `method`."""
    mode = str(told.get("mode", ""))
    if mode not in MODES:
        raise Refused(f"Unknown mode {mode!r}: use one of {', '.join(MODES)}.", param="mode")
    path = str(told.get("path", "*")).removeprefix("/").removeprefix("v1/")
    method, times = str(told.get("method", "*")).upper(), int(told.get("times", 1))
    seconds = float(told.get("seconds", 60 if mode == "hang" else 15))
    records.run(
        "INSERT INTO fault (method, path, mode, times, seconds) VALUES (?, ?, ?, ?, ?)",
        method, path, mode, times if times > 0 else -1, seconds,
    )  # fmt: skip


def take(state: State, method: str, path: str) -> Fault | None:
    """The first armed fault for this request, used up by one."""
    with state.reading() as records:
        if not records.rows("SELECT 1 FROM fault LIMIT 1"):
            return None
    with state.writing() as records:
        for row in records.rows("SELECT * FROM fault WHERE times <> 0 ORDER BY id"):
            if row["method"] in ("*", method) and (row["path"] == "*" or path.startswith(row["path"])):
                records.run("UPDATE fault SET times = times - 1 WHERE id = ? AND times > 0", row["id"])
                records.run("DELETE FROM fault WHERE times = 0")
                return Fault(row["mode"], row["seconds"])
    return None


def armed(records: Records) -> list[dict[str, Any]]:
    """What is still waiting to fail."""
    return [dict(row) for row in records.rows("SELECT * FROM fault ORDER BY id")]
