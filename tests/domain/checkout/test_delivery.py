"""What delivery costs, when it comes, and whether that is early enough."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from elite.checkout import DeliveryMethod, DeliveryZone, MethodKind, Parcel, find_offers, promise
from elite.kernel.money import Money
from elite.taxes import Rate

pytestmark = pytest.mark.usefixtures("house")

LONDON = ZoneInfo("Europe/London")
MONDAY_MORNING = datetime(2026, 6, 1, 9, 0, tzinfo=LONDON)
TAXED = {"standard": Rate(200_000, "VAT 20%", "uk")}


def method(code="standard", **more):
    values = {
        "name": code,
        "description": "",
        "kind": MethodKind.FLAT,
        "price": Money.of(495),
        "bands": [],
        "min_days": 1,
        "max_days": 2,
        "cutoff_hour": 14,
        "weekdays": [0, 1, 2, 3, 4],
        "tax_class": "standard",
        "active": True,
    }
    return DeliveryMethod(code=code, **(values | more))


def zone(*methods, countries=("GB",), postcodes=()):
    return DeliveryZone(code="z", name="z", countries=list(countries), postcodes=list(postcodes), methods=list(methods))


def parcel(goods=5000, grams=1000, country="GB", postcode="SW1A 1AA"):
    return Parcel(country, postcode, Money.of(goods), grams)


def price(way, **what):
    offers = find_offers([zone(way)], parcel(**what), now=MONDAY_MORNING, rates=TAXED)
    return offers[0].price.minor if offers else None


class TestPrice:
    def test_flat(self):
        assert price(method()) == 495

    def test_free_from_an_amount_on(self):
        generous = method(free_from=Money.of(6000))

        assert [price(generous, goods=goods) for goods in (5999, 6000)] == [495, 0]

    def test_by_weight_and_not_at_all_above_the_last_band(self):
        scales = method(kind=MethodKind.WEIGHT, bands=[{"up_to": 2000, "price": 300}, {"up_to": 9000, "price": 700}])

        assert [price(scales, grams=g) for g in (0, 2000, 2001, 9000, 9001)] == [300, 300, 700, 700, None]

    def test_too_heavy_stays_too_heavy_however_dear(self):
        scales = method(kind=MethodKind.WEIGHT, bands=[{"up_to": 2000, "price": 300}], free_from=Money.of(100))

        assert price(scales, grams=2001) is None

    def test_by_value(self):
        steps = method(kind=MethodKind.VALUE, bands=[{"from": 0, "price": 900}, {"from": 4000, "price": 400}])

        assert [price(steps, goods=goods) for goods in (3999, 4000)] == [900, 400]

    def test_an_export_is_delivered_without_the_home_tax(self):
        export = {"standard": Rate(0, "Export", "export", takes_off=200_000)}
        offers = find_offers([zone(method(price=Money.of(600)))], parcel(), now=MONDAY_MORNING, rates=export)

        assert offers[0].price == Money.of(500)

    def test_a_way_that_was_switched_off_is_not_offered(self):
        assert price(method(active=False)) is None


class TestZone:
    zones = (
        zone(method("ferry"), countries=["GB"], postcodes=["BT", "KW15", "B"]),
        zone(method("van"), countries=["GB"]),
        zone(method("air"), countries=["*"]),
    )

    @pytest.mark.parametrize(
        ("country", "postcode", "way"),
        [
            ("GB", "BT1 1AA", "ferry"),
            ("GB", "bt11aa", "ferry"),
            ("GB", "KW15 1AA", "ferry"),
            ("GB", "KW1 5AA", "van"),
            ("GB", "B1 1AA", "ferry"),
            ("GB", "BA1 1AA", "van"),
            ("GB", "SW1A 1AA", "van"),
            ("GB", "", "van"),
            ("US", "90210", "air"),
        ],
    )
    def test_the_first_that_fits_the_address(self, country, postcode, way):
        offers = find_offers(self.zones, parcel(country=country, postcode=postcode), now=MONDAY_MORNING)

        assert [offer.code for offer in offers] == [way]

    def test_nowhere_is_an_empty_answer(self):
        assert find_offers([zone(method())], parcel(country="FR"), now=MONDAY_MORNING) == ()


class TestPromise:
    @pytest.mark.parametrize(
        ("placed", "first", "last"),
        [
            (datetime(2026, 6, 1, 13, 59, tzinfo=LONDON), date(2026, 6, 2), date(2026, 6, 3)),  # Monday, in time
            (datetime(2026, 6, 1, 14, 0, tzinfo=LONDON), date(2026, 6, 3), date(2026, 6, 4)),  # Monday, too late
            (datetime(2026, 6, 5, 9, 0, tzinfo=LONDON), date(2026, 6, 8), date(2026, 6, 9)),  # Friday
            (datetime(2026, 6, 6, 9, 0, tzinfo=LONDON), date(2026, 6, 9), date(2026, 6, 10)),  # Saturday leaves Monday
            (datetime(2026, 12, 24, 15, 0, tzinfo=LONDON), date(2026, 12, 30), date(2026, 12, 31)),  # Christmas
        ],
    )
    def test_working_days_from_the_day_it_leaves(self, placed, first, last):
        assert promise(method(), placed) == (first, last)

    def test_the_hour_is_that_of_the_shop_not_of_the_server(self):
        # 13:30 in UTC is 14:30 in London in summer, and 13:30 in winter.
        utc = ZoneInfo("UTC")
        summer, winter = datetime(2026, 6, 1, 13, 30, tzinfo=utc), datetime(2026, 2, 2, 13, 30, tzinfo=utc)

        assert promise(method(), summer)[0] == date(2026, 6, 3)
        assert promise(method(), winter)[0] == date(2026, 2, 3)

    def test_a_way_that_delivers_on_saturdays(self):
        friday = datetime(2026, 6, 5, 9, 0, tzinfo=LONDON)

        assert promise(method(max_days=1, weekdays=[0, 1, 2, 3, 4, 5]), friday)[0] == date(2026, 6, 6)


@pytest.mark.parametrize(
    ("event", "in_time"),
    [(None, None), (date(2026, 6, 3), False), (date(2026, 6, 4), True), (date(2026, 6, 2), False)],
)
def test_in_time_means_there_before_the_day_of_the_event(event, in_time):
    offers = find_offers([zone(method())], parcel(), now=MONDAY_MORNING, event_date=event)

    assert offers[0].promised_to == date(2026, 6, 3)
    assert offers[0].in_time is in_time
