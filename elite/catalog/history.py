"""What a price was and where a page used to be: rows that only grow."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from elite.catalog.category import PATH_LENGTH
from elite.kernel.db import Model
from elite.kernel.money import Money


class PriceChange(Model):
    """One price a variant has had, from `at` until the next row. The first is written when the variant is made."""

    __tablename__ = "price_change"
    __table_args__ = (Index(None, "variant_id", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id", ondelete="CASCADE"))
    price: Mapped[Money]
    compare_at_price: Mapped[Money | None]
    at: Mapped[datetime]
    actor_id: Mapped[int | None]


class SlugChange(Model):
    """An address something once had. `kind` is "product" (a slug) or "category" (a path)."""

    __tablename__ = "slug_change"
    __table_args__ = (UniqueConstraint("kind", "slug"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    slug: Mapped[str] = mapped_column(String(PATH_LENGTH))
    target_id: Mapped[int]
