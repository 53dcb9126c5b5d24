"""How the gateway says no, in the shape that the SDK turns into its exceptions."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """An answer other than 200: its status and its error object."""

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        param: str | None = None,
        status: int = 400,
        kind: str = "invalid_request_error",
        **more: Any,
    ) -> None:
        super().__init__(message)
        self.status = status
        said = {"type": kind, "message": message, "code": code, "param": param, **more}
        self.body: dict[str, Any] = {"error": {name: value for name, value in said.items() if value is not None}}


def no_such(what: str, identifier: str, param: str = "id") -> Refused:
    """Nothing has this id."""
    return Refused(f"No such {what}: '{identifier}'", code="resource_missing", param=param, status=404)


def broken() -> Refused:
    """The gateway's own failure, asked for by a fault."""
    return Refused("The sandbox was told to fail here.", status=500, kind="api_error")


def too_many() -> Refused:
    """More calls than it will take, asked for by a fault."""
    return Refused("Too many requests in a short time.", code="rate_limit", status=429)
