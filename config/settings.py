"""Everything that differs between machines: typed, frozen, read once, and every fault reported together by name.

Only this module reads the environment of the shop. `config/env.example` lists the same names with harmless values. Currency,
time zone and tax basis are kept by the database from the first migration on (decision 12): here they are only wishes.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Self, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

ROOT = Path(__file__).resolve().parent.parent
T = TypeVar("T")
U = TypeVar("U")

# True of the demonstration shop, whose standard delivery is free from that amount.
DEMO_ANNOUNCEMENT = "Free delivery over £75. Spare packs come back free."

WEAK = {"", "secret", "changeme", "change-me", "dev", "development", "test", "password", "elite"}


class BadSettings(SystemExit):
    """The shop cannot start; the message names every setting that is wrong, and why."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__(
            "The shop cannot start:\n" + "\n".join(f"  {fault}" for fault in faults) + "\nSee config/env.example."
        )


@dataclass(frozen=True, kw_only=True)
class Settings:
    """One machine's shop. Built by `Settings.from_env`; tests build it by keyword."""

    demo: bool = False
    secret_key: str = field(default="", repr=False)
    base_url: str = "http://127.0.0.1:8000"
    trusted_hosts: tuple[str, ...] = ()
    proxy_hops: int = 0
    host: str = "127.0.0.1"
    port: int = 8000
    web_workers: int = 1
    web_threads: int = 16
    log_level: str = "INFO"

    instance: Path = ROOT / "instance"
    media_dir: Path | None = None
    database_url: str = field(default="", repr=False)
    redis_url: str = field(default="", repr=False)
    redis_prefix: str = "elite:"

    store_name: str = "Elite Events"
    store_currency: str | None = None
    store_timezone: str | None = None
    prices_include_tax: bool | None = None
    store_locale: str = "en_GB"
    home_country: str = "GB"
    store_address: tuple[str, ...] = ("12 Hem Street", "London E2 8AA", "United Kingdom")
    store_announcement: str = ""
    store_vat_id: str = ""
    bank_holder: str = ""
    bank_account: str = ""
    bank_code: str = ""

    mail_url: str = field(default="", repr=False)
    mail_from: str = "Elite Events <hello@elite-events.example>"

    stripe_secret_key: str = field(default="", repr=False)
    stripe_webhook_secret: str = field(default="", repr=False)
    stripe_api_base: str = "https://api.stripe.com"
    stripe_checkout_origin: str = "https://checkout.stripe.com"

    transfer_days: int = 7
    delivery_tax: str = "proportional"
    on_delivery_limit: int = 30_000
    open_orders_per_shopper: int = 5
    open_orders_per_network: int = 20
    password_rounds: int = 3
    rate_limits: bool = True

    @property
    def media_folder(self) -> Path:
        """Where pictures are kept."""
        return self.media_dir or self.instance / "media"

    @property
    def https(self) -> bool:
        """Whether shoppers reach the shop over TLS; decides the session cookie's name and its Secure flag."""
        return self.base_url.startswith("https://")

    @property
    def origin(self) -> str:
        """Scheme, host and port of BASE_URL, as browsers write them in `Origin`."""
        parts = urlsplit(self.base_url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def card_payment(self) -> bool:
        """Whether a card gateway is configured."""
        return bool(self.stripe_secret_key)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The host names this shop answers to."""
        return (urlsplit(self.base_url).netloc, *self.trusted_hosts)

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Read and check everything; raises BadSettings naming every fault at once."""
        read = _Reader(env)
        demo = read.flag("ELITE_DEMO", False)
        port = read.number("PORT", 8000, 1, 65535)
        instance = Path(env.get("ELITE_INSTANCE") or ROOT / "instance").absolute()
        chosen = cls(
            demo=demo,
            secret_key=env.get("SECRET_KEY") or (secrets.token_hex(32) if demo else ""),
            base_url=read.address("BASE_URL", f"http://127.0.0.1:{port}" if demo else ""),
            trusted_hosts=read.words("TRUSTED_HOSTS"),
            proxy_hops=read.number("PROXY_HOPS", 0, 0, 10),
            host="127.0.0.1" if demo else env.get("HOST") or "127.0.0.1",
            port=port,
            web_workers=read.number("WEB_WORKERS", 1, 1, 256),
            web_threads=read.number("WEB_THREADS", 64 if demo else 16, 1, 1024),
            log_level=read.choice("LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR")),
            instance=instance,
            media_dir=Path(env["MEDIA_DIR"]) if env.get("MEDIA_DIR") else None,
            database_url=env.get("DATABASE_URL") or (f"sqlite:///{instance / 'shop.sqlite'}" if demo else ""),
            redis_url=env.get("REDIS_URL")
            or f"unix://{instance}/redis/redis.sock",  # where our own server would listen
            redis_prefix=env.get("REDIS_PREFIX", "elite:"),
            store_name=env.get("STORE_NAME") or "Elite Events",
            store_currency=read.currency("STORE_CURRENCY"),
            store_timezone=read.zone("STORE_TIMEZONE"),
            prices_include_tax=read.flag("PRICES_INCLUDE_TAX", None),
            store_locale=read.locale("STORE_LOCALE", "en_GB"),
            home_country=read.country("STORE_COUNTRY", "GB"),
            store_address=read.lines("STORE_ADDRESS", cls.store_address if demo else ()),
            store_announcement=env.get("STORE_ANNOUNCEMENT", DEMO_ANNOUNCEMENT if demo else ""),
            store_vat_id=env.get("STORE_VAT_ID", "GB 123 4567 82" if demo else ""),
            bank_holder=env.get("BANK_HOLDER", "Elite Events Ltd" if demo else ""),
            bank_account=env.get("BANK_ACCOUNT", "GB33 BUKB 2020 1555 5555 55" if demo else ""),
            bank_code=env.get("BANK_CODE", "BUKBGB22" if demo else ""),
            mail_url=env.get("MAIL_URL", ""),
            mail_from=env.get("MAIL_FROM") or cls.mail_from,
            stripe_secret_key=env.get("STRIPE_SECRET_KEY", ""),
            stripe_webhook_secret=env.get("STRIPE_WEBHOOK_SECRET", ""),
            stripe_api_base=read.address("STRIPE_API_BASE", cls.stripe_api_base),
            stripe_checkout_origin=read.address("STRIPE_CHECKOUT_ORIGIN", cls.stripe_checkout_origin),
            transfer_days=read.number("TRANSFER_DAYS", 7, 1, 60),
            delivery_tax=read.choice("DELIVERY_TAX", "proportional", ("proportional", "highest", "fixed")),
            on_delivery_limit=read.number("ON_DELIVERY_LIMIT", 30_000, 0, 10**9),
            open_orders_per_shopper=read.number("OPEN_ORDERS_PER_SHOPPER", 5, 1, 1000),
            open_orders_per_network=read.number("OPEN_ORDERS_PER_NETWORK", 20, 1, 100_000),
        )
        faults = read.faults + chosen._faults()
        if faults:
            raise BadSettings(faults)
        return chosen

    def _faults(self) -> list[str]:
        """What keeps these values from being a shop open to the public."""
        faults = []
        if self.mail_url and urlsplit(self.mail_url).scheme not in ("smtp", "smtps", "resend"):
            faults.append("MAIL_URL begins with smtp://, smtps:// or resend://.")
        if self.database_url and not self.database_url.startswith(("sqlite:", "mysql", "mariadb")):
            faults.append("DATABASE_URL names SQLite, MySQL or MariaDB (mysql+pymysql://…).")
        if self.demo:
            return faults
        if len(self.secret_key) < 32 or self.secret_key.lower() in WEAK or len(set(self.secret_key)) < 10:
            faults.append(
                'SECRET_KEY is missing or weak: use 32 random characters or more, as from `python3 -c "import secrets; print(secrets.token_hex(32))"`.'
            )
        if not self.https:
            faults.append("BASE_URL is the https:// address shoppers use.")
        if not self.database_url:
            faults.append("DATABASE_URL is missing.")
        if not self.store_address:
            faults.append("STORE_ADDRESS is missing: invoices must name the seller (lines separated by semicolons).")
        if not self.mail_url:
            faults.append("MAIL_URL is missing: letters could not be sent.")
        if self.stripe_secret_key and not self.stripe_webhook_secret:
            faults.append("STRIPE_WEBHOOK_SECRET is missing although STRIPE_SECRET_KEY is set.")
        return faults


