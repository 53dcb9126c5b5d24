"""What the shop is, for ever: currency, time zone and tax basis, fixed in one row by the first migration (decision 12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from config.settings import BadSettings, Settings
from elite.kernel import clock
from elite.kernel.db import Model, session
from elite.kernel.money import use_currency


class ShopRow(Model):
    """The one row of the table `shop`."""

    __tablename__ = "shop"

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    currency: Mapped[str] = mapped_column(String(3))
    timezone: Mapped[str] = mapped_column(String(64))
    prices_include_tax: Mapped[bool]
    created_at: Mapped[datetime]


@dataclass(frozen=True)
class Shop:
    """The basis every amount and every date rests on."""

    currency: str = "GBP"
    timezone: str = "Europe/London"
    prices_include_tax: bool = True

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    def today(self) -> date:
        """The date in the shop's own time zone."""
        return clock.now().astimezone(self.zone).date()


_shop = Shop()


def shop() -> Shop:
    """The basis of this process's shop."""
    return _shop


def wished(settings: Settings) -> Shop:
    """What a first migration writes: the settings, or our defaults."""
    default = Shop()
    inclusive = settings.prices_include_tax
    return Shop(
        settings.store_currency or default.currency,
        settings.store_timezone or default.timezone,
        default.prices_include_tax if inclusive is None else inclusive,
    )


def use_shop(settings: Settings) -> bool:
    """Follow the row; refuse a setting that differs from it. False when there is no row yet (nothing migrated)."""
    global _shop
    row = session.get(ShopRow, 1)
    if row is None:
        _shop = wished(settings)
        use_currency(_shop.currency)
        return False
    _shop = Shop(row.currency, row.timezone, row.prices_include_tax)
    use_currency(_shop.currency)
    wishes = (
        ("STORE_CURRENCY", settings.store_currency, row.currency),
        ("STORE_TIMEZONE", settings.store_timezone, row.timezone),
        ("PRICES_INCLUDE_TAX", settings.prices_include_tax, row.prices_include_tax),
    )
    faults = [
        f"{name} is {wish!r}, but this shop was founded with {kept!r}."
        for name, wish, kept in wishes
        if wish not in (None, kept)
    ]
    if faults:
        raise BadSettings(faults)
    return True
