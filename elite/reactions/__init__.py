"""What follows from what: one module a cause, read from top to bottom.

`@when(Event)` runs in a transaction that also marks its outbox row done. `@when(Event, calls_out=True)` talks to the network and
opens its own transactions around the call. Each reaction is one job: it is tried again alone, and may run twice without harm.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from elite.kernel.events import Event

Handler = Callable[[Any], None]
F = TypeVar("F", bound=Handler)


@dataclass(frozen=True)
class Reaction:
    """One consequence of one kind of fact."""

    name: str
    event: type[Event]
    handle: Handler
    calls_out: bool

    def fact(self, data: dict[str, Any]) -> Event:
        """The fact as it was recorded; fields this version does not know are left out."""
        known = self.event.__dataclass_fields__
        return self.event(**{name: value for name, value in data.items() if name in known})


_by_name: dict[str, Reaction] = {}


def when(event: type[Event], *, calls_out: bool = False) -> Callable[[F], F]:
    """Run the function below after `event` was recorded and committed."""

    def add(handle: F) -> F:
        name = f"{handle.__module__.rpartition('.')[2]}.{handle.__name__}"
        if name in _by_name and _by_name[name].handle is not handle:
            raise RuntimeError(f"Two reactions are called {name}.")
        _by_name[name] = Reaction(name, event, handle, calls_out)
        return handle

    return add


def names_of(event_name: str) -> list[str]:
    """The reactions to an event of this name."""
    return [name for name, reaction in _by_name.items() if reaction.event.__name__ == event_name]


def find_reaction(name: str) -> Reaction | None:
    """The reaction of this name, unless an older or newer version wrote it."""
    return _by_name.get(name)
