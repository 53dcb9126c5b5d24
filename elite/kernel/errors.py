"""How the domain says no: a type with a sentence, shown to people as it is."""

from __future__ import annotations

from typing import ClassVar


class Refusal(Exception):
    """Something that may not be. `str(refusal)` is a sentence for a shopper; `status` is its HTTP status."""

    status: ClassVar[int] = 422

    @property
    def sentence(self) -> str:
        return str(self)


class Conflict(Refusal):
    """What was shown has changed since; look again, then decide."""

    status = 409


class Absent(Refusal):
    """There is nothing here, or nothing of yours."""

    status = 404


class Unavailable(Refusal):
    """It would be fine, but not this moment; nothing was half done."""

    status = 503
    retry_after: ClassVar[int] = 2
