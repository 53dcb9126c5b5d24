"""What happened to accounts."""

from dataclasses import dataclass

from elite.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class StaffAdded(Event):
    user: int
    role: str


@dataclass(frozen=True, kw_only=True)
class SignedIn(Event):
    user: int
