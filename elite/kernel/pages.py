"""Long lists, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, func, select

from elite.kernel.db import session

T = TypeVar("T")


@dataclass(frozen=True)
class Page(Generic[T]):
    """`items` of page `number` (from 1) of `size`, out of `total`."""

    items: list[T]
    number: int
    size: int
    total: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def first(self) -> int:
        """The place of the first item shown, counted from 1; 0 in an empty list."""
        return (self.number - 1) * self.size + 1 if self.items else 0

    @property
    def last(self) -> int:
        return self.first + len(self.items) - 1 if self.items else 0


def paginate(query: Select[Any], number: int, size: int = 24) -> Page[Any]:
    """Two queries: the count, and the rows of page `number`; a page past the end is the last one."""
    total = session.scalar(select(func.count()).select_from(query.order_by(None).options().subquery())) or 0
    number = min(max(1, number), max(1, -(-total // size)))
    rows = list(session.scalars(query.limit(size).offset((number - 1) * size)).unique()) if total else []
    return Page(rows, number, size, total)
