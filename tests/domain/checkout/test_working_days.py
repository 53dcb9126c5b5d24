"""Which days count. The dates are those the government published for England and Wales."""

from datetime import date

import pytest

from elite.checkout.working_days import days_later, is_holiday, next_day

PUBLISHED = {
    2024: ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"],
    2025: ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"],
    2026: ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"],
    2027: ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"],
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_bank_holidays_are_those_that_were_published(year):
    days = [date.fromordinal(n) for n in range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)]

    assert [day.strftime("%m-%d") for day in days if is_holiday(day)] == PUBLISHED[year]


def test_new_years_day_on_a_weekend_moves_to_the_next_working_day():
    assert is_holiday(date(2022, 1, 3))
    assert not is_holiday(date(2022, 1, 1))


def test_weekends_and_holidays_are_skipped():
    assert next_day(date(2026, 4, 3)) == date(2026, 4, 7)  # Good Friday to the Tuesday after Easter
    assert days_later(date(2026, 4, 2), 1, range(5)) == date(2026, 4, 7)
    assert days_later(date(2026, 4, 2), 1, range(6)) == date(2026, 4, 4)  # a Saturday that is delivered on
    assert days_later(date(2026, 4, 2), 0, range(5)) == date(2026, 4, 2)
