"""Where things are found: categories form one tree of any depth, and each knows its whole path."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from elite.kernel.db import Model

PATH_LENGTH = 700


class Category(Model):
    """A shelf. `path` is its one address, "tableware/plates", kept true by `rename_category` and `move_category`."""

    __tablename__ = "category"
    __table_args__ = (Index(None, "parent_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("category.id"))
    slug: Mapped[str]
    path: Mapped[str] = mapped_column(String(PATH_LENGTH), unique=True)
    name: Mapped[str]
    name_key: Mapped[str]
    description: Mapped[str] = mapped_column(Text, default="")
    picture_key: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)

    @property
    def depth(self) -> int:
        """0 for a shelf of the first row."""
        return self.path.count("/")
