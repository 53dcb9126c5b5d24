"""Everything with a name on it."""

from __future__ import annotations

from elite.seeds.catalogue.item import Fact, Item, packs

LUNCH, SUPPER, TEA, GARDEN, CHRISTENING = (
    "the long lunch",
    "candlelight supper",
    "birthday tea",
    "garden party",
    "christening tea",
)
CARD: dict[str, Fact] = {
    "material": "Cotton card, 600 g",
    "care": "Recycle",
    "washable": False,
    "made_in": "United Kingdom",
}

ITEMS: tuple[Item, ...] = (
    Item(
        name="Arch invitation", shelf="stationery/invitations", maker="Fold Street Press", summary="Letterpress suite, card and envelope",
        text="An arch, a sun, and room below for the five things a guest needs to know. Printed on a press from 1932 that leaves a dent you can feel with your eyes shut.",
        kind="invitation", colours=("damson", "cornflower", "moss"), accents=("rose", "butter", "butter"), packs=packs((10, "34.00"), (50, "149.00"), (100, "279.00")), unit="suite", grams=32,
        facts={"width": 13, "height": 18, **CARD}, tags=(SUPPER,),
    ),
    Item(
        name="Corner bloom invitation", shelf="stationery/invitations", maker="Fold Street Press", summary="Printed suite with flowers",
        text="A flower in each corner, as if the card had been left in the garden overnight. The middle is empty for your own hand.",
        kind="invitation", style="botanical", colours=("rose", "persimmon"), accents=("damson", "butter"), packs=packs((10, "28.00"), (50, "124.00")), unit="suite", grams=30,
        facts={"width": 13, "height": 18, **CARD}, tags=(GARDEN, CHRISTENING),
    ),
    Item(
        name="Sunrise invitation", shelf="stationery/invitations", maker="Fold Street Press", summary="Two-colour suite with rays",
        text="Eighteen rays in two inks, printed one after the other and lined up by eye. For parties that end when it does.",
        kind="invitation", style="sun", colours=("persimmon", "cornflower"), accents=("butter", "rose"), packs=packs((10, "30.00"), (50, "132.00")), unit="suite", grams=30,
        facts={"width": 13, "height": 18, **CARD}, tags=(TEA,), days=8, room="morning",
    ),
    Item(
        name="Tent place card", shelf="stationery/table", maker="Fold Street Press", summary="Folded card, blank",
        text="Scored, not cut, so it stands without being argued with. The sprig is printed; the name is yours.",
        kind="place-card", colours=("butter", "rose", "celadon", "oat"), accents=("persimmon", "damson", "moss", "damson"), packs=packs((12, "9.00"), (60, "38.00")), unit="card", grams=6,
        facts={"width": 9, "height": 6, **CARD}, tags=(LUNCH, SUPPER), room="garden",
    ),
    Item(
        name="Standing menu card", shelf="stationery/table", maker="Fold Street Press", summary="Tall card with oak stand",
        text="Three courses, three little rules between them, and a slot of oak to hold it up. Wipe the stand; print the card again.",
        kind="menu", colours=("damson", "celadon"), accents=("rose", "persimmon"), price="24.00", pieces=4, unit="menu", grams=120,
        facts={"width": 10, "height": 21, **CARD}, tags=(SUPPER,),
    ),
    Item(
        name="Arched menu card", shelf="stationery/table", maker="Fold Street Press", summary="Arched card with oak stand",
        text="The same menu under an arch, for tables that have other arches to keep company.",
        kind="menu", style="arch", colours=("rose", "oat"), accents=("damson", "moss"), price="26.00", pieces=4, unit="menu", grams=118,
        facts={"width": 11, "height": 20, **CARD}, tags=(CHRISTENING,),
    ),
    Item(
        name="Arch table numbers", shelf="stationery/table", maker="Fold Street Press", summary="1 to 10, on brass feet",
        text="High enough to be read over a bouquet, low enough to talk past. Ten cards, ten feet, and a spare 7.",
        kind="table-number", colours=("persimmon", "damson"), accents=("butter", "rose"), price="58.00", pieces=10, unit="number", grams=210,
        facts={"height": 30, **CARD}, tags=(SUPPER,),
    ),
    Item(
        name="Square table numbers", shelf="stationery/table", maker="Fold Street Press", summary="1 to 10, on brass feet",
        text="Square cards with square feet for rooms with beams. The back repeats the number, for the other half of the room.",
        kind="table-number", style="square", colours=("oat", "cornflower"), accents=("damson", "butter"), price="54.00", pieces=10, unit="number", grams=205,
        facts={"height": 28, **CARD},
    ),
    Item(
        name="Round table numbers", shelf="stationery/table", maker="Fold Street Press", summary="1 to 10, on brass feet",
        text="Round as lollipops and as easy to find. Numbers above ten are made to order and take a week.",
        kind="table-number", style="round", colours=("moss", "rose"), accents=("butter", "damson"), price="56.00", pieces=10, unit="number", grams=200,
        facts={"height": 29, **CARD}, tags=(GARDEN,), stock="made",
    ),
    Item(
        name="Bundle of envelopes", shelf="stationery/envelopes", maker="Fold Street Press", summary="Two colours and cream, C6",
        text="A third of each colour, tied with string so the post office does not see them coming. The flap is deep, for wax.",
        kind="envelopes", colours=("damson", "celadon", "persimmon"), accents=("rose", "oat", "butter"), packs=packs((24, "11.00"), (96, "39.00")), unit="envelope", grams=9,
        facts={"width": 16, "height": 11, "material": "Paper, 120 g", "care": "Recycle", "washable": False, "made_in": "United Kingdom"},
    ),
    Item(
        name="Sealing wax set", shelf="stationery/envelopes", maker="Fold Street Press", summary="Stamp, three sticks, a spoon",
        text="Three sticks make about sixty seals. Let it cool to the count of twenty, breathe on the stamp, and press like you mean it.",
        kind="seals", colours=("damson", "moss", "rose"), accents=("rose", "butter", "persimmon"), price="26.00", unit="set", grams=290,
        facts={"pieces": 5, "material": "Brass, walnut, wax", "care": "Keep cool", "washable": False, "made_in": "United Kingdom"}, tags=(SUPPER,),
    ),
    Item(
        name="Roll of labels", shelf="stationery/envelopes", maker="Fold Street Press", summary="500 round labels, 4 cm",
        text="Five hundred circles on kraft backing, for jars, bags and the undersides of borrowed dishes. Takes ink from any pen we own.",
        kind="stickers", colours=("persimmon", "cornflower"), accents=("butter", "oat"), price="14.00", unit="roll", grams=420,
        facts={"diameter": 4, "pieces": 500, "material": "Paper", "care": "Recycle", "washable": False, "made_in": "United Kingdom"}, stock="endless",
    ),
    Item(
        name="Linen guest book", shelf="stationery/books", maker="Fold Street Press", summary="120 blank pages, sewn",
        text="Sewn in sections, so it opens flat at the page where somebody has drawn the dog. The ribbon marks where the compliments begin.",
        kind="guest-book", colours=("celadon", "damson", "butter"), accents=("butter", "rose", "persimmon"), price="38.00", unit="book", grams=740,
        facts={"width": 21, "height": 26, "pieces": 120, "material": "Paper, linen", "care": "Keep dry", "washable": False, "made_in": "United Kingdom"}, tags=(CHRISTENING, SUPPER),
    ),
    Item(
        name="How to seat a hundred people", shelf="stationery/books", maker="Fold Street Press", summary="A handbook, 96 pages",
        text="Who beside whom, how many packs of what, and when to cut the cake. Written by a caterer of forty years, with her diagrams and two of her grudges.",
        kind="guest-book", style="handbook", colours=("persimmon",), accents=("oat",), price="12.00", unit="book", grams=310, zero=True,
        facts={"width": 14, "height": 20, "pieces": 96, "material": "Paper", "care": "Keep dry", "washable": False, "made_in": "United Kingdom"}, days=4, room="sky",
    ),
    Item(
        name="The short book of toasts", shelf="stationery/books", maker="Fold Street Press", summary="Sixty toasts, 64 pages",
        text="Sixty of them, the longest under a minute. For best men, godmothers and whoever is pushed to their feet.",
        kind="guest-book", style="toasts", colours=("moss",), accents=("butter",), price="9.00", unit="book", grams=180, zero=True,
        facts={"width": 12, "height": 17, "pieces": 64, "material": "Paper", "care": "Keep dry", "washable": False, "made_in": "United Kingdom"}, tags=(TEA,),
    ),
    Item(
        name="Arrow signpost", shelf="stationery/books", maker="Bramble Works", summary="Three arms on a stake, 1.5 m",
        text="Ceremony, dancing, lavatories: three arms that turn on one bolt and can be wrong in any direction. Paint pens included.",
        kind="sign", colours=("persimmon", "cornflower"), accents=("butter", "rose"), price="44.00", unit="sign", grams=3200,
        facts={"height": 150, "material": "Oak, birch ply", "care": "Wipe with a cloth", "washable": False, "made_in": "United Kingdom"}, tags=(GARDEN,), also=("furniture/display",),
    ),
)  # fmt: skip
