"""Why a file is no picture of ours."""

from __future__ import annotations

from elite.kernel.errors import Absent, Refusal, Unavailable
from elite.kernel.text import _


class NotAPicture(Refusal):
    """The bytes are no picture, or one that nobody should decode."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return self.reason


class NotFetched(Refusal):
    """An address gave no picture; it may be tried again."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return self.reason


class NoSuchPicture(Absent):
    """The key, the size or the signature is not one of ours."""

    def __str__(self) -> str:
        return _("There is no such picture.")


class PictureBusy(Unavailable):
    """The picture could not be made in time; the next request may find it done."""

    def __str__(self) -> str:
        return _("This picture is still being made.")
