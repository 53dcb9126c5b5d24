"""The line between what the SDK knows and what the sandbox does: beyond it a refusal, because silence would lie."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from elite.sandbox.errors import Refused


def refuse_beyond(understood: Collection[str], sent: Mapping[str, Any], path: str = "") -> None:
    """Refuse parameters that Stripe has and the sandbox does not do."""
    for name in sent:
        if name not in understood:
            refuse(f"{path}[{name}]" if path else name)


def refuse_other(word: str, sent: Mapping[str, Any], name: str) -> None:
    """Refuse any value but the one the sandbox does."""
    if sent.get(name, word) != word:
        refuse(f"{name}={sent[name]}", name)


def refuse(what: str, param: str | None = None) -> None:
    """Say that this exists at Stripe, but not here."""
    raise Refused(f"Stripe may know {what}; the sandbox does not.", code="sandbox_unsupported", param=param or what)
