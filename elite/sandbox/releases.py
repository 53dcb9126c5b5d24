"""Held webhooks leave in an order that a test chooses, which is how it finds out whether order matters."""

from __future__ import annotations

import random
import threading
from typing import Any

from elite.sandbox.errors import Refused
from elite.sandbox.state import State
from elite.sandbox.webhooks import Courier


def release_held(state: State, courier: Courier, told: dict[str, Any]) -> list[dict[str, str]]:
    """Deliver what was held, one after another in the order asked for, or `together` at one instant."""
    order, times = told.get("order", "given"), int(told.get("times", 1))
    if order not in ("given", "reversed", "shuffled"):
        raise Refused("The order is given, reversed or shuffled.", param="order")
    chosen = told.get("events")
    with state.writing() as records:
        rows = records.rows("SELECT delivery.id, event, json_extract(data, '$.type') AS type FROM delivery"
                            " JOIN object ON object.id = event WHERE state = 'held' ORDER BY delivery.id")  # fmt: skip
        held = [dict(row) for row in rows if chosen is None or row["event"] in chosen]
        for row in held:
            records.run("UPDATE delivery SET state = 'releasing' WHERE id = ?", row["id"])
    if order == "shuffled":
        random.shuffle(held)
    if order == "reversed":
        held.reverse()
    todo = [row for row in held for _ in range(times)]
    said = (
        _at_one_instant(courier, todo)
        if yes(told.get("together", False))
        else [courier.deliver(row["id"]) for row in todo]
    )
    return [
        {"event": row["event"], "type": row["type"], "said": answer} for row, answer in zip(todo, said, strict=True)
    ]


def _at_one_instant(courier: Courier, todo: list[dict[str, Any]]) -> list[str]:
    said = [""] * len(todo)
    start = threading.Barrier(len(todo) or 1)

    def carry(place: int) -> None:
        start.wait()
        said[place] = courier.deliver(todo[place]["id"])

    carriers = [threading.Thread(target=carry, args=(place,)) for place in range(len(todo))]
    for carrier in carriers:
        carrier.start()
    for carrier in carriers:
        carrier.join()
    return said


def yes(value: Any) -> bool:
    """Read a switch from JSON or from a form."""
    return value if isinstance(value, bool) else str(value).lower() in ("1", "true", "yes", "on")
