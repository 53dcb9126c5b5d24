"""What people type, made harmless: a few folded words, whatever came in."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, case, exists, or_, select

from elite.catalog import Product, Variant, words

MOST_LETTERS = 200
_MOST_WORDS = 8
_LONGEST_WORD = 40


@dataclass(frozen=True)
class Phrase:
    """The words of a question (`tokens`), and what was typed (`typed`, cut to 200 letters) to show it again."""

    typed: str
    tokens: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Phrase:
        typed = " ".join("".join(c for c in text[:MOST_LETTERS] if c.isprintable() or c.isspace()).split())
        tokens = dict.fromkeys(word[:_LONGEST_WORD] for word in words(typed))
        return cls(typed, tuple(tokens)[:_MOST_WORDS])

    def __bool__(self) -> bool:
        """Whether anything was typed; dots and dashes alone are a question that nothing answers."""
        return bool(self.typed)

    def begins(self, name: str) -> bool:
        """Whether every word begins a word of `name`."""
        there = words(name)
        return bool(self.tokens) and all(any(word.startswith(token) for word in there) for token in self.tokens)

    @property
    def matches(self) -> ColumnElement[bool]:
        """Every word occurs, in name, description, tags, facts or codes; or a SKU is exactly what was typed."""
        return or_(self.names_a_sku, and_(*(has_word(token) for token in self.tokens)) if self.tokens else _nothing())

    @property
    def matches_any(self) -> ColumnElement[bool]:
        return or_(*(has_word(token) for token in self.tokens)) if self.tokens else _nothing()

    @property
    def names_a_sku(self) -> ColumnElement[bool]:
        """SKUs are kept as written; three spellings find them by their index without folding the column."""
        spellings = {self.typed, self.typed.upper(), self.typed.lower()}
        return exists(
            select(Variant.id).where(Variant.product_id == Product.id, Variant.active, Variant.sku.in_(spellings))
        )

    @property
    def rank(self) -> ColumnElement[int]:
        """How good a match is, 0 the best: the SKU, the name, its beginning, in the name, anywhere."""
        name = " ".join(self.tokens)
        in_name = (
            and_(*(Product.name_key.contains(token, autoescape=True) for token in self.tokens))
            if self.tokens
            else _nothing()
        )
        return case(
            (self.names_a_sku, 0),
            (Product.name_key == name, 1),
            (Product.name_key.startswith(name, autoescape=True), 2),
            (in_name, 3),
            else_=4,
        )


def has_word(token: str) -> ColumnElement[bool]:
    """`token` occurs; one or two letters only at the beginning of a word. `search_text` has a space before each."""
    return Product.search_text.contains(token if len(token) > 2 else f" {token}", autoescape=True)


def _nothing() -> ColumnElement[bool]:
    return Product.id.is_(None)
