"""Which days count: nobody packs at weekends or on bank holidays, and no promise may forget Easter."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache

ONE_DAY = timedelta(days=1)
MONDAY_TO_FRIDAY = frozenset(range(5))
SATURDAY = 5


def next_day(day: date, weekdays: Collection[int] = MONDAY_TO_FRIDAY, *, country: str = "GB") -> date:
    """The first day from `day` on that is one of `weekdays` (0 is Monday) and no holiday."""
    while day.weekday() not in weekdays or is_holiday(day, country):
        day += ONE_DAY
    return day


def days_later(day: date, count: int, weekdays: Collection[int], *, country: str = "GB") -> date:
    """The `count`-th day after `day` that is one of `weekdays` and no holiday; `day` itself for 0."""
    for _ in range(count):
        day = next_day(day + ONE_DAY, weekdays, country=country)
    return day


def is_holiday(day: date, country: str = "GB") -> bool:
    """Whether `day` is a bank holiday of England and Wales; holidays of other countries are not known."""
    return country == "GB" and day in _bank_holidays(day.year)


@lru_cache(maxsize=16)
def _bank_holidays(year: int) -> frozenset[date]:
    """The regular ones, with substitutes for those on a weekend (Banking and Financial Dealings Act 1971)."""
    easter = _easter_sunday(year)
    new_year = _first_free(date(year, 1, 1), ())
    christmas = _first_free(date(year, 12, 25), ())
    boxing_day = _first_free(date(year, 12, 26), (christmas,))
    mondays = (_monday_on_or_after(date(year, 5, 1)), _last_monday(year, 5), _last_monday(year, 8))
    return frozenset({new_year, easter - 2 * ONE_DAY, easter + ONE_DAY, *mondays, christmas, boxing_day})


def _first_free(day: date, taken: Collection[date]) -> date:
    while day.weekday() >= SATURDAY or day in taken:
        day += ONE_DAY
    return day


def _monday_on_or_after(day: date) -> date:
    return day + (-day.weekday() % 7) * ONE_DAY


def _last_monday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - last.weekday() * ONE_DAY


def _easter_sunday(year: int) -> date:
    """The Gregorian computus of Meeus, Jones and Butcher (Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)
