"""How paying says no."""

from __future__ import annotations

import enum

from elite.kernel.errors import Conflict, Refusal, Unavailable
from elite.kernel.text import _


class CannotMove(Conflict):
    """A payment went on meanwhile; a move that no table lists."""

    def __init__(self, is_now: enum.StrEnum, wanted: enum.StrEnum) -> None:
        super().__init__(is_now, wanted)
        self.is_now, self.wanted = is_now, wanted

    def __str__(self) -> str:
        return _("This payment is %(state)s now, so this can no longer be done.", state=self.is_now.value)


class MethodNotOffered(Refusal):
    """This way to pay is not offered for this order."""

    def __str__(self) -> str:
        return _("This way to pay is not available for your order. Please choose another.")


class BadSignature(Refusal):
    """A message that says it comes from the gateway, and does not."""

    status = 400

    def __str__(self) -> str:
        return _("The signature of this message is not valid.")


class GatewayAway(Unavailable):
    """The gateway did not answer, or not now: asking again with the same key is safe."""

    retry_after = 5

    def __str__(self) -> str:
        return _("The payment service does not answer at the moment. Nothing was charged; please try again shortly.")


class GatewayRefused(Refusal):
    """The gateway understood, and said no: asking again will not help."""

    def __init__(self, reason: str, code: str = "") -> None:
        super().__init__(reason)
        self.reason, self.code = reason, code

    def __str__(self) -> str:
        return _("The payment could not be started. Nothing was charged; please choose another way to pay.")
