"""Which picture each product gets: its room, its accent and what it is called for those who cannot see it.

Rooms are dealt like cards: a picture never stands in a room that one of its last neighbours in the list has.
"""

from __future__ import annotations

import random
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from elite.seeds.catalogue import ITEMS, SHELVES, Item, side_by_side
from elite.seeds.drawings import COLOURWAYS, DAY_ROOMS, EVENING_ROOMS, draw, suits

COMPANIONS: dict[str, tuple[str, ...]] = {
    "damson": ("rose", "butter", "oat", "celadon"),
    "rose": ("damson", "butter", "persimmon", "moss"),
    "persimmon": ("butter", "rose", "oat", "cornflower"),
    "butter": ("persimmon", "damson", "cornflower", "rose"),
    "moss": ("butter", "oat", "rose", "persimmon"),
    "celadon": ("butter", "damson", "persimmon", "oat"),
    "cornflower": ("rose", "butter", "oat", "persimmon"),
    "oat": ("damson", "persimmon", "moss", "cornflower"),
    "ink": ("rose", "butter", "persimmon", "oat"),
    "rattan": ("persimmon", "damson", "moss", "cornflower"),
}
NEIGHBOURS = 4  # cards in a row, on a wide screen


@dataclass(frozen=True)
class Plan:
    """One picture to be painted; `colour_index` says which colour of the product it shows, None the product as such."""

    item: Item
    kind: str
    style: str
    room: str
    colour: str
    accent: str
    seed: str
    colour_index: int | None


@dataclass(frozen=True)
class Painted:
    """A finished picture."""

    plan: Plan
    svg: str
    alt: str


def plan_pictures() -> list[Plan]:
    """A picture for every colour of every product, then the further ones; each product in turn."""
    first: deque[str] = deque(maxlen=NEIGHBOURS)
    before: dict[str, list[str]] = {}  # the room last used on each shelf, for its own list
    used: Counter[str] = Counter()
    plans: list[Plan] = []
    for item in side_by_side():
        neighbours = [*first, *before.get(item.shelf, ())]
        own: list[str] = []  # the rooms of this product's pictures so far
        for index, (kind, style, colour, accent) in enumerate(_subjects(item)):
            chance = random.Random(f"room:{item.name}:{index}")  # noqa: S311 - a picture, not a secret
            if not accent:
                accent = chance.choice(COMPANIONS[colour])
            room = (
                item.room
                if item.room and not index
                else _room(chance, item, colour, accent, own or neighbours, own, used)
            )
            own.append(room)
            used[room] += 1
            further = index >= len(item.colours)
            plans.append(
                Plan(item, kind, style, room, colour, accent, f"{item.name}:{index}", None if further else index)
            )
        first.append(own[0])
        before[item.shelf] = own[:1]
    return plans


def paint(plan: Plan) -> Painted:
    """Draw one picture and say what is on it."""
    name = f"{plan.item.name}, {plan.colour}"
    words = f"{name} with {plan.accent}" if plan.accent in COLOURWAYS and plan.accent != plan.colour else name
    if plan.colour_index is None:
        words = f"{words}, on a table"
    drawing = draw(
        plan.kind, room=plan.room, colour=plan.colour, accent=plan.accent, style=plan.style, seed=plan.seed, title=words
    )
    return Painted(plan, drawing.svg, f"{words}; beside it {drawing.beside}" if drawing.beside else words)


def paint_shelves() -> dict[str, str]:
    """A picture for each shelf of the first row: the product that stands for it, each in a room of its own."""
    by_name = {item.name: item for item in ITEMS}
    rooms: deque[str] = deque(maxlen=5)  # as many as stand in one row of arches
    pictures: dict[str, str] = {}
    for shelf in SHELVES:
        if "/" in shelf.path:
            continue
        item = by_name[shelf.shown]
        colour, accent = item.colours[-1], item.accents[-1] if item.accents else COMPANIONS[item.colours[-1]][0]
        chance = random.Random(f"shelf:{shelf.path}")  # noqa: S311
        rooms.append(_room(chance, item, colour, accent, list(rooms), list(rooms), Counter(rooms), evening=False))
        pictures[shelf.path] = draw(
            item.kind,
            room=rooms[-1],
            colour=colour,
            accent=accent,
            style=item.style,
            seed=f"shelf:{shelf.path}",
            title=shelf.name,
        ).svg
    return pictures


def _subjects(item: Item) -> Iterator[tuple[str, str, str, str]]:
    for index, colour in enumerate(item.colours):
        yield item.kind, item.style, colour, item.accents[index] if item.accents else ""
    for more in item.more:
        kind, _colon, style = more.partition(":")
        yield kind, style, item.colours[0], item.accents[0] if item.accents else ""


def _room(
    chance: random.Random,
    item: Item,
    colour: str,
    accent: str,
    near: Iterable[str],
    own: Iterable[str],
    used: Counter[str],
    *,
    evening: bool | None = None,
) -> str:
    """A room in which the subject stands out, none of its neighbours', and if possible kind to the accent too."""
    dark = item.evening if evening is None else evening
    rooms = [room for room in (EVENING_ROOMS if dark else DAY_ROOMS) if suits(room, colour)]
    rooms = rooms or [room for room in DAY_ROOMS if suits(room, colour)]
    chance.shuffle(rooms)
    taken, mine = list(near), list(own)
    # the fewest faults first: a room next door, one nearby, one of its own, an accent that drowns, a wall seen too often
    rooms.sort(
        key=lambda room: (
            room in taken[-2:],
            room in mine,
            room in taken,
            accent in COLOURWAYS and not suits(room, accent),
            used[room] // 3 + (room == "clay"),
        )
    )
    return rooms[0]
