"""A list of products from what stands in the address: whatever was typed there becomes a question we can ask."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from flask import request, url_for

from elite import search
from elite.catalog import Branch
from elite.kernel.money import Money
from elite.kernel.settings import settings
from elite.kernel.text import _, ngettext
from elite.search import Listing, ListingQuery, Sort
from elite.web.filters import money
from elite.web.views.cards import CardView, card_views
from elite.web.views.navigation import category_url, crumbs, shelves

_NUMBER = re.compile(r"[0-9]+", re.ASCII)
_YES = {"1", "on", "yes", "true"}
SIZE = 24


@dataclass(frozen=True)
class Way:
    """A link with its words: a chosen filter that can be taken away, a kind, a suggestion."""

    text: str
    href: str
    count: int | None = None
    current: bool = False


@dataclass(frozen=True)
class ListingView:
    """All that `shop/listing.html` shows. `address` is where the form leads, `clean` the same with what is chosen."""

    title: str
    intro: str
    crumbs: list[tuple[str, str]]
    query: ListingQuery
    typed: str
    cards: list[CardView]
    number: int
    pages: int
    found: str
    notes: list[str]
    chosen: list[Way]
    kinds: list[Way]
    sorts: list[tuple[str, str]]
    address: str
    clean: str
    canonical: str
    indexed: bool
    help: Help | None

    def link(self, number: int) -> str:
        """The address of page `number` of this list."""
        return _address(self.address, replace(self.query, page=number))


@dataclass(frozen=True)
class Help:
    """What to do when nothing was found: a better word, the nearest products, other shelves."""

    did_you_mean: Way | None
    without_filters: Way | None
    close: list[CardView]
    shelves: list[Way]


def listing_view(category: Branch | None, trail: list[Branch]) -> ListingView:
    """The list that this request's address asks for: of `category`, or of the whole shop."""
    query, notes = _read(request.args, category)
    listing = search.list_products(query)
    query = replace(query, q=listing.phrase.typed, page=listing.cards.number)
    address = category_url(category) if category else url_for("shop.search.index")
    title, intro = _head(category, query.q)
    return ListingView(
        title=title,
        intro=intro,
        crumbs=crumbs(trail) if category else crumbs([], _("Search") if query.q else _("Everything")),
        query=query,
        typed=query.q,
        cards=card_views(listing.cards.items),
        number=listing.cards.number,
        pages=listing.cards.pages,
        found=_found(listing),
        notes=notes,
        chosen=_chosen(query, address),
        kinds=_kinds(category),
        sorts=_sorts(query),
        address=address,
        clean=_address(address, query),
        canonical=settings().base_url.rstrip("/") + _address(address, ListingQuery(page=query.page)),
        indexed=category is not None and not query.q,
        help=None if listing.cards.total else _help(listing, query, address),
    )


def _read(args: Mapping[str, str], category: Branch | None) -> tuple[ListingQuery, list[str]]:
    """What `args` ask for, and a sentence for each part that could not be understood."""
    notes: list[str] = []
    low, high = (_price(args.get(name, ""), notes) for name in ("price_min", "price_max"))
    if low and high and low > high:
        notes.append(_("The lowest price was above the highest, so we turned them round."))
        low, high = high, low
    sort = args.get("sort", "")
    if sort and sort not in set(Sort):
        notes.append(_("We do not know that order, so these stand in our own."))
    page = args.get("page", "").strip()
    return (
        ListingQuery(
            category=category.path if category else None,
            q=args.get("q", ""),
            sort=Sort(sort) if sort in set(Sort) else Sort.FEATURED,
            page=int(page[:9]) if _NUMBER.fullmatch(page) else 1,
            size=SIZE,
            price_min=low,
            price_max=high,
            in_stock=args.get("in_stock", "").lower() in _YES,
        ),
        notes,
    )


def _price(typed: str, notes: list[str]) -> Money | None:
    typed = typed[:20].strip().lstrip("£€$").strip()
    if not typed:
        return None
    try:
        amount = Money.parse(typed)
    except ValueError:
        amount = None
    if amount is None or amount.minor < 0:
        notes.append(_("“%(typed)s” is not a price we can read, so it was left out. Try 12 or 12.50.", typed=typed))
        return None
    return amount


def _address(path: str, query: ListingQuery) -> str:
    """`path` with what differs from an unfiltered first page, always in the same order."""
    chosen: dict[str, Any] = {
        "q": query.q,
        "sort": "" if query.sort is Sort.FEATURED else query.sort.value,
        "price_min": query.price_min.decimal if query.price_min else "",
        "price_max": query.price_max.decimal if query.price_max else "",
        "in_stock": "1" if query.in_stock else "",
        "page": query.page if query.page > 1 else "",
    }
    words = urlencode({name: value for name, value in chosen.items() if value})
    return f"{path}?{words}" if words else path


def _head(category: Branch | None, typed: str) -> tuple[str, str]:
    if category:
        return category.name, category.description
    if typed:
        return _("“%(typed)s”", typed=typed), ""
    return _("Everything in the shop"), _("Every piece we have, for tables of two and of two hundred.")


def _found(listing: Listing) -> str:
    page = listing.cards
    if page.pages > 1:
        return _("%(first)s to %(last)s of %(total)s products", first=page.first, last=page.last, total=page.total)
    return ngettext("%(count)s product", "%(count)s products", page.total)


def _chosen(query: ListingQuery, address: str) -> list[Way]:
    """Each filter that is on, with the address that takes it away."""
    first = replace(query, page=1)
    ways = []
    if query.q and query.category is not None:
        ways.append(Way(_("“%(typed)s”", typed=query.q), _address(address, replace(first, q=""))))
    if query.price_min:
        without = _address(address, replace(first, price_min=None))
        ways.append(Way(_("From %(price)s", price=money(query.price_min)), without))
    if query.price_max:
        without = _address(address, replace(first, price_max=None))
        ways.append(Way(_("Up to %(price)s", price=money(query.price_max)), without))
    if query.in_stock:
        ways.append(Way(_("In stock"), _address(address, replace(first, in_stock=False))))
    return ways


def _kinds(category: Branch | None) -> list[Way]:
    """The shelves directly below, with how much stands on each; an empty one is left out."""
    below = category.children if category else shelves().roots
    if not below:
        return []
    counts = search.count_below(category.path if category else None)
    return [Way(one.name, category_url(one), counts[one.path]) for one in below if counts.get(one.path)]


def _sorts(query: ListingQuery) -> list[tuple[str, str]]:
    first = _("Best match") if query.q else _("Goes together")
    return [
        (Sort.FEATURED.value, first),
        (Sort.NEWEST.value, _("Newest")),
        (Sort.PRICE.value, _("Price, low to high")),
        (Sort.PRICE_DOWN.value, _("Price, high to low")),
        (Sort.NAME.value, _("Name")),
    ]


def _help(listing: Listing, query: ListingQuery, address: str) -> Help:
    better = search.did_you_mean(listing.phrase)
    plain = ListingQuery(category=query.category, q=query.q, sort=query.sort)
    filtered = query.price_min or query.price_max or query.in_stock
    return Help(
        did_you_mean=Way(better, _address(url_for("shop.search.index"), ListingQuery(q=better))) if better else None,
        without_filters=Way(_("Take the filters away"), _address(address, plain)) if filtered else None,
        close=card_views(search.list_close(listing.phrase)),
        shelves=[Way(root.name, category_url(root)) for root in shelves().roots],
    )
