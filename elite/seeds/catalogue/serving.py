"""What carries food and drink to the table."""

from __future__ import annotations

from elite.seeds.catalogue.item import Fact, Item, Size, packs

SUPPER, TEA, GARDEN, CHRISTENING = "candlelight supper", "birthday tea", "garden party", "christening tea"
STONEWARE: dict[str, Fact] = {
    "material": "Stoneware",
    "care": "Dishwasher, up to 70 °C",
    "washable": True,
    "made_in": "Portugal",
}
GLASS: dict[str, Fact] = {"material": "Glass", "care": "By hand", "washable": False, "made_in": "Czechia"}

ITEMS: tuple[Item, ...] = (
    Item(
        name="Shoulder jug", shelf="serving/jugs", maker="Halden & Wray", summary="Stoneware, fluted",
        text="Broad at the hip, narrow at the neck, and it pours without a drip, which took eleven tries. Water on Friday, peonies on Saturday.",
        kind="jug", colours=("persimmon", "celadon", "damson"), accents=("butter", "rose", "rose"),
        sizes=(Size("1 litre", "24.00", 900, {"capacity": 1000, "height": 18}), Size("2 litres", "31.00", 1500, {"capacity": 2000, "height": 25})), unit="jug", facts=STONEWARE, tags=(GARDEN,),
    ),
    Item(
        name="Dipped jug", shelf="serving/jugs", maker="Halden & Wray", summary="Stoneware, 2 litres, two glazes",
        text="Held by the handle and dipped to the waist in a second glaze. Where the two meet there is a third colour nobody mixed.",
        kind="jug", style="dipped", colours=("rose", "oat", "cornflower"), accents=("damson", "moss", "oat"), price="34.00", unit="jug", grams=1520,
        facts={"capacity": 2000, "height": 25, **STONEWARE}, days=11,
    ),
    Item(
        name="Spotted jug", shelf="serving/jugs", maker="Marsh Lane Pottery", summary="Earthenware, 1.5 litres",
        text="Ten spots, put on while singing, says the potter. Cheerful with milk, better with sunflowers.",
        kind="jug", style="spots", colours=("butter", "celadon"), accents=("persimmon", "damson"), price="29.00", was="34.00", unit="jug", grams=1250,
        facts={"capacity": 1500, "height": 22, "material": "Earthenware", "care": "By hand", "washable": False, "made_in": "United Kingdom"}, tags=(TEA,),
    ),
    Item(
        name="Table carafe with tumbler", shelf="serving/jugs", maker="Ostrey Glass", summary="1 litre, with one glass",
        text="A litre of water and its own glass to keep the dust out. On a bedside table it makes any room a guest room.",
        kind="carafe", colours=("celadon", "cornflower"), accents=("butter", "rose"), price="32.00", unit="set", grams=860,
        facts={"capacity": 1000, "height": 27, **GLASS},
    ),
    Item(
        name="Citrus carafe", shelf="serving/jugs", maker="Ostrey Glass", summary="1.5 litres, wide neck",
        text="The neck is just wide enough for a slice of lemon and just narrow enough to stop it leaving. Two tumblers to match.",
        kind="carafe", style="citrus", colours=("rose", "damson"), accents=("persimmon", "butter"), price="39.00", unit="set", grams=1150,
        facts={"capacity": 1500, "height": 30, **GLASS}, tags=(GARDEN,), stock="low",
    ),
    Item(
        name="Pearl cake stand", shelf="serving/cake", maker="Halden & Wray", summary="Glazed stoneware, 32 cm",
        text="Nineteen beads round the edge, each rolled between two fingers. Steady enough for three tiers and a nervous carrier.",
        kind="cake-stand", colours=("rose", "celadon", "damson", "persimmon"), accents=("butter", "damson", "rose", "oat"),
        sizes=(Size("24 cm", "29.00", 1500, {"diameter": 24}), Size("32 cm", "38.00", 2400, {"diameter": 32})), unit="stand", facts=STONEWARE, tags=(CHRISTENING, TEA),
    ),
    Item(
        name="Domed cake stand", shelf="serving/cake", maker="Halden & Wray", summary="Stoneware and glass, 30 cm",
        text="Keeps the wasps out and the suspense in. The dome turns over and is, it happens, a punch bowl for eight.",
        kind="cake-stand", style="dome", colours=("moss", "rose"), accents=("rose", "oat"), price="62.00", unit="set", grams=4100,
        facts={"diameter": 30, "height": 34, "material": "Stoneware, glass", "care": "By hand", "washable": False, "made_in": "Portugal"}, tags=(GARDEN, CHRISTENING),
    ),
    Item(
        name="Plain cake stand", shelf="serving/cake", maker="Halden & Wray", summary="Glazed stoneware, 28 cm",
        text="Without pearls, for cakes that are already wearing some.",
        kind="cake-stand", style="plain", colours=("oat", "cornflower"), accents=("persimmon", "butter"), price="31.00", unit="stand", grams=1900,
        facts={"diameter": 28, "height": 14, **STONEWARE},
    ),
    Item(
        name="Three-tier stand", shelf="serving/cake", maker="Marsh Lane Pottery", summary="Earthenware and brass, 42 cm",
        text="Sandwiches below, scones between, cakes on top: the order is the law. Unscrews into three plates and a rod.",
        kind="tiers", colours=("celadon", "rose", "butter"), accents=("butter", "damson", "persimmon"), price="54.00", unit="stand", grams=2600,
        facts={"height": 42, "diameter": 26, "material": "Earthenware, brass", "care": "By hand", "washable": False, "made_in": "United Kingdom"}, tags=(TEA, GARDEN, CHRISTENING),
    ),
    Item(
        name="Heart cake topper", shelf="serving/cake", maker="Fold Street Press", summary="Birch, on two sticks",
        text="A heart with a hole the shape of a smaller heart. Laser-cut, sanded by hand and safe in buttercream.",
        kind="cake-topper", colours=("persimmon", "damson"), accents=("rose", "butter"), price="9.50", unit="topper", grams=30,
        facts={"height": 16, "material": "Birch ply", "care": "Wipe with a cloth", "washable": False, "made_in": "United Kingdom"}, tags=(SUPPER,),
    ),
    Item(
        name="Star cake toppers", shelf="serving/cake", maker="Fold Street Press", summary="Birch, three heights",
        text="Three stars at three heights, so the cake has a sky. Push them in after the candles, not before.",
        kind="cake-topper", style="stars", colours=("butter", "cornflower"), accents=("persimmon", "rose"), price="8.50", pieces=3, unit="topper", grams=14,
        facts={"height": 18, "material": "Birch ply", "care": "Wipe with a cloth", "washable": False, "made_in": "United Kingdom"}, tags=(TEA,),
    ),
    Item(
        name="Bunting cake topper", shelf="serving/cake", maker="Fold Street Press", summary="Paper flags on two sticks",
        text="Five flags the size of stamps, for a cake that is having a fete of its own.",
        kind="cake-topper", style="bunting", colours=("celadon", "rose"), accents=("persimmon", "cornflower"), price="6.00", unit="topper", grams=12,
        facts={"height": 18, "material": "Paper, oak", "care": "Keep dry", "washable": False, "made_in": "United Kingdom"}, tags=(TEA,), stock="endless",
    ),
    Item(
        name="Pastry cloche", shelf="serving/cake", maker="Ostrey Glass", summary="Glass dome on a foot, 26 cm",
        text="Under glass, yesterday's buns become an exhibition. The knob is coloured through and cold to the touch.",
        kind="cloche", colours=("rose", "celadon"), accents=("damson", "butter"), price="48.00", unit="set", grams=2900,
        facts={"diameter": 26, "height": 28, **GLASS},
    ),
    Item(
        name="Harvest board", shelf="serving/boards", maker="Bramble Works", summary="Oak, oval, 60 cm",
        text="A whole plank, not a glued one, so it may bow a little in August. Oil it twice a year and it will see out the cheese.",
        kind="board", colours=("damson",), accents=("moss",), sizes=(Size("45 cm", "42.00", 1700, {"length": 45}), Size("60 cm", "58.00", 2900, {"length": 60})), unit="board",
        facts={"material": "Oiled oak", "care": "By hand, oil twice a year", "washable": False, "made_in": "United Kingdom"}, tags=(SUPPER,),
    ),
    Item(
        name="Walnut board", shelf="serving/boards", maker="Bramble Works", summary="Walnut, oval, 55 cm",
        text="Darker wood for paler cheeses. The underside has two grips, cut where the balance is.",
        kind="board", style="walnut", colours=("moss",), accents=("rose",), price="76.00", unit="board", grams=2700,
        facts={"length": 55, "material": "Oiled walnut", "care": "By hand, oil twice a year", "washable": False, "made_in": "United Kingdom"}, stock="low",
    ),
    Item(
        name="Daisy tray", shelf="serving/boards", maker="Tinker's Row", summary="Lacquered tin, 38 cm",
        text="One big flower, so you can see at once when a glass is missing. The rim is turned over twice and will not cut.",
        kind="tray", colours=("butter", "oat", "celadon"), accents=("persimmon", "damson", "moss"), packs=packs((1, "26.00"), (3, "69.00")), unit="tray", grams=780,
        facts={"diameter": 38, "material": "Lacquered tinplate", "care": "By hand", "washable": False, "made_in": "India"}, tags=(GARDEN,),
    ),
    Item(
        name="Plain round tray", shelf="serving/boards", maker="Tinker's Row", summary="Lacquered tin, 42 cm",
        text="A quiet tray for people who carry loud drinks. Cork beneath, so nothing slides on the stairs.",
        kind="tray", style="plain", colours=("rose", "cornflower"), accents=("damson", "oat"), price="24.00", unit="tray", grams=860,
        facts={"diameter": 42, "material": "Lacquered tinplate, cork", "care": "By hand", "washable": False, "made_in": "India"},
    ),
    Item(
        name="Sharing salad bowl", shelf="serving/boards", maker="Halden & Wray", summary="Stoneware, 34 cm, with servers",
        text="For a salad that serves twelve and is tossed in front of them. The servers are cherry and hook over the rim.",
        kind="salad-bowl", colours=("moss", "persimmon", "oat"), accents=("oat", "butter", "damson"), price="52.00", unit="set", grams=2800,
        facts={"diameter": 34, "capacity": 6000, **STONEWARE}, tags=(GARDEN,),
    ),
    Item(
        name="Parlour teapot", shelf="serving/jugs", maker="Marsh Lane Pottery", summary="Earthenware, 1.2 litres",
        text="Six cups, a lid that stays on when tipped, and a spout cut at the angle of good manners.",
        kind="teapot", colours=("butter", "damson", "celadon"), accents=("persimmon", "rose", "oat"), price="44.00", unit="pot", grams=1100,
        facts={"capacity": 1200, "material": "Earthenware", "care": "By hand", "washable": False, "made_in": "United Kingdom"}, tags=(CHRISTENING,),
    ),
    Item(
        name="Flowered teapot", shelf="serving/jugs", maker="Marsh Lane Pottery", summary="Earthenware, 1 litre, painted",
        text="Three flowers, painted wet on wet, so each kiln makes them bloom a little further. The one to be left to somebody.",
        kind="teapot", style="flowers", colours=("cornflower", "oat"), accents=("oat", "rose"), price="52.00", unit="pot", grams=1050,
        facts={"capacity": 1000, "material": "Earthenware", "care": "By hand", "washable": False, "made_in": "United Kingdom"}, tags=(CHRISTENING,), stock="made",
    ),
    Item(
        name="Orchard drinks jar", shelf="serving/drinks", maker="Ostrey Glass", summary="Glass with tap, on a stand",
        text="Eight litres of something pink with fruit in it, and a tap at the height of a tall glass. The tap comes apart for cleaning; please do.",
        kind="dispenser", colours=("oat", "celadon"), accents=("rose", "butter"), sizes=(Size("5 litres", "48.00", 3600, {"capacity": 5000}), Size("8 litres", "64.00", 5200, {"capacity": 8000})), unit="jar",
        facts=GLASS, tags=(GARDEN,),
    ),
    Item(
        name="Tinted drinks jar", shelf="serving/drinks", maker="Ostrey Glass", summary="Tinted glass with tap, 6 litres",
        text="Coloured glass, so that plain water looks like an occasion. Lid and tap are brassed; the stand is not included because barrels exist.",
        kind="dispenser", style="tinted", colours=("rose", "cornflower"), accents=("persimmon", "oat"), price="58.00", unit="jar", grams=4100,
        facts={"capacity": 6000, **GLASS}, stock="out",
    ),
    Item(
        name="Handled ice bucket", shelf="serving/drinks", maker="Tinker's Row", summary="Enamelled steel, two bottles",
        text="Two bottles, or one and a great deal of ice. The bands are painted where the cold shows first.",
        kind="ice-bucket", colours=("rose", "persimmon", "celadon"), accents=("damson", "butter", "moss"), price="36.00", unit="bucket", grams=1300,
        facts={"capacity": 5000, "height": 24, "material": "Enamelled steel", "care": "By hand", "washable": False, "made_in": "Poland"}, tags=(SUPPER,),
    ),
    Item(
        name="Hammered ice bucket", shelf="serving/drinks", maker="Tinker's Row", summary="Hand-hammered, two bottles",
        text="Forty-five hammer marks to the row. They hide the dents of the years, being dents.",
        kind="ice-bucket", style="hammered", colours=("persimmon", "cornflower"), accents=("butter", "oat"), price="49.00", unit="bucket", grams=1700,
        facts={"capacity": 5500, "height": 25, "material": "Enamelled brass", "care": "By hand", "washable": False, "made_in": "India"},
    ),
    Item(
        name="Punch bowl and ladle", shelf="serving/drinks", maker="Ostrey Glass", summary="Pressed glass, 7 litres, six cups",
        text="Six cups hang from the rim and a ladle from its hook, until the second hour. Fluted, footed and unapologetic.",
        kind="punch-bowl", colours=("celadon", "rose"), accents=("persimmon", "damson"), price="72.00", was="84.00", unit="set", grams=5600,
        facts={"capacity": 7000, "pieces": 8, **GLASS}, tags=(TEA, GARDEN),
    ),
)  # fmt: skip
