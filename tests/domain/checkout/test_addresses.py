"""Addresses of several countries, right and wrong."""

import pytest

from elite.checkout import Address, check_address, countries, shape_of

pytestmark = pytest.mark.usefixtures("house")

LONDON = Address(name="Anna", line1="1 Mall", city="London", postcode="sw1a1aa", country="GB")


def test_a_british_postcode_is_written_with_its_space():
    address, mistakes = check_address(LONDON)

    assert mistakes == {}
    assert address.postcode == "SW1A 1AA"
    assert address.city == "London"


@pytest.mark.parametrize(
    ("address", "field", "sentence"),
    [
        (Address(line1="1 Mall", city="London", postcode="1104", country="GB"), "postcode", "one looks like EC1Y 8SY"),
        (Address(line1="1 Mall", city="London", country="GB"), "postcode", "Postcode is missing."),
        (Address(city="London", postcode="SW1A 1AA", country="GB"), "line1", "Street and number is missing."),
        (Address(line1="1 Mall", postcode="SW1A 1AA", country="GB"), "city", "Town or city is missing."),
        (Address(line1="1 St", city="LA", postcode="90210", country="US"), "area", "State is missing."),
        (Address(line1="1 St", city="LA", area="Bayern", postcode="90210", country="US"), "area", "State is not known"),
        (Address(line1="1 St", city="LA", area="CA", postcode="ABC", country="US"), "postcode", "no zip code here"),
        (Address(line1="a", country="XX"), "country", "Choose a country."),
        (Address(line1="a", country="../../etc/passwd"), "country", "Choose a country."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(address, field, sentence):
    assert sentence in check_address(address)[1][field]


def test_a_state_may_be_written_out():
    address, mistakes = check_address(
        Address(line1="1 St", city="LA", area="California", postcode="90210", country="US")
    )

    assert (address.area, mistakes) == ("CA", {})


def test_a_county_left_over_from_another_country_is_dropped():
    assert check_address(Address(**LONDON.stored() | {"area": "CA"}))[0].area == ""


def test_countries_ask_for_what_they_have():
    assert not shape_of("GB").has_area
    assert shape_of("US").areas[:2] == (("AL", "Alabama"), ("AK", "Alaska"))
    assert shape_of("US").postcode_label == "ZIP code"
    assert not shape_of("IE").postcode_required
    assert shape_of("nowhere") == shape_of("GB")


def test_an_address_reads_as_it_stands_on_the_parcel():
    assert check_address(LONDON)[0].lines == ["Anna", "1 Mall", "London SW1A 1AA", "United Kingdom"]


def test_stored_and_read_again_it_is_the_same():
    assert Address.read(LONDON.stored()) == LONDON


def test_everywhere_means_every_country():
    assert countries(frozenset({"GB", "DE"})) == (("DE", "Germany"), ("GB", "United Kingdom"))
    assert len(countries(frozenset({"*"}))) > 200
