"""Two people who want the same address or SKU in one instant: both look, both find it free, and one of them is late."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import ColumnElement, literal, select
from sqlalchemy.exc import IntegrityError

from elite.catalog.category import Category
from elite.catalog.errors import SkuTaken, SlugTaken
from elite.catalog.product import Product, Variant
from elite.kernel.db import session
from elite.kernel.errors import Conflict


@contextmanager
def late(refusal: Callable[[], Conflict | None]) -> Iterator[None]:
    """Flush what is done inside; when the database finds it taken, raise what `refusal` finds, as if it had been before.

    Everything that may collide is changed inside: only then is the session whole again afterwards.
    """
    try:
        with session.begin_nested():
            yield
    except IntegrityError:
        no = refusal()
        if no is None:
            raise
        raise no from None


def slug_taken(slug: str) -> SlugTaken | None:
    """The refusal of a product's address that stands there."""
    return SlugTaken(slug) if _is_there(Product.slug == slug) else None


def path_taken(path: str) -> SlugTaken | None:
    """The refusal of a category's path that stands there."""
    return SlugTaken(path) if _is_there(Category.path == path) else None


def sku_taken(sku: str) -> SkuTaken | None:
    """The refusal of a SKU that stands there."""
    return SkuTaken(sku) if _is_there(Variant.sku == sku) else None


def _is_there(same: ColumnElement[bool]) -> bool:
    return session.scalar(select(literal(1)).where(same).limit(1)) is not None
