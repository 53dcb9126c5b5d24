"""The shelves as a whole: one query, one tree, and every walk over it afterwards is plain Python."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import select

from elite.catalog.category import Category
from elite.kernel.db import session


@dataclass(frozen=True)
class Branch:
    """A category with what hangs below it, in the order staff gave them."""

    id: int
    slug: str
    path: str
    name: str
    description: str
    picture_key: str | None
    children: list[Branch] = field(default_factory=list)

    def walk(self) -> Iterator[Branch]:
        """This category and everything below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Tree:
    """All categories."""

    roots: list[Branch]

    def find(self, path: str) -> Branch | None:
        trail = self.trail(path)
        return trail[-1] if trail and trail[-1].path == path else None

    def trail(self, path: str) -> list[Branch]:
        """From the root down to `path`, for breadcrumbs; ends early where the path leaves the tree."""
        trail: list[Branch] = []
        shelf = self.roots
        for slug in path.split("/"):
            step = next((branch for branch in shelf if branch.slug == slug), None)
            if step is None:
                break
            trail.append(step)
            shelf = step.children
        return trail


def category_tree() -> Tree:
    """Every category, in one query."""
    columns = (
        Category.id,
        Category.parent_id,
        Category.slug,
        Category.path,
        Category.name,
        Category.description,
        Category.picture_key,
    )
    rows = session.execute(select(*columns).order_by(Category.position, Category.name_key, Category.id)).all()
    branches = {row.id: Branch(row.id, row.slug, row.path, row.name, row.description, row.picture_key) for row in rows}
    roots: list[Branch] = []
    for row in rows:
        siblings = roots if row.parent_id is None else branches[row.parent_id].children
        siblings.append(branches[row.id])
    return Tree(roots)
