"""Help while typing, and help when nothing was found."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from sqlalchemy import case, select

from elite.catalog import Product, visible_at, words
from elite.kernel import clock
from elite.kernel.db import session
from elite.kernel.money import Money
from elite.search.cards import Card, card_rows, cards_of
from elite.search.phrases import Phrase, has_word

_VOCABULARY_OF = 5_000


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A product that may be meant."""

    slug: str
    name: str
    price: Money
    picture_key: str
    placeholder: str


def suggest(q: str, limit: int = 6) -> list[Suggestion]:
    """Products whose words begin like `q`, the best first; one query, none for an empty question."""
    phrase = Phrase.of(q)
    if not phrase.tokens:
        return []
    wanted = card_rows().where(visible_at(clock.now()), Product.min_price.is_not(None), phrase.matches)
    rows = session.execute(wanted.order_by(phrase.rank, Product.name_key, Product.id).limit(limit))
    return [Suggestion(r.slug, r.name, r.min_price, r.picture_key or "", r.placeholder or "") for r in rows]


def list_close(phrase: Phrase, limit: int = 4) -> list[Card]:
    """Products that have some of the words, those with the most of them first."""
    if not phrase.tokens:
        return []
    hits = sum(
        (case((has_word(token), 1), else_=0) for token in phrase.tokens[1:]),
        case((has_word(phrase.tokens[0]), 1), else_=0),
    )
    wanted = card_rows().where(visible_at(clock.now()), Product.min_price.is_not(None), phrase.matches_any)
    return cards_of(session.execute(wanted.order_by(hits.desc(), Product.name_key, Product.id).limit(limit)).all())


def did_you_mean(phrase: Phrase) -> str | None:
    """`phrase` with its misspelt words put right from the names of products, if that changes anything."""
    if not phrase.tokens:
        return None
    names = session.scalars(
        select(Product.name_key).where(visible_at(clock.now()), Product.min_price.is_not(None)).limit(_VOCABULARY_OF)
    )
    vocabulary = {word for name in names for word in words(name) if len(word) > 2}
    better = [_nearest(token, vocabulary) for token in phrase.tokens]
    return " ".join(better) if tuple(better) != phrase.tokens else None


def _nearest(token: str, vocabulary: set[str]) -> str:
    if token in vocabulary or len(token) < 4:
        return token
    return next(iter(get_close_matches(token, vocabulary, n=1, cutoff=0.7)), token)
