"""From a cart to an offer that can be accepted: what was typed, how it is delivered, and what it costs altogether.

Read `quoting.py` first: its `quote_cart` prices the checkout page and, again, the order inside its transaction.
"""

from elite.checkout.addresses import Address, AddressShape, check_address, countries, country_name, shape_of
from elite.checkout.beginning import set_up_united_kingdom
from elite.checkout.delivery import DeliveryOffer, Parcel, delivers_to, find_offers, promise
from elite.checkout.differences import Difference, differences, note_of
from elite.checkout.draft import ASKED, Draft, Step
from elite.checkout.errors import CodeTaken, OfferChanged
from elite.checkout.models import EVERYWHERE, DeliveryMethod, DeliveryZone, MethodKind
from elite.checkout.queries import find_delivery_method, list_delivery_zones, list_methods
from elite.checkout.quoting import DELIVERY, Basis, CheckoutQuote, GoodsLine, Problem, load_basis, quote_cart
from elite.checkout.services import NewMethod, create_delivery_method, create_delivery_zone
from elite.checkout.steps import Mistakes, check_addresses, check_contact, check_delivery, check_payment

__all__ = [
    "ASKED",
    "DELIVERY",
    "EVERYWHERE",
    "Address",
    "AddressShape",
    "Basis",
    "CheckoutQuote",
    "CodeTaken",
    "DeliveryMethod",
    "DeliveryOffer",
    "DeliveryZone",
    "Difference",
    "Draft",
    "GoodsLine",
    "MethodKind",
    "Mistakes",
    "NewMethod",
    "OfferChanged",
    "Parcel",
    "Problem",
    "Step",
    "check_address",
    "check_addresses",
    "check_contact",
    "check_delivery",
    "check_payment",
    "countries",
    "country_name",
    "create_delivery_method",
    "create_delivery_zone",
    "delivers_to",
    "differences",
    "find_delivery_method",
    "find_offers",
    "list_delivery_zones",
    "list_methods",
    "load_basis",
    "note_of",
    "promise",
    "quote_cart",
    "set_up_united_kingdom",
    "shape_of",
]
