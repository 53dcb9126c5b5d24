"""Many people at the same moment: each in a thread of their own, with their own session, let go together."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from flask import Flask

from elite.kernel.errors import Refusal


def let_loose(app: Flask, deeds: Sequence[Callable[[], Any]], at_once: int = 40) -> list[Any]:
    """What came of each deed, in their order: its result, or the exception it ended with."""
    results: list[Any] = [None] * len(deeds)
    todo = iter(range(len(deeds)))
    queue = threading.Lock()
    workers = min(at_once, len(deeds))
    start = threading.Barrier(workers)

    def work() -> None:
        start.wait()
        while True:
            with queue:
                place = next(todo, None)
            if place is None:
                return
            with app.app_context():
                try:
                    results[place] = deeds[place]()
                except Exception as error:
                    results[place] = error

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def accidents(results: Sequence[Any]) -> list[str]:
    """Exceptions that are no refusals: what a shopper would see as "something went wrong"."""
    return [repr(one) for one in results if isinstance(one, Exception) and not isinstance(one, Refusal)]


def kinds(results: Sequence[Any]) -> Counter[str]:
    """How often each kind of outcome came about."""
    return Counter(type(one).__name__ for one in results)
