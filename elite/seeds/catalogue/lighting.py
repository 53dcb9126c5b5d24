"""Strings, lanterns and lamps."""

from __future__ import annotations

from elite.seeds.catalogue.item import Item, Size, packs

SUPPER, TEA, GARDEN, CHRISTENING = "candlelight supper", "birthday tea", "garden party", "christening tea"

ITEMS: tuple[Item, ...] = (
    Item(
        name="Festoon string lights", shelf="lighting/strings", maker="Lumen Yard", summary="Shatterproof bulbs, warm white",
        text="The lights that make any yard look as if music might start. Rubber cable, sealed caps, and up to ten strings in a row from one socket.",
        kind="lights", colours=("ink", "moss"), accents=("rose", "butter"), evening=True,
        sizes=(Size("10 m, 20 bulbs", "54.00", 2300, {"length": 1000, "bulbs": 20}), Size("20 m, 40 bulbs", "92.00", 4300, {"length": 2000, "bulbs": 40})), unit="string",
        facts={"material": "Rubber, polycarbonate", "care": "Weatherproof, IP65", "washable": False, "made_in": "Poland"}, tags=(SUPPER, GARDEN), more=("lights",),
    ),
    Item(
        name="Coloured cap string lights", shelf="lighting/strings", maker="Lumen Yard", summary="12 m, 18 bulbs",
        text="The same warm bulbs under lacquered caps, for people who like them by day as well. One colour to a string; mix them on the tree.",
        kind="lights", colours=("damson", "persimmon", "cornflower"), accents=("oat", "butter", "rose"), price="62.00", unit="string", grams=2500,
        facts={"length": 1200, "bulbs": 18, "material": "Rubber, polycarbonate", "care": "Weatherproof, IP44", "washable": False, "made_in": "Poland"}, tags=(TEA,),
    ),
    Item(
        name="Firefly curtain", shelf="lighting/strings", maker="Lumen Yard", summary="3 by 3 m, 300 lights",
        text="Fourteen threads of copper wire behind the top table, and suddenly everyone is good-looking. Eight ways of twinkling, seven of which you will never use.",
        kind="curtain-lights", colours=("ink", "damson"), evening=True, price="39.00", was="46.00", unit="curtain", grams=640,
        facts={"width": 300, "length": 300, "bulbs": 300, "material": "Copper wire", "care": "Indoors", "washable": False, "made_in": "Poland"}, tags=(SUPPER,),
    ),
    Item(
        name="Bell jar of fireflies", shelf="lighting/strings", maker="Lumen Yard", summary="Glass dome, 28 cm, battery",
        text="A tangle of light under glass, for the middle of tables where a flame is not allowed. Runs eight evenings on three small batteries.",
        kind="bell-jar", colours=("oat", "ink"), evening=True, price="32.00", unit="jar", grams=1450,
        facts={"height": 28, "bulbs": 20, "material": "Glass, oak", "care": "Wipe with a cloth", "washable": False, "made_in": "Czechia"}, tags=(CHRISTENING, SUPPER),
    ),
    Item(
        name="Porch lantern", shelf="lighting/lanterns", maker="Tinker's Row", summary="Powdered steel and glass",
        text="A storm lantern with a door that shuts like a good car. Stand it on the steps, hang it from the gate, carry it to the end of the garden.",
        kind="lantern", colours=("ink", "damson", "butter"), accents=("rose", "celadon", "damson"),
        sizes=(Size("28 cm", "29.00", 1300, {"height": 28}), Size("45 cm", "46.00", 2600, {"height": 45})), unit="lantern",
        facts={"material": "Steel, glass", "care": "Wipe with a cloth", "washable": False, "made_in": "India"}, tags=(SUPPER, GARDEN),
    ),
    Item(
        name="Lattice lantern", shelf="lighting/lanterns", maker="Tinker's Row", summary="Painted steel, 40 cm",
        text="Three bars across each pane break the light into ladders on the wall. Takes a pillar of eight centimetres.",
        kind="lantern", style="lattice", colours=("celadon", "persimmon"), accents=("rose", "butter"), price="42.00", unit="lantern", grams=2300,
        facts={"height": 40, "material": "Steel, glass", "care": "Wipe with a cloth", "washable": False, "made_in": "India"}, stock="made", days=20,
    ),
    Item(
        name="Moon paper lanterns", shelf="lighting/lanterns", maker="Paper Harbour", summary="Rice paper, three sizes",
        text="Three moons on wire, flat as a letter until you pull. Light them with the clip-in lamps or let them just hang there being round.",
        kind="paper-lantern", colours=("rose", "butter", "oat"), accents=("damson", "persimmon", "celadon"), price="18.50", pieces=3, unit="lantern", grams=95,
        facts={"diameter": 40, "material": "Rice paper, wire", "care": "Keep dry", "washable": False, "made_in": "Lithuania"}, tags=(GARDEN, TEA),
    ),
    Item(
        name="Tasselled paper lanterns", shelf="lighting/lanterns", maker="Paper Harbour", summary="Rice paper, three with tassels",
        text="The same moons with a tail that turns in the draught. Hang them at three heights, the largest lowest.",
        kind="paper-lantern", style="tassel", colours=("persimmon", "cornflower"), accents=("butter", "oat"), price="23.00", pieces=3, unit="lantern", grams=130,
        facts={"diameter": 35, "material": "Rice paper, silk", "care": "Keep dry", "washable": False, "made_in": "Lithuania"}, tags=(TEA,),
    ),
    Item(
        name="Mushroom table lamp", shelf="lighting/lamps", maker="Lumen Yard", summary="Cordless, three brightnesses",
        text="A lamp the size of a wine bottle that follows you from table to table. Nine hours at dinner brightness, all night at a glow.",
        kind="table-lamp", colours=("persimmon", "moss", "oat"), accents=("butter", "oat", "damson"), packs=packs((1, "58.00"), (4, "215.00")), unit="lamp", grams=940,
        facts={"height": 31, "material": "Powdered steel", "care": "Wipe with a cloth", "washable": False, "made_in": "Denmark"}, tags=(SUPPER,),
    ),
    Item(
        name="Pleated table lamp", shelf="lighting/lamps", maker="Lumen Yard", summary="Cordless, linen shade",
        text="A pleated shade makes even a plastic tablecloth feel like a hotel. Touch the button on the stem to dim it; hold it to confuse your uncle.",
        kind="table-lamp", style="pleated", colours=("oat", "rose"), accents=("damson", "persimmon"), price="66.00", unit="lamp", grams=1020,
        facts={"height": 36, "material": "Steel, linen", "care": "Dust with a brush", "washable": False, "made_in": "Denmark"}, tags=(CHRISTENING,), days=6, room="clay",
    ),
    Item(
        name="Brass-stem lamp", shelf="lighting/lamps", maker="Lumen Yard", summary="Cordless, brass stem",
        text="The grown-up one. Unlacquered brass that darkens where people hold it, under a lacquered dome that does not.",
        kind="table-lamp", style="metal", colours=("damson", "moss"), accents=("rose", "butter"), price="79.00", unit="lamp", grams=1250,
        facts={"height": 34, "material": "Brass, steel", "care": "Polish, or do not", "washable": False, "made_in": "Denmark"}, tags=(SUPPER,), stock="made",
    ),
    Item(
        name="Neon heart", shelf="lighting/lamps", maker="Lumen Yard", summary="LED tube, 60 cm, dimmable",
        text="It hums only in your imagination: no gas, no heat, twelve volts. Hang it from two threads and the queue for photographs forms by itself.",
        kind="neon", style="heart", colours=("rose", "persimmon"), evening=True, price="95.00", unit="sign", grams=1500,
        facts={"width": 60, "material": "Silicone tube, acrylic", "care": "Indoors", "washable": False, "made_in": "Poland"}, also=("backdrops/standing",),
    ),
    Item(
        name="Neon star", shelf="lighting/lamps", maker="Lumen Yard", summary="LED tube, 50 cm, dimmable",
        text="Five points of light for stages, doorways and children who have earned one. The plug has a switch, so nobody climbs.",
        kind="neon", style="star", colours=("butter", "cornflower"), evening=True, price="85.00", unit="sign", grams=1300,
        facts={"width": 50, "material": "Silicone tube, acrylic", "care": "Indoors", "washable": False, "made_in": "Poland"}, stock="low",
    ),
)  # fmt: skip
