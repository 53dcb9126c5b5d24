"""The pictures: many kinds, each its own, the same every time, and never one room beside itself."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
import resvg_py

from elite.seeds.catalogue import FIRST_ON_THE_TABLE, ITEMS, SHELVES, in_order, side_by_side
from elite.seeds.drawings import COLOURWAYS, DAY_ROOMS, EVENING_ROOMS, KINDS, TABLES, draw, set_table, suits
from elite.seeds.drawings.colour import ROOMS, hexed, tone
from elite.seeds.pictures import paint, paint_shelves, plan_pictures

STATIC = Path(__file__).resolve().parents[3] / "elite" / "static" / "images"


def test_there_are_many_kinds_and_all_are_used() -> None:
    used = {item.kind for item in ITEMS} | {more.partition(":")[0] for item in ITEMS for more in item.more}

    assert len(KINDS) >= 90
    assert used == set(KINDS)


def test_no_two_pictures_are_alike() -> None:
    pictures = [paint(plan).svg for plan in plan_pictures()] + list(paint_shelves().values())
    without_title = [re.sub(r"<title>.*?</title>", "", svg) for svg in pictures]

    assert len(set(without_title)) == len(without_title)


def test_the_same_product_gets_the_same_picture_every_time() -> None:
    once, again = ([hashlib.sha256(paint(plan).svg.encode()).hexdigest() for plan in plan_pictures()] for _ in range(2))

    assert once == again


def test_props_stages_and_rooms_vary_between_products() -> None:
    plans = plan_pictures()
    beside = Counter(paint(plan).alt.partition("; beside it ")[2] for plan in plans)

    assert len({plan.room for plan in plans}) == len(DAY_ROOMS) + len(EVENING_ROOMS)
    assert len(beside) >= 16
    assert max(count for prop, count in beside.items() if prop) < len(plans) / 8


def test_no_room_stands_beside_itself() -> None:
    rooms = {plan.item.name: plan.room for plan in plan_pictures() if plan.colour_index == 0}
    lists = [side_by_side()] + [[item for item in in_order() if item.shelf == shelf.path] for shelf in SHELVES]

    beside = [
        (one.name, other.name)
        for goods in lists
        for one, other in pairwise(goods)
        if rooms[one.name] == rooms[other.name] and not one.room and not other.room
    ]
    assert beside == []
    assert len({rooms[name] for name in FIRST_ON_THE_TABLE}) == len(FIRST_ON_THE_TABLE)


def test_subject_and_wall_can_be_told_apart() -> None:
    for plan in plan_pictures():
        assert suits(plan.room, plan.colour) or plan.item.room, plan


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_kind_is_a_drawing_that_renders(name: str) -> None:
    drawing = draw(name, room="morning", colour="damson", accent="butter", seed=name, title=name)

    tree = ElementTree.fromstring(drawing.svg)
    tags = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert tags <= {"svg", "title", "defs", "linearGradient", "radialGradient", "stop", "g", "path", "ellipse", "rect"}
    assert not re.search(r"nan|inf|None", re.sub(r"<title>.*?</title>", "", drawing.svg))
    assert 1_500 < len(drawing.svg) < 60_000
    assert bytes(resvg_py.svg_to_bytes(svg_string=drawing.svg, width=40)).startswith(b"\x89PNG")
    referred = set(re.findall(r"url\(#(\w+)\)", drawing.svg))
    assert referred == set(re.findall(r'Gradient id="(\w+)"', drawing.svg))


def test_the_set_tables_are_drawn_by_day_by_evening_and_for_a_phone() -> None:
    sizes = {name: (table.width, table.height) for name, table in TABLES.items()}

    assert {"table-day", "table-evening", "table-day-tall", "table-evening-tall"} <= set(sizes)
    assert sizes["table-day-tall"] == (900, 1700)
    assert all(ElementTree.fromstring(set_table(table)).get("width") == str(table.width) for table in TABLES.values())


@pytest.mark.parametrize("name", ["table-day", "table-evening", "table-day-tall", "table-evening-tall"])
def test_the_first_page_shows_the_table_as_it_is_drawn_now(name: str) -> None:
    """`python -m elite.seeds.drawings elite/static/images` after a change of the drawings."""
    assert (STATIC / f"{name}.svg").read_text(encoding="utf-8") == set_table(TABLES[name])


def test_colours_stay_inside_the_screen() -> None:
    for name in COLOURWAYS:
        tones = tone(name)
        for value in (tones.glow, tones.light, tones.body, tones.shade, tones.deep, tones.ink):
            assert re.fullmatch(r"#[0-9a-f]{6}", value)
    assert hexed(1, 0, 0) == "#ffffff"
    assert hexed(0.627955, 0.257683, 29.2339) in ("#ff0000", "#fe0000", "#fc1911")
    assert set(DAY_ROOMS) | set(EVENING_ROOMS) == set(ROOMS)
