"""What one sandbox process is told at its start: options first, then the environment, then harmless values."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import stripe

API_VERSION = stripe.api_version


@dataclass(frozen=True)
class Config:
    """Fixed for the life of the process; what may change while it runs is a setting in the state file."""

    state: Path
    port: int = 8421
    webhook: str = ""
    secret: str = "whsec_sandbox"  # noqa: S105 - a test secret, in the open on purpose
    key: str = "sk_test_sandbox"
    host: str = "127.0.0.1"

    @property
    def origin(self) -> str:
        """Where the hosted pages live; the shop's `STRIPE_CHECKOUT_ORIGIN`."""
        return f"http://{self.host}:{self.port}"

    @classmethod
    def from_arguments(cls, arguments: Sequence[str] | None = None) -> Config:
        """Read the command line; each option has a variable of the same meaning."""
        parser = argparse.ArgumentParser(
            prog="python -m elite.sandbox", description="A card gateway that moves no money."
        )
        parser.add_argument("--port", type=int, default=int(os.environ.get("SANDBOX_PORT", cls.port)))
        parser.add_argument("--state", type=Path, default=Path(os.environ.get("SANDBOX_STATE", "sandbox.sqlite3")))
        parser.add_argument("--webhook", default=os.environ.get("SANDBOX_WEBHOOK", cls.webhook), help="address to tell")
        parser.add_argument("--secret", default=os.environ.get("STRIPE_WEBHOOK_SECRET", cls.secret))
        parser.add_argument("--key", default=os.environ.get("STRIPE_SECRET_KEY", cls.key))
        asked = parser.parse_args(arguments)
        if not asked.key.startswith("sk_test_"):
            parser.error("The key must begin with sk_test_: a real key has no business here.")
        return cls(state=asked.state, port=asked.port, webhook=asked.webhook, secret=asked.secret, key=asked.key)
