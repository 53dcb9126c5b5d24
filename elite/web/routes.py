"""Every route says who may call it, what proves the caller, who may keep the answer and how often it may be asked (decision 9).

The application refuses to start with a route that does not; the tests for access, CSRF, caching and limits are made from this table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, get_args

from flask import Flask, current_app, request

from elite.accounts import RIGHTS

Csrf = Literal["safe", "form", "signature", "bearer"]
Cache = Literal["public", "private", "token", "immutable", "probe"]
Limit = Literal["browse", "search", "cart", "checkout", "sign_in", "codes", "staff", "webhook", "media", "none"]
WHO = {"anyone", "signed_in", "staff", "token", "machine", "demo"}
View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Declaration:
    """What a route says about itself."""

    who: str
    csrf: Csrf
    cache: Cache
    limit: Limit

    @property
    def right(self) -> str | None:
        """The right a member of staff needs, if one is named."""
        return self.who.removeprefix("staff:") if self.who.startswith("staff:") else None

    @property
    def for_staff(self) -> bool:
        return self.who == "staff" or self.right is not None


class Undeclared(RuntimeError):
    """A route does not say who may call it, or says something it cannot mean."""


def declares(*, who: str = "anyone", csrf: Csrf = "safe", cache: Cache, limit: Limit) -> Callable[[View], View]:
    """Put the declaration on the view; stands directly above the function, below `@bp.get(...)`."""

    def mark(view: View) -> View:
        view.declaration = Declaration(who, csrf, cache, limit)  # type: ignore[attr-defined]
        return view

    return mark


def declaration_of(view: Callable[..., Any] | None) -> Declaration | None:
    """What `view` said about itself."""
    return getattr(view, "declaration", None)


def current_declaration() -> Declaration | None:
    """The declaration of the route that answers this request; None for an address that is not ours."""
    return declaration_of(current_app.view_functions.get(request.endpoint or ""))


def check_declarations(app: Flask) -> None:
    """Refuse to start with a route that is undeclared or contradicts itself."""
    faults = [
        f"{rule.rule} ({rule.endpoint}): {fault}" for rule in app.url_map.iter_rules() if (fault := _fault(app, rule))
    ]
    if faults:
        raise Undeclared("Routes must declare themselves:\n  " + "\n  ".join(faults))


def _fault(app: Flask, rule: Any) -> str | None:
    said = declaration_of(app.view_functions[rule.endpoint])
    unsafe = set(rule.methods or ()) - {"GET", "HEAD", "OPTIONS"}
    if said is None:
        return "says nothing"
    if said.who not in WHO and said.right not in RIGHTS:
        return f"who={said.who!r} is nobody"
    for value, kind in ((said.csrf, Csrf), (said.cache, Cache), (said.limit, Limit)):
        if value not in get_args(kind):
            return f"{value!r} is not one of {get_args(kind)}"
    if unsafe and said.csrf == "safe":
        return f"{', '.join(sorted(unsafe))} needs a CSRF class"
    if (said.for_staff or said.who in ("signed_in", "token")) and said.cache in ("public", "immutable"):
        return "a private page may not be kept by others"
    return None
