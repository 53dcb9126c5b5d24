"""Amounts, dates and counts in the shop's own locale and time zone (decision 22)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_datetime, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal
from flask import Flask
from flask_babel import Babel, get_translations

from elite.kernel.money import Money
from elite.kernel.settings import settings
from elite.kernel.shop import shop
from elite.kernel.text import _, ngettext, use_translator


def prepare(app: Flask) -> None:
    """Give templates the filters, and sentences their translator."""
    app.config.update(BABEL_DEFAULT_LOCALE=settings().store_locale)
    Babel(app, locale_selector=lambda: settings().store_locale, timezone_selector=lambda: shop().timezone)
    use_translator(get_translations)
    app.jinja_env.globals.update(_=_, ngettext=ngettext)
    app.jinja_env.filters.update(
        money=money,
        date=day,
        day=day,
        near_day=near_day,
        datetime=moment,
        time=clock_time,
        quantity=quantity,
        words=words,
        short_date=short_day,
    )


@lru_cache(maxsize=4096)
def money(amount: Money) -> str:
    """`£12.30`."""
    text = format_currency(_decimal(amount), amount.currency, locale=settings().store_locale)
    return text.replace("-", "\N{MINUS SIGN}")


def day(value: date | datetime) -> str:
    """`Saturday 6 June 2026`."""
    return format_date(_local(value), "EEEE d MMMM y", locale=_locale())


def near_day(value: date | datetime) -> str:
    """`Saturday 6 June`, for a day that is near enough to need no year."""
    return format_date(_local(value), "EEEE d MMMM", locale=_locale())


def short_day(value: date | datetime) -> str:
    """`6 Jun 2026`."""
    return format_date(_local(value), "d MMM y", locale=_locale())


def moment(value: datetime) -> str:
    """`6 June 2026, 14:30`, in the shop's time zone."""
    return format_datetime(value, "d MMMM y, HH:mm", tzinfo=shop().zone, locale=_locale())


def clock_time(value: datetime) -> str:
    """`14:30`, in the shop's time zone."""
    return format_time(value, "HH:mm", tzinfo=shop().zone, locale=_locale())


def quantity(count: float) -> str:
    """`1,200`."""
    return format_decimal(count, locale=_locale())


def words(items: list[str]) -> str:
    """`plates, glasses and jugs`."""
    return format_list(list(items), locale=_locale())


def _decimal(amount: Money) -> Decimal:
    return Decimal(amount.decimal)


def _local(value: date | datetime) -> date:
    return value.astimezone(shop().zone).date() if isinstance(value, datetime) else value


@lru_cache
def _locale() -> Locale:
    return Locale.parse(settings().store_locale)
