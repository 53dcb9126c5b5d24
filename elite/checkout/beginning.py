"""The ways of delivery a British shop begins with; staff change them from there."""

from __future__ import annotations

from elite.checkout.models import EVERYWHERE, MethodKind
from elite.checkout.queries import list_delivery_zones
from elite.checkout.services import NewMethod, create_delivery_method, create_delivery_zone
from elite.kernel.money import Money

_WITH_SATURDAY = (0, 1, 2, 3, 4, 5)
# Where a van does not come by daily: Highlands and Islands, Northern Ireland, the Isle of Man, Scilly.
_FAR = ("BT", "HS", "IM", "IV", "KW", "PA", "PH", "TR21", "TR22", "TR23", "TR24", "TR25", "ZE")


def set_up_united_kingdom() -> bool:
    """Zones and ways of delivery for a shop in the United Kingdom, in its currency.

    Inside a transaction. Does nothing, and answers False, where there is a zone already.
    """
    if list_delivery_zones():
        return False
    far = create_delivery_zone("uk-far", "Highlands, islands and Northern Ireland", ["GB", "IM"], postcodes=_FAR)
    create_delivery_method(
        far,
        NewMethod(
            code="far-standard",
            name="Standard delivery",
            description="By van and ferry. Large boxes travel on a pallet.",
            kind=MethodKind.WEIGHT,
            price=Money.of(995),
            bands=(
                {"up_to": 5_000, "price": 995},
                {"up_to": 20_000, "price": 1_495},
                {"up_to": 250_000, "price": 3_900},
            ),
            free_from=Money.of(40_000),
            min_days=3,
            max_days=5,
        ),
    )

    mainland = create_delivery_zone("uk", "United Kingdom", ["GB", "IM"])
    create_delivery_method(
        mainland,
        NewMethod(
            code="standard",
            name="Standard delivery",
            description="Brought to the door by van, weekdays between 8 and 18.",
            kind=MethodKind.WEIGHT,
            price=Money.of(495),
            bands=(
                {"up_to": 10_000, "price": 495},
                {"up_to": 30_000, "price": 795},
                {"up_to": 500_000, "price": 1_900},
            ),
            free_from=Money.of(7_500),
            min_days=2,
            max_days=3,
        ),
    )
    create_delivery_method(
        mainland,
        NewMethod(
            code="express",
            name="Next working day",
            description="Ordered by 14:00, at the door the next day, Saturdays too.",
            price=Money.of(995),
            min_days=1,
            max_days=1,
            weekdays=_WITH_SATURDAY,
        ),
    )
    create_delivery_method(
        mainland,
        NewMethod(
            code="collect",
            name="Collect it yourself",
            description="From our warehouse in Bristol, weekdays between 9 and 17.",
            kind=MethodKind.PICKUP,
            price=Money.of(0),
            min_days=1,
            max_days=1,
        ),
    )

    neighbours = create_delivery_zone("neighbours", "Nearby countries", ["DE", "FR", "IE", "MC", "NL"])
    create_delivery_method(
        neighbours,
        NewMethod(
            code="neighbours-standard",
            name="Tracked delivery",
            description="Duties are paid by us; nothing is due at the door.",
            kind=MethodKind.WEIGHT,
            price=Money.of(1_450),
            bands=(
                {"up_to": 5_000, "price": 1_450},
                {"up_to": 30_000, "price": 2_900},
                {"up_to": 250_000, "price": 7_900},
            ),
            min_days=4,
            max_days=7,
        ),
    )

    world = create_delivery_zone("world", "Rest of the world", [EVERYWHERE])
    create_delivery_method(
        world,
        NewMethod(
            code="world-air",
            name="International air mail",
            description="Leaves without VAT; duties of your country are due on arrival.",
            kind=MethodKind.WEIGHT,
            price=Money.of(3_900),
            bands=({"up_to": 2_000, "price": 3_900}, {"up_to": 20_000, "price": 9_900}),
            min_days=7,
            max_days=14,
        ),
    )
    return True
