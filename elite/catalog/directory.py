"""Every product there is, sold or not, as staff look for it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from elite.catalog.product import Product, State
from elite.catalog.words import words
from elite.kernel.pages import Page, paginate


def list_everything(q: str = "", state: State | None = None, page: int = 1, size: int = 40) -> Page[Product]:
    """Products by name with variants and pictures; `q` is any word that is known of them."""
    wanted = select(Product).options(selectinload(Product.variants), selectinload(Product.pictures))
    for word in words(q)[:8]:
        wanted = wanted.where(Product.search_text.contains(word, autoescape=True))
    if state:
        wanted = wanted.where(Product.state == state)
    return paginate(wanted.order_by(Product.name_key, Product.id), page, size)
