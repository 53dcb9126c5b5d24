"""Judges what was typed, step by step: a check answers with the draft put right and a sentence for each wrong field."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date, timedelta

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from elite.checkout.addresses import FIELDS, check_address
from elite.checkout.delivery import DeliveryOffer
from elite.checkout.draft import ASKED, LONGEST, LONGEST_OF, Draft, Step
from elite.kernel.settings import settings
from elite.kernel.text import _

Mistakes = dict[str, str]
"""Field name to sentence."""

FURTHEST_EVENT = timedelta(days=3 * 366)
_VAT_ID = re.compile(r"[A-Z]{2}[0-9A-Z+*]{2,13}", re.ASCII)


def check_contact(draft: Draft) -> tuple[Draft, Mistakes]:
    """Who buys: an e-mail address that can exist, a name, and a telephone number if there is one."""
    mistakes = _too_long(draft, Step.CONTACT)
    right: dict[str, str] = {}
    if not draft.name:
        mistakes["name"] = _("Please tell us your name.")
    if not draft.email:
        mistakes["email"] = _("We need an e-mail address to send the order to.")
    else:
        try:
            # Reserved names such as .test exist only on machines where people try things out.
            checked = validate_email(draft.email, check_deliverability=False, test_environment=settings().demo)
            right["email"] = checked.normalized
        except EmailNotValidError:
            mistakes.setdefault("email", _("That is no e-mail address; one looks like anna@example.org."))
    if draft.phone:
        number = _phone(draft.phone, draft.country)
        if number is None:
            mistakes.setdefault(
                "phone", _("That is no telephone number; one looks like 020 7946 0018 or +44 20 7946 0018.")
            )
        else:
            right["phone"] = number
    return draft.with_values({name: value for name, value in right.items() if name not in mistakes}), mistakes


def check_addresses(draft: Draft, countries: Collection[str], today: date) -> tuple[Draft, Mistakes]:
    """Where it goes, when it is needed, and who gets the invoice; `countries` are those the shop delivers to."""
    mistakes = _too_long(draft, Step.ADDRESS)
    delivery, wrong = check_address(draft.delivery)
    if draft.country not in countries:
        wrong = {"country": _("We do not deliver to that country yet.")}
    mistakes = wrong | mistakes
    right = {name: getattr(delivery, name) for name in FIELDS if name != "name"}
    if not draft.billing_same:
        billing, wrong = check_address(draft.billing)
        mistakes = {f"billing_{name}": sentence for name, sentence in wrong.items()} | mistakes
        right |= {f"billing_{name}": getattr(billing, name) for name in FIELDS}
    if draft.vat_id:
        right["vat_id"] = re.sub(r"[\s.-]", "", draft.vat_id).upper()
        if not _VAT_ID.fullmatch(right["vat_id"]):
            mistakes["vat_id"] = _("A VAT number begins with the country, like GB123456789.")
    if draft.get("event_date") and (sentence := _about_the_day(draft.event_date, today)):
        mistakes["event_date"] = sentence
    return draft.with_values({name: value for name, value in right.items() if name not in mistakes}), mistakes


def check_delivery(draft: Draft, offers: Sequence[DeliveryOffer]) -> tuple[Draft, Mistakes]:
    """How it comes. A way that comes too late for the event is shown as such, never forbidden."""
    mistakes = _too_long(draft, Step.DELIVERY)
    if not offers:
        mistakes["delivery_method"] = _("We cannot deliver this order to that address. Change the address or the cart.")
    elif not draft.delivery_method:
        mistakes["delivery_method"] = _("Choose how it should reach you.")
    elif draft.delivery_method not in {offer.code for offer in offers}:
        mistakes["delivery_method"] = _("That way of delivery is not offered for this address. Choose another.")
    return draft, mistakes


def check_payment(draft: Draft, codes: Collection[str]) -> tuple[Draft, Mistakes]:
    """How it is paid; `codes` are the ways offered for this total and country."""
    if not draft.payment_method:
        return draft, {"payment_method": _("Choose how you would like to pay.")}
    if draft.payment_method not in codes:
        return draft, {"payment_method": _("That way of paying is not offered for this order. Choose another.")}
    return draft, {}


def _about_the_day(day: date | None, today: date) -> str | None:
    if day is None:
        return _("That is no date; one looks like 2027-06-19.")
    if day < today:
        return _("That day has passed.")
    if day > today + FURTHEST_EVENT:
        return _("That is more than three years away; please check the year.")
    return None


def _too_long(draft: Draft, step: Step) -> Mistakes:
    most = {name: LONGEST_OF.get(name, LONGEST) for name in ASKED[step]}
    return {
        name: _("At most %(most)s characters fit here.", most=most[name])
        for name in ASKED[step]
        if len(draft.get(name)) > most[name]
    }


def _phone(typed: str, country: str) -> str | None:
    """The number as it is dialled from anywhere; None when it is none."""
    try:
        number = phonenumbers.parse(typed, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
