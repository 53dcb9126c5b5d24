"""Putting up, renaming and moving categories: a path takes everything below along, and old addresses lead on."""

from __future__ import annotations

from sqlalchemy import func, or_, select

from elite.catalog.category import PATH_LENGTH, Category
from elite.catalog.description import plain
from elite.catalog.errors import NotAPlace, SlugTaken
from elite.catalog.events import CategoryChanged, CategoryCreated
from elite.catalog.product import ProductCategory
from elite.catalog.racing import late, path_taken
from elite.catalog.slugs import check_slug, make_slug, remember
from elite.kernel import events
from elite.kernel.db import session
from elite.kernel.text import _, fold


def create_category(
    parent: Category | None,
    name: str,
    *,
    slug: str | None = None,
    description: str = "",
    picture_key: str | None = None,
    position: int | None = None,
) -> Category:
    """A new shelf below `parent`, last in its row unless `position` says otherwise; may raise SlugTaken."""
    slug = slug or make_slug(name)
    check_slug(slug)
    path = _path(parent, slug)
    _refuse_taken(path)

    category = Category(
        parent_id=parent.id if parent else None,
        slug=slug,
        path=path,
        name=name.strip(),
        name_key=fold(name),
        description=plain(description),
        picture_key=picture_key,
        position=_last_position(parent) + 1 if position is None else position,
    )
    with late(lambda: path_taken(path)):
        session.add(category)

    events.record(CategoryCreated(category=path))
    return category


def rename_category(category: Category, name: str, *, slug: str | None = None) -> None:
    """Give it another name and, if `slug` is given, another address; the old addresses of it and all below lead on."""
    slug = slug or category.slug
    check_slug(slug)
    path = "/".join([*category.path.split("/")[:-1], slug])
    if path != category.path:
        _refuse_taken(path)

    was = category.path
    with late(lambda: path_taken(path)):
        category.name, category.name_key, category.slug = name.strip(), fold(name), slug
        _move(category, path)

    events.record(CategoryChanged(category=path, was=was))


def move_category(category: Category, parent: Category | None, *, position: int | None = None) -> None:
    """Hang it below `parent` with everything on it; NotAPlace when that is itself or something below it."""
    if parent and (parent.id == category.id or parent.path.startswith(category.path + "/")):
        raise NotAPlace(_("A category cannot stand below itself."))
    path = _path(parent, category.slug)
    if path != category.path:
        _refuse_taken(path)

    was = category.path
    place = _last_position(parent) + 1 if position is None else position
    with late(lambda: path_taken(path)):
        category.position, category.parent_id = place, parent.id if parent else None
        _move(category, path)

    events.record(CategoryChanged(category=path, was=was))


def arrange_category(category: Category, product_ids: list[int]) -> None:
    """Put the products of one shelf in this order; those not named keep theirs, behind."""
    places = session.scalars(select(ProductCategory).where(ProductCategory.category_id == category.id)).all()
    order = {product_id: index for index, product_id in enumerate(product_ids)}
    rest = sorted(
        (place for place in places if place.product_id not in order),
        key=lambda place: (place.position, place.product_id),
    )
    for place in places:
        if place.product_id in order:
            place.position = order[place.product_id]
    for index, place in enumerate(rest, start=len(order)):
        place.position = index

    events.record(CategoryChanged(category=category.path, was=category.path))


def _move(category: Category, path: str) -> None:
    """Set the path of `category` and of all below it, and remember where each was."""
    was = category.path
    if path == was:
        return
    below = session.scalars(select(Category).where(Category.path.startswith(was + "/", autoescape=True))).all()
    for one in (category, *below):
        old, new = one.path, path + one.path[len(was) :]
        if len(new) > PATH_LENGTH:
            raise NotAPlace(_("That address would be too long."))
        one.path = new
        remember("category", old, new, one.id)
    session.flush()


def _path(parent: Category | None, slug: str) -> str:
    path = f"{parent.path}/{slug}" if parent else slug
    if len(path) > PATH_LENGTH:
        raise NotAPlace(_("That address would be too long."))
    return path


def _refuse_taken(path: str) -> None:
    taken = select(Category.id).where(or_(Category.path == path, Category.path.startswith(path + "/", autoescape=True)))
    if session.scalar(taken.limit(1)) is not None:
        raise SlugTaken(path)


def _last_position(parent: Category | None) -> int:
    row = Category.parent_id == parent.id if parent else Category.parent_id.is_(None)
    last = session.scalar(select(func.max(Category.position)).where(row))
    return -1 if last is None else last