_FLAGS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


class _Reader:
    """Reads one value after another and remembers what was wrong."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.env, self.faults = env, list[str]()

    def _one(self, name: str, default: T, turn: Callable[[str], U], wanted: str) -> T | U:
        raw = self.env.get(name, "").strip()
        if not raw:
            return default
        try:
            return turn(raw)
        except (ValueError, KeyError):
            self.faults.append(f"{name} is {raw!r}, but should be {wanted}.")
            return default

    def number(self, name: str, default: int, low: int, high: int) -> int:
        def turn(raw: str) -> int:
            if not raw.isascii() or not raw.isdigit() or not low <= int(raw) <= high:
                raise ValueError(raw)
            return int(raw)

        return self._one(name, default, turn, f"a whole number from {low} to {high}")

    def flag(self, name: str, default: T) -> bool | T:
        return self._one(
            name,
            default,
            lambda raw: {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}[raw.lower()],
            "1 or 0",
        )

    def choice(self, name: str, default: str, allowed: tuple[str, ...]) -> str:
        def turn(raw: str) -> str:
            if raw not in allowed:
                raise ValueError(raw)
            return raw

        return self._one(name, default, turn, "one of " + ", ".join(allowed))

    def words(self, name: str) -> tuple[str, ...]:
        return tuple(word.strip() for word in self.env.get(name, "").split(",") if word.strip())

    def lines(self, name: str, default: tuple[str, ...]) -> tuple[str, ...]:
        """A postal address: lines separated by semicolons."""
        return tuple(line.strip() for line in self.env.get(name, "").split(";") if line.strip()) or default

    def address(self, name: str, default: str) -> str:
        def turn(raw: str) -> str:
            parts = urlsplit(raw)
            if parts.scheme not in ("http", "https") or not parts.netloc or parts.path.strip("/") or parts.query:
                raise ValueError(raw)
            return f"{parts.scheme}://{parts.netloc}"

        return self._one(name, default, turn, "an address such as https://shop.example, without a path")

    def zone(self, name: str) -> str | None:
        def turn(raw: str) -> str | None:
            if raw not in available_timezones():
                raise ValueError(raw)
            return ZoneInfo(raw).key

        return self._one(name, None, turn, "a time zone such as Europe/London")

    def _letters(self, name: str, default: T, count: int, wanted: str) -> str | T:
        def turn(raw: str) -> str:
            if len(raw) != count or not raw.isascii() or not raw.isalpha() or not raw.isupper():
                raise ValueError(raw)
            return raw

        return self._one(name, default, turn, wanted)

    def currency(self, name: str) -> str | None:
        return self._letters(name, None, 3, "an ISO 4217 code such as GBP")

    def country(self, name: str, default: str) -> str:
        return self._letters(name, default, 2, "an ISO 3166 code such as GB")

    def locale(self, name: str, default: str) -> str:
        def turn(raw: str) -> str:
            language, _, region = raw.partition("_")
            if not (language.isalpha() and len(language) in (2, 3) and (not region or len(region) == 2)):
                raise ValueError(raw)
            return raw

        return self._one(name, default, turn, "a locale such as en_GB")


NAMES = tuple(f.name for f in fields(Settings))
