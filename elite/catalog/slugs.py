"""Addresses people can read, and the ones they remember: a renamed page keeps answering at its old address."""

from __future__ import annotations

import re
from collections.abc import Collection

from slugify import slugify
from sqlalchemy import delete, select

from elite.catalog.category import Category
from elite.catalog.errors import NotAProduct
from elite.catalog.history import SlugChange
from elite.catalog.product import Product
from elite.kernel.db import session
from elite.kernel.text import _

SLUG_LENGTH = 120
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


def make_slug(name: str, taken: Collection[str] = ()) -> str:
    """An address made from `name`, with a number behind it when that one is `taken`."""
    stem = slugify(name, max_length=SLUG_LENGTH - 6, word_boundary=True) or "product"
    slug, number = stem, 2
    while slug in taken:
        slug, number = f"{stem}-{number}", number + 1
    return slug


def check_slug(slug: str) -> None:
    """Refuse what is not lower case letters, digits and single dashes."""
    if len(slug) > SLUG_LENGTH or not _SLUG.fullmatch(slug):
        raise NotAProduct(
            _(
                "“%(slug)s” is no address: use small letters, digits and dashes, up to %(most)s.",
                slug=slug,
                most=SLUG_LENGTH,
            )
        )


def remember(kind: str, was: str, now: str, target_id: int) -> None:
    """Keep `was` answering for the target; `now` stops being somebody's old address."""
    session.execute(delete(SlugChange).where(SlugChange.kind == kind, SlugChange.slug.in_([was, now])))
    session.add(SlugChange(kind=kind, slug=was, target_id=target_id))


def find_redirect(kind: str, slug: str) -> str | None:
    """Where `slug` (a product's slug or a category's path) lives now, when it has moved."""
    target: type[Product] | type[Category] = Product if kind == "product" else Category
    column = Product.slug if kind == "product" else Category.path
    moved = select(column).join(SlugChange, SlugChange.target_id == target.id)
    return session.scalar(moved.where(SlugChange.kind == kind, SlugChange.slug == slug[:700], column != slug))
