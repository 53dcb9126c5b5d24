"""Finding products: one door for typed words, filters, order and stock; another index may stand behind it one day.

Lists join the table `stock` by its name. Inventory is a stranger on this floor, and a copy of "in stock" kept on the
product by a reaction would be a second truth that lags behind the first; the join is one indexed look-up a variant, is
right at every moment, and `tests/domain/search` holds it against `inventory.available`.
"""

from elite.search.cards import Card, CardState, per_piece
from elite.search.listing import (
    Listing,
    ListingQuery,
    Sort,
    count_below,
    list_beside,
    list_cards,
    list_home,
    list_products,
)
from elite.search.phrases import MOST_LETTERS, Phrase
from elite.search.pictures import Shown, list_pictures
from elite.search.suggestions import Suggestion, did_you_mean, list_close, suggest

__all__ = [
    "MOST_LETTERS",
    "Card",
    "CardState",
    "Listing",
    "ListingQuery",
    "Phrase",
    "Shown",
    "Sort",
    "Suggestion",
    "count_below",
    "did_you_mean",
    "list_beside",
    "list_cards",
    "list_close",
    "list_home",
    "list_pictures",
    "list_products",
    "per_piece",
    "suggest",
]
