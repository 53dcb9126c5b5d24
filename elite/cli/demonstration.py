"""What a demonstration needs and nobody set, so that every program of one checkout agrees on it (decision 27).

Only with ELITE_DEMO=1: the embedded Redis, a generated key that outlives a restart, the payment sandbox.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from config.settings import ROOT
from elite.kernel import embedded_redis

# Test secrets, in the open on purpose: they open nothing but the sandbox on this machine.
SANDBOX_KEY = "sk_test_sandbox"
SANDBOX_SECRET = "whsec_sandbox"  # noqa: S105


def surroundings(environment: Mapping[str, str]) -> dict[str, str]:
    """`environment`, and with ELITE_DEMO=1 what a demonstration adds where nothing is set."""
    known = dict(environment)
    if known.get("ELITE_DEMO") not in ("1", "true", "yes"):
        return known
    instance = Path(known.get("ELITE_INSTANCE") or ROOT / "instance")
    if not known.get("REDIS_URL"):
        known["REDIS_URL"] = embedded_redis.url(redis_folder(instance))
    if not known.get("SECRET_KEY"):
        known["SECRET_KEY"] = _kept_secret(instance / "secret_key")
    if not known.get("STRIPE_SECRET_KEY"):
        origin = f"http://127.0.0.1:{sandbox_port(known)}"
        known |= {
            "STRIPE_SECRET_KEY": SANDBOX_KEY,
            "STRIPE_WEBHOOK_SECRET": SANDBOX_SECRET,
            "STRIPE_API_BASE": origin,
            "STRIPE_CHECKOUT_ORIGIN": origin,
        }
    return known


def redis_folder(instance: Path) -> Path:
    """Where the embedded server keeps its socket and what it saves."""
    return instance / "redis"


def sandbox_port(environment: Mapping[str, str]) -> int:
    """The port beside the shop's; the same after every start, because payment pages are addresses people keep open."""
    port = environment.get("PORT", "")
    return int(port) + 1 if port.isdigit() and int(port) < 65535 else 8001


def _kept_secret(path: Path) -> str:
    """The key made by the first start; sessions and signatures stay good over a restart."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with open(made, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))
    return path.read_text(encoding="ascii").strip()
