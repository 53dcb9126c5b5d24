"""What was typed: kept as it is, judged step by step."""

from datetime import date

import pytest

from elite.checkout import Draft, Step, check_addresses, check_contact, check_delivery, check_payment
from tests.domain.checkout.test_delivery import MONDAY_MORNING, find_offers, method, parcel, zone

pytestmark = pytest.mark.usefixtures("house")

CONTACT = {"email": "Anna@Example.org", "name": "Anna Petersen", "phone": "020 7946 0018"}
ADDRESS = {"line1": "1 Mall", "city": "London", "postcode": "sw1a 1aa", "country": "GB"}
TODAY = date(2026, 6, 1)


def draft(**typed):
    return Draft().with_typed(CONTACT | ADDRESS | typed)


class TestDraft:
    def test_it_survives_the_session(self):
        assert Draft.from_session(draft(note="Two\nlines").to_session()) == draft(note="Two\nlines")

    @pytest.mark.parametrize("kept", [None, "x", [1], {"email": 7, "admin": "1"}])
    def test_a_session_that_holds_something_else_is_an_empty_draft(self, kept):
        assert Draft.from_session(kept) == Draft()

    def test_only_the_fields_of_the_step_are_taken(self):
        typed = Draft().with_typed({"email": "a@example.org", "line1": "1 Mall", "admin": "yes"}, [Step.CONTACT])

        assert typed.to_session() == {"email": "a@example.org"}

    def test_fields_that_were_not_sent_stay(self):
        assert draft().with_typed({"name": "Bo"}).email == "Anna@Example.org"

    def test_invisible_characters_are_dropped_and_long_text_is_kept_just_too_long(self):
        cleaned = draft(name="A\x00n\u202ena\r\n  P", line1="x" * 5000)

        assert cleaned.name == "Anna P"
        assert len(cleaned.get("line1")) == 121

    def test_the_invoice_goes_where_the_goods_go_unless_told_otherwise(self):
        assert draft().billing_same
        assert draft().billing_address == draft().delivery_address
        assert not draft(billing_line1="Hauptstr. 1").billing_same
        assert draft(billing_line1="Hauptstr. 1", billing_same="1").billing_same

    def test_a_parcel_may_be_for_somebody_else_while_the_invoice_is_for_the_buyer(self):
        other = draft(recipient="The caretaker")

        assert other.delivery_address["name"] == "The caretaker"
        assert other.billing_address["name"] == "Anna Petersen"


class TestContact:
    def test_what_is_right_is_written_in_one_way(self):
        right, mistakes = check_contact(draft())

        assert mistakes == {}
        assert (right.email, right.phone) == ("Anna@example.org", "+44 20 7946 0018")

    @pytest.mark.parametrize(
        ("field", "typed"),
        [
            ("email", ""),
            ("email", "anna"),
            ("email", "anna@localhost"),
            ("email", "a@b@example.org"),
            ("email", "a" * 200 + "@example.org"),
            ("name", ""),
            ("name", "x" * 121),
            ("phone", "12"),
            ("phone", "call me"),
        ],
    )
    def test_what_is_wrong_is_kept_and_named(self, field, typed):
        kept, mistakes = check_contact(draft(**{field: typed}))

        assert list(mistakes) == [field]
        assert kept.get(field)[:120] == typed[:120]

    def test_a_telephone_number_is_not_asked_for(self):
        assert check_contact(draft(phone=""))[1] == {}


class TestAddresses:
    def test_what_is_right_is_put_right(self):
        right, mistakes = check_addresses(draft(vat_id="gb 123 4567 89"), {"GB"}, TODAY)

        assert mistakes == {}
        assert (right.postcode, right.vat_id) == ("SW1A 1AA", "GB123456789")

    def test_the_other_address_is_judged_by_its_own_country(self):
        other = draft(billing_same="0", billing_line1="Hauptstr. 1", billing_country="DE", billing_postcode="1")
        mistakes = check_addresses(other, {"GB"}, TODAY)[1]

        assert set(mistakes) == {"billing_city", "billing_postcode"}

    def test_a_country_we_do_not_deliver_to_is_said_first(self):
        assert check_addresses(draft(country="US"), {"GB"}, TODAY)[1] == {
            "country": "We do not deliver to that country yet."
        }

    @pytest.mark.parametrize("vat_id", ["123456789", "G1", "GB12345678901234567"])
    def test_a_vat_number_has_a_country(self, vat_id):
        assert list(check_addresses(draft(vat_id=vat_id), {"GB"}, TODAY)[1]) == ["vat_id"]

    def test_a_day_to_come(self):
        assert check_addresses(draft(event_date="2026-06-20"), {"GB"}, TODAY)[1] == {}

    @pytest.mark.parametrize("day", ["2026-05-31", "20.06.2026", "2026-02-30", "2036-01-01"])
    def test_a_day_that_cannot_be_is_refused(self, day):
        assert list(check_addresses(draft(event_date=day), {"GB"}, TODAY)[1]) == ["event_date"]


class TestDelivery:
    offers = property(lambda self: find_offers([zone(method("van"), method("ferry"))], parcel(), now=MONDAY_MORNING))

    def test_a_way_that_is_offered(self):
        assert check_delivery(draft(delivery_method="van"), self.offers)[1] == {}

    @pytest.mark.parametrize("way", ["", "rocket"])
    def test_a_way_must_be_one_of_those_offered(self, way):
        assert list(check_delivery(draft(delivery_method=way), self.offers)[1]) == ["delivery_method"]

    def test_where_nothing_is_offered_it_says_what_to_change(self):
        assert "Change the address" in check_delivery(draft(delivery_method="van"), ())[1]["delivery_method"]


@pytest.mark.parametrize(("code", "fine"), [("card", True), ("", False), ("shells", False)])
def test_a_way_of_paying_must_be_one_of_those_offered(code, fine):
    assert (check_payment(draft(payment_method=code), {"card", "transfer"})[1] == {}) is fine
