"""Napkins, cloths, runners and soft things."""

from __future__ import annotations

from elite.seeds.catalogue.item import Fact, Item, Size, packs

LUNCH, SUPPER, TEA, GARDEN, CHRISTENING = (
    "the long lunch",
    "candlelight supper",
    "birthday tea",
    "garden party",
    "christening tea",
)
WASH: dict[str, Fact] = {"care": "Machine, 40 °C", "washable": True}

ITEMS: tuple[Item, ...] = (
    Item(
        name="Fold linen napkin", shelf="linen/napkins", maker="Loom Nine", summary="Washed linen, 45 cm",
        text="Woven in Lithuania, washed with stones, folded by whoever is quickest. The hem is wide enough to hold a knife-sharp fan until the soup.",
        kind="napkin", colours=("damson", "oat", "rose", "celadon"), accents=("butter", "persimmon", "damson", "butter"),
        packs=packs((4, "22.50"), (12, "62.00"), (48, "229.00")), unit="napkin", grams=62,
        facts={"width": 45, "length": 45, "material": "100 % linen", "made_in": "Lithuania", **WASH}, tags=(LUNCH, SUPPER), room="blush",
    ),
    Item(
        name="Ring napkin set", shelf="linen/napkins", maker="Loom Nine", summary="Cotton, four with brass rings",
        text="Four napkins and four rings, so that the table is laid the moment the box is open. The rings are cast and have the small seam that proves it.",
        kind="napkin-ring", colours=("celadon", "butter", "damson"), accents=("butter", "persimmon", "rose"), price="34.00", unit="set", grams=420,
        facts={"pieces": 8, "material": "Cotton, cast brass", "made_in": "India", **WASH}, tags=(SUPPER,),
    ),
    Item(
        name="Oak ring napkin set", shelf="linen/napkins", maker="Loom Nine", summary="Linen, four with oak rings",
        text="The same idea for barns and gardens: unbleached linen in turned oak. The rings float, should it come to that.",
        kind="napkin-ring", style="oak", colours=("oat", "moss"), accents=("rose", "oat"), price="31.00", unit="set", grams=360,
        facts={"pieces": 8, "material": "Linen, oiled oak", "made_in": "Lithuania", **WASH}, tags=(GARDEN,), days=16,
    ),
    Item(
        name="Hem tablecloth", shelf="linen/tablecloths", maker="Loom Nine", summary="Linen, round, to the floor",
        text="A round cloth that reaches the ground and hides whatever the table really is. Sewn in eight panels, so the folds fall where folds should.",
        kind="tablecloth", colours=("damson", "oat", "celadon", "rose"), accents=("rose", "persimmon", "butter", "damson"),
        sizes=(Size("240 cm", "86.00", 1650, {"diameter": 240}), Size("300 cm", "118.00", 2500, {"diameter": 300}), Size("330 cm", "139.00", 3050, {"diameter": 330})), unit="cloth",
        facts={"material": "100 % linen", "made_in": "Lithuania", **WASH}, tags=(SUPPER,),
    ),
    Item(
        name="Bistro stripe cloth", shelf="linen/tablecloths", maker="Loom Nine", summary="Cotton, round, 230 cm",
        text="Four stripes crossing a round table look like a decision. Heavy cotton that stays put when the wind comes through the gate.",
        kind="tablecloth", style="stripe", colours=("oat", "rose"), accents=("damson", "persimmon"), price="64.00", was="74.00", unit="cloth", grams=1450,
        facts={"diameter": 230, "material": "Cotton", "made_in": "Portugal", **WASH}, tags=(GARDEN,),
    ),
    Item(
        name="Long table runner", shelf="linen/runners", maker="Loom Nine", summary="Linen, 45 cm wide",
        text="A runner leaves the wood to be seen and still says that today is not a weekday. Knotted fringe at both ends, long enough to fall over them.",
        kind="runner", colours=("cornflower", "damson", "persimmon"), accents=("oat", "rose", "butter"),
        sizes=(Size("2.5 m", "38.00", 340, {"length": 250}), Size("4 m", "54.00", 540, {"length": 400})), unit="runner",
        facts={"width": 45, "material": "100 % linen", "made_in": "Lithuania", **WASH}, tags=(LUNCH,), room="apricot",
    ),
    Item(
        name="Dotted runner", shelf="linen/runners", maker="Loom Nine", summary="Printed cotton, 3 m",
        text="Printed by hand from a block the size of a biscuit. Up close every dot is a little different; from your chair they march.",
        kind="runner", style="dots", colours=("oat", "celadon"), accents=("damson", "moss"), price="29.50", unit="runner", grams=380,
        facts={"width": 40, "length": 300, "material": "Cotton", "made_in": "India", **WASH}, tags=(TEA,),
    ),
    Item(
        name="Coil placemat", shelf="linen/runners", maker="Bramble Works", summary="Woven paper cord, 38 cm",
        text="Paper cord wound and stitched until it is a place to put a plate. Wipes clean, rolls up, weighs nothing.",
        kind="placemat", colours=("moss", "rattan", "rose"), accents=("oat", "persimmon", "oat"), packs=packs((4, "26.00"), (12, "69.00")), unit="mat", grams=140,
        facts={"diameter": 38, "material": "Paper cord", "care": "Wipe with a cloth", "washable": False, "made_in": "Poland"}, tags=(GARDEN,),
    ),
    Item(
        name="Garden cushion", shelf="linen/soft", maker="Loom Nine", summary="Cotton canvas, 45 cm",
        text="Piped, buttoned and filled with recycled bottles you would never guess at. The cover unzips, because of the grass.",
        kind="cushion", colours=("butter", "persimmon", "cornflower"), accents=("persimmon", "oat", "oat"), packs=packs((1, "24.00"), (6, "129.00")), unit="cushion", grams=620,
        facts={"width": 45, "length": 45, "material": "Cotton canvas", "made_in": "Portugal", **WASH}, tags=(GARDEN,), also=("furniture/outdoors",),
    ),
    Item(
        name="Deckchair stripe cushion", shelf="linen/soft", maker="Loom Nine", summary="Woven stripe, 50 cm",
        text="Five stripes and four pompom corners. It makes a church bench bearable for the length of a reading.",
        kind="cushion", style="stripe", colours=("damson", "celadon"), accents=("rose", "oat"), price="27.00", unit="cushion", grams=680,
        facts={"width": 50, "length": 50, "material": "Cotton", "made_in": "Portugal", **WASH},
    ),
    Item(
        name="Ten o'clock throw", shelf="linen/soft", maker="Loom Nine", summary="Lambswool, 130 by 180 cm",
        text="For the hour when the band is still playing and shoulders get cold. Bundled in fours for the back of the tent, fringed on the short sides.",
        kind="throw", colours=("rose", "moss", "oat"), packs=packs((1, "49.00"), (4, "179.00")), unit="throw", grams=880,
        facts={"length": 180, "width": 130, "material": "Lambswool", "care": "Air, or wool wash at 30 °C", "washable": True, "made_in": "United Kingdom"}, tags=(SUPPER,),
    ),
    Item(
        name="Bow chair sash", shelf="linen/soft", maker="Loom Nine", summary="Washed linen, 20 by 280 cm",
        text="One sash turns a hired chair into the one she sits on. Long enough for a bow that stays a bow through the dancing.",
        kind="chair-sash", colours=("oat", "damson", "celadon"), packs=packs((2, "19.00"), (10, "84.00")), unit="sash", grams=150,
        facts={"length": 280, "width": 20, "material": "100 % linen", "made_in": "Lithuania", **WASH}, tags=(CHRISTENING,), stock="low",
    ),
)  # fmt: skip
