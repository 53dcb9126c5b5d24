"""How an order says no."""

from __future__ import annotations

import enum

from elite.kernel.errors import Absent, Conflict
from elite.kernel.text import _


class CannotMove(Conflict):
    """The order has gone on since this was offered; a move that no table lists."""

    def __init__(self, number: str, is_now: enum.StrEnum, wanted: enum.StrEnum) -> None:
        super().__init__(number, is_now, wanted)
        self.number, self.is_now, self.wanted = number, is_now, wanted

    def __str__(self) -> str:
        return _(
            "Order %(number)s is %(state)s now, so this can no longer be done.",
            number=self.number,
            state=self.is_now.value,
        )


class NoSuchOrder(Absent):
    """There is no order of this name."""

    def __str__(self) -> str:
        return _("There is no such order.")
