"""Cards of products with their words, for lists, the home page, wishlists and mails alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for

from elite.kernel.money import Money
from elite.kernel.text import _
from elite.search import Card, CardState
from elite.web.filters import money


@dataclass(frozen=True)
class CardView:
    """What `shop/_cards.html` draws; `fact`, `unit` and `flag` are words."""

    name: str
    href: str
    picture: str
    placeholder: str
    fact: str
    price: Money
    was: Money | None
    starts: bool
    unit: str
    colours: tuple[str, ...]
    flag: str
    flag_kind: str
    out: bool


def card_views(cards: Iterable[Card]) -> list[CardView]:
    """`cards` in their order, ready to be drawn."""
    return [_view(card) for card in cards]


def _view(card: Card) -> CardView:
    flag, kind = _flag(card.state)
    return CardView(
        name=card.name,
        href=url_for("shop.products.show", slug=card.slug),
        picture=card.picture_key,
        placeholder=card.placeholder,
        fact=_fact(card),
        price=card.price,
        was=None if card.starts else card.was,
        starts=card.starts,
        unit=_("%(price)s each", price=money(card.unit_price)) if card.unit_price and not card.starts else "",
        colours=card.swatches,
        flag=flag,
        flag_kind=kind,
        out=card.state is CardState.SOLD_OUT,
    )


def _fact(card: Card) -> str:
    if card.pack_size < 2 or card.starts:
        return card.fact
    pack = _("pack of %(count)s", count=card.pack_size)
    return _("%(fact)s, %(pack)s", fact=card.fact, pack=pack) if card.fact else pack[0].upper() + pack[1:]


def _flag(state: CardState) -> tuple[str, str]:
    match state:
        case CardState.SOLD_OUT:
            return _("Sold out"), ""
        case CardState.SALE:
            return _("Sale"), "butter"
        case CardState.MADE_TO_ORDER:
            return _("Made to order"), ""
        case CardState.NEW:
            return _("New"), "new"
        case CardState.PLAIN:
            return "", ""
