"""Zones and rates as staff keep them, on both engines."""

from datetime import date

import pytest

from elite import taxes
from elite.kernel import events
from elite.kernel.transaction import transaction

pytestmark = pytest.mark.usefixtures("context")


@pytest.fixture
def uk(context):
    with transaction():
        zone = taxes.create_zone("uk", "United Kingdom", ["GB", "im"])
        taxes.set_rate(zone, "standard", 175_000, date(2010, 1, 1))
        taxes.set_rate(zone, "standard", 200_000, date(2011, 1, 4))


def test_a_rate_holds_from_its_day_and_the_one_before_ends_the_day_before(uk):
    assert taxes.rates_at("GB", date(2011, 1, 3))["standard"].ppm == 175_000
    assert taxes.rates_at("GB", date(2011, 1, 4))["standard"].ppm == 200_000
    assert taxes.rates_at("IM", date(2030, 1, 1))["standard"].ppm == 200_000

    assert [(r.valid_from, r.valid_to) for r in taxes.find_zone("uk").rates] == [
        (date(2010, 1, 1), date(2011, 1, 3)),
        (date(2011, 1, 4), None),
    ]


def test_a_rate_between_two_ends_before_the_later_one(uk):
    with transaction():
        taxes.set_rate(taxes.find_zone("uk"), "standard", 150_000, date(2010, 6, 1))

    days = [date(2010, 5, 31), date(2010, 6, 1), date(2011, 1, 3), date(2011, 1, 4)]
    assert [taxes.rates_at("GB", day)["standard"].ppm for day in days] == [175_000, 150_000, 150_000, 200_000]


def test_a_rate_of_the_same_day_is_replaced(uk):
    with transaction():
        taxes.set_rate(taxes.find_zone("uk"), "standard", 210_000, date(2011, 1, 4))

    assert taxes.rates_at("GB", date(2020, 1, 1))["standard"].ppm == 210_000
    assert len(taxes.find_zone("uk").rates) == 2


def test_setting_a_rate_is_a_fact(uk):
    facts = [(fact.name, fact.data) for fact in events.history("uk")]

    assert facts[0] == ("TaxZoneCreated", {"zone": "uk", "countries": ["GB", "IM"]})
    assert [data["rate_ppm"] for name, data in facts if name == "TaxRateSet"] == [175_000, 200_000]


@pytest.mark.parametrize(
    ("refusal", "wrong"),
    [
        (taxes.ZoneExists, lambda: taxes.create_zone("uk", "Again", ["DE"])),
        (taxes.CountryTaken, lambda: taxes.create_zone("eu", "Europe", ["DE", "GB"])),
        (taxes.NotACountry, lambda: taxes.create_zone("eu", "Europe", ["Germany"])),
        (taxes.RateOutOfRange, lambda: taxes.set_rate(taxes.find_zone("uk"), "standard", 1_000_001, date(2030, 1, 1))),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(uk, refusal, wrong):
    with pytest.raises(refusal), transaction():
        wrong()

    assert [zone.code for zone in taxes.list_zones()] == ["uk"]


def test_a_country_may_move_from_one_zone_to_another(uk):
    with transaction():
        taxes.set_countries(taxes.find_zone("uk"), ["GB"])
        man = taxes.create_zone("man", "Isle of Man", ["IM"])
        taxes.set_rate(man, "standard", 100_000, date(2020, 1, 1))

    assert taxes.rates_at("IM", date(2021, 1, 1))["standard"].zone == "man"


def test_all_rates_come_with_one_question(uk, queries):
    with queries() as seen:
        taxes.rates_at("GB", date(2020, 1, 1))

    assert len(seen) == 1


def test_a_british_shop_begins_with_rates_for_everywhere(context):
    with transaction():
        assert taxes.set_up_united_kingdom()
    with transaction():
        assert not taxes.set_up_united_kingdom()

    day = date(2026, 6, 1)
    assert taxes.rates_at("GB", day)["reduced"].label == "VAT 5%"
    assert taxes.rates_at("DE", day)["standard"].ppm == 190_000
    assert taxes.rates_at("US", day)["standard"].takes_off == 200_000
